"""The time that the documents of a case tell of: what a weekday or a day of no month is of in a document written long
after it, where its own words do not tell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dossier.model.date import DateTerm
from dossier.resolve.dates.arithmetic import Day, day_bounds
from dossier.resolve.dates.story import RECENT
from dossier.resolve.dates.terms import in_year

WEEK, NEAR, LONG = timedelta(days=7), timedelta(days=3), timedelta(days=14)
"""What is told lies within a week of its middle; a weekday that no document dates within three days; a document written
two weeks later looks back."""
_FEWEST = 2
"""Documents that must tell the middle of a period."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that the documents tell, by the number of documents, and the day around which most of them lie."""

    days: Counter[Day]
    middle: Day
    others: Counter[Day]
    """The days that documents other than the one that is read tell."""

    def without(self, own: Iterable[Day]) -> "Period":
        """The period for a document that tells its own days."""
        return replace(self, others=self.days - Counter(set(own)))

    def is_over(self, own: Day | None) -> bool:
        """Whether a day of writing lies so long after the period that nobody would speak of it by weekdays."""
        return own is not None and own - self.middle > LONG

    def weekday(self, number: int) -> Day | None:
        """The day of the period that is such a weekday: the one that most documents tell, else the nearest to the
        middle."""
        told = [day for day in self.days if day.isoweekday() == number and abs(day - self.middle) <= WEEK]
        if told:
            return max(told, key=lambda day: (self.days[day], -abs(day - self.middle), day))
        near = self.middle + timedelta(days=(number - self.middle.isoweekday() + 3) % 7 - 3)
        return near if abs(near - self.middle) <= NEAR else None

    def day_of_month(self, number: int) -> Day | None:
        """The only day of that number that other documents tell near the middle."""
        told = [day for day in self.others if day.day == number and abs(day - self.middle) <= 2 * LONG]
        return told[0] if len(told) == 1 else None

    def in_its_year(self, term: DateTerm, own: Day) -> Day | None:
        """A day that states no year, where other documents tell it in one year before the `own` day of writing; None of
        one that lies so near that it may be news."""
        news = day_bounds(in_year(term, own.year))[0]
        if news and abs(own - news) <= RECENT:
            return None
        years = {day.year for day in self.others}
        days = {day for year in years if (day := day_bounds(in_year(term, year))[0]) and day < own}
        told = days & self.others.keys()
        return told.pop() if len(told) == 1 else None


def period_of(documents: Iterable[Iterable[Day]]) -> Period | None:
    """The period that the days told by each document lie in; None where fewer than half of them tell of one."""
    told = [{day for day in days if date.min + WEEK < day < date.max - WEEK} for days in documents]
    counts = Counter(day for days in told for day in days)
    if not counts:
        return None
    middle = max(counts, key=lambda day: (_around(counts, day), counts[day], -day.toordinal()))
    of_it = sum(any(abs(day - middle) <= WEEK for day in days) for days in told)
    return Period(counts, middle, counts) if of_it >= max(_FEWEST, len(told) / 2) else None


def _around(counts: Counter[Day], middle: Day) -> float:
    """How much is told of the days around one, those farther off counting less."""
    return sum(counts[middle + timedelta(days=away)] / (1 + abs(away)) for away in range(-WEEK.days, WEEK.days + 1))
