"""The first and last day an EDTF value can mean (ISO 8601-2:2019, Extended Date/Time Format, levels 0 to 2).

Bounds are ISO dates, or ISO dates with the time of day where the value has one (the clock as written; its zone
is left out, since a value without a time has none). As text they sort as time does, within four-digit years.
"""

import calendar
import re
from functools import lru_cache

Bounds = tuple[str | None, str | None]
"""Earliest and latest; None where that side is open or unknown."""

_QUALIFIERS = re.compile("[?~%]")
_QUALIFIED = re.compile(r"[?~%]?-?[0-9X]{4}[?~%]?(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}")
_DATE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-]\d\d(?::?\d\d)?)?")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00")

_SEASONS = {
    # Without a hemisphere (21-24) as in the northern one; quarters, terms of four months and halves by the month.
    **dict.fromkeys((21, 25, 31), (3, 5)), **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)), **dict.fromkeys((24, 28, 30), (12, 14)),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""First and last month by the code of ISO 8601-2 table 9; months above 12 lie in the next year."""


@lru_cache(maxsize=4096)
def bounds(value: str | None) -> Bounds:
    """The earliest and latest day or time that `value` can mean; (None, None) where it bounds nothing or is no EDTF.

    Qualifiers (`?`, `~`, `%`) say how sure the source is, not how wide the value is, and change nothing.
    """
    text = _QUALIFIERS.sub("", value or "").strip()
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        return _hull([_range(part.strip(), "..") for part in text[1:-1].split(",")])
    return _range(text, "/")


def is_edtf(value: str) -> bool:
    """Whether all of `value` is EDTF, and bounds something: no end that is no date, none that comes before the other.

    Stricter than `bounds`, which makes the best of what stands in a database: for what a person gives as a date.
    """
    if value[:1] + value[-1:] in ("[]", "{}"):
        return all(_are_ends(part.strip(), "..") for part in value[1:-1].split(","))
    return _are_ends(value, "/")


def _are_ends(text: str, mark: str) -> bool:
    first, found, last = text.partition(mark)
    if not found:
        return _is_point(text)
    ends = [end for end in (first, last) if end and (end != ".." or mark == "..")]
    if not ends or not all(map(_is_point, ends)):
        return False
    start, end = bounds(first)[0], bounds(last)[1]
    # Before the year 0, text does not sort as time does.
    return len(ends) < 2 or "-" in (ends[0][0], ends[1][0]) or (start or "") <= (end or "")


def _is_point(text: str) -> bool:
    return bool(_QUALIFIED.fullmatch(text) or _MOMENT.fullmatch(text)) and bounds(text) != (None, None)


def _range(text: str, mark: str) -> Bounds:
    """Bounds of `A`, `A<mark>B`, `A<mark>` or `<mark>B`; `..` and nothing are an open side."""
    first, found, last = text.partition(mark)
    if not found:
        return _single(text)
    return _single(first)[0], _single(last)[1]


def _hull(parts: list[Bounds]) -> Bounds:
    """From the earliest to the latest of several; open where one of them is."""
    starts = [start for start, _ in parts if start is not None]
    ends = [end for _, end in parts if end is not None]
    whole_starts, whole_ends = len(starts) == len(parts), len(ends) == len(parts)
    return (min(starts) if whole_starts else None, max(ends) if whole_ends else None)


def _single(text: str) -> Bounds:
    if moment := _MOMENT.fullmatch(text):
        day, hour, minute, second = moment.groups()
        if _single(day)[0] is None or not _CLOCK.fullmatch(f"{hour}:{minute}:{second or '00'}"):
            return None, None
        stem = f"{day}T{hour}:{minute}:"
        return stem + (second or "00"), stem + (second or "59")
    date = _DATE.fullmatch(text)
    if date is None or date[1].strip("-") == "XXXX":
        return None, None
    return _days(date[1], date[2], date[3])


def _days(year: str, month: str | None, day: str | None) -> Bounds:
    """Bounds of a date whose digits may be `X`: the first and the last real day that they fit."""
    years, months = _fitting(year, -9999, 9999), _months(month)
    first = (_day(y, opening, day, last=False) for y in years for opening, _ in months)
    last = (_day(y, closing, day, last=True) for y in reversed(years) for _, closing in reversed(months))
    return next(filter(None, first), None), next(filter(None, last), None)


def _months(month: str | None) -> list[tuple[int, int]]:
    """First and last month of each stretch that the digits can mean."""
    if month is None:
        return [(1, 12)]
    if month.isdigit() and int(month) in _SEASONS:
        return [_SEASONS[int(month)]]
    return [(number, number) for number in _fitting(month, 1, 12)]


def _day(year: int, month: int, day: str | None, *, last: bool) -> str | None:
    """The first or last day of a month that the digits fit, as an ISO date; None where it has no such day."""
    extra, number = divmod(month - 1, 12)
    year += extra
    # The calendar repeats after 400 years, and Python's ends at 9999 and has no year before 1.
    length = calendar.monthrange(2000 + year % 400, number + 1)[1]
    days = _fitting(day, 1, length) if day else range(1, length + 1)
    if not days:
        return None
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{number + 1:02d}-{days[-1 if last else 0]:02d}"


def _fitting(digits: str, low: int, high: int) -> list[int]:
    """The numbers from `low` to `high` that the digits fit, `X` standing for any, in order."""
    sign, figures = (-1, digits[1:]) if digits.startswith("-") else (1, digits)
    least, most = int(figures.replace("X", "0")), int(figures.replace("X", "9"))
    pattern = re.compile(figures.replace("X", "[0-9]"))
    numbers = (number for number in range(least, most + 1) if pattern.fullmatch(f"{number:0{len(figures)}d}"))
    return sorted(sign * number for number in numbers if low <= sign * number <= high)
