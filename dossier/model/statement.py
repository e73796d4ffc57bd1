"""Attributed speech."""

from dataclasses import dataclass

from dossier.model.span import Span


@dataclass(frozen=True, slots=True)
class Relay:
    """Somebody who passed a statement on: no speaker of it."""

    span: Span
    """The words that name the relay in the statement's source."""
    entity: str | None
    """Id of the organization or person; None where unresolved."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said, according to one source."""

    id: str
    source: str
    passage: int
    span: Span
    """What was said, without its quotation marks."""
    kind: str
    """`direct` or `indirect`."""
    speakers: tuple[str, ...]
    """Ids of the people or organizations who said it; empty where unresolved or anonymous."""
    speaker_span: Span | None
    """The words that name or describe the speaker."""
    cue: Span | None
    """The words that say it was said."""
    rule: str
    basis: str = ""
    chain: tuple[Relay, ...] = ()
    """Through whom it came to this source, the nearest to the speaker first (insiders → Izvestia → TASS)."""
    said: str | None = None
    """EDTF of when it was said; None where the source does not tell."""
    utterance: str = ""
    """Id shared by the sightings of one utterance in several documents; that of its first sighting."""
