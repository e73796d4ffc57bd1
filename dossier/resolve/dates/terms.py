"""The value of a date term, given the days it hangs on."""

import datetime
from dataclasses import dataclass

from dossier.model.date import Anchor, DateTerm
from dossier.resolve.dates.arithmetic import Day, at_grain, day_bounds, shifted, weekday_near
from dossier.resolve.dates.moving import moving_day

PLAIN = 45
"""Days within which a date without a year is the nearest one whatever the tense: a writer who means the one of
another year says so (`last December`)."""


THURSDAY, SATURDAY = 4, 6
ANY_MONTH = "XXXX-XX-"
"""How the pattern of a day begins whose month the words leave out: `on the 28th`."""
NAMED = "named"
"""The part of a term whose words say which one is meant (`last March`)."""
NEAREST = "nearest"
"""The part of a weekday that lies nearest to the day told before: `on the Monday`."""


BACK, AHEAD = "back", "ahead"
"""The part of a weekday so many units from the last or the next one: `two weeks ago Thursday`, `a week from Friday`."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a term hangs on: a day, and the period it was told as."""

    day: Day
    value: str


def term_value(term: DateTerm, base: Base | None) -> str | None:
    """EDTF of a term without its time, part and qualifier; None where it hangs on something unknown, or leads out of
    the years 1 to 9999."""
    try:
        return _worked_out(term, base)
    except OverflowError:
        return None


def _worked_out(term: DateTerm, base: Base | None) -> str | None:
    if term.anchor is Anchor.NONE:
        return in_year(term, int(term.pattern)) if term.moving else term.pattern or None
    if base is None:
        return None
    if term.pattern:
        return _in_month(term, base) if term.pattern.startswith(ANY_MONTH) else _with_year(term, base)
    if term.weekday:
        return (_from_weekday if term.part in (BACK, AHEAD) else _weekday)(term, base)
    if not fine_enough(base.value, term.grain):
        return None
    over = term.direction < 0 or (term.direction == 0 and base.day.isoweekday() < THURSDAY)
    gone = term.grain == "weekend" and not term.shift and over and base.day.isoweekday() < SATURDAY
    day = shifted(base.day, term.shift - gone, term.unit)  # `met this weekend`, written on a Tuesday: the last one
    return at_grain(day, term.grain) if day else None


def fine_enough(value: str, grain: str) -> bool:
    """Whether a period is told precisely enough to count units of a grain from it: no days from a year."""
    first, last = day_bounds(value)
    if first is None or last is None:
        return False
    days = (last - first).days + 1
    most = {"day": 4, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653}
    return days <= most.get(grain, 36_600)


def _with_year(term: DateTerm, base: Base) -> str | None:
    """The pattern of a month, day, season or quarter with its year."""
    if term.anchor is Anchor.YEAR or (term.anchor is Anchor.CONTEXT and not term.unit):
        return _nearest(term, base.day)
    if term.unit == "year":
        year = base.day.year + term.shift
        if term.moving:
            return in_year(term, year)
        return f"{year:04}{term.pattern[4:]}" if 1 <= year <= 9999 else None
    return None


def in_year(term: DateTerm, year: int) -> str | None:
    """EDTF of a term without a year in a given year; None where that year has no such day."""
    if term.moving:
        day = moving_day(term.moving, year)
        return day.isoformat() if day else None
    value = f"{year:04}{term.pattern[4:]}"
    return value if 1 <= year <= 9999 and day_bounds(value)[0] else None


