"""The lanes of a timeline: what each source tells, as marks under an axis. Pure: rows in, cells of a line out."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from dossier.model.edtf import bounds
from dossier.model.instant import DAY, minute_of
from dossier.present.axis import Axis
from dossier.present.marks import DIFFERS, INFERRED, STATUS_MARKS, event_mark
from dossier.present.rows import Cell
from dossier.store.queries.events import EventRow
from dossier.store.queries.timeline import Counted, Told

POINT, WITHIN, NO_DATE = "◆", "━", "·"
LEGEND = (
    (POINT, "reported"), (WITHIN, "within"), (NO_DATE, "undated"), (INFERRED, "inferred"),
    (DIFFERS, "disputed"), ("!", "alleged"), ("✗", "denied"), ("○", "planned"),
)  # fmt: skip
"""What the marks mean, in the order in which they are told."""
MARK_ROLES = {
    POINT: "person", WITHIN: "date", NO_DATE: "secondary", INFERRED: "date", DIFFERS: "fault", "!": "related",
    "✗": "related", "○": "secondary",
}  # fmt: skip
_WEIGHT = {char: weight for weight, char in enumerate((" ", WITHIN, NO_DATE, POINT, "○", INFERRED, "✗", "!", DIFFERS))}
"""Which of several marks in one cell is seen."""
_HEIGHTS = "▁▂▃▄▅▆▇█"


class Mark(NamedTuple):
    """A mark in a lane: one character, and the cells after it in which the event may as well have happened."""

    place: int
    """In cells from the left end of the axis."""
    end: int
    """The last cell."""
    char: str
    event: int
    """The event's rowid."""


def event_marks(axis: Axis, events: Iterable[EventRow]) -> list[Mark]:
    """Each event where it happened, all sources taken together."""
    return [_mark(axis, event, event.earliest, event.latest, event_mark(event).strip() or POINT) for event in events]


def source_marks(axis: Axis, events: dict[int, EventRow], told: Iterable[Told]) -> dict[str, list[Mark]]:
    """Per source each event where that source puts it: by its own date, else by the event's."""
    found: dict[str, list[Mark]] = {}
    for (source, _), reports in groupby(told, key=lambda one: (one.source, one.event)):
        found.setdefault(source, []).extend(_told(axis, events, list(reports)))
    return found


def _told(axis: Axis, events: dict[int, EventRow], reports: Sequence[Told]) -> Iterable[Mark]:
    """The marks of one event in one lane: each date the source gives, or one mark that it gives none."""
    event = events[reports[0].event]
    dates = dict.fromkeys(report.date for report in reports if report.date and any(bounds(report.date)))
    for date in dates:
        yield _mark(axis, event, *bounds(date), event_mark(event).strip() or POINT)
    if not dates:
        yield _mark(axis, event, event.earliest, None, DIFFERS if event.disputed else
                    STATUS_MARKS.get(event.status, NO_DATE))  # fmt: skip


def _mark(axis: Axis, event: EventRow, earliest: str | None, latest: str | None, char: str) -> Mark:
    first = minute_of(earliest or latest or event.earliest or event.latest or "") or 0
    last = max(minute_of(latest or "") or first, first)
    if latest and "T" not in latest and axis.scale.name != "days":
        # A day without a time is the whole of it; where a day is labelled, its mark stands at its beginning.
        last += DAY - 1
    place = axis.place(axis.scale.column(first))
    return Mark(place, max(axis.place(axis.scale.column(last)), place), char, event.rowid)


def count_marks(axis: Axis, starts: "array[int]", left: int, width: int) -> dict[int, int]:
    """How many events begin in each cell, where there are too many to show one by one."""
    found: dict[int, int] = {}
    for place in range(left, left + width):
        column = axis.column(place)
        if column is not None:
            first = bisect_left(starts, column, key=axis.scale.column)
            number = bisect_right(starts, column, lo=first, key=axis.scale.column) - first
            if number:
                found[place] = number
    return found


def counted_marks(axis: Axis, rows: Iterable[Counted]) -> dict[str, dict[int, int]]:
    """The same per source, out of counts per stretch of time."""
    found: dict[str, dict[int, int]] = {}
    for row in rows:
        minute = minute_of(row.day + "0000-01-01T00:00"[len(row.day) :])
        if minute is not None:
            place, lane = axis.place(axis.scale.column(minute)), found.setdefault(row.source, {})
            lane[place] = lane.get(place, 0) + row.events
    return found


def lane_cells(marks: Iterable[Mark], left: int, width: int, selected: int | None) -> tuple[Cell, ...]:
    """A lane of `width` cells from `left` on; the marks of the selected event stand out."""
    chars, roles = [" "] * width, [""] * width
    for mark in sorted(marks, key=lambda mark: mark.event == selected):
        chosen = " current" if mark.event == selected else ""
        for place in range(max(mark.place, left), min(mark.end, left + width - 1) + 1):
            char = mark.char if place == mark.place else WITHIN
            if chosen or _WEIGHT[char] > _WEIGHT[chars[place - left]]:
                chars[place - left], roles[place - left] = char, MARK_ROLES[char] + chosen
    return _cells(chars, roles)


def count_cells(counts: dict[int, int], left: int, width: int, at: int) -> tuple[Cell, ...]:
    """A lane as heights, the highest as high as the line; the cell `at` stands out."""
    most = max((number for place, number in counts.items() if left <= place < left + width), default=1)
    numbers = [counts.get(place, 0) for place in range(left, left + width)]
    chars = [_HEIGHTS[(number * len(_HEIGHTS) - 1) // most] if number else " " for number in numbers]
    return _cells(chars, ["bar" + " current" * (place == at) if number else "" for place, number in
                          enumerate(numbers, left)])  # fmt: skip


def _cells(chars: Sequence[str], roles: Sequence[str]) -> tuple[Cell, ...]:
    """Cells of one role each out of characters; blanks go with what stands before them."""
    cells: list[Cell] = []
    for char, role in zip(chars, roles, strict=True):
        if cells and (role == cells[-1].role or (not role and not cells[-1].role.endswith("current"))):
            cells[-1] = Cell(cells[-1].text + char, cells[-1].role)
        else:
            cells.append(Cell(char, role or "text"))
    return tuple(cells)
