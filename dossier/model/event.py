"""Events, and each source's report of them."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.span import Span


class EventStatus(StrEnum):
    """How an event stands in the sources."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    PLANNED = "planned"
    RULED_OUT = "ruled out"


ROLES = ("agent", "patient", "speaker", "vehicle", "place", "participant")
"""From the fullest part in an event to the least."""


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity that takes part in an event."""

    entity: str
    role: str
    """One of `ROLES`."""


@dataclass(frozen=True, slots=True)
class Report:
    """One source's account of an event."""

    source: str
    passage: int
    span: Span
    date: str | None
    """EDTF, as this source gives it."""
    date_span: Span | None
    """The words that date it; None where the date is inferred."""
    status: EventStatus
    rule: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is said to have happened, or is planned."""

    id: str
    label: str
    """A few words that read well in a list, taken from a report."""
    kind: str
    """Lemma of the word that tells what happened: `launch`, `say`, `discover`."""
    date: str | None
    """EDTF; None where no source dates it."""
    date_inferred: bool
    """True where the date was worked out and is not stated by any report."""
    status: EventStatus
    participants: tuple[Participant, ...]
    reports: tuple[Report, ...]
    """At least one, in order of source and offset."""
    date_basis: str = ""
    """What an inferred date rests on, in words for the "why?" key; empty where a report gives it."""
