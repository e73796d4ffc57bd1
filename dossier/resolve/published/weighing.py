"""What speaks for a year that a document may be of: weekdays, its own dates, and the days of its affair.

Each weight is about the natural logarithm of how much likelier the evidence is in the right year than by chance: one
weekday in seven fits by chance, and documents of one affair are mostly of the same days.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from dossier.model.annotation import Annotated
from dossier.resolve.published.chronicle import Chronicle, Sentences, Told
from dossier.resolve.published.window import Window
from dossier.resolve.published.yearless import Placed, Yearless

FITS, FAILS = 2.0, -4.0
"""A day told with its weekday."""
LEAD = {0: 2.0, 1: 0.5}
"""The first weekday of a report that opens with its place and day, by how many days it lies before: as agencies write,
mostly it is that very day."""
LATE = -1.0
"""The same where it lies further back."""
MOST = 3.0
"""No more than this one other document may weigh that tells of, or was published on, days that are the same or near:
the logarithm of how unlikely that is by chance, by the days that the document tells, the mean of the two nearest."""
TELLING = 1.0
"""A document that weighs as much is named among the reasons."""
RIGHTS = 1.0
"""A copyright line names the year: of the page, which may be older or younger than the text."""
FRESH = 1.0
"""A report is of the year of the newest day that it tells with its year, or the next; beyond, it is the less likely the
more years lie between, by their logarithm."""
ALIKE = 2
"""Words that two sentences share that tell of the same thing, one of a name at least."""

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s©]*(\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A year with the days that lie in it, what speaks for it, and the reasons."""

    year: int
    placed: Placed
    weight: float
    reasons: tuple[str, ...]
    firm: bool
    """Whether more than one piece of evidence speaks for it, or another document that tells the same."""


class Scales:
    """The evidence on the year of one document."""

    def __init__(
        self, document: Annotated, sentences: Sentences, told: Yearless, window: Window, others: Sequence[Chronicle]
    ) -> None:
        self._told = told
        self._window = window
        self._others = others
        self._rights = {int(found[1]) for found in _COPYRIGHT.finditer(document.source.text)}
        self._about: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
        for expression in (*told.past, *told.beside):
            self._about[expression.term.pattern[5:]].append(sentences.words(expression.span))

    def weigh(self, year: int, placed: Placed) -> Weighed:
        """What speaks for a year, given where the days of the document lie in it."""
        weight, reasons = sum(FITS if fits else FAILS for fits in placed.pairs), []
        if placed.pairs and all(placed.pairs):
            reasons.append("the weekdays fit")
        same = False
        for other in self._others:
            votes, alike = self._votes(placed, other)
            weight += votes
            same = same or alike
            what = "the same of the same day" if alike else "of days near"
            reasons += [f"{other.path} tells {what}"] if votes >= TELLING else []
        if year in self._rights:
            weight += RIGHTS
            reasons.append("its copyright line names that year")
        firm = bool(reasons)
        if self._told.lead:
            behind = (placed.first.isoweekday() - self._told.lead) % 7
            weight += LEAD.get(behind, LATE)
            reasons += [f"the weekday of its opening fits {year}"] if behind in LEAD else []
        if self._window.earliest and self._window.near:
            weight += FRESH - log(max(1, year - self._window.earliest.year))
        return Weighed(year, placed, weight, tuple(reasons), same or (firm and len(reasons) > 1))

    def _votes(self, placed: Placed, other: Chronicle) -> tuple[float, bool]:
        """How near the days of another document come; most where it tells the same thing of the same day."""
        if self._told.own:
            return min(MOST, other.nearness(placed.first)), False  # the other days may be of any year
        if any(told.day in placed.days and self._tells_same(told) for told in other.told):
            return MOST, True
        nearest = sorted((other.nearness(day) for day in placed.days), reverse=True)[:2]
        return min(MOST, sum(nearest) / len(nearest)), False

    def _tells_same(self, other: Told) -> bool:
        for names, nouns in self._about.get(_month_day(other.day), ()):
            shared = names & other.names
            if shared and len(shared) + len(nouns & other.nouns) >= ALIKE:
                return True
        return False


def _month_day(day: date) -> str:
    return day.isoformat()[5:]
