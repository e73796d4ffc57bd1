"""The whole timeline as lines of cells: the lanes, then the event under the cursor, then those around it."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from dossier.present.cells import clean, cut, fit, short, width_of
from dossier.present.dates import date_in, date_words
from dossier.present.marks import DIFFERS, event_mark, lanes
from dossier.present.passage_text import as_shown
from dossier.present.rows import Cell
from dossier.present.timeline import Chart, Lanes, Line, Size, View, lane_lines, legend_line
from dossier.present.wrap import line_starts
from dossier.store.queries import disagreements, events, timeline
from dossier.store.queries.events import LANES, EventRow, ReportRow

DATE_CELLS = 17
BESIDE = 150
"""From so many cells on, the events around stand beside the event and not below."""
LIST_LINES = 8
"""The events around it are listed where at least so many lines are left for them."""
GAP = 3
SILENT_LINES = 2
SILENT, BETWEEN = "no passage joined in: ", " · "
PARTICIPANTS = 5


def timeline_lines(connection: sqlite3.Connection, chart: Chart, view: View, size: Size, lanes: Lanes) -> list[Line]:
    """Everything, in no more than `size.height` lines."""
    if not chart.moments.rowids:
        return [(Cell("  No event with a date belongs to what is pinned." if chart.restriction.pins else
                      "  No event here has a date.", "secondary"),)]
    lines = lane_lines(connection, chart, view, size, lanes)
    lines += [legend_line(size, lines), ()]
    rest = size.height - len(lines)
    if size.width >= BESIDE:
        half = size.width * 11 // 20
        beside = _around(connection, chart, view, Size(size.width - half - GAP, rest))
        below = _event(connection, chart, view, Size(half, rest))
        lines += [_joined(left or (), right or (), half) for left, right in zip_longest(below, beside)]
        return [_cut(line, size.width) for line in lines[: size.height]]
    if rest >= 2 * LIST_LINES:
        # The list above and what is chosen in it below, as mail readers have it: the list never moves.
        lines += [*_around(connection, chart, view, Size(size.width, rest // 2)), ()]
    lines += _event(connection, chart, view, Size(size.width, size.height - len(lines)))
    return [_cut(line, size.width) for line in lines[: size.height]]


def _cut(line: Line, width: int) -> Line:
    """As much of a line as there is room for."""
    cells = []
    for cell in line:
        if (text := cut(cell.text, width)):
            cells.append(Cell(text, cell.role))
        width -= width_of(text)
    return tuple(cells)


def _joined(left: Line, right: Line, half: int) -> Line:
    taken = sum(width_of(cell.text) for cell in left)
    return (*left, Cell(" " * (half + GAP - taken), "text"), *right)


def _event(connection: sqlite3.Connection, chart: Chart, view: View, size: Size) -> list[Line]:
    """The event under the cursor: its date and label, each source's own date and words, and who says nothing of it."""
    rowid = chart.moments.rowids[view.at]
    event = events.rows(connection, [rowid]).get(rowid)
    if event is None:
        return []
    date = date_words(event.date)
    date = fit(date, max(width_of(date), DATE_CELLS))
    head = (Cell(f"  {date} ", "date"), Cell(f"{event_mark(event)} ", "fault" if event.disputed else "date"),
            Cell(short(event.label, size.width - width_of(date) - 5), "title"))  # fmt: skip
    stands = _stands(connection, event)
    reports = as_shown(connection, events.reports(connection, event.id))
    silent = _silent(connection, event, size)
    room = size.height - 1 - len(stands) - len(silent)
    return [head, *stands, *_reports(reports, size, room), *silent][: size.height]


def _stands(connection: sqlite3.Connection, event: EventRow) -> list[Line]:
    """What is said of its standing and what is in question, where there is anything to say."""
    words = []
    if event.status != "reported":
        words.append(f"{event.status} by {', '.join(events.tellers(connection, event.id)[:3])}")
    if event.date_inferred:
        words.append("date inferred: w says how")
    lines: list[Line] = [(Cell("  " + clean(" · ".join(words)), "secondary"),)] if words else []
    with_ = {part.name: part.kind for part in events.participants(connection, event.id)[:PARTICIPANTS]}
    if with_:
        cells = [cell for name, kind in with_.items() for cell in (Cell(clean(name), kind), Cell(" · ", "secondary"))]
        lines.append((Cell("  with ", "secondary"), *cells[:-1]))
    matters = disagreements.about(connection, event.id, 2) if event.disputed else []
    return [*lines, *((Cell(f"  {DIFFERS} ", "fault"), Cell(clean(matter.question), "text"))
                      for matter in matters if not matter.agrees)]  # fmt: skip


