"""Attributed speech."""

from dataclasses import dataclass

from dossier.model.span import Span


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
