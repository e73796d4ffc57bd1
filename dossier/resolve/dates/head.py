"""What the head of a document says of the time that all of it is of: `Log of the barque Elisa, 1894`, `War diary, June
1916`."""

import re
from datetime import date

from dossier.model.date import Anchor, DateExpression
from dossier.resolve.dates.arithmetic import Day, day_bounds
from dossier.resolve.dates.terms import ANY_MONTH, Base

AT_HEAD = "from the head of the document"
"""The rule of dates whose year nothing but the head of the document, or the entry before, tells."""
HEAD = 3
_PERIOD = re.compile(r"\d{4}(?:-(?:0\d|1[0-2]))?")
_YEARLESS = re.compile(r"XXXX-(?:0\d|1[0-2])(?:-\d\d)?")
BACK = 6
"""So many months back, the month of the next entry is one of the next year: December, January."""


class Head:
    """The years and months that the first passages of a document tell."""

    def __init__(self) -> None:
        self._values: set[str] = set()

    def told(self, expression: DateExpression, value: str | None) -> None:
        """Remember a year or month, with its year, of the head."""
        if expression.passage < HEAD and expression.term.anchor is Anchor.NONE and value and _PERIOD.match(value):
            self._values.add(value[: len("2018-08")] if _PERIOD.fullmatch(value) else value[: len("2018")])

    def base(self, expression: DateExpression, entry: Day | None) -> Base | None:
        """What a date without its year hangs on: the year of the `entry` before it, or the one after where its month
        is over; else the only year of the head. A day of no month hangs on the entry, or on the month of the head."""
        pattern = expression.term.pattern
        if pattern.startswith(ANY_MONTH):
            months = [value for value in self._values if len(value) == len("2018-08")]
            day = entry or (day_bounds(months[0])[0] if len(months) == 1 else None)
            return Base(day, day.isoformat()) if day else None
        years = {int(value[: len("2018")]) for value in self._values}
        if not _YEARLESS.fullmatch(pattern) or not (entry or len(years) == 1):
            return None
        year = entry.year + (entry.month - int(pattern[5:7]) >= BACK) if entry else years.pop()
        return Base(date(year, 1, 1), f"{year:04}") if 1 <= year <= date.max.year else None
