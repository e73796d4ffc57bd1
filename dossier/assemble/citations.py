"""The works a source cites, with the markers in its text that point to them."""

from dossier.assemble.reading import Reading
from dossier.model.citation import Citation
from dossier.model.span import Span


def citations(reading: Reading) -> tuple[Citation, ...]:
    """One citation for each entry of the source's reference list, in order."""
    marks: dict[int, list[Span]] = {}
    for mark in reading.document.annotations.footnotes:
        marks.setdefault(mark.number, []).append(mark.span)
    return tuple(
        Citation(
            source=reading.source,
            passage=entry.passage,
            span=reading.passages[entry.passage].span,
            number=entry.number,
            author="; ".join(author.of(reading.text) for author in entry.authors) or None,
            title=_words(reading, entry.title),
            publisher=_words(reading, entry.publisher),
            published=_value(reading, entry.published),
            accessed=_value(reading, entry.accessed),
            marks=tuple(marks.get(entry.number, ())),
        )
        for entry in reading.document.annotations.references
    )


def _words(reading: Reading, span: Span | None) -> str | None:
    return span.of(reading.text) if span else None


def _value(reading: Reading, span: Span | None) -> str | None:
    """EDTF of the date that stands at a span."""
    if span is None:
        return None
    return next((date.value for date in reading.dates if date.span.overlaps(span)), None)
