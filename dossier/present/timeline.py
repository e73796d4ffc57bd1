"""The timeline: events on an axis, one lane a source, and below it the event that the cursor is on.

A `Chart` is what is drawn, a `View` where one is on it; both are values, and moving gives another one. Only what fits
into the view is read; where more begins there than can be told apart, numbers are counted by SQLite.
"""

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from dossier.model.instant import DAY, iso_day
from dossier.present.axis import Axis, axis_of, best_axis, head_lines
from dossier.present.cells import fit, width_of
from dossier.present.lanes import (
    LEGEND,
    MARK_ROLES,
    Mark,
    count_cells,
    count_marks,
    counted_marks,
    event_marks,
    lane_cells,
    source_marks,
)
from dossier.present.rows import Cell
from dossier.present.scale import SCALES
from dossier.store.queries import events, sources
from dossier.store.queries.filters import Noun, Pin, Restriction
from dossier.store.queries.ids import ids
from dossier.store.queries.sources import SourceRow
from dossier.store.queries.timeline import Moments, counted, lanes, moments, told

MANY = 1_500
"""Above so many events in view they are counted and not read."""
REACHING = 100
"""Events before the view that are read too: they stand where they can have begun, and may reach into it."""
EVERYTHING = 0
"""The lane of all sources together; those of the sources follow."""
ROWS_ABOVE = 3
"""Lines above the lanes of the sources: two of the axis and the lane of all together."""
Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The dated events that are left by what is pinned, the sources that have a lane, and the axis."""

    moments: Moments
    sources: "array[int]"
    """Rowids."""
    axis: Axis
    restriction: Restriction


@dataclass(frozen=True, slots=True)
class View:
    """Where one is on a chart."""

    at: int = 0
    """Place of the event under the cursor, in order of date."""
    lane: int = EVERYTHING
    left: int = 0
    """First cell of the axis in view."""
    top: int = 0
    """First lane of a source in view."""


class Size(NamedTuple):
    """Room on the screen, in cells."""

    width: int
    height: int

    @property
    def label(self) -> int:
        """Of a lane's label."""
        return max(min(self.width * 2 // 11, 36), 10)

    @property
    def axis(self) -> int:
        """Of the axis and the lanes."""
        return max(self.width - self.label - 3, 8)

    def lanes(self, number: int) -> int:
        """How many lanes of sources are seen."""
        return max(min(number, (self.height - ROWS_ABOVE) * 2 // 5), 1)


def chart_of(connection: sqlite3.Connection, restriction: Restriction, width: int) -> Chart:
    """The chart of what a restriction leaves, on the closest scale on which all of it fits into `width` cells."""
    found = moments(connection, restriction)
    return Chart(found, lanes(connection, restriction.pins), best_axis(found.marked, width), restriction)


def zoomed(chart: Chart, view: View, step: int, size: Size) -> tuple[Chart, View]:
    """Closer by `step` scales (wider where it is negative), the cursor staying in the middle."""
    place = SCALES.index(chart.axis.scale) + step
    if not 0 <= place < len(SCALES):
        return chart, view
    closer = replace(chart, axis=axis_of(SCALES[place], chart.moments.marked))
    return closer, replace(view, left=place_of(closer, view.at) - size.axis // 2)


def place_of(chart: Chart, at: int) -> int:
    """The cell of the axis on which an event begins."""
    return chart.axis.place(chart.axis.scale.column(chart.moments.starts[at])) if chart.moments.rowids else 0


def nearest(chart: Chart, place: int) -> int:
    """The event that begins nearest to a cell of the axis."""
    column = chart.axis.column(place)
    if column is None:
        column = chart.axis.column(place + 1) or chart.axis.between(place, 1)[0]
    after = bisect_left(chart.moments.starts, column, key=chart.axis.scale.column)
    around = [at for at in (after - 1, after) if 0 <= at < len(chart.moments.rowids)]
    return min(around, key=lambda at: abs(place_of(chart, at) - place), default=0)


def lane_events(connection: sqlite3.Connection, chart: Chart, lane: int) -> "array[int]":
    """The places, in order of date, of the events that a lane tells of."""
    source = sources.rows(connection, [chart.sources[lane - 1]]).get(chart.sources[lane - 1]) if lane else None
    if source is None:
        return array("q", range(len(chart.moments.rowids)))
    pin = Pin(Noun.SOURCE, source.id, "", source.label)
    its = set(ids(connection, Noun.EVENT, restriction=chart.restriction._replace(
        pins=(*chart.restriction.pins, pin), dated=True)))  # fmt: skip
    return array("q", (at for at, rowid in enumerate(chart.moments.rowids) if rowid in its))


def moved(view: View, step: int, places: "array[int]") -> View:
    """The cursor on the next event of a lane, or the one before."""
    if not places:
        return view
    at = bisect_right(places, view.at) if step > 0 else bisect_left(places, view.at) - 1
    return replace(view, at=places[max(0, min(at + step - (step > 0) + (step < 0), len(places) - 1))])


def in_view(chart: Chart, view: View, size: Size) -> View:
    """The same with the cursor where it is seen; the view moves by half of itself where it must."""
    number, seen = len(chart.moments.rowids), size.lanes(len(chart.sources))
    view = replace(view, at=max(0, min(view.at, number - 1)), lane=max(0, min(view.lane, len(chart.sources))))
    place, left, top = place_of(chart, view.at), view.left, view.top
    if not left <= place < left + size.axis:
        left = place - size.axis // 2
    if view.lane and not top < view.lane <= top + seen:
        top = view.lane - 1 - seen // 2
    last = chart.axis.length - size.axis
    return replace(view, left=max(0, min(left, last)), top=max(0, min(top, len(chart.sources) - seen)))


class Lanes(NamedTuple):
    """What stands in the lanes in view: marks, or numbers where there is too much to show one by one."""

    key: object
    """What it was read for."""
    rows: Sequence[SourceRow]
    every: Sequence[Mark] | dict[int, int]
    found: dict[str, Any]
    """The same per source."""


def read_lanes(
    connection: sqlite3.Connection, chart: Chart, view: View, size: Size, known: Lanes | None = None
) -> Lanes:
    """Read what stands in the lanes in view, unless it is `known` from before."""
    key = (chart.axis.scale.name, view.left, view.top, size, chart.restriction)
    if known is not None and known.key == key:
        return known
    wanted = chart.sources[view.top : view.top + size.lanes(len(chart.sources))]
    found = sources.rows(connection, wanted)
    rows = [found[rowid] for rowid in wanted if rowid in found]
    if not chart.moments.rowids:
        return Lanes(key, rows, (), {})
    first, last = chart.axis.between(view.left, size.axis)
    begin = bisect_left(chart.moments.starts, first, key=chart.axis.scale.column)
    end = bisect_right(chart.moments.starts, last, key=chart.axis.scale.column)
    names = [row.id for row in rows]
    if end - begin > MANY:
        every = count_marks(chart.axis, chart.moments.starts, view.left, size.axis)
        starts = chart.moments.starts
        counts = counted(connection, names, iso_day(starts[begin]), iso_day(starts[end - 1] + DAY),
                         chart.axis.scale.prefix, chart.restriction)  # fmt: skip
        return Lanes(key, rows, every, counted_marks(chart.axis, counts))
    seen = events.rows(connection, chart.moments.rowids[max(begin - REACHING, 0) : end])
    marks = source_marks(chart.axis, seen, told(connection, list(seen), names))
    return Lanes(key, rows, event_marks(chart.axis, seen.values()), marks)


def lane_lines(connection: sqlite3.Connection, chart: Chart, view: View, size: Size, read: Lanes) -> list[Line]:
    """The axis, the lane of all sources and those of the sources in view; each line `size.width` cells."""
    margin = " " * (size.label + 3)
    above, below = head_lines(chart.axis, view.left, size.axis)
    tell = {one.source for one in told(connection, [chart.moments.rowids[view.at]], [row.id for row in read.rows])}
    lines = [(Cell(margin, "text"), Cell(above, "year")), (Cell(margin, "text"), Cell(below, "secondary")),
             _lane("all sources", "year", _cells(chart, view, size, read.every), size,
                   chosen=view.lane == EVERYTHING)]  # fmt: skip
    for number, row in enumerate(read.rows, view.top + 1):
        role = "name" if row.id in tell else "faint"
        cells = _cells(chart, view, size, read.found.get(row.id, ()))
        lines.append(_lane(row.label, role, cells, size, chosen=number == view.lane))
    return lines


def _cells(chart: Chart, view: View, size: Size, marks: Sequence[Mark] | dict[int, int]) -> Line:
    if isinstance(marks, dict):
        return count_cells(marks, view.left, size.axis, place_of(chart, view.at))
    return lane_cells(marks, view.left, size.axis, chart.moments.rowids[view.at])


def _lane(label: str, role: str, cells: Sequence[Cell], size: Size, *, chosen: bool) -> Line:
    over = " cursor-row" if chosen else ""
    return (Cell("▌ " if chosen else "  ", "gutter-3" + over), Cell(fit(label, size.label), role + over),
            Cell(" ", "text"), *cells)  # fmt: skip


def legend_line(size: Size, lines: Sequence[Line]) -> Line:
    """What the marks mean, as many as there is room for: those that stand in these lines, then the others."""
    drawn = {char for line in lines for cell in line for char in cell.text
             if char in MARK_ROLES and cell.role.split(" ")[0] == MARK_ROLES[char]}  # fmt: skip
    cells, room = [Cell(" " * (size.label + 3), "text")], size.axis
    for char, meaning in sorted(LEGEND, key=lambda entry: entry[0] not in drawn):
        room -= width_of(char) + width_of(meaning) + 4
        if room >= 0:
            cells += [Cell(char, MARK_ROLES[char]), Cell(f" {meaning}   ", "secondary")]
    return tuple(cells)