def _in_month(term: DateTerm, base: Base) -> str | None:
    """A day of a month that is not named: of the month so many months away, else the nearest such day on the side
    where the words point; with its weekday, the nearest that both fit (`Friday the 13th`)."""
    number = int(term.pattern[-2:])
    if term.unit == "month":
        if not fine_enough(base.value, "month"):
            return None
        month = shifted(base.day.replace(day=1), term.shift, "month")
        return _day_in(month, number) if month else None
    reach = 24 if term.weekday else 2
    months = (shifted(base.day.replace(day=1), away, "month") for away in range(-reach, reach + 1))
    found = (_day_in(month, number) for month in months if month)
    days = [datetime.date.fromisoformat(value) for value in found if value]
    days = [day for day in days if term.weekday in (0, day.isoweekday())]
    days = [day for day in days if (day - base.day).days * term.direction >= 0]
    return min(days, key=lambda day: (abs(day - base.day), day)).isoformat() if days else None


def _day_in(month: Day, number: int) -> str | None:
    value = f"{month.isoformat()[:8]}{number:02}"
    return value if day_bounds(value)[0] else None


def _nearest(term: DateTerm, day: Day) -> str | None:
    """The one nearest to a day, on the side where the words point unless it is near anyway (a month told as past has
    begun); of `last March` and `next May` the first that lies wholly on that side."""
    spans = _candidates(term, day)
    if term.part == NAMED:
        past, ahead = [span for span in spans if span[1] < day], [span for span in spans if span[0] > day]
        return (past[-1][2] if past else None) if term.direction < 0 else (ahead[0][2] if ahead else None)
    if term.direction < 0:
        near = 0 if len(term.pattern) == len("XXXX-12") else PLAIN
        fitting = [span for span in spans if (span[0] - day).days <= near]
    else:
        near = 0 if term.pattern[5:7] > "12" else PLAIN  # a quarter or season to come is none that is over
        fitting = [span for span in spans if term.direction == 0 or (day - span[1]).days <= near]
    return min(fitting, key=lambda span: (_distance(span, day), span), default=(day, day, None))[2]


def _candidates(term: DateTerm, day: Day) -> list[tuple[Day, Day, str]]:
    """The pattern in the years around a day, in order, with first and last days. A weekday that is stated
    (`Friday, 28 February`) picks among more years the ones it fits."""
    spans = []
    for year in range(day.year - (6 if term.weekday else 1), day.year + 2):
        value = in_year(term, year)
        first, last = day_bounds(value)
        if value and first and last:
            spans.append((first, last, value))
    return [span for span in spans if span[0].isoweekday() == term.weekday] or spans


def _distance(span: tuple[Day, Day, str], day: Day) -> int:
    return max((span[0] - day).days, (day - span[1]).days, 0)


def _from_weekday(term: DateTerm, base: Base) -> str | None:
    """So many weeks, months or years from the last weekday of that name, or from the next one."""
    near = weekday_near(_step(base.day, 1), term.weekday, 1) if term.part == AHEAD else None
    day = shifted(near or weekday_near(base.day, term.weekday, -1), term.shift, term.unit)
    return weekday_near(day, term.weekday, 0).isoformat() if day else None


def _weekday(term: DateTerm, base: Base) -> str | None:
    """A weekday on or before the anchor, unless the words point ahead or name its week."""
    if term.unit == "week":
        day = shifted(base.day, term.shift, "week")
        return weekday_near(day, term.weekday, 0).isoformat() if day else None
    if term.anchor is Anchor.CONTEXT:
        if not fine_enough(base.value, "day"):
            return None
        if term.part == NEAREST:
            sides = (weekday_near(base.day, term.weekday, side) for side in (-1, 1))
            return min(sides, key=lambda day: abs(day - base.day)).isoformat()
        step = term.direction
        return weekday_near(_step(base.day, step), term.weekday, step or 1).isoformat()
    if term.part == NAMED:  # last, this or next: never the day itself
        return weekday_near(_step(base.day, term.direction), term.weekday, term.direction).isoformat()
    return weekday_near(base.day, term.weekday, term.direction or -1).isoformat()


def _step(day: Day, step: int) -> Day:
    return day + datetime.timedelta(days=step) if datetime.date.min < day < datetime.date.max else day
