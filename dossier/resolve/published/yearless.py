"""The days that a document tells without their year, its own among them, and where they lie if its year is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dossier.model.annotation import Annotated, PassageKind
from dossier.model.date import Anchor, DateExpression, DateMeaning
from dossier.resolve.dates.arithmetic import day_bounds
from dossier.resolve.dates.terms import Base, in_year, term_value
from dossier.resolve.dates.whole import stated_value
from dossier.resolve.published.stated import at_head

SEASON = timedelta(days=92)
"""Days told as past that lie so near to one another over the turn of a year are taken for one stretch of time."""

_DAY = re.compile(r"XXXX-\d\d-\d\d")
_HANGING = frozenset({PassageKind.REFERENCE, PassageKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Yearless:
    """What a document tells of days without a year."""

    own: DateExpression | None
    """The day that its date line states, without a year."""
    past: tuple[DateExpression, ...]
    ahead: tuple[DateExpression, ...]
    beside: tuple[DateExpression, ...]
    """Days of which the words do not tell on which side they lie."""
    lead: int
    """The first weekday that the paragraph of the date line names alone, told as past; its ISO number, 0 for none."""

    def __bool__(self) -> bool:
        return bool(self.own or self.past or self.ahead or self.beside)


def yearless(document: Annotated) -> Yearless:
    """The days of a document without their year; those are left out that follow a full date in their paragraph, and
    may hang on it."""
    own = next(filter(None, (_own(document, e) for e in document.annotations.dates)), None)
    sides: dict[int, list[DateExpression]] = {-1: [], 0: [], 1: []}
    dated = -1
    for expression in document.annotations.dates:
        term = expression.term
        if len(stated_value(expression) or "") >= len("2018-08-30"):
            dated = expression.passage
        if _is_day(expression) and expression.passage != dated and _told(document, expression):
            sides[term.direction].append(expression)
    return Yearless(own, tuple(sides[-1]), tuple(sides[1]), tuple(sides[0]), _lead(document, own))


def _lead(document: Annotated, own: DateExpression | None) -> int:
    here = (e.term for e in document.annotations.dates if own and e.passage == own.passage)
    alone = (term for term in here if term.anchor is Anchor.PUBLICATION and not term.unit and term.direction <= 0)
    return next((term.weekday for term in alone if term.weekday), 0)


def _is_day(expression: DateExpression) -> bool:
    term = expression.term
    return term.anchor is Anchor.YEAR and bool(_DAY.fullmatch(term.pattern)) and term.part != "named"


def _told(document: Annotated, expression: DateExpression) -> bool:
    kind = document.annotations.passages[expression.passage].kind
    return expression.meaning is DateMeaning.HAPPENED and kind not in _HANGING


def _own(document: Annotated, expression: DateExpression) -> DateExpression | None:
    """The expression where it is the date line of its document, without a year."""
    spans = [s.span for s in document.annotations.stated if s.field == "published" and s.span is not None]
    states = any(expression.span.overlaps(span) for span in spans)
    line = expression.meaning is DateMeaning.PUBLISHED and at_head(document, expression)
    return expression if _is_day(expression) and (states or line) else None


@dataclass(frozen=True, slots=True)
class Placed:
    """The days of a document if it is of one year."""

    first: date
    """The earliest day on which it can be published: the own day, or the newest told as past."""
    last: date | None
    """The latest: the own day, or the first told as ahead."""
    days: frozenset[date]
    pairs: tuple[bool, ...]
    """Of each day that is told with its weekday, whether the two fit."""


def placed(told: Yearless, year: int) -> Placed | None:
    """Where the days lie if the own day is of a year, else the newest of the past, else of those that the words place
    on no side (entries of a diary); None where there is none."""
    if told.own:
        day = _in(told.own, year)
        others = [(e, _near(e, day)) for e in (*told.past, *told.beside, *told.ahead)] if day else []
        return _placed([(told.own, day), *others], day, day)
    past = _past(told.past or told.beside, year)
    newest = max((day for _, day in past if day), default=None)
    if newest is None:
        ahead = [(e, _in(e, year)) for e in told.ahead]
        return _placed(ahead, min((day for _, day in ahead if day), default=None), None) if ahead else None
    ahead = [(e, _first_from(e, newest)) for e in told.ahead]
    beside = [(e, _near(e, newest)) for e in told.beside if told.past]
    return _placed([*past, *beside, *ahead], newest, min((day for _, day in ahead if day), default=None))


def _placed(
    days: Sequence[tuple[DateExpression, date | None]], first: date | None, last: date | None
) -> Placed | None:
    if first is None:
        return None
    told = {(day, e.term.weekday) for e, day in days if day and e.term.weekday}
    pairs = tuple(day.isoweekday() == weekday for day, weekday in sorted(told))
    return Placed(first, last, frozenset(day for _, day in days if day), pairs)


def _past(past: Sequence[DateExpression], year: int) -> list[tuple[DateExpression, date | None]]:
    """Days in a year; where the turn of the year divides one stretch of time, those before it in the year before."""
    here = [(expression, _in(expression, year)) for expression in past]
    days = sorted(day for _, day in here if day)
    for earlier, later in pairwise(days):
        turned = [day for day in days if day >= later]
        before = _in(next(e for e, day in here if day == turned[0]), year - 1)
        if later - earlier > SEASON and before and earlier - before <= SEASON:
            return [(e, _in(e, year - 1) if day and day >= later else day) for e, day in here]
    return here


def _in(expression: DateExpression, year: int) -> date | None:
    return day_bounds(in_year(expression.term, year))[1]


def _near(expression: DateExpression, day: date) -> date | None:
    return day_bounds(term_value(expression.term, Base(day, day.isoformat())))[1]


def _first_from(expression: DateExpression, day: date) -> date | None:
    found = (_in(expression, year) for year in (day.year, day.year + 1))
    return next((last for last in found if last and last >= day), None)
