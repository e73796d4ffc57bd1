"""The time a report gives its event: the date's value, as wide as the words around it make it."""

import re

from dossier.model.date import DOUBTFUL, DateMention

_FROM = re.compile(r"\b(?:since|from)\s+(?:about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:once|twice|repeatedly|often|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a\s+dozen|several|many|some"
    r"|dozens\s+of|hundreds\s+of)\s+(?:\w+\s+)?\w+s)\b[^.;!?\n]*$",
    re.IGNORECASE,
)
"""What tells, in the sentence before a date, that something was done a number of times, or to a number of things."""
_AFTER = re.compile(r"\b(?:after|following)\s+(?:about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|by|prior\s+to|until|till)\s+(?:about\s+|around\s+)?(?:the\s+)?$", re.IGNORECASE)
_LOOK_BACK = 24
"""Code points before a date in which the preposition that opens it stands."""
_CLAUSE = 120
"""Code points before a date in which the clause that it ends begins."""
_DAY_OR_LONGER = re.compile(r"\d{4}(?:-\d\d){0,2}")


def told_time(text: str, date: DateMention) -> str | None:
    """EDTF of when something dated by `date` happened, as the source has it: `1978/1983` for *between 1978 and
    1983*, `../1992-06-03` for *by 3 June 1992*, `1986/..` for *after 1986* and *complained twice since 1986*; None
    where nothing is known. What lasts *since 1986* began then, and that is what has a place in time. A day that may
    be counted from another date than the one meant is uncertain."""
    before = text[max(0, date.span.start - _LOOK_BACK) : date.span.start]
    if (opened := _FROM.search(before)) and (date.extent or "").endswith("/.."):
        clause = text[max(0, date.span.start - _CLAUSE) : date.span.start - len(opened[0])]
        return date.extent if _COUNTED.search(clause) else date.value
    if date.extent is not None:
        return date.extent
    if date.value is None or "/" in date.value:
        return date.value
    if _AFTER.search(before):
        return f"{date.value}/.."
    if _BEFORE.search(before):
        return f"../{date.value}"
    doubtful = date.rule == DOUBTFUL and _DAY_OR_LONGER.fullmatch(date.value)
    return f"{date.value}?" if doubtful else date.value
