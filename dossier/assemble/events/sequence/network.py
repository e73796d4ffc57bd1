"""The days that events can lie within, from limits on each and from which of them is not before which.

An interval constraint network of the simplest kind: every event has a first and a last day it can be of, and an
order between two events passes on the first day of the earlier and the last day of the later. Since an order adds
no days of its own, all days come from the limits given, so that passing them on ends whatever circles the orders
make. What words say is settled before what custom makes likely, and nothing is ever narrowed to no day at all: a
limit that would do that is left out.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Limit:
    """A day that an event is not before (as its `earliest`) or not after (as its `latest`)."""

    day: date
    edtf: str
    """The day as it was given: `2018` where no more than the year is known."""
    reason: str
    """Why, in words; empty for an event that is dated itself."""
    assumed: bool = False
    """Whether it rests on how people mostly write, and not on the words alone."""
    root: str = ""
    """The dated event that the day is of, where it came from one."""
    distant: bool = False
    """Whether it only tells that a story was over when it was told: worth nothing long after."""
    guessed: bool = False
    """Whether it is the weakest kind of custom, that gives way to any other."""

    @property
    def level(self) -> int:
        """How weak it is: 0 said in words, 1 custom, 2 a guess."""
        return 2 if self.guessed else int(self.assumed)


@dataclass(frozen=True, slots=True)
class Order:
    """That one event is not before another; numbers are indexes into the events."""

    earlier: int
    later: int
    reason_of_later: str
    """Why the later one is not before the earlier one, in words: `told after “…”`."""
    reason_of_earlier: str
    assumed: bool = False
    guessed: bool = False

    @property
    def level(self) -> int:
        """How weak it is, as of limits."""
        return 2 if self.guessed else int(self.assumed)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that an event can be of; None where a side is open."""

    earliest: Limit | None = None
    latest: Limit | None = None

    def within(self, other: "Window") -> "Window":
        """Narrowed by the sides of another window, the less narrow ones first; sides that contradict what is known
        are left out, and so are those that tell nothing new."""
        window = self
        if other.earliest and (window.earliest is None or other.earliest.day > window.earliest.day):
            fits = window.latest is None or other.earliest.day <= window.latest.day
            window = replace(window, earliest=other.earliest) if fits else window
        if other.latest and (window.latest is None or other.latest.day < window.latest.day):
            fits = window.earliest is None or other.latest.day >= window.earliest.day
            window = replace(window, latest=other.latest) if fits else window
        return window


def settled(
    dated: Mapping[int, Window],
    limits: Mapping[int, Sequence[Window]],
    orders: Sequence[Order],
    loose: Mapping[int, Window] | None = None,
) -> dict[int, Window]:
    """The window of every event that anything is known of. Those of `dated` events stay as they are; those of the
    others, `loose` where something is known to begin with, are narrowed by their `limits` and by the `orders`. The
    order of the input changes no day."""
    windows = {**(loose or {}), **dated}
    for level in range(3):
        for event in sorted(set(limits) - set(dated)):
            given = (side for limit in limits[event] for side in _sides(limit))
            for side in sorted((side for side in given if _level(side) <= level), key=_loosest_first):
                windows[event] = windows.get(event, Window()).within(side)
        known = [order for order in orders if order.level <= level]
        _pass_on(windows, frozenset(dated), known, forward=True)
        _pass_on(windows, frozenset(dated), known, forward=False)
    return windows


def _sides(window: Window) -> Iterable[Window]:
    if window.earliest:
        yield Window(earliest=window.earliest)
    if window.latest:
        yield Window(latest=window.latest)


def _level(side: Window) -> int:
    limit = side.earliest or side.latest
    return limit.level if limit else 0


def _loosest_first(side: Window) -> tuple[bool, int, str]:
    if side.earliest:
        return False, side.earliest.day.toordinal(), side.earliest.reason
    if side.latest:
        return True, -side.latest.day.toordinal(), side.latest.reason
    return False, 0, ""


def _pass_on(windows: dict[int, Window], dated: frozenset[int], orders: Sequence[Order], *, forward: bool) -> None:
    """Hand first days on to later events, or last days back to earlier ones: the tightest first, so that each event
    takes over one limit at most and the work grows with the number of orders."""
    following: dict[int, list[Order]] = defaultdict(list)
    for order in orders:
        following[order.earlier if forward else order.later].append(order)
    sign = -1 if forward else 1
    heap = [
        (sign * limit.day.toordinal(), limit.reason, event)
        for event, window in windows.items()
        if event in following and (limit := _side(window, forward))
    ]
    heapq.heapify(heap)
    while heap:
        _, _, event = heapq.heappop(heap)
        limit = _side(windows[event], forward)
        for order in following[event] if limit else ():
            other = order.later if forward else order.earlier
            if limit is None or other in dated:
                continue
            handed = _handed_on(limit, order, forward)
            before = windows.get(other, Window())
            after = before.within(Window(earliest=handed) if forward else Window(latest=handed))
            if after != before:
                windows[other] = after
                if other in following:
                    heapq.heappush(heap, (sign * handed.day.toordinal(), handed.reason, other))


def _side(window: Window, forward: bool) -> Limit | None:
    return window.earliest if forward else window.latest


def _handed_on(limit: Limit, order: Order, forward: bool) -> Limit:
    reason = order.reason_of_later if forward else order.reason_of_earlier
    return replace(limit, reason=reason, assumed=limit.assumed or order.assumed, guessed=limit.guessed or order.guessed)