def _reports(reports: Sequence[ReportRow], size: Size, room: int) -> Iterator[Line]:
    """A line or more for each report: its source, the date that this one gives, its words."""
    label = size.label
    wide = max(size.width - label - DATE_CELLS - 7, 10)
    lines = [(report, number) for _, group in groupby(reports, key=lambda report: report.source)
             for number, report in enumerate(group)]
    wrapped = [_wrapped(report.shown, wide) for report in reports]
    whole = sum(map(len, wrapped)) <= room
    for place, (report, number) in enumerate(lines):
        if place == room - 1 and place < len(lines) - 1 and not whole:
            yield (Cell(f"  … and {len(lines) - place} more: Enter", "secondary"),)
            return
        name = fit(report.source_label if number == 0 else "", label)
        date, role = (date_in(report.date, DATE_CELLS), "date") if report.date else ("gives no date", "faint")
        words = wrapped[place] if whole else [fit(clean(report.shown), wide).rstrip()]
        yield (Cell(f"  {name} ", "place"), Cell(fit(date, DATE_CELLS) + " ", role), Cell("“" + words[0] + "”" * (
            len(words) == 1), "said"))  # fmt: skip
        for more in words[1:]:
            end = "”" * (more is words[-1])
            yield (Cell(" " * (label + DATE_CELLS + 5), "text"), Cell(more + end, "said"))


def _wrapped(words: str, width: int) -> list[str]:
    text = clean(words)
    starts = line_starts(text, width)
    return [text[start:end].rstrip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _silent(connection: sqlite3.Connection, event: EventRow, size: Size) -> list[Line]:
    """The sources in which nothing of it was found: by name where they are few."""
    names, number = timeline.silent(connection, event.id, LANES)
    if not number:
        return []
    # Each has its share of the lines, so that none is left out for the length of another.
    share = (SILENT_LINES * (size.width - 4) - len(SILENT)) // number - len(BETWEEN) - 1
    whole = len(_wrapped(SILENT + BETWEEN.join(names), size.width - 4)) <= SILENT_LINES
    said = BETWEEN.join(names if whole else [short(name, max(share, 8)) for name in names])
    lines = _wrapped(SILENT + (said if number <= LANES else f"{number:,} sources"), size.width - 4)
    return [(Cell("  " + line, "faint"),) for line in lines[:SILENT_LINES]]


def _around(connection: sqlite3.Connection, chart: Chart, view: View, size: Size) -> list[Line]:
    """The events before and after, a page of them at a time so that little changes with a move."""
    page = max(size.height - 1, 1)
    total = len(chart.moments.rowids)
    first = max(min(view.at - view.at % page, total - page), 0)
    rowids = chart.moments.rowids[first : first + page]
    found = events.rows_with_spread(connection, rowids)
    undated = chart.moments.undated
    without = f" · {undated:,} {'has' if undated == 1 else 'have'} no date" if undated else ""
    lines: list[Line] = [(Cell("  IN ORDER  ", "section"), Cell(f"{view.at + 1:,} of {total:,}{without}", "secondary"))]
    for at, rowid in enumerate(rowids, first):
        if rowid in found:
            lines.append(_listed(found[rowid], size, chosen=at == view.at))
    return lines


def _listed(event: EventRow, size: Size, *, chosen: bool) -> Line:
    over = " cursor-row-blur" if chosen else ""
    told = "  " + lanes(event.spread) if event.spread else ""
    wide = size.width - DATE_CELLS - 6 - width_of(told)
    date = fit(date_in(event.date, DATE_CELLS), DATE_CELLS)
    mark = Cell(f"{event_mark(event)} ", ("fault" if event.disputed else "date") + over)
    return (Cell("▌ " if chosen else "  ", "gutter-2" + over), Cell(f"{date} ", "date" + over), mark,
            Cell(fit(event.label, wide), ("title" if chosen else "name") + over), Cell(told, "place" + over))
