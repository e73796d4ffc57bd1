"""When undated events happened, as far as the case tells: after this, before that.

A date found so is an interval as wide as what is known leaves it, is marked as inferred, and says what each of its
sides rests on. An event that some source dates keeps that date.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dossier.assemble.events.sequence.limits import RECENT_DAYS, limits, publication, window_of
from dossier.assemble.events.sequence.manner import Manner, manner_of
from dossier.assemble.events.sequence.network import Limit, Order, Window, settled
from dossier.assemble.events.sequence.news import News
from dossier.assemble.events.sequence.order import links, order_of
from dossier.assemble.events.sequence.reference import References
from dossier.assemble.events.sequence.told import told_in
from dossier.assemble.reading import Reading
from dossier.model.event import Event
from dossier.model.span import Span

__all__ = ["in_sequence"]


def in_sequence(case: Sequence[Reading], events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of a case, undated ones with the days they must lie within, in order of time: an event of many days
    by its first, one that is only known to be before a day by that day, and those of which nothing is known last."""
    dated = {
        index: window_of(event.date, "", f"“{event.label}” ({event.date})")
        for index, event in enumerate(events)
        if event.date
    }
    known: dict[int, list[Window]] = defaultdict(list)
    order: list[Order] = []
    told_of = told_in(case, events)
    # The date of a plan is that of what is planned, not of the planning that the source tells of.
    past_of = {source: [one for one in told if one.is_past] for source, told in told_of.items()}
    references = References([one for past in past_of.values() for one in past])
    for reading in case:
        past, manner = past_of[reading.source], manner_of(reading)
        linked = [*links(reading, past, dated, manner), *references.links(past, manner)]
        sides = [*limits(reading, told_of[reading.source], dated, manner)]
        if manner is Manner.NEWS:
            news = News(reading, past, publication(reading), dated, events)
            linked += news.background()
            sides += news.new()
        order += [order_of(link) for link in linked if link[0].event != link[1].event]
        for index, window in sides:
            known[index].append(window)
    inexact = _inexact(case)
    loose = {i: window for i, window in dated.items() if _is_inexact(events[i], inexact)}
    fixed = {index: window for index, window in dated.items() if index not in loose}
    windows = settled(fixed, known, order, loose)
    found = [
        event if windows.get(index, Window()) == dated.get(index, Window()) else _inferred(event, windows[index])
        for index, event in enumerate(events)
    ]
    return tuple(sorted(found, key=lambda event: _when(window_of(event.date, ""))))


def _inexact(case: Sequence[Reading]) -> frozenset[tuple[str, Span]]:
    """Where dates stand that have more days than their source means: counted from the day of a publication that is
    itself not known to the day."""
    found = set()
    for reading in case:
        day = window_of(reading.publication.value if reading.publication else None, "")
        exact = day.earliest and day.latest and day.earliest.day == day.latest.day
        dates = () if exact else reading.dates
        found |= {(d.source, d.span) for d in dates if d.rule == "from publication date" and d.extent is None}
    return frozenset(found)


def _is_inexact(event: Event, inexact: frozenset[tuple[str, Span]]) -> bool:
    """Whether all that dates an event has more days than it means."""
    places = [(report.source, report.date_span) for report in event.reports if report.date_span is not None]
    return bool(places) and all(place in inexact for place in places)


def _when(window: Window) -> tuple[date, date]:
    first, last = window.earliest or window.latest, window.latest or window.earliest
    return (first.day if first else date.max), (last.day if last else date.max)


def _inferred(event: Event, window: Window) -> Event:
    """The event dated with the window that is left to it."""
    first, last = window.earliest, window.latest
    if first and last and last.distant and (last.day - first.day).days > RECENT_DAYS:
        last = None
    if first is None and last is None:
        return event
    if first and last and first.edtf == last.edtf:
        value = first.edtf + "?" * (first.assumed or last.assumed)
    else:
        value = f"{_side(first)}/{_side(last)}"
    reasons = [_reason("not before", first), _reason("not after", last)]
    reasons += [f"one of the days that a source tells: {event.date}"] if event.date else []
    return replace(event, date=value, date_inferred=True, date_basis="; ".join(filter(None, reasons)))


def _side(limit: Limit | None) -> str:
    return ".." if limit is None else limit.edtf + "?" * limit.assumed


def _reason(word: str, limit: Limit | None) -> str:
    if limit is None or not limit.reason:
        return ""
    root = f", from {limit.root}" if limit.root and limit.root not in limit.reason else ""
    return f"{word} {limit.edtf}: {limit.reason}{root}"
