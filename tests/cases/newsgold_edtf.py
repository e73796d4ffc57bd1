"""Which days an EDTF value can mean (ISO 8601-2:2019), for the scorer of the news cases.

The program's own reading (`dossier.model.edtf`) is not used: a mistake in it would be invisible here. The time of day
and qualifiers (`?`, `~`, `%`) are left out.
"""

import calendar
import datetime
import re
from typing import NamedTuple


class Days(NamedTuple):
    """From the first to the last day, as proleptic Gregorian ordinals."""

    first: int
    last: int

    def meets(self, other: "Days") -> bool:
        """Whether some day is in both."""
        return self.first <= other.last and other.first <= self.last


class Yearly(NamedTuple):
    """A month, or a day of it, of a year that the value leaves open (`XXXX-03-14`)."""

    month: str
    day: str | None

    def fits(self, days: Days) -> bool:
        """Whether it falls within these days in one of their first twelve years: leap days come around by then."""
        first, last = (datetime.date.fromordinal(day).year for day in days)
        values = ("-".join(filter(None, (f"{year:04d}", *self))) for year in range(first, min(first + 12, last + 1)))
        return any(isinstance(own := _single(value), Days) and own.meets(days) for value in values)


ALWAYS = Days(datetime.date.min.toordinal(), datetime.date.max.toordinal())

_OPEN = ("", "..")
_DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_PARTS_OF_YEARS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""First and last month by code (ISO 8601-2, table 9; seasons as in the north); months above 12 are in the next year."""


def days_of(value: str | None) -> Days | Yearly | None:
    """The days a value can mean; None when it says nothing or is no EDTF."""
    value = (value or "").strip()
    if value[:1] in ("[", "{"):
        parts = [days_of(part.replace("..", "/")) for part in value[1:-1].split(",")]
        known = [part for part in parts if isinstance(part, Days)]
        return Days(min(d.first for d in known), max(d.last for d in known)) if known else None
    if "/" in value:
        return _interval(*value.split("/", 1))
    return _single(value)


def can_be_one(a: str | None, b: str | None) -> bool:
    """Whether some day fits both values."""
    first, second = days_of(a), days_of(b)
    if first is None or second is None:
        return False
    if isinstance(first, Yearly):
        return first == second if isinstance(second, Yearly) else first.fits(second)
    return second.fits(first) if isinstance(second, Yearly) else first.meets(second)


def same_days(a: str | None, b: str | None) -> bool:
    """Whether two values mean exactly the same days."""
    days = days_of(a)
    return days is not None and days == days_of(b)


def within(inner: str | None, outer: str | None) -> bool:
    """Whether every day that `inner` can mean is one that `outer` can mean."""
    a, b = days_of(inner), days_of(outer)
    return isinstance(a, Days) and isinstance(b, Days) and b.first <= a.first and a.last <= b.last


def _interval(start: str, end: str) -> Days | None:
    """The days of `START/END`; an end that is open or has no year reaches as far as it can."""
    first, last = _single(start), _single(end)
    if isinstance(first, Yearly) or isinstance(last, Yearly):
        return ALWAYS
    if (first is None and start.strip() not in _OPEN) or (last is None and end.strip() not in _OPEN):
        return None
    return Days(first.first if first else ALWAYS.first, last.last if last else ALWAYS.last)


def _single(value: str) -> Days | Yearly | None:
    """The days of a date with or without X for unknown digits."""
    found = _DATE.fullmatch(re.sub("[?~%]", "", value.strip()).partition("T")[0])
    if not found:
        return None
    year, month, day = found.groups()
    month = None if month and "X" in month else month
    if year == "XXXX":
        return Yearly(month, day) if month else ALWAYS
    years = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    try:
        return _calendar(*years, month, day if month and day and "X" not in day else None)
    except ValueError:
        return None


def _calendar(first: int, last: int, month: str | None, day: str | None) -> Days:
    """From the first time in the year `first` to the last time in `last`; ValueError when the calendar has no such."""
    code = int(month) if month else 0
    opens, closes = ((1, 12) if month is None else (code, code)) if code <= 12 else _PARTS_OF_YEARS.get(code, (1, 12))
    start = datetime.date(first, opens, int(day) if day else 1).toordinal()
    if day:
        return Days(start, datetime.date(last, opens, int(day)).toordinal())
    year, closing = (last + 1, closes - 12) if closes > 12 else (last, closes)
    return Days(start, datetime.date(year, closing, calendar.monthrange(year, closing)[1]).toordinal())
