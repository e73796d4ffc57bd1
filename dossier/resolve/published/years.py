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
LEAD = {0: 1.5, 1: 0.5, 3: -0.5, 4: -0.5, 5: -0.5, 6: -0.5}
"""The first weekday of a report, by how many days it lies before the date line: mostly it is that very day, or the day
before; seldom half a week."""
SAME = 3.0
"""Another document tells the very day of the same things."""
NEAR = ((0, 2.5), (3, 1.5), (31, 1.0), (183, 0.25))
"""Another document of the affair tells of, or was published on, a day so many days away; a second such day counts
half."""
RIGHTS = 1.0
"""A copyright line names the year: of the page, which may be older or younger than the text."""
FRESH = 1.0
"""A report is of the year of the newest day that it tells with its year, or the next; beyond, it is the less likely the
more years lie between, by their logarithm."""
MARGIN, SURE = 0.5, 1.5
"""So much a year must be ahead of the next to be taken, and to be taken without doubt."""
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
    if not best or not _told_by(best[0], window):
        return window
    rivals = [year for year in best if best[0].weight - year.weight < MARGIN]
    if len(rivals) > 1:
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


def _told_by(best: _Year, window: Window) -> bool:
    """Whether anything speaks for a year: evidence, or a newest day to follow on."""
    return bool(best.reasons) or (window.near and window.earliest is not None)


def _years(window: Window, told: Yearless, others: Sequence[Chronicle]) -> Iterable[tuple[int, Placed]]:
    """The years that anything names, in which the days lie within the window."""
    near = {day.year + step for other in others for day in other.days for step in (-1, 0, 1)}
    if window.earliest:
        span = CYCLE if _dated_by_weekday(told) else 1
        near |= set(range(window.earliest.year, window.earliest.year + span + 1))
    for year in sorted(near):
        found = placed(told, year) if date.min.year < year < date.max.year else None
        if found and _within(window, told, found):
            yield year, found


def _dated_by_weekday(told: Yearless) -> bool:
    return any(e.term.weekday for e in (told.own, *told.past, *told.ahead, *told.beside) if e) or bool(
        told.own and told.weekdays
    )


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
        reasons += [f"{other.path} tells of days near"] if votes >= NEAR[2][1] else []
    if year in _rights(document):
        weight += RIGHTS
        reasons.append("its copyright line names that year")
    firm = bool(reasons)
    if told.own and told.weekdays:
        behind = (found.first.isoweekday() - told.weekdays[0]) % 7
        weight += LEAD.get(behind, 0.0)
        reasons += [f"the weekday it names fits {year}"] if LEAD.get(behind, 0.0) > 0 else []
    if window.earliest and window.near:
        weight += FRESH - log(max(1, year - window.earliest.year))
    return _Year(year, found, weight, tuple(reasons), firm)


def _rights(document: Annotated) -> set[int]:
    return {int(found[1]) for found in _COPYRIGHT.finditer(document.source.text)}


def _votes(document: Annotated, told: Yearless, found: Placed, other: Chronicle) -> float:
    """How near the days of another document come; more where it tells the same thing of the same day."""
    same = {day.day: day for day in other.told if day.day in found.days}
    same_thing = SAME if same and _tells_same(document, told, found, same.values()) else 0.0
    weights = sorted((_nearness(day, other) for day in found.days), reverse=True)
    near = sum(weight * share for weight, share in zip(weights, (1.0, 0.5), strict=False))
    return max(same_thing, near)


def _nearness(day: date, other: Chronicle) -> float:
    away = min((abs((day - one).days) for one in other.days), default=NEAR[-1][0] + 1)
    return next((weight for most, weight in NEAR if away <= most), 0.0)


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
    evidence = "; ".join(best.reasons[:3]) or "the first such day after the newest that it tells"
    if told.own:
        reason = f"dated “{told.own.span.of(document.source.text)}”, of {best.year}: {evidence}"
        own = replace(days(best.placed.first, best.placed.first), why_earliest=reason, near=True, assumed=not sure)
        return own
    narrowed = window.after(best.placed.first, f"tells of days of {best.year}: {evidence}")
    if best.placed.last:
        narrowed = narrowed.before(best.placed.last, f"the first day that still lies ahead, in {best.placed.last.year}")
    return window if narrowed == window else replace(narrowed, assumed=window.assumed or not sure)


def _between(window: Window, document: Annotated, told: Yearless, rivals: Sequence[_Year]) -> Window:
    """Between the days of several years that fit equally, where these are few."""
    years = sorted(year.year for year in rivals)
    if years[-1] - years[0] > WIDEST or not told.own:
        return window
    first, last = (min(y.placed.first for y in rivals), max(y.placed.first for y in rivals))
    words = told.own.span.of(document.source.text)
    reason = f"dated “{words}”, and {', '.join(map(str, years))} fit equally"
    return window.assuming(days(first, last), reason)
