"""What a document's own words tell of the day it was published."""

from datetime import date, timedelta

from dossier.model.annotation import Annotated
from dossier.model.date import Anchor, DateExpression, DateMeaning, DateTerm
from dossier.resolve.dates.arithmetic import day_bounds, weekday_near
from dossier.resolve.dates.terms import in_year
from dossier.resolve.dates.whole import stated_value
from dossier.resolve.published.window import Window, days, end_value, following, months

WEEK = 6
"""A weekday without a date is one of the seven days up to publication."""
CLEAR = 2
"""So many days longer than the next a stretch of the week without a named day must be to divide one week from the
other."""
BEFORE = 3
"""Days up to which a weekday is taken to lie after the newest day that is told by its date, not before it."""
_LAST_START = date.max - timedelta(days=14)
"""The calendar of the standard library ends with the year 9999."""
FRESH_MONTHS = 3
"""For so long at least a month may be named without its year (`in December`, written in February)."""


def by_full_dates(window: Window, document: Annotated) -> Window:
    """A window narrowed by the dates with a year that a document tells."""
    text = document.source.text
    for expression in sorted(document.annotations.dates, key=_newest):
        value = _told(expression)
        first, last = day_bounds(value)
        if value is None or first is None or last is None:
            continue
        words = expression.span.of(text)
        if expression.term.direction > 0:
            window = window.before(last, f"“{words}” still lies ahead", value=end_value(value, -1))
        else:
            near = len(value) >= len("2018-08")
            day = len(value) >= len("2018-08-30")
            window = window.after(first, f"tells of “{words}”", value=end_value(value, 0), near=near, told=day)
    return window


def _newest(expression: DateExpression) -> tuple[int, date]:
    """The past and what references state first, so that a future that contradicts it is dropped; last what the words
    place on no side; in order of days."""
    side = expression.term.direction if _happened(expression) else -1
    return {-1: 0, 1: 1, 0: 2}[side], day_bounds(_told(expression))[0] or date.min


def _told(expression: DateExpression) -> str | None:
    """EDTF of a date with a year; of years alone only where the words tell of the past (`by 2050` does not)."""
    value = stated_value(expression)
    past = expression.term.direction < 0 and expression.bound not in ("until", "to")
    if value is None or value.startswith("-") or (len(value) < len("2018-08") and not past):
        return None
    return value


def by_partial_dates(window: Window, document: Annotated, affair: date) -> Window:
    """A window whose start is known, narrowed by months and days without a year: `Oct. 10`, still ahead, is the one
    after; `in August`, told as past, is taken for the August before publication, where its affair is not known to go on
    until later (`affair`: the latest day on which another document of it was published)."""
    for expression in document.annotations.dates:
        term, start = expression.term, window.earliest
        if start is None or not window.near or term.anchor is not Anchor.YEAR or not _happened(expression):
            continue
        words = expression.span.of(document.source.text)
        if term.direction > 0 and len(term.pattern) == len("XXXX-10-10"):
            ahead = _first_from(term, start)
            window = window.before(ahead, f"“{words}” still lies ahead") if ahead else window
        elif term.direction < 0 and len(term.pattern) == len("XXXX-08") and not term.part:
            window = _after_month(window, start, int(term.pattern[5:]), words, affair)
    return window


def _happened(expression: DateExpression) -> bool:
    return expression.meaning is DateMeaning.HAPPENED


def _first_from(term: DateTerm, day: date) -> date | None:
    for year in (day.year, day.year + 1):
        last = day_bounds(in_year(term, year))[1]
        if last and last >= day:
            return last
    return None


def _after_month(window: Window, start: date, month: int, words: str, affair: date) -> Window:
    """A month told as past without a year: published in a later month, before the year is out or soon after."""
    if month > 12:
        return window  # a season
    for year in (start.year - 1, start.year):
        if not date.min.year <= year < date.max.year:
            continue
        opening = date(year + month // 12, month % 12 + 1, 1)
        soon = opening.month - 1 + FRESH_MONTHS
        fresh = following(date(opening.year + soon // 12, soon % 12 + 1, 1), -1)
        closing = max(date(year, 12, 31), fresh)
        if start <= closing < affair:
            return window
        if closing >= start:
            reason = f"{window.why_earliest}; “{words}” is past, and is taken to be of the same year"
            return window.assuming(months(opening, closing), reason)
    return window


def within_week(window: Window, document: Annotated) -> Window:
    """A report that names weekdays and is not known to a week is taken to be written right after the days it names,
    the first such after the newest event it tells of: an assumption on how news is written, and marked as one."""
    dates, text = document.annotations.dates, document.source.text
    start, latest = window.earliest, window.latest
    named = [e for e in dates if e.term.weekday and e.term.anchor is Anchor.PUBLICATION and e.term.direction <= 0]
    if start is None or start > _LAST_START or len(window.from_value) < len("2018-08-30") or not named:
        return window
    weekdays = {e.term.weekday for e in named}
    if latest is not None and (window.assumed or (latest - start).days <= WEEK or len(weekdays) == 1):
        return window
    first, last = _after_named(start, weekdays)
    if window.told and (first - start).days > BEFORE:
        return window  # the weekdays may as well lie before the newest day
    words = ", ".join(dict.fromkeys(e.span.of(text) for e in named))
    reason = f"{window.why_earliest}; “{words}” is taken to be within a week of that"
    return window.assuming(days(first, last), reason)


def _after_named(start: date, weekdays: set[int]) -> tuple[date, date]:
    """The days of publication where such weekdays are past: from the last of them, to the day before the first comes
    round again. Where one stretch without a named day is clearly the longest, they are told in the order of the week
    that begins after it; else in their order from `start` on."""
    order = sorted(weekdays)
    turns = zip(order, order[1:] + order[:1], strict=True)
    gaps = sorted(((after - day - 1) % 7, day) for day, after in turns)
    if len(order) > 1 and gaps[-1][0] - gaps[-2][0] >= CLEAR:
        last = weekday_near(start, gaps[-1][1], 1)
        return last, following(last, gaps[-1][0])
    found = sorted(weekday_near(start, weekday, 1) for weekday in order)
    return found[-1], max(following(found[0], WEEK), found[-1])
