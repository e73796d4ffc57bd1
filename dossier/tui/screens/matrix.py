"""The matrix: who is named in which source, or who together with whom."""

import sqlite3
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import BindingType

from dossier.present.exports import Exportable, matrix_export
from dossier.present.matrix import COUNT_CELLS, Grid, Line, Room, Spot, grid_of, in_view, matrix_lines, target_of
from dossier.present.page import Target
from dossier.present.records import PLURALS
from dossier.store.queries.filters import Noun, Restriction
from dossier.tui.board_commands import BOARD_COMMANDS, MATRIX
from dossier.tui.commands import bindings
from dossier.tui.keymap import Keymap
from dossier.tui.screens.board import BoardScreen
from dossier.tui.session import Session
from dossier.tui.widgets.board import Board
from dossier.tui.widgets.pane import KINDS


class Left(NamedTuple):
    """Where one was on a matrix that was left, to be found there again."""

    restriction: Restriction
    kind: str
    by: Noun
    spot: Spot


class _Drawn(NamedTuple):
    """A picture and what it was made of."""

    grid: Grid
    spot: Spot
    lines: list[Line]


class MatrixScreen(BoardScreen):
    """Moves over a grid, and turns it."""

    where: ClassVar[str] = MATRIX
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        tuple(command for command in BOARD_COMMANDS if MATRIX in command.where))

    def __init__(
        self, session: Session, keymap: Keymap, title: str, restriction: Restriction, kind: str, *,
        left: Left | None = None,
    ) -> None:  # fmt: skip
        """`kind` is that of the rows; `left` where one was before, under the same restriction."""
        super().__init__(session, keymap, title, restriction.pins)
        self._restriction, self._kind = restriction, kind
        same = left is not None and (left.restriction, left.kind) == (restriction, kind)
        self._by = left.by if left is not None and same else Noun.SOURCE
        self._spot = left.spot if left is not None and same else Spot()
        self._grid: Grid | None = None

    @property
    def left(self) -> Left:
        """Where one is."""
        return Left(self._restriction, self._kind, self._by, self._spot)

    @property
    def place(self) -> Target:
        """The matrix of this kind."""
        return Target("matrix", self._kind)

    @property
    def exportable(self) -> Exportable | None:
        """The whole grid."""
        if self._grid is None:
            return None
        by = "sources" if self._by is Noun.SOURCE else PLURALS.get(self._kind, self._kind)
        return matrix_export(f"{self.case_title}, {PLURALS.get(self._kind, self._kind)} by {by}", self._grid)

    def renew(self) -> None:
        """Read the grid again, at the same place."""
        self._grid = None
        self._draw()

    @property
    def _room(self) -> Room:
        return Room(max(self.board.size.width - 1, 20), self.board.size.height)

    @on(Board.Resized)
    def _draw(self) -> None:
        """Have a picture made of where one is."""
        grid, spot, room, restriction, kind, by = (
            self._grid, self._spot, self._room, self._restriction, self._kind, self._by)
        self.session.pages.submit(
            lambda connection: _drawn(connection, grid or grid_of(connection, restriction, kind, by), spot, room),
            self._show)  # fmt: skip

    def _show(self, drawn: _Drawn) -> None:
        self._grid, self._spot = drawn.grid, drawn.spot
        self.board.show(drawn.lines)
        plural = PLURALS.get(self._kind, self._kind)
        by_source = self._by is Noun.SOURCE
        by = "sources" if by_source else plural
        counts = f"{len(drawn.grid.rows):,} {plural}"
        if by_source:
            counts += f" · {len(drawn.grid.columns):,} sources"
        self.show_head(f"Matrix · {plural} × {by}", counts)
        kind = _kind_beside(self._kind, 1)
        turn = "together" if by_source else "by source"
        self.show_keys(open="passages", turn=turn, kind=PLURALS.get(kind, kind))

    def _moved(self, rows: int, columns: int) -> None:
        """The cursor by so many rows and columns, as far as there are any."""
        if self._grid is not None:
            spot = replace(self._spot, row=self._spot.row + rows, column=self._spot.column + columns)
            self._spot = in_view(self._grid, spot, self._room)
            self._draw()

    def action_across(self, step: int) -> None:
        """The next column, or the one before."""
        self._moved(0, step)

    def action_along(self, step: int) -> None:
        """The next row, or the one before."""
        self._moved(step, 0)

    def action_page(self, step: int) -> None:
        """A page of rows."""
        if self._grid is not None:
            self._moved(step * max(self._room.lines(self._grid) - 1, 1), 0)

    def action_jump(self, place: int) -> None:
        """The first row (0), or the last (-1)."""
        self._moved((len(self._grid.rows) if self._grid else 0) * (1 if place else -1), 0)

    def action_turn(self) -> None:
        """By sources, or by one another."""
        self._by = Noun.ENTITY if self._by is Noun.SOURCE else Noun.SOURCE
        self._grid, self._spot = None, replace(self._spot, column=0, left=0)
        self._draw()

    def action_kind(self, step: int) -> None:
        """The next kind of entity, or the one before, from its first row on; letters narrow the kind they were typed
        for."""
        self._kind = _kind_beside(self._kind, step)
        self._restriction = self._restriction._replace(letters="")
        self._grid, self._spot = None, Spot()
        self._draw()

    def action_open(self) -> None:
        """The passages that the cell counts; where there are none, whom the row is of."""
        grid, spot = self._grid, self._spot
        if grid is not None:
            target = self.session.ask(lambda connection: target_of(connection, grid, spot), None)
            if target is not None:
                self.dismiss(target)

    @on(Board.Clicked)
    def _clicked(self, message: Board.Clicked) -> None:
        """A click goes to a cell, a second one opens it."""
        grid, room = self._grid, self._room
        if grid is None or not room.head(grid) <= message.y < room.head(grid) + room.lines(grid):
            return
        column = (message.x - room.label - COUNT_CELLS - 4) // room.column(grid) + self._spot.left
        row = self._spot.top + message.y - room.head(grid)
        if row < len(grid.rows):
            self._moved(row - self._spot.row, max(column, 0) - self._spot.column if message.x > room.label else 0)
            if message.twice:
                self.action_open()


def _kind_beside(kind: str, step: int) -> str:
    return KINDS[(KINDS.index(kind) + step) % len(KINDS)]


def _drawn(connection: sqlite3.Connection, grid: Grid, spot: Spot, room: Room) -> _Drawn:
    """In a thread: draw what is in view."""
    spot = in_view(grid, spot, room)
    return _Drawn(grid, spot, matrix_lines(connection, grid, spot, room))
