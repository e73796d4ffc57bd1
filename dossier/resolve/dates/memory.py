"""What a document told that later words go back to: which of the dates told last a step is counted from, the day that
the document is about, the only day it told."""

from collections import Counter
from collections.abc import Sequence

from dossier.model.date import Anchor, DateExpression, DateMeaning
from dossier.resolve.dates.arithmetic import Day, day_bounds
from dossier.resolve.dates.terms import NEAREST, Base, fine_enough

LEAD = 5
"""The day of an affair stands in one of the first passages."""
LIFE = 15
"""Two years in a range so far apart are a life or a reign (`Otto Brandl (12 May 1911 – 30 January 1988)`), from which
no story goes on."""
AFFAIR = 366
"""Days within which all days lie that a document tells of one affair, not of a life."""
_OFTEN = 2
_STEPS = frozenset({"day", "week", "month"})
Told = tuple[DateExpression, str]
"""A date told, and its value."""


class Memory:
    """The days that a document told, as it is read in order."""

    def __init__(self) -> None:
        self.first: Day | None = None
        """The first day, stated in one of the first passages."""
        self._days: Counter[Day] = Counter()
        self._last: list[Told] = []
        """The days told in the last passage that told any."""

    def told(self, expression: DateExpression, value: str) -> None:
        """Remember a day of the story; days that are counted from the own day are none of it."""
        first, last = day_bounds(value)
        if expression.meaning is not DateMeaning.HAPPENED or expression.term.anchor is Anchor.PUBLICATION:
            return
        if first is None or last is None or (first != last and expression.term.part != "night"):
            return
        self._days[first] += 1
        if self._last and self._last[-1][0].passage != expression.passage:
            self._last = []
        self._last.append((expression, value))
        if self.first is None and expression.term.anchor is Anchor.NONE and expression.passage < LEAD:
            self.first = first

    def days_after(self, told: Sequence[Told]) -> list[Told]:
        """The days told last, where the years `told` since are no part of their story: all of the time before them
        (`collapsed on 19 October 1963 … was built in 1958 … opened on 2 December`), or any where all days lie within
        one year."""
        if not self._last or any(len(value) >= len("2018-08") and value[5:7] <= "12" for _, value in told):
            return []
        year = max(self._days).year
        before = all((end := day_bounds(value)[1]) and end.year < year for _, value in told)
        return self._last if before or (max(self._days) - min(self._days)).days < AFFAIR else []

    def main_day(self, expression: DateExpression) -> Base | None:
        """The day told oftenest, at least twice: what `the next day` is counted from where any of several days told
        before may be meant."""
        term, order = expression.term, self._days.most_common(2)
        counts = [times for _, times in order]
        if term.unit != "day" or not counts or counts[0] < _OFTEN or counts[1:] == counts[:1]:
            return None
        return Base(order[0][0], order[0][0].isoformat())

    def only_day(self, expression: DateExpression, near: Base | None) -> Base | None:
        """What `the same day` and `that night` are of where nothing `near` tells one: the only day of the document."""
        term = expression.term
        if near is not None and fine_enough(near.value, "day"):
            return None
        counted = term.shift or term.weekday or term.pattern
        if term.anchor is not Anchor.CONTEXT or term.grain != "day" or counted or len(self._days) != 1:
            return None
        day = next(iter(self._days))
        return Base(day, day.isoformat())


def counted_from(expression: DateExpression, told: Sequence[Told]) -> Base | None:
    """The date that an expression is counted from, of those told before it in one passage: the last, but for steps of
    days and months the last that is told as finely, where what was told since lies around it (`on Monday of that week …
    that night`) or looks back (`ten years earlier`). None where that date has no end."""
    place, term = len(told) - 1, expression.term
    if term.anchor is Anchor.CONTEXT and term.grain in _STEPS and not term.pattern:
        while place > 0 and _passes(told, place):
            place -= 1
        if not fine_enough(told[place][1], term.grain):
            place = len(told) - 1
    chosen, value = told[place]
    first, last = day_bounds(value)
    night = chosen.term.part == "night" and expression.term.grain == "day"
    day = first if night else last
    return Base(day, day.isoformat() if night else value) if day else None


def _passes(told: Sequence[Told], place: int) -> bool:
    """Whether a time was told only beside the date before it: around it, years behind it, or as a weekday that was
    over."""
    term, (first, last) = told[place][0].term, day_bounds(told[place][1])
    start, end = day_bounds(told[place - 1][1])
    if first is None or last is None or start is None or end is None:
        return False
    back = term.unit in ("year", "decade") and term.shift < 0
    around = first <= start and end <= last and first != last
    if term.part == NEAREST:
        return any((day := day_bounds(value)[0]) and day > last for _, value in told[:place])
    return back or around


def is_life(told: Sequence[Told]) -> bool:
    """Whether the two dates told last are the ends of a life."""
    if len(told) < 2:
        return False
    (left, first), (right, last) = told[-2:]
    start, end = day_bounds(first)[0], day_bounds(last)[0]
    return (left.bound, right.bound) == ("from", "to") and bool(start and end and end.year - start.year >= LIFE)
