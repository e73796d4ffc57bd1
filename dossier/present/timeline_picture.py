"""The whole timeline drawn as plain text: the twin of the browser's, stretch under stretch."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from dossier.present.axis import axis_of
from dossier.present.scale import SCALES
from dossier.present.timeline import ROWS_ABOVE, Line, Size, View, chart_of, lane_lines, legend_line, read_lanes
from dossier.store.queries.filters import Restriction

WHOLE = "whole"
"""The closest scale on which everything stands side by side."""
SCALE_NAMES = (WHOLE, *(scale.name for scale in SCALES))


def picture_lines(
    connection: sqlite3.Connection, restriction: Restriction, scale: str, width: int
) -> Iterator[str]:
    """The lanes of all sources on a scale (one of `SCALE_NAMES`), as many stretches of `width` cells as it takes;
    nothing where no event has a date."""
    size = Size(width, ROWS_ABOVE)
    chart = chart_of(connection, restriction, size.axis)
    if not chart.moments.rowids:
        return
    if scale != WHOLE:
        found = next(one for one in SCALES if one.name == scale)
        chart = replace(chart, axis=axis_of(found, chart.moments.marked))
    # High enough for a lane of every source.
    size = Size(width, ROWS_ABOVE + 3 * len(chart.sources))
    drawn: list[Line] = []
    for left in range(0, chart.axis.length, size.axis):
        view = View(left=left)
        lanes = read_lanes(connection, chart, view, size)
        if left:
            yield ""
        drawn += (lines := lane_lines(connection, chart, view, size, lanes))
        for line in lines:
            yield "".join(cell.text for cell in line).replace("▌", " ", 1).rstrip()
    yield ""
    yield "".join(cell.text for cell in legend_line(size, drawn)).strip()
