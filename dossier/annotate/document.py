"""One source through every step of annotation."""

from typing import TYPE_CHECKING

from dossier.annotate.dates import find_dates
from dossier.annotate.footnotes import find_footnotes, marker_spans
from dossier.annotate.layout import lay_out
from dossier.annotate.names import find_names
from dossier.annotate.quantities import find_quantities
from dossier.annotate.quotations import find_quotations
from dossier.annotate.reading import read_passages
from dossier.annotate.references import find_references
from dossier.annotate.stated import find_stated
from dossier.model.annotation import Annotations
from dossier.model.source import Source

if TYPE_CHECKING:
    from dossier.annotate.language import Pipeline


def annotate(source: Source, pipeline: "Pipeline") -> Annotations:
    """Find passages, sentences, candidate names, date expressions, quotations and references in one source.

    Every offset is in code points of `source.text`. Pure but for the language model; never looks at other sources.
    """
    text = source.text
    passages = lay_out(source)
    quotations = find_quotations(text, passages)
    references = find_references(text, passages)
    stated = find_stated(text, passages, quotations)
    sentences, entities = read_passages(text, passages, marker_spans(text, passages), pipeline)
    dates = find_dates(text, passages, sentences)
    return Annotations(
        sha256=source.sha256,
        passages=passages,
        sentences=sentences,
        names=find_names(text, passages, sentences, entities, references, stated),
        dates=dates,
        quotations=quotations,
        references=references,
        footnotes=find_footnotes(text, passages),
        stated=stated,
        quantities=find_quantities(text, passages, sentences, dates),
    )
