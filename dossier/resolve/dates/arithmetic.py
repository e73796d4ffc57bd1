"""Days, and the periods around them, as EDTF."""

import datetime
from calendar import monthrange

from dossier.model.edtf import bounds

Day = datetime.date


def day_bounds(value: str | None) -> tuple[Day | None, Day | None]:
    """First and last day of an EDTF value; None for a side that is open, unknown or outside the years 1 to 9999."""
    first, last = bounds(value)
    return _day(first), _day(last)


def _day(iso: str | None) -> Day | None:
    if iso is None or iso.startswith("-") or iso < "0001":
        return None
    return datetime.date.fromisoformat(iso[:10])


def shifted(day: Day, amount: int, unit: str) -> Day | None:
    """The day `amount` units later (earlier where negative), its day of the month cut to what the month has;
    None outside the years 1 to 9999. Units: day, week, weekend, month, quarter, year, decade, century."""
    days = {"day": 1, "week": 7, "weekend": 7}.get(unit)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit, 0)
    if abs(amount) > 200_000:
        return None
    try:
        if days:
            return day + datetime.timedelta(days=days * amount)
        year, month = divmod(day.year * 12 + day.month - 1 + months * amount, 12)
        return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def at_grain(day: Day, grain: str) -> str:
    """EDTF of the period of the given grain that a day lies in. Weeks are ISO weeks, as intervals; so are weekends."""
    if grain in ("week", "weekend"):
        monday = day - datetime.timedelta(days=day.weekday())
        first = monday + datetime.timedelta(days=5 if grain == "weekend" else 0)
        return f"{first.isoformat()}/{(monday + datetime.timedelta(days=6)).isoformat()}"
    if grain == "quarter":
        return f"{day.year:04}-{33 + (day.month - 1) // 3}"
    if grain == "century":
        return f"{day.year // 100:02}XX"
    if grain == "decade":
        return f"{day.year // 10:03}X"
    return day.isoformat()[: {"year": 4, "month": 7}.get(grain, 10)]


def weekday_near(day: Day, weekday: int, direction: int) -> Day:
    """The nearest such weekday (ISO number) on or before (`direction` -1) or on or after (1) a day; 0: in its week."""
    behind = (day.isoweekday() - weekday) % 7
    if direction == 0:
        return day + datetime.timedelta(days=weekday - day.isoweekday())
    return day - datetime.timedelta(days=behind) if direction < 0 else day + datetime.timedelta(days=-behind % 7)


def part_of(value: str, part: str) -> str | None:
    """EDTF interval of the early, middle or late part of a month (halves, the middle from the 10th to the 20th) or
    of a year (the first and last quarter, and the half between); None for other values."""
    if len(value) == 7 and value[5:].isdigit() and int(value[5:]) <= 12 and value[:4].isdigit():
        last = monthrange(int(value[:4]) or 4, int(value[5:]))[1]
        first, last = {"early": (1, 15), "mid": (10, 20), "late": (15, last)}[part]
        return f"{value}-{first:02}/{value}-{last:02}"
    if len(value) == 4 and value.isdigit():
        first, last = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}[part]
        return f"{value}-{first:02}/{value}-{last:02}"
    return None


def hull(first: str, last: str) -> str | None:
    """EDTF interval from the start of one value to the end of another; None where they have no such ends."""
    if first == last:
        return first
    start, end = (first.split("/", maxsplit=1)[0], last.rsplit("/", maxsplit=1)[-1])
    if "T" in start or "T" in end:
        start, end = start[:10], end[:10]
    low, high = day_bounds(start)[0], day_bounds(end)[1]
    if low is None or high is None or low > high:
        return None
    return f"{start}/{end}"
