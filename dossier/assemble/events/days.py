"""The days an event can have happened on, as numbers that can be compared quickly."""

from collections.abc import Iterable
from datetime import date
from functools import cache, reduce

from dossier.model.edtf import bounds

Days = tuple[int, int]
"""First and last day, counted from 1 January of the year 1; a side that is open or unknown is EVER."""
EVER: Days = (date.min.toordinal(), date.max.toordinal())


@cache
def days_of(value: str | None) -> Days:
    """The days that an EDTF value can mean; EVER for none. Times of day are left out, because clocks and zones
    differ between sources."""
    earliest, latest = bounds(value)
    return _ordinal(earliest, EVER[0]), _ordinal(latest, EVER[1])


def _ordinal(day: str | None, otherwise: int) -> int:
    if day is None or not "0001" <= day[:4] <= "9999":
        return otherwise
    return date.fromisoformat(day[:10]).toordinal()


def shared(a: Days, b: Days) -> Days:
    """The days in both; the first after the last where there are none."""
    return max(a[0], b[0]), min(a[1], b[1])


def common(times: Iterable[Days]) -> Days:
    """The days in all of some; the first after the last where there are none."""
    return reduce(shared, times, EVER)
