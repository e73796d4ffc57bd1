"""EDTF values (ISO 8601-2:2019) in a few cells: `29–30 Aug 2018`, `~04 Sep`, `≥ Dec 2021`.

Total: what cannot be read as EDTF is shown as it stands. Nothing is made more precise than the value is.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from dossier.model.edtf import bounds
from dossier.present.cells import width_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNDATED = "undated"

_SEASONS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4",
    37: "Jan–Apr", 38: "May–Aug", 39: "Sep–Dec", 40: "1st half", 41: "2nd half",
}  # fmt: skip
_POINT = re.compile(
    r"(?P<year>-?[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?:T(?P<time>\d\d:\d\d)[\d:Z+-]*)?")
_TIMES = re.compile(r"T[\d:]+(?:Z|[+-]\d\d:?\d\d)?")
_DAYS = re.compile(r"(?<=[\dX]{4}-[\dX]{2})-[\dX]{2}")
_MONTHS = re.compile(r"(?<=[\dX]{4})-[\dX]{2}")
_QUALIFIERS = re.compile("[?~%]")
_MONTH = r"\d{4}-(?:0[1-9]|1[0-2]|2[1-4])(?:-[0-3]\d)?(?:T\d\d:\d\d(?::\d\d)?Z?)?[?~%]?"
_BOUND = rf"(?:{_MONTH}|\d{{4}}[?~%]?|\.\.)"
_IN_REASONS = re.compile(
    rf"“[^”]*”|(?<![\w/.-])(?:{_BOUND}/{_BOUND}|{_MONTH})(?![\w/-]|\.\w|[^:;,→“]*\.(?:txt|md|markdown)\b)")
"""A value within a sentence of ours; quoted words and names of files stay as they are."""


class _Point(NamedTuple):
    """A date without its qualifiers; what is unspecified is empty."""

    year: str
    """In words; of digits only where it is one year after Christ."""
    month: str
    day: str
    time: str


@lru_cache(4096)
def date_words(value: str | None, *, year: bool = True) -> str:
    """An EDTF value in words; without its year where a heading or column already shows it (`year_of`)."""
    if not value:
        return UNDATED
    if value[0] in "[{" and value[-1] in "]}":
        return _set([part.strip() for part in value[1:-1].split(",")], " or " if value[0] == "[" else " and ", year)
    start, slash, end = value.partition("/")
    if not slash:
        return _qualified(value, year)
    if start in ("", ".."):
        return "undated" if end in ("", "..") else f"≤ {_bound(end, year)}"
    if end in ("", ".."):
        return f"≥ {_bound(start, year)}"
    return _interval(start, end, year)


def reason_words(reason: str) -> str:
    """A sentence that says what was concluded from what, its EDTF values in words and all else as it stands."""
    return _IN_REASONS.sub(lambda found: found[0] if found[0][0] == "“" else date_words(found[0]), reason)


@lru_cache(4096)
def date_in(value: str | None, width: int, *, year: bool = True) -> str:
    """An EDTF value in words of at most `width` cells where it can be had by saying less: first the time of day
    goes, then the days, then the months. Never more precise than the value, never another date.
    """
    for less in (_TIMES, _DAYS, _MONTHS):
        words = date_words(value, year=year)
        if width_of(words) <= width:
            return words
        value = less.sub("", value or "")
    return date_words(value, year=year)


def year_of(value: str | None) -> str:
    """The year in which an EDTF value begins, or that of the only end it has, for a column of years; nothing where
    `date_words` says it itself."""
    start, slash, end = (value or "").partition("/")
    first = re.match(r"[\[{]?(\d{4})(?![\dX])", end if slash and start in ("", "..") else start)
    if not first or first[1] == "0000":
        return ""
    # Of several dates the first in time, which need not be the first in writing.
    return (next(filter(None, bounds(value)), None) or first[1])[:4]


def _bound(value: str, year: bool) -> str:
    """The only end of an interval; a sign alone, with the year left to a heading, would be a sign of nothing."""
    return _qualified(value, year) or _qualified(value, True)


def _set(values: list[str], joint: str, year: bool) -> str:
    """One of several dates, or all of them; what they share is said once: `04 or 05 Sep 2018`."""
    points = [_read(value) if not _QUALIFIERS.search(value) else None for value in values]
    plain = [point for point in points if point is not None and not point.time]
    same_year = len(plain) == len(values) and len({point.year for point in plain}) == 1 and plain[0].month
    if same_year and len({point.month for point in plain}) == 1 and all(point.day for point in plain):
        parts = [point.day.replace("X", "·") for point in plain]
        ending = _words(plain[0]._replace(day=""), year)
    elif same_year:
        parts, ending = [_words(point, False) for point in plain], plain[0].year if year else ""
    else:
        parts, ending = [date_words(value.replace("..", "/")) for value in values], ""
    parts = list(dict.fromkeys(parts))
    said = joint.join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
    return f"{said} {ending}".rstrip()


def _qualified(value: str, year: bool) -> str:
    point = _read(value)
    if point is None:
        return value
    # A mark alone, with the year left to a heading, would be a mark of nothing.
    bare = not year and not (point.month or point.day or point.time)
    return _marked(value, _words(point, year or (bare and _QUALIFIERS.search(value) is not None)))


def _marked(value: str, words: str) -> str:
    """`~` before what is approximate, `?` behind what is uncertain."""
    uncertain, approximate = "?" in value or "%" in value, "~" in value or "%" in value
    return "~" * approximate + words + "?" * uncertain


def _read(value: str) -> _Point | None:
    match = _POINT.fullmatch(_QUALIFIERS.sub("", value))
    if match is None:
        return None
    month = "" if match["month"] in (None, "XX") else match["month"]
    # A day of an unknown month says nothing in words; that of an unknown year does.
    day = "" if match["day"] in (None, "XX") or not month.isdigit() else match["day"]
    return _Point(_year(match["year"]), month, day, match["time"] or "" if day else "")


def _year(digits: str) -> str:
    """A year in words: `2010s` for a decade, the first and last year of a century, `45 BC` (which is -0044)."""
    unspecified = len(digits) - len(digits.rstrip("X"))
    if unspecified >= 4:
        return ""
    if "X" in digits.rstrip("X"):
        return digits.replace("X", "·")
    first, last = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if digits.startswith("-") or not last:
        years = sorted({1 - first, 1 - last})
        return "–".join(map(str, years)) + " BC"
    if unspecified > 1:
        return f"{first:04}–{last:04}"
    return digits[:3] + "0s" if unspecified else digits


def _words(point: _Point, year: bool) -> str:
    shown = year or not point.year.isdigit()
    parts = [point.day.replace("X", "·"), _month(point.month), point.year if shown else "", point.time]
    return " ".join(part for part in parts if part) or ("" if point.year else UNDATED)


def _month(month: str) -> str:
    if not month.isdigit():
        return {"0X": "Jan–Sep", "1X": "Oct–Dec"}.get(month, "")
    number = int(month)
    return MONTHS[number - 1] if 1 <= number <= 12 else _SEASONS.get(number, month)


def _interval(start: str, end: str, year: bool) -> str:
    first, last = _read(start), _read(end)
    if first == last and first is not None:
        return _qualified(start, year)
    if first is None or last is None:
        return f"{start} – {end}"
    if _whole_months(first, last):
        first, last = first._replace(day=""), last._replace(day="")
    return _marked(start + end, _between(first, last, year))


def _between(first: _Point, last: _Point, year: bool) -> str:
    if first == last:
        return _words(first, year)
    if first.year != last.year:
        return f"{_words(first, year) or first.year}–{_words(last, True)}"
    ending = f" {first.year}" if first.year and (year or not first.year.isdigit()) else ""
    if not (first.time or last.time):
        if first.day and last.day and first.month == last.month:
            return f"{first.day}–{last.day} {_month(first.month)}{ending}"
        if first.month and last.month:
            return f"{_words(first, False)}–{_words(last, False)}{ending}"
    return f"{_words(first, False) or first.year} – {_words(last, False) or last.year}{ending}"


def _whole_months(first: _Point, last: _Point) -> bool:
    """Whether two days bound whole months, which is then the shorter way to say the same."""
    if first.day != "01" or not (last.day.isdigit() and last.month.isdigit() and last.year.isdigit()):
        return False
    return bounds(f"{last.year}-{last.month}")[1] == f"{last.year}-{last.month}-{last.day}"
