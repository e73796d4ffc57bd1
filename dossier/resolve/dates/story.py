"""The year of a date that a report tells without it, because it told the same time with its year before."""

import re
from collections import defaultdict
from datetime import date, timedelta

from dossier.model.date import Anchor, DateExpression, DateMeaning, DateTerm
from dossier.resolve.dates.arithmetic import Day, day_bounds
from dossier.resolve.dates.terms import ANY_MONTH, Base, in_year

RECENT = timedelta(days=60)
"""What happened within so many days before publication is news: it needs no other story."""
BACK, ON = timedelta(days=7), timedelta(days=45)
"""So far before and after a date with its year the next one is taken to go on with its story."""
LONG = timedelta(days=300)
"""So far after it, where somebody is asked to tell what was long ago, or what is told would else be stale."""
TURN = timedelta(days=100)
"""So far at most into the next year, which the words do not tell."""
STALE = timedelta(days=180)
"""Who writes of what happened so long before publication tells its year."""
FARTHEST = 1_000
"""So many code points, two paragraphs of news, before a date without its year stands the one that it goes on from."""
_DAY = re.compile(r"\d{4}-(\d\d-\d\d)")
_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_YEARLESS = re.compile(r"XXXX-(?:0\d|1[0-2])(?:-\d\d)?")


class Story:
    """The dates that a document told with their years, as it is read in order."""

    def __init__(self, published: Day | None, *, oral: bool = False) -> None:
        self._published = published or date.max
        self._on = LONG if oral else ON
        self._years: dict[str, set[int]] = defaultdict(set)
        self._last: tuple[int, str] | None = None
        """Where the date told last ends, and its value, if it told its year."""
        self._found: DateExpression | None = None

    def told(self, expression: DateExpression, value: str | None) -> None:
        """Remember a date of the story; one whose year was not told ends what went on before, but for words of the own
        day (`said last night`), which only tell when it was said."""
        own = expression.term.anchor is Anchor.PUBLICATION and expression.term.grain == "day"
        if expression.meaning is not DateMeaning.HAPPENED or value is None or own:
            return
        counted = self._last is not None and _goes_on(expression.term)
        sure = (_tells_year(expression.term) or expression is self._found or counted) and expression.end is None
        if sure and (day := _DAY.match(value)):
            self._years[day[1]].add(int(value[:4]))
        self._last = (expression.span.end, value) if sure and _MONTH.match(value) else None

    def base(self, expression: DateExpression) -> Base | None:
        """What a day or month without its year hangs on: the same day told with it (`on the fourth of March`, after `on
        4 March 2013`), or a date with its year just before; None where there is none, or where it would lie ahead."""
        found = self._base(expression)
        self._found = expression if found else None
        return found

    def _base(self, expression: DateExpression) -> Base | None:
        term = expression.term
        if term.direction > 0 or term.part == "named" or not _YEARLESS.fullmatch(term.pattern) or term.weekday:
            return None
        years = self._years.get(term.pattern[5:], set())
        if len(years) == 1 and (day := self._past(term, next(iter(years)))):
            return Base(day, day.isoformat())
        told, value = self._before(expression)
        if told is None:
            return None
        last = day_bounds(value)[1] or told
        news = self._past(term, self._published.year)
        if news and self._published - news <= RECENT:
            return None
        stale = news is None or self._published - news > STALE
        limit = last + min(LONG if stale else self._on, date.max - last)
        days = (self._past(term, year) for year in range(told.year, min(last.year + 1, date.max.year) + 1))
        onward = (day for day in days if day and told.toordinal() - BACK.days <= day.toordinal() and day <= limit)
        day = next(onward, None)
        turned = day is not None and day.year > last.year and day - last > TURN
        return Base(day, value) if day and not turned else None

    def month(self, expression: DateExpression) -> Base | None:
        """What a day of no month hangs on (`on the fourth`): the date with its year just before."""
        told, value = self._before(expression)
        return Base(told, value) if told and _DAY.match(value) else None

    def _before(self, expression: DateExpression) -> tuple[Day | None, str]:
        end, value = self._last or (0, "")
        return (day_bounds(value)[0] if expression.span.start - end <= FARTHEST else None), value

    def _past(self, term: DateTerm, year: int) -> Day | None:
        day = day_bounds(in_year(term, year))[0]
        return day if day and day <= self._published else None


def _goes_on(term: DateTerm) -> bool:
    """Whether a day is counted from the date told before: `the next day`, `on the night of the 8th`."""
    return (term.anchor is Anchor.CONTEXT and term.grain == "day") or term.pattern.startswith(ANY_MONTH)


def _tells_year(term: DateTerm) -> bool:
    return term.anchor is Anchor.NONE or (term.unit == "year" and bool(term.pattern))
