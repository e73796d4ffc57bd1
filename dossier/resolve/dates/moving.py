"""Days of the year that move: the fourth Thursday of November, two days before Easter."""

import datetime
from calendar import monthrange

from dossier.resolve.dates.arithmetic import Day


def moving_day(rule: str, year: int) -> Day | None:
    """The day that `month nth weekday` (nth -1 the last) or `easter` plus days falls on in a year; None where the month
    has no such day, or outside the years 1 to 9999."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return None
    if rule.startswith("easter"):
        return _easter(year) + datetime.timedelta(days=int(rule.removeprefix("easter")))
    month, nth, weekday = (int(field) for field in rule.split())
    first, length = monthrange(year, month)
    days = range(1 + (weekday - 1 - first) % 7, length + 1, 7)
    place = nth - 1 if nth > 0 else nth
    return datetime.date(year, month, days[place]) if -len(days) <= place < len(days) else None


def _easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar, by the rule of J.-M. Oudin (1940), as the Explanatory Supplement to the
    Astronomical Almanac gives it; of years before 1583 by the Julian rule, in Julian days."""
    if year < 1583:
        moon = (19 * (year % 19) + 15) % 30
        weekday = (year + year // 4 + moon) % 7
    else:
        century, golden = year // 100, year % 19
        skipped = (century - 17) // 25
        moon = (century - century // 4 - (century - skipped) // 3 + 19 * golden + 15) % 30
        moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
        weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return datetime.date(year, month, offset + 28 - 31 * (month // 4))
