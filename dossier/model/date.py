"""Date expressions: as a document has them, and as the case resolves them."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.span import Span

DOUBTFUL = "from document, or another day"
"""The rule of dates counted from one (`the next day`) that stands farther off, and may not be the one that is meant."""


class DateMeaning(StrEnum):
    """What a date is the date of; the four are never mixed."""

    HAPPENED = "happened"
    PUBLISHED = "published"
    ACCESSED = "accessed"
    SAID = "said"


class Anchor(StrEnum):
    """What a date has to be worked out from."""

    NONE = ""
    PUBLICATION = "publication"
    """The day of writing: `yesterday`, `last month`, `Monday`."""
    CONTEXT = "context"
    """A date told before: `two days later`, `that year`."""
    YEAR = "year"
    """Only the year is missing: `10 October`, `in August`."""


@dataclass(frozen=True, slots=True)
class DateTerm:
    """One point or period as the words give it. Its value is the anchor moved by `shift` units and told
    at the grain of `grain`, then narrowed to what `pattern` and `weekday` state."""

    pattern: str = ""
    """EDTF of what the words state, `XXXX` for a year they leave out: `2018-08-30`, `XXXX-08`, `192X`."""
    anchor: Anchor = Anchor.NONE
    shift: int = 0
    unit: str = ""
    """`day`, `week`, `month`, `quarter`, `season`, `year`, `decade` or `century`: what `shift` counts."""
    grain: str = ""
    """The precision of the value, one of the same units or `weekend`."""
    weekday: int = 0
    """ISO: 1 Monday … 7 Sunday; 0 where none is named."""
    direction: int = 0
    """Where the words around point: -1 to the past, 1 to the future, 0 not told."""
    part: str = ""
    """`early`, `mid` or `late`; `beginning` or `end`; `night` (the night of 29 August), `overnight` (overnight to
    August 30), `eve`, `morrow`; `week` (the week of 29 August);
    `nearest` where the day told before is the nearest one (`on the Monday`); `anniversary`;
    `back` and `ahead` where the shift is counted from the last or next weekday (`two weeks ago Thursday`);
    `named` where the words say which one is meant (`last March`, `next Friday`)."""
    moving: str = ""
    """Which day of the year where its place in the month moves: `11 4 4` the fourth Thursday of November, `01 -1 5` the
    last Friday of January, `easter-2` two days before Easter Sunday. The year is that of `pattern`."""
    time: str = ""
    """Time of day as EDTF writes it, with its offset where the zone is named: `05:02:00Z`."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A span that denotes a time, read but not yet resolved: what the words alone say."""

    span: Span
    passage: int
    form: str
    """`absolute`, `partial` (no year), `weekday`, `relative`, `interval`, `season`, `decade`, …: the
    grammar rule's family."""
    term: DateTerm
    end: DateTerm | None = None
    """The other end where the expression is an interval: `6–8 June 2018`."""
    qualifier: str = ""
    """EDTF qualifier the words ask for: `~` approximate, `?` uncertain, `%` both, or none."""
    meaning: DateMeaning = DateMeaning.HAPPENED
    bound: str = ""
    """`since` or `until` where the words make it one side of an open period; `from` and `to` where it
    and its neighbour are the two ends of one period, each a date of its own: `between 1914 and 1918`."""


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
    extent: str | None = None
    """EDTF of the period that the words around make of it: `1914/1918` where it is one end of a range,
    `2005/..` after *since*, `2021-10/2021-12` in *late 2021*; None where they make none."""


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
