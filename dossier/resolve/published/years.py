"""Which year a document is of that tells days without one: each that anything speaks for is tried and weighed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dossier.model.annotation import Annotated
from dossier.resolve.published.chronicle import Chronicle, Sentences
from dossier.resolve.published.weighing import Scales, Weighed
from dossier.resolve.published.window import Window, days, following
from dossier.resolve.published.yearless import Placed, Yearless, placed

ENOUGH, MARGIN, SURE = 2.0, 1.0, 1.5
"""So much must speak for a year that is taken; so much it must be ahead of the next; and so much to be sure."""
CYCLE, NEXT = 11, 2
"""Within eleven years each day of the year falls on each weekday, but for the 29th of February; without weekdays, so
many years after the newest day told are tried."""
WIDEST = 5
"""Years that fit equally further apart than this tell nothing."""
SOON = 183
"""Days for which a day is told without its year: later the reader would take it for one of another year."""


def by_year(
    window: Window, document: Annotated, sentences: Sentences, told: Yearless, others: Sequence[Chronicle]
) -> Window:
    """A window narrowed by the days without a year, in the year that most speaks for; unchanged where nothing does."""
    scales = Scales(document, sentences, told, window, others)
    weighed = [scales.weigh(year, found) for year, found in _years(window, told, others)]
    best = sorted(weighed, key=lambda year: (-year.weight, year.year))
    if not best:
        return window
    rivals = [year for year in best if best[0].weight - year.weight < MARGIN] if best[0].reasons else best[:2]
    if len(rivals) > 1 or best[0].weight < ENOUGH:
        return _between(window, document, told, rivals)
    placed_by_words = bool(told.own or told.past or told.ahead)
    sure = best[0].firm and placed_by_words and (len(best) == 1 or best[0].weight - best[1].weight >= SURE)
    return _settled(window, document, told, best[0], sure=sure)


def while_fresh(window: Window, told: Yearless) -> Window:
    """A window that begins with the newest day told without its year ends soon after it, or the year would be told: an
    assumption, and marked as one."""
    start = window.earliest
    found = placed(told, start.year) if start and window.latest is None and not told.own else None
    if start is None or found is None or found.first != start:
        return window
    return window.assuming(days(start, following(start, SOON)), f"{window.why_earliest}; within half a year of that")


def _years(window: Window, told: Yearless, others: Sequence[Chronicle]) -> Iterable[tuple[int, Placed]]:
    """The years that anything names, in which the days lie within the window."""
    near = {day.year + step for other in others for day in other.days for step in (-1, 0, 1)}
    if window.earliest:
        span = CYCLE if _dated_by_weekday(told) else NEXT
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


def _settled(window: Window, document: Annotated, told: Yearless, best: Weighed, *, sure: bool) -> Window:
    evidence = "; ".join(best.reasons[:3])
    if told.own:
        reason = f"dated “{told.own.span.of(document.source.text)}”, of {best.year}: {evidence}"
        own = replace(days(best.placed.first, best.placed.first), why_earliest=reason, near=True, assumed=not sure)
        return own
    narrowed = window.after(best.placed.first, f"tells of days of {best.year}: {evidence}", told=True)
    if best.placed.last:
        narrowed = narrowed.before(best.placed.last, f"the first day that still lies ahead, in {best.placed.last.year}")
    return window if narrowed == window else replace(narrowed, assumed=window.assumed or not sure)


def _between(window: Window, document: Annotated, told: Yearless, rivals: Sequence[Weighed]) -> Window:
    """Between the own day in the years that fit equally, where these are few and anything speaks for them."""
    years = sorted(year.year for year in rivals)
    near = window.near and window.earliest is not None
    if not told.own or years[-1] - years[0] > WIDEST or not (near or rivals[0].reasons):
        return window
    first, last = (min(y.placed.first for y in rivals), max(y.placed.first for y in rivals))
    words = told.own.span.of(document.source.text)
    which = " and ".join(map(str, years)) + (" fit equally" if len(years) > 1 else " is the first such day after that")
    reason = f"{window.why_earliest}; dated “{words}”, and {which}".removeprefix("; ")
    return window.assuming(days(first, last), reason)
