"""Documents made of paragraphs, and the dates that they tell, for the tests of dates."""

import re

import edtf

from dossier.annotate.dates import find_dates
from dossier.model.annotation import Annotated, Annotations, Passage, PassageKind, Sentence
from dossier.model.date import DateMention
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.resolve.dates import document_dates


def document(*paragraphs: str, kind: PassageKind = PassageKind.PARAGRAPH, name: str = "s") -> Annotated:
    """A document of such passages, with its date expressions."""
    text = "\n\n".join(paragraphs)
    passages, start = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    source = Source(name, f"{name}.txt", "0", "text", text, ())
    dates = find_dates(text, passages)
    return Annotated(source, Annotations("0", tuple(passages), _sentences(text, passages), (), dates, (), (), (), ()))


def _sentences(text: str, passages: list[Passage]) -> tuple[Sentence, ...]:
    """Unparsed sentences, each up to a full stop before a capital."""
    found = []
    for number, passage in enumerate(passages):
        start, whole = passage.span.start, passage.span.of(text)
        for words in re.split(r"(?<=[.?!]) (?=[A-Z“])", whole):
            found.append(Sentence(Span(start, start + len(words)), number, ()))
            start += len(words) + 1
    return tuple(found)


def dated(text: str, published: str | None = None, kind: str = "") -> list[tuple[str, str | None]]:
    """The words and values of all date expressions of a text."""
    return [(mention.text, mention.value) for mention in mentions(text, published=published, kind=kind)]


def mentions(*paragraphs: str, published: str | None = None, kind: str = "") -> list[DateMention]:
    """The date mentions of a document; every value that comes out is EDTF by a library of others."""
    found = document_dates(document(*paragraphs), published, kind)
    for mention in found:
        for value in (mention.value, mention.extent):
            if value is not None:
                edtf.parse_edtf(value)
    return found
