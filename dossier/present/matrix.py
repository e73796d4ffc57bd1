"""The matrix: who is named in which source, or who together with whom, as a grid of numbers.

A `Grid` is what is shown, a `Spot` where one is on it; only the rows and columns in view are read.
"""

import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from dossier.present.cells import clean, fit, short, width_of
from dossier.present.dates import date_in
from dossier.present.matrix_words import passage_lines
from dossier.present.page import Target
from dossier.present.rows import Cell
from dossier.present.wrap import line_starts
from dossier.store.queries import appearances, entities, sources
from dossier.store.queries.filters import Noun, Restriction
from dossier.store.queries.ids import ids
from dossier.store.queries.timeline import lanes

NARROW, WIDE = 5, 24
"""Cells of a column at least and at most."""
LABELLED = 9
"""From so many cells on, a column says what it is; narrower ones have a number."""
FOOT = 3
"""Lines below the grid."""
NAME_LINES, TALL = 3, 30
"""Of the name above a column, where there are so many lines in all; else it has one."""
COUNT_CELLS = 6
PAGE = 200
"""Rows read at a time where all are wanted."""
_HEIGHTS = "▁▂▃▄▅▆▇█"
_BAR = "▏▎▍▌▋▊▉█"
Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns, by rowid."""

    kind: str
    """Of the entities in the rows."""
    by: Noun
    """What the columns are: sources, or the same entities as the rows."""
    rows: "array[int]"
    columns: "array[int]"

    def first(self, number: int) -> "Grid":
        """The first rows of it; of entities by one another, the first columns as well."""
        rows = self.rows[:number]
        return replace(self, rows=rows, columns=rows if self.by is Noun.ENTITY else self.columns)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one is, and the first row and column in view."""

    row: int = 0
    column: int = 0
    top: int = 0
    left: int = 0


