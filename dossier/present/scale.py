"""Time in columns: how much of it a column of the timeline stands for, and what is written above.

Instants are minutes as `dossier.model.instant` counts them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from dossier.model.instant import DAY, civil
from dossier.present.dates import MONTHS


class Label(NamedTuple):
    """What stands above a column: the greater unit it lies in, and the unit itself."""

    above: str
    below: str
    starts: bool
    """Whether the column begins what is written below; else that only says where one is."""
    opens: bool
    """Whether it begins what is written above."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One step of the zoom."""

    name: str
    """The unit that is labelled."""
    tick: int
    """Columns of such a unit (of centuries and decades: of what is written)."""
    prefix: int
    """Characters of an ISO date that say in which column it lies, or more."""

    def unit(self, column: int) -> int:
        """The unit in which a column lies; units count like columns."""
        return (column - self._offset) // self.tick

    def first(self, unit: int) -> int:
        """The first column of a unit."""
        return unit * self.tick + self._offset

    @property
    def _offset(self) -> int:
        """1970-01-01, the first of the days, was a Thursday; weeks begin on Monday."""
        return 4 if self.name == "weeks" else 0

    def column(self, minute: int) -> int:
        """The column in which an instant lies; columns count from some point, without a hole."""
        days, rest = divmod(minute, DAY)
        if self.name == "weeks":
            return days
        if self.name == "days":
            return days * 4 + rest // 360
        if self.name == "hours":
            return minute // 10
        if self.name == "minutes":
            return minute
        year, month, day = civil(days)
        return {
            "centuries": year // 10, "decades": year, "years": year * 12 + month - 1,
            "months": (year * 12 + month - 1) * 6 + min((day - 1) // 5, 5),
        }[self.name]  # fmt: skip

    def label(self, column: int) -> Label:
        """What to write above a column."""
        if self.name == "centuries":
            return Label(_year(column // 10 * 100), _year(column * 10), column % 5 == 0, column % 10 == 0)
        if self.name == "decades":
            return Label(_year(column // 10 * 10), f"’{column % 100:02}", column % 5 == 0, column % 10 == 0)
        if self.name == "years":
            year, month = divmod(column, 12)
            return Label(_year(year), MONTHS[month], month % 6 == 0, month == 0)
        if self.name == "months":
            months, sixth = divmod(column, 6)
            year, month = divmod(months, 12)
            return Label(_year(year), MONTHS[month], sixth == 0, sixth == month == 0)
        return self._fine_label(column)

    def _fine_label(self, column: int) -> Label:
        """Of the scales on which a column lies within a day."""
        days, part = divmod(column, {"weeks": 1, "days": 4, "hours": 144, "minutes": DAY}[self.name])
        year, month, day = civil(days)
        if self.name in ("weeks", "days"):
            starts = part == 0 if self.name == "days" else days % 7 == 4
            return Label(f"{MONTHS[month - 1]} {_year(year)}", f"{day:02}", starts, part == 0 and day == 1)
        minute = part * (10 if self.name == "hours" else 1)
        starts = minute % (60 if self.name == "hours" else 10) == 0
        return Label(f"{day:02} {MONTHS[month - 1]} {_year(year)}", f"{minute // 60:02}:{minute % 60:02}", starts,
                     minute == 0)  # fmt: skip


SCALES = (
    Scale("centuries", 10, 4), Scale("decades", 10, 4), Scale("years", 12, 7), Scale("months", 6, 10),
    Scale("weeks", 7, 10), Scale("days", 4, 13), Scale("hours", 6, 15), Scale("minutes", 10, 16),
)  # fmt: skip
"""From the widest to the closest."""


def _year(year: int) -> str:
    """As `dossier.present.dates` writes years; year 0 is 1 BC."""
    return str(year) if year > 0 else f"{1 - year} BC"
