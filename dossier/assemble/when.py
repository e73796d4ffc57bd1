"""The time an EDTF value can mean, as an interval that can be compared."""

from datetime import datetime, time
from functools import cache

from dossier.model.edtf import bounds

Interval = tuple[datetime, datetime]
"""From the first to the last second; without zones, as the sources' clocks show it."""


@cache
def interval(value: str | None) -> Interval | None:
    """First and last second of an EDTF value; None where a side is open or lies outside the years 1 to 9999."""
    earliest, latest = bounds(value)
    if earliest is None or latest is None or earliest < "0001" or latest < "0001":
        return None
    first = datetime.fromisoformat(earliest)
    last = datetime.fromisoformat(latest)
    return first, last if "T" in latest else datetime.combine(last, time.max)


def meet(one: str | None, other: str | None) -> bool:
    """Whether two EDTF values can mean the same time; a time of day is compared only by its day, because
    clocks and zones differ between sources."""
    a, b = interval(one), interval(other)
    return a is not None and b is not None and a[0].date() <= b[1].date() and b[0].date() <= a[1].date()