class Room(NamedTuple):
    """Cells of the screen."""

    width: int
    height: int

    @property
    def label(self) -> int:
        """Of a row's name, without the number behind it."""
        return max(min(self.width // 4, 32), 10)

    def head(self, grid: Grid) -> int:
        """Lines above the grid: of the names of wide columns, and one of their dates or numbers."""
        names = 0 if self.column(grid) < LABELLED else NAME_LINES if self.height >= TALL else 1
        return names + 1

    def lines(self, grid: Grid) -> int:
        """Rows in view."""
        return max(self.height - self.head(grid) - FOOT, 1)

    def column(self, grid: Grid) -> int:
        """Cells of a column; those of entities are many and have numbers."""
        room = self.width - self.label - COUNT_CELLS - 4
        wide = room // max(len(grid.columns), 1)
        return NARROW if grid.by is Noun.ENTITY else max(min(wide, WIDE), NARROW)

    def columns(self, grid: Grid) -> int:
        """Columns in view."""
        return max((self.width - self.label - COUNT_CELLS - 4) // self.column(grid), 1)


class Axes(NamedTuple):
    """The rows and columns in view: id and name of each, and the total of a row or the date of a source."""

    rows: list[tuple[str, str, int]]
    columns: list[tuple[str, str, str]]


def grid_of(connection: sqlite3.Connection, restriction: Restriction, kind: str, by: Noun) -> Grid:
    """The entities of a kind that a restriction leaves, most mentioned first, by sources or by one another."""
    rows = ids(connection, Noun.ENTITY, kind=kind, restriction=restriction)
    return Grid(kind, by, rows, lanes(connection, restriction.pins) if by is Noun.SOURCE else rows)


def in_view(grid: Grid, spot: Spot, room: Room) -> Spot:
    """The same with the cursor on the grid, and where it is seen; the view moves by half of itself where it must."""
    row = max(0, min(spot.row, len(grid.rows) - 1))
    column = max(0, min(spot.column, len(grid.columns) - 1))
    top = _shifted(spot.top, row, room.lines(grid), len(grid.rows))
    left = _shifted(spot.left, column, room.columns(grid), len(grid.columns))
    return replace(spot, row=row, column=column, top=top, left=left)


def _shifted(first: int, at: int, seen: int, number: int) -> int:
    if not first <= at < first + seen:
        first = at - seen // 2
    return max(0, min(first, number - seen))


def axes(connection: sqlite3.Connection, grid: Grid, spot: Spot, room: Room) -> Axes:
    """What the rows and columns in view are."""
    below = grid.rows[spot.top : spot.top + room.lines(grid)]
    found = entities.rows(connection, below)
    rows = [(found[rowid].id, found[rowid].name, found[rowid].mentions) for rowid in below if rowid in found]
    beside = grid.columns[spot.left : spot.left + room.columns(grid)]
    if grid.by is Noun.ENTITY:
        named = entities.rows(connection, beside)
        return Axes(rows, [(named[rowid].id, named[rowid].name, "") for rowid in beside if rowid in named])
    told = sources.rows(connection, beside)
    wide = room.column(grid) - 2
    return Axes(rows, [(told[rowid].id, told[rowid].label, date_in(told[rowid].published, wide))
                       for rowid in beside if rowid in told])  # fmt: skip


def cells_of(connection: sqlite3.Connection, grid: Grid, seen: Axes) -> Mapping[tuple[str, str], int]:
    """The numbers in view, by ids of row and column."""
    rows, columns = [row[0] for row in seen.rows], [column[0] for column in seen.columns]
    if grid.by is Noun.SOURCE:
        return appearances.in_sources(connection, rows, columns)
    return appearances.in_passages(connection, rows, columns)


def matrix_lines(connection: sqlite3.Connection, grid: Grid, spot: Spot, room: Room) -> list[Line]:
    """Everything, in no more than `room.height` lines."""
    if not grid.rows or not grid.columns:
        return [(Cell("  Nothing here belongs to what is pinned.", "secondary"),)]
    seen = axes(connection, grid, spot, room)
    numbers = cells_of(connection, grid, seen)
    lines = _head(grid, seen, spot, room, room.head(grid) - 1)
    most = max(numbers.values(), default=1)
    lines += [_row(grid, seen, numbers, place, spot, room, most) for place in range(len(seen.rows))]
    below = Room(room.width, room.height - len(lines) - 1)
    return [*lines, (), *_foot(connection, grid, seen, numbers, spot, below)][: room.height]


def _head(grid: Grid, seen: Axes, spot: Spot, room: Room, number: int) -> list[Line]:
    """What each column is: its name in so many lines, which end above its date; or its number."""
    wide, margin = room.column(grid), Cell(" " * (room.label + COUNT_CELLS + 4), "text")
    above, below = [[margin] for _ in range(number)], [margin]
    for place, (_, name, date) in enumerate(seen.columns, spot.left):
        role = "chosen" if place == spot.column else "name"
        if wide >= LABELLED:
            for line, words in zip(above, _name_lines(name, wide - 2, number), strict=True):
                line.append(Cell(words + "  ", role))
            below.append(Cell(fit(date, wide - 2) + "  ", "secondary"))
        else:
            count = fit(str(place + 1), wide - 1, right=True)
            below.append(Cell(count + " ", role if role == "chosen" else "secondary"))
    return [*(tuple(line) for line in above), tuple(below)]


def _name_lines(name: str, cells: int, number: int) -> list[str]:
    """A name in so many lines of as many cells; the first ones are empty where it is short."""
    text = clean(name)
    starts = line_starts(text, cells)
    ends = [*starts[1 : min(len(starts), number)], len(text)]
    lines = [fit(text[start:end].rstrip(), cells) for start, end in zip(starts, ends, strict=False)]
    return [" " * cells] * (number - len(lines)) + lines


def _row(
    grid: Grid, seen: Axes, numbers: Mapping[tuple[str, str], int], place: int, spot: Spot, room: Room, most: int
) -> Line:
    id_, name, mentions_ = seen.rows[place]
    chosen = spot.top + place == spot.row
    over = " cursor-row" if chosen else ""
    number = f"{spot.top + place + 1:>3} " if grid.by is Noun.ENTITY else ""
    cells = [Cell("▌ " if chosen else "  ", "gutter-1" + over),
             Cell(number, "secondary" + over), Cell(fit(name, room.label - width_of(number)), "name" + over),
             Cell(fit(str(mentions_), COUNT_CELLS, right=True), "secondary" + over), Cell("  ", "text")]  # fmt: skip
    for column, (other, _, _) in enumerate(seen.columns, spot.left):
        current = " cursor-row" if chosen and column == spot.column else ""
        cells += _number(numbers.get((id_, other), 0), most, room.column(grid), current, own=other == id_)
    return tuple(cells)


def _number(number: int, most: int, wide: int, current: str, *, own: bool) -> tuple[Cell, ...]:
    """One number at the right of its column: behind its bar where there is room, else behind its height."""
    if not number:
        mark = fit("╲" if own else "·", wide - (2 if wide >= LABELLED else 1), right=True)
        return Cell(mark, "rule" + current), Cell(" " * (wide - len(mark)), "text" + current)
    if wide >= LABELLED:
        digits = len(str(most))
        room = wide - 3 - digits
        eighths = max(-(-number * room * 8 // most), 1)
        bar = _BAR[-1] * (eighths // 8) + (_BAR[eighths % 8 - 1] if eighths % 8 else "")
        return Cell(f"{bar:<{room}} {number:>{digits}}", "bar" + current), Cell("  ", "text" + current)
    words = fit(f"{_HEIGHTS[(number * len(_HEIGHTS) - 1) // most]}{number}", wide - 1, right=True)
    return Cell(words, "bar" + current), Cell(" ", "text")


def _foot(
    connection: sqlite3.Connection, grid: Grid, seen: Axes, numbers: Mapping[tuple[str, str], int], spot: Spot,
    room: Room,
) -> list[Line]:  # fmt: skip
    """The cell under the cursor in words, and the passages that it counts."""
    if spot.row - spot.top >= len(seen.rows) or spot.column - spot.left >= len(seen.columns):
        return []
    (one, name, total), (other, label, _) = seen.rows[spot.row - spot.top], seen.columns[spot.column - spot.left]
    number = numbers.get((one, other), 0)
    passages = f"{number:,} passage{'s' * (number != 1)}"
    if one == other:
        said = [("is named in all ", "secondary"), (f"{total:,} time{'s' * (total != 1)}", "title")]
    elif grid.by is Noun.SOURCE:
        times = f"named {number:,} time{'s' * (number != 1)}" if number else "never named"
        said = [("is ", "secondary"), (times, "title"), (" in ", "secondary"),
                (short(label, room.width - width_of(name) - 30), "place")]  # fmt: skip
    else:
        said = [("with ", "secondary"), (short(label, 40), grid.kind), (": ", "secondary"),
                (passages if number else "never in one passage", "title")]  # fmt: skip
    cells = (Cell("  ", "text"), Cell(clean(name) + " ", grid.kind), *(Cell(*piece) for piece in said))
    if not number:
        return [cells]
    return [cells, *passage_lines(connection, grid.by, grid.kind, one, other, width=room.width, lines=room.height - 1)]


def _page_room(width: int, grid: Grid) -> Room:
    """A room that shows so many rows."""
    return Room(width, Room(width, TALL).head(grid) + PAGE + FOOT)


def plain_matrix(connection: sqlite3.Connection, grid: Grid, width: int) -> Iterator[str]:
    """The grid as plain text, all rows and as many columns as there is room for; nothing where it is empty."""
    room = _page_room(width, grid)
    for top in range(0, len(grid.rows) if grid.columns else 0, PAGE):
        spot = Spot(-1, -1, top)
        seen = axes(connection, grid, spot, room)
        numbers = cells_of(connection, grid, seen)
        most = max(numbers.values(), default=1)
        lines = [] if top else _head(grid, seen, spot, room, min(room.head(grid) - 1, 1))
        lines += [_row(grid, seen, numbers, place, spot, room, most) for place in range(len(seen.rows))]
        yield from ("".join(cell.text for cell in line).rstrip() for line in lines)
        if top + PAGE >= len(grid.rows):
            yield from _columns_told(grid, seen, room)


def _columns_told(grid: Grid, seen: Axes, room: Room) -> Iterator[str]:
    """What the numbers above the columns mean, and how many columns there was no room for."""
    if grid.by is Noun.SOURCE and room.column(grid) < LABELLED:
        yield ""
        yield from (f"{number:>4}  {clean(name)}" for number, (_, name, _) in enumerate(seen.columns, 1))
    if len(seen.columns) < len(grid.columns):
        yield ""
        yield f"{len(grid.columns) - len(seen.columns):,} more columns: --csv has all of them."


def records(connection: sqlite3.Connection, grid: Grid) -> Iterator[dict[str, Any]]:
    """A record for each row: its id and name, and how often, or in how many passages, by id of the column."""
    room = _page_room(len(grid.columns) * NARROW + 100, grid)
    key = "sources" if grid.by is Noun.SOURCE else "with"
    for top in range(0, len(grid.rows), PAGE):
        seen = axes(connection, grid, Spot(top=top), room)
        numbers = cells_of(connection, grid, seen)
        for id_, name, total in seen.rows:
            found = {other: numbers[id_, other] for other, _, _ in seen.columns if (id_, other) in numbers}
            yield {"id": id_, "name": name, "kind": grid.kind, "mentions": total, key: found}


def target_of(connection: sqlite3.Connection, grid: Grid, spot: Spot) -> Target | None:
    """What the cell under the cursor leads to: the passages it counts, else whom the row is of."""
    row = entities.rows(connection, [grid.rows[spot.row]]).get(grid.rows[spot.row]) if grid.rows else None
    if row is None or not grid.columns:
        return None
    column = grid.columns[spot.column]
    if grid.by is Noun.ENTITY:
        other = entities.rows(connection, [column]).get(column)
        return Target("together", row.id, focus=other.id) if other and other.id != row.id else Target("entity", row.id)
    source = sources.rows(connection, [column]).get(column)
    named = source and appearances.in_sources(connection, [row.id], [source.id])
    return Target("source", source.id, focus=row.id) if source and named else Target("entity", row.id)

