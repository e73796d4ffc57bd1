"""Dates as a person types them: `16 April 1998`, `about 5 May 1911`, `Aug 2018`, `between 1914 and 1918`, or EDTF."""

import datetime
import re

from dossier.annotate.dates import find_dates
from dossier.model.annotation import Passage, PassageKind
from dossier.model.date import Anchor
from dossier.model.edtf import bounds, is_edtf
from dossier.model.span import Span
from dossier.resolve.dates.anchors import Anchors
from dossier.resolve.dates.arithmetic import hull
from dossier.resolve.dates.edges import Edges
from dossier.resolve.dates.whole import read_value

_AROUND = {
    "": ("", "in", "on"), "since": ("since", "from"),
    "until": ("until", "till", "by", "up to", "to", "no later than"), "from": ("", "between", "from"),
}  # fmt: skip
"""What may stand before a date by the bound it makes; other words would change what it means (`not before`)."""
_BETWEEN = ("and", "to", "until", "till", "-", "–", "—")
_EXCLUSIVE = {"before": 0, "after": 1}
"""Words that leave out the date they stand before, by the end of it that counts. Those of the documents are read as
naming a date near what is meant (`before 2018`: up to some day of 2018); who types one can say so exactly."""
_NEARLY_EDTF = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")
"""Figures in the order of EDTF that are none: the thirteenth month is a slip, not a range of years."""


def read_date(words: str) -> str | None:
    """The EDTF value of a date that is all of `words`; None where they say anything else, or no year.

    What is EDTF already stays as it is. Words are read as those of the documents are, but that `before` and `after`
    leave out the date they stand before; `by`, `until`, `since` and `from` do not.
    """
    text = " ".join(words.split())
    side, _, date = text.partition(" ")
    if side.casefold() in _EXCLUSIVE:
        return _beyond(_named(date), _EXCLUSIVE[side.casefold()])
    return _named(text)


def _named(text: str) -> str | None:
    if is_edtf(text):
        return text
    if _NEARLY_EDTF.fullmatch(text):
        return None
    found = find_dates(text, [Passage(PassageKind.PARAGRAPH, Span(0, len(text)))])
    if not found or any(date.term.anchor is not Anchor.NONE for date in found):
        return None
    edges = [0, *(edge for date in found for edge in (date.span.start, date.span.end)), len(text)]
    rest = [text[start:end].strip().casefold() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if rest[0] not in _AROUND.get(found[0].bound, ()) or rest[-1] not in ("", "."):
        return None
    anchors = Anchors(None, False, (), Edges(()))
    readings = [read_value(date, anchors) for date in found]
    value = _period(readings[0][0], readings[1][0]) if _are_ends(rest, [date.bound for date in found]) else (
        readings[0][3] or readings[0][0] if len(found) == 1 else None)  # fmt: skip
    return value if value and is_edtf(value) else None


def _beyond(value: str | None, end: int) -> str | None:
    """All that lies before (0) or after (1) a date, as exactly as the date is given: before 2018 is until 2017. None
    where that is open itself, is one of several dates, or where the calendar of `datetime` ends."""
    if value is None or value[0] in "[{" or ".." in value:
        return None
    given = value.split("/")[-end]
    limit = bounds(value)[end]
    if limit is None or not given:
        return None
    if "T" in given:
        # The day itself is in part before that time, and in part after it.
        beyond: str | None = limit.partition("T")[0]
    else:
        beyond = _stepped(limit, given.strip("?~%").lstrip("-").count("-"), 1 if end else -1)
    marks = given[-1] if given[-1] in "?~%" else ""
    found = f"{beyond}{marks}/.." if end else f"../{beyond}{marks}"
    return found if is_edtf(found) else None


def _stepped(day: str, dashes: int, step: int) -> str | None:
    """The year (0 dashes), month (1) or day (2) before or after that of an ISO date."""
    figures = re.fullmatch(r"(-?\d{4})-(\d\d)-(\d\d)", day)
    if figures is None:
        return None
    year, month, number = map(int, figures.groups())
    if not dashes:
        return _year(year + step)
    if dashes == 1:
        extra, month = divmod(month - 1 + step, 12)
        return f"{_year(year + extra)}-{month + 1:02}"
    try:
        return (datetime.date(year, month, number) + datetime.timedelta(step)).isoformat()
    except (ValueError, OverflowError):
        return None


def _year(number: int) -> str:
    return f"{'-' if number < 0 else ''}{abs(number):04}"


def _are_ends(rest: list[str], ends: list[str]) -> bool:
    return ends == ["from", "to"] and rest[1] in _BETWEEN


def _period(first: str | None, last: str | None) -> str | None:
    return hull(first, last) if first and last else None
