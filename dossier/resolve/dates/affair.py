"""What all the dates of a document that state their year tell of those that do not: the year told with them, and the
time of an affair that was long over when the document was published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dossier.model.date import Anchor, DateExpression, DateMeaning
from dossier.resolve.dates.arithmetic import Day, day_bounds
from dossier.resolve.dates.terms import PLAIN, Base, in_year

_FINE = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")
_YEARLESS = re.compile(r"XXXX-(?:0\d|1[0-2])(-\d\d)?")
LONGEST, OVER, BESIDE = timedelta(days=366), timedelta(days=270), timedelta(days=60)
"""An affair lasts a year at most, and was over so long before publication; what lies so near beside the days told is
taken to be of it."""
MONTHS = 120
"""Days before publication within which a month is named without its year as news."""


@dataclass(frozen=True, slots=True)
class Affair:
    """The first and last day of what a document tells, and the day it was published."""

    first: Day
    last: Day
    published: Day

    def base(self, expression: DateExpression) -> Base | None:
        """What a day or month without its year hangs on, told as past, that is of the affair; None where it may be
        news."""
        term, found = expression.term, _YEARLESS.fullmatch(expression.term.pattern)
        if term.direction > 0 or term.part or not found:
            return None
        news = day_bounds(in_year(term, self.published.year))[0]
        if news and abs((self.published - news).days) <= (PLAIN if found[1] else MONTHS):
            return None
        years = range(self.first.year - 1, self.last.year + 2)
        days = [day for year in years if (day := day_bounds(in_year(term, year))[0])]
        near = [day for day in days if self.first - BESIDE <= day <= self.last + BESIDE]
        return Base(near[0], near[0].isoformat()) if len(near) == 1 else None


def affair_of(expressions: Sequence[DateExpression], published: Day | None) -> Affair | None:
    """The affair that a document looks back at: where at least two days or months with their year are told, all within
    one year, and that was over long before publication."""
    if published is None:
        return None
    own = (Anchor.NONE, DateMeaning.HAPPENED)
    stated = {e.term.pattern for e in expressions if (e.term.anchor, e.meaning) == own and _FINE.match(e.term.pattern)}
    bounds = [day_bounds(value) for value in stated]
    days = [day for pair in bounds for day in pair if day is not None and day < published]
    if len(stated) < 2 or not days:
        return None
    first, last = min(days), max(days)
    return Affair(first, last, published) if last - first <= LONGEST and published - last >= OVER else None


def years_told(expressions: Sequence[DateExpression]) -> dict[int, str]:
    """By passage, the first date with a year that it tells: what a date before it may hang on."""
    years: dict[int, str] = {}
    for expression in expressions:
        told = expression.term.anchor is Anchor.NONE and expression.meaning is DateMeaning.HAPPENED
        if told and expression.term.pattern:
            years.setdefault(expression.passage, expression.term.pattern)
    return years
