"""Dates as a person types them: `16 April 1998`, `about 5 May 1911`, `Aug 2018`, `between 1914 and 1918`, or EDTF."""

import re

from dossier.annotate.dates import find_dates
from dossier.model.annotation import Passage, PassageKind
from dossier.model.date import Anchor
from dossier.model.edtf import bounds
from dossier.model.span import Span
from dossier.resolve.dates.anchors import Anchors
from dossier.resolve.dates.arithmetic import hull
from dossier.resolve.dates.edges import Edges
from dossier.resolve.dates.whole import read_value

_AROUND = {
    "": ("", "in", "on"), "since": ("since", "after", "from"),
    "until": ("until", "till", "before", "by", "up to", "to", "no later than"), "from": ("", "between", "from"),
}  # fmt: skip
"""What may stand before a date by the bound it makes; other words would change what it means (`not before`)."""
_BETWEEN = ("and", "to", "until", "till", "-", "–", "—")
_NEARLY_EDTF = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")
"""Figures in the order of EDTF that are none: the thirteenth month is a slip, not a range of years."""


def read_date(words: str) -> str | None:
    """The EDTF value of a date that is all of `words`; None where they say anything else, or no year.

    What is EDTF already stays as it is. Words are read as those of the documents are.
    """
    text = " ".join(words.split())
    if bounds(text) != (None, None):
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
    anchors = Anchors(None, False, {}, Edges(()))
    readings = [read_value(date, anchors) for date in found]
    value = _period(readings[0][0], readings[1][0]) if _are_ends(rest, [date.bound for date in found]) else (
        readings[0][3] or readings[0][0] if len(found) == 1 else None)  # fmt: skip
    return value if value and bounds(value) != (None, None) else None


def _are_ends(rest: list[str], ends: list[str]) -> bool:
    return ends == ["from", "to"] and rest[1] in _BETWEEN


def _period(first: str | None, last: str | None) -> str | None:
    return hull(first, last) if first and last else None
