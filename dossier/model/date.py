"""Date expressions: as a document has them, and as the case resolves them."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.span import Span


class DateMeaning(StrEnum):
    """What a date is the date of; the four are never mixed."""

    HAPPENED = "happened"
    PUBLISHED = "published"
    ACCESSED = "accessed"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A span that denotes a time, read but not yet resolved: what the words alone say."""

    span: Span
    passage: int
    form: str
    """`absolute`, `partial` (no year), `weekday`, `relative`, `interval`, `season`, `time`, …"""
    template: str
    """EDTF where the words alone give it (`2018-08-30`, `XXXX-08-30`, `XXXX-08-29/XXXX-08-30`), else a
    term that `resolve.dates` works out from an anchor (see there)."""
    qualifier: str = ""
    """EDTF qualifier the words ask for: `~` approximate, `?` uncertain, `%` both, or none."""
    meaning: DateMeaning = DateMeaning.HAPPENED


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression with its value, and how the value was reached."""

    source: str
    span: Span
    passage: int
    text: str
    value: str | None
    """EDTF; None where there is no anchor to resolve it from."""
    meaning: DateMeaning
    rule: str
    """`stated`, `from publication date`, `from paragraph`, `unresolved`, …"""
    basis: str = ""
    """The arithmetic, in words for the "why?" key."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When a source was published, stated or inferred."""

    source: str
    value: str | None
    """EDTF; an interval where only bounds are known; None where nothing bounds it."""
    inferred: bool
    span: Span | None
    """The words that state it; None where inferred or given by the manifest."""
    basis: str
