"""The works a source cites: its reference list, with the markers in its text that point to it, and the agencies,
newspapers and broadcasters that its text draws on."""

from collections.abc import Iterable, Iterator

from dossier.assemble.reading import Reading
from dossier.assemble.speech.chains import passes_on
from dossier.model.citation import Citation
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.model.statement import Statement


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
            entity=_organization(reading, entry.publisher),
        )
        for entry in reading.document.annotations.references
    )


def relayed(reading: Reading, said: Iterable[Statement], media: frozenset[str]) -> tuple[Citation, ...]:
    """One citation for each organization through which the statements `said` in a source came, or that said them
    itself and is one of the `media`; at its first place, in order."""
    found: dict[str, Span] = {}
    for span, entity in sorted(_drawn_on(reading, said, media)):
        found.setdefault(entity, span)
    return tuple(
        Citation(
            source=reading.source,
            passage=reading.passage_at(span.start),
            span=span,
            number=None,
            author=None,
            title=None,
            publisher=span.of(reading.text),
            published=None,
            accessed=None,
            entity=entity,
        )
        for entity, span in found.items()
    )


def _drawn_on(reading: Reading, said: Iterable[Statement], media: frozenset[str]) -> Iterator[tuple[Span, str]]:
    organizations = {n.entity: n for n in reading.named if n.kind is EntityKind.ORGANIZATION}
    for statement in said:
        for relay in statement.chain:
            known = relay.entity in organizations
            if known and relay.entity and (relay.entity in media or passes_on(reading, relay.span)):
                yield _name_in(reading, relay.span, relay.entity), relay.entity
        for speaker in statement.speakers:
            if speaker in media and statement.speaker_span is not None:
                yield _name_in(reading, statement.speaker_span, speaker), speaker


def _name_in(reading: Reading, words: Span, entity: str) -> Span:
    """Where the name itself stands in the words for a relay: `Izvestia` in `the Izvestia newspaper`."""
    return next((n.span for n in reading.named_in(words) if n.entity == entity), words)


def _organization(reading: Reading, span: Span | None) -> str | None:
    """Id of the organization that some words name."""
    named = reading.named_in(span) if span else ()
    return next((n.entity for n in named if n.kind is EntityKind.ORGANIZATION), None)


def _words(reading: Reading, span: Span | None) -> str | None:
    return span.of(reading.text) if span else None


def _value(reading: Reading, span: Span | None) -> str | None:
    """EDTF of the date that stands at a span."""
    if span is None:
        return None
    return next((date.value for date in reading.dates if date.span.overlaps(span)), None)
