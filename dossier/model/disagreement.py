"""Matters on which the sources were compared: where they differ, and where they agree."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.span import Span


class MatterKind(StrEnum):
    """How the sides of a matter stand to one another."""

    CONFLICT = "conflict"
    """Not all of them can be true."""
    CONTRADICTION = "contradiction"
    """One source says both."""
    HEADLINE = "headline"
    """A headline says more than its body."""
    REVISION = "revision"
    """One speaker's later account differs from the earlier, or an explanation is reported as superseded."""
    GRANULARITY = "granularity"
    """One side is only vaguer than the other: both can be true."""
    AGREEMENT = "agreement"
    """All sides say the same, each in its own words or units."""

    @property
    def disagrees(self) -> bool:
        """Whether somebody must be wrong, or have been."""
        return self not in {MatterKind.GRANULARITY, MatterKind.AGREEMENT}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words in which a source takes a side."""

    source: str
    passage: int
    span: Span
    statement: str | None = None
    """Id of the statement that says it; None where the source says it in its own voice."""
    event: str | None = None
    """Id of the event it is reported of."""


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question of a matter."""

    value: str
    """Normalised, so that sides can be compared: EDTF, a quantity with its unit, a few words."""
    evidence: tuple[Evidence, ...]
    """At least one, in order of source and offset."""
    voices: int
    """Independent sources of it: documents that share their wording count once."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A question that at least two sides answer."""

    id: str
    question: str
    """In a few words: `When was the hole found?`"""
    attribute: str
    """What is compared: `date`, `time`, `quantity`, `cause`, `blame`, `denial`, `participant`, `place`, …"""
    kind: MatterKind
    sides: tuple[Side, ...]
    """At least two, the one with most voices first."""
    about: tuple[str, ...]
    """Ids of the events, statements or entities in question."""
    rank: float
    """How much it matters to a reader, 0 to 1; the highest first."""
    silent: tuple[str, ...]
    """Ids of the sources that report the event and say nothing of this."""
    rule: str
    basis: str = ""
    """How the sides were compared, in words for the "why?" key."""
