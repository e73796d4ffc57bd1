"""Which year a document is of that tells days without one: by weekdays, by its own dates and by those of the affair.

Each year that anything speaks for is tried: the days are placed in it and weighed. The weights say how likely a
piece of evidence is if the year is right against chance, roughly in powers of three: one weekday in seven fits by
chance, and documents of one affair are mostly of the same days.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log

from dossier.model.annotation import Annotated
from dossier.resolve.published.chronicle import Chronicle, Sentences, Told
from dossier.resolve.published.window import Window, days, following
from dossier.resolve.published.yearless import Placed, Yearless, placed

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
RIGHTS = 1.0
"""A copyright line names the year: of the page, which may be older or younger than the text."""
FRESH = 1.0
"""A report is of the year of the newest day that it tells with its year, or the next; beyond, it is the less likely the
more years lie between, by their logarithm."""
ENOUGH, MARGIN, SURE = 2.0, 1.0, 1.5
"""So much must speak for a year that is taken; so much it must be ahead of the next, and so much to be sure."""
TELLING = 1.0
"""A piece of evidence that weighs as much is named among the reasons."""
CYCLE = 11
"""Within so many years each day of the year falls on each weekday, but for the 29th of February."""
WIDEST = 5
"""Years that fit equally further apart than this tell nothing."""
SOON = 183
"""Days for which a day is told without its year: later the reader would take it for one of another year."""
ALIKE = 2
"""Words that two sentences share that tell of the same thing, one of a name at least."""

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s©]*(\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Year:
    """A year with the days that lie in it, what speaks for it, and the reasons."""

    year: int
    placed: Placed
    weight: float
    reasons: tuple[str, ...]
    firm: bool
    """Whether words speak for it, and not only how news is written."""


def by_year(window: Window, document: Annotated, told: Yearless, others: Sequence[Chronicle]) -> Window:
    """A window narrowed by the days without a year, in the year that most speaks for; unchanged where nothing does."""
    weighed = [_weighed(document, told, window, found, year, others) for year, found in _years(window, told, others)]
    best = sorted(weighed, key=lambda year: (-year.weight, year.year))
    if not best:
        return window
    rivals = [year for year in best if best[0].weight - year.weight < MARGIN] if best[0].reasons else best[:2]
    if len(rivals) > 1 or best[0].weight < ENOUGH:
        return _between(window, document, told, rivals)
    sure = best[0].firm and (len(best) == 1 or best[0].weight - best[1].weight >= SURE)
    return _settled(window, document, told, best[0], sure=sure)


def while_fresh(window: Window, told: Yearless) -> Window:
    """A window that begins with the newest day told without its year ends soon after it, or the year would be told: an
    assumption, and marked as one."""
    start = window.earliest
    found = placed(told, start.year) if start and window.latest is None and told.past else None
    if start is None or found is None or found.first != start:
        return window
    return window.assuming(days(start, following(start, SOON)), f"{window.why_earliest}; within half a year of that")


def _years(window: Window, told: Yearless, others: Sequence[Chronicle]) -> Iterable[tuple[int, Placed]]:
    """The years that anything names, in which the days lie within the window."""
    near = {day.year + step for other in others for day in other.days for step in (-1, 0, 1)}
    if window.earliest:
        span = CYCLE if _dated_by_weekday(told) else 2
        near |= set(range(window.earliest.year, window.earliest.year + span + 1))
    for year in sorted(near):
        found = placed(told, year) if date.min.year < year < date.max.year else None
        if found and _within(window, told, found):
            yield year, found


def _dated_by_weekday(told: Yearless) -> bool:
    return any(e.term.weekday for e in (told.own, *told.past, *told.ahead, *told.beside) if e) or bool(told.lead)


def _within(window: Window, told: Yearless, found: Placed) -> bool:
    """A document is of its own day, or of the year after the newest day it tells; within the window."""
    last = found.last if told.own else found.first + timedelta(days=365)
    early = bool(window.latest and found.first > window.latest)
    late = bool(window.earliest and last and last < window.earliest)
    return not early and not late


def _weighed(
    document: Annotated, told: Yearless, window: Window, found: Placed, year: int, others: Sequence[Chronicle]
) -> _Year:
    weight, reasons = 0.0, []
    if found.pairs:
        weight += sum(FITS if fits else FAILS for fits in found.pairs)
        reasons += ["the weekdays fit"] if all(found.pairs) else []
    for other in others:
        votes = _votes(document, told, found, other)
        weight += votes
        reasons += [f"{other.path} tells of days near"] if votes >= TELLING else []
    if year in _rights(document):
        weight += RIGHTS
        reasons.append("its copyright line names that year")
    firm = bool(reasons) and (len(found.pairs) != 1 or len(reasons) > 1)
    if told.lead:
        behind = (found.first.isoweekday() - told.lead) % 7
        weight += LEAD.get(behind, LATE)
        reasons += [f"the weekday of its opening fits {year}"] if behind in LEAD else []
    if window.earliest and window.near:
        weight += FRESH - log(max(1, year - window.earliest.year))
    return _Year(year, found, weight, tuple(reasons), firm)


def _rights(document: Annotated) -> set[int]:
    return {int(found[1]) for found in _COPYRIGHT.finditer(document.source.text)}


def _votes(document: Annotated, told: Yearless, found: Placed, other: Chronicle) -> float:
    """How near the days of another document come; more where it tells the same thing of the same day."""
    same = {day.day: day for day in other.told if day.day in found.days}
    if same and _tells_same(document, told, found, same.values()):
        return MOST
    nearest = sorted((other.nearness(day) for day in found.days), reverse=True)[:2]
    return min(MOST, sum(nearest) / len(nearest))


def _tells_same(document: Annotated, told: Yearless, found: Placed, others: Iterable[Told]) -> bool:
    sentences = Sentences(document)
    for expression in (*told.past, *told.beside):
        names, nouns = sentences.words(expression.span)
        for other in others:
            same_day = other.day.strftime("%m-%d") == expression.term.pattern[5:]
            if same_day and names & other.names and len(names & other.names) + len(nouns & other.nouns) >= ALIKE:
                return True
    return False


def _settled(window: Window, document: Annotated, told: Yearless, best: _Year, *, sure: bool) -> Window:
    evidence = "; ".join(best.reasons[:3])
    if told.own:
        reason = f"dated “{told.own.span.of(document.source.text)}”, of {best.year}: {evidence}"
        own = replace(days(best.placed.first, best.placed.first), why_earliest=reason, near=True, assumed=not sure)
        return own
    narrowed = window.after(best.placed.first, f"tells of days of {best.year}: {evidence}")
    if best.placed.last:
        narrowed = narrowed.before(best.placed.last, f"the first day that still lies ahead, in {best.placed.last.year}")
    return window if narrowed == window else replace(narrowed, assumed=window.assumed or not sure)


def _between(window: Window, document: Annotated, told: Yearless, rivals: Sequence[_Year]) -> Window:
    """Between the own day in the years that fit equally, where these are few and anything speaks for them."""
    years = sorted(year.year for year in rivals)
    near = window.near and window.earliest is not None
    if not told.own or years[-1] - years[0] > WIDEST or not (near or rivals[0].firm):
        return window
    first, last = (min(y.placed.first for y in rivals), max(y.placed.first for y in rivals))
    words = told.own.span.of(document.source.text)
    which = " and ".join(map(str, years)) + (" fit equally" if len(years) > 1 else " is the first such day after that")
    reason = f"{window.why_earliest}; dated “{words}”, and {which}".removeprefix("; ")
    return window.assuming(days(first, last), reason)
