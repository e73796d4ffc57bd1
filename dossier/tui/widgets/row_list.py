"""A list over pages of rows, on the line API: only what is visible is fetched and drawn."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from dossier.present.cells import fit
from dossier.present.marks import READ
from dossier.present.rows import Cell
from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import NO_IDS
from dossier.tui.commands import MOVES, bindings
from dossier.tui.messages import RowHighlighted, RowOpened
from dossier.tui.widgets.line_view import LineView
from dossier.tui.widgets.role_styles import RoleStyles

CHUNK = 64
"""Rows fetched at a time: a screen or two; some 0.5 ms."""
CHUNKS_KEPT = 32
GUTTER = 2
"""Cells before a row: the cursor or what belongs to the selection, and of a source whether it was read."""


class Rows(NamedTuple):
    """Where a list gets its rows from and how it draws them."""

    noun: Noun
    fetch: Callable[[Sequence[int]], dict[int, Any]]
    """Rows by rowid; fast enough for the interface's thread, whatever the size of the case."""
    line: Callable[..., tuple[Cell, ...]]
    """`line(row, width, above=row_above)`."""


class Linked(NamedTuple):
    """What of a list belongs to the row selected in another one."""

    among: Callable[[Sequence[int]], frozenset[int]]
    """Which of some rowids do; as fast as fetching rows."""
    number: int
    first: int | None
    """Place in the list of the first that does, where none of those in view did."""


class RowList(LineView):
    """Rows of height 1, a cursor, and emphasis on the rows that belong to what is selected elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVES)]

    def __init__(self, rows: Rows, number: int) -> None:
        super().__init__(id=f"list-{number}")
        self._source = rows
        self._number = number
        self._ids = NO_IDS
        self._chunks: dict[int, dict[int, Any]] = {}
        self._strips: dict[tuple[object, ...], list[Segment]] = {}
        self._linked: Linked | None = None
        self._links: dict[int, frozenset[int]] = {}
        """What of each chunk is linked, as far as that was asked."""
        self._style = RoleStyles(self)
        self.cursor = 0
        self.empty = ""
        """What an empty list says."""

    @property
    def noun(self) -> Noun:
        """What it lists."""
        return self._source.noun

    @property
    def ids(self) -> "array[int]":
        """The rowids listed; never changed in place."""
        return self._ids

    @property
    def rowid(self) -> int | None:
        """The row under the cursor."""
        return self._ids[self.cursor] if self.cursor < len(self._ids) else None

    @property
    def related_count(self) -> int | None:
        """How many rows are emphasized; None where nothing is."""
        return None if self._linked is None else self._linked.number

    @property
    def in_view(self) -> "array[int]":
        """The rowids of the rows that are seen."""
        return self._ids[slice(*self._visible())]

    def show(self, ids: "array[int]", *, keep: int | None = None) -> None:
        """List these rows from now on, the cursor on row `keep` where it is among them, else at the top."""
        self._ids = ids
        self._forget()
        self._strips.clear()
        self.cursor = 0 if keep is None else self.place_of(keep) or 0
        self.set_lines(len(ids))
        self._bring_into_view(self.cursor)
        self.refresh()

    def extend(self, ids: "array[int]") -> None:
        """List more rows below the same ones; nothing on the screen changes but the scrollbar."""
        self._ids = ids
        self._forget()
        self.set_lines(len(ids))
        self.refresh_bar()

    def place_of(self, rowid: int) -> int | None:
        """The place of a row in the list; None where it is not listed."""
        try:
            return self._ids.index(rowid)
        except ValueError:
            return None

    def draw_again(self) -> None:
        """The same rows, as they are now."""
        self._forget()
        self._strips.clear()
        self.refresh()

    def _forget(self) -> None:
        self._chunks.clear()
        self._links.clear()

    def row(self, index: int) -> Any | None:
        """The row at a place of the list; None where it is gone."""
        if not 0 <= index < len(self._ids):
            return None
        chunk = index // CHUNK
        if chunk not in self._chunks:
            if len(self._chunks) >= CHUNKS_KEPT:
                self._chunks.pop(next(iter(self._chunks)))
            self._chunks[chunk] = self._source.fetch(self._ids[chunk * CHUNK : (chunk + 1) * CHUNK])
        return self._chunks[chunk].get(self._ids[index])

    def emphasize(self, linked: Linked | None) -> None:
        """Show the rows that are linked bright and the others dimmed; None shows all alike.

        Where none of them is in view, the list scrolls to the first one.
        """
        in_view = range(*self._visible())
        before = [self._is_linked(index) for index in in_view]
        self._linked = linked
        self._links.clear()
        after = [self._is_linked(index) for index in in_view]
        if linked is not None and linked.first is not None and not any(after):
            self.scroll_to_line(linked.first - self.size.height // 3)
            return
        for index, was, now in zip(in_view, before, after, strict=True):
            if was != now:
                self.refresh_line(index)

    def _is_linked(self, index: int) -> bool | None:
        """Whether the row at a place is linked; None where nothing is, and all rows look alike."""
        if self._linked is None:
            return None
        chunk = index // CHUNK
        if chunk not in self._links:
            self._links[chunk] = self._linked.among(self._ids[chunk * CHUNK : (chunk + 1) * CHUNK])
        return self._ids[index] in self._links[chunk]

    def _visible(self) -> tuple[int, int]:
        top = self.top
        return top, min(top + self.size.height, len(self._ids))

    def action_move(self, step: int) -> None:
        """Move the cursor by some rows."""
        self.move_to(self.cursor + step)

    def action_page(self, step: int) -> None:
        """Move cursor and view by a page."""
        distance = step * max(self.size.height - 1, 1)
        self.scroll_to_line(self.top + distance)
        self.move_to(self.cursor + distance)

    def action_jump(self, place: int) -> None:
        """Move to the first row (0) or the last (-1)."""
        self.move_to(0 if place == 0 else len(self._ids) - 1)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.rowid is not None:
            self.post_message(RowOpened(self.noun, self.rowid))

    def move_to(self, index: int) -> None:
        """Put the cursor on the row at a place, the nearest one there is."""
        index = max(0, min(index, len(self._ids) - 1))
        if index == self.cursor or not self._ids:
            return
        old, self.cursor = self.cursor, index
        self.refresh_line(old)
        self.refresh_line(index)
        self._bring_into_view(index)
        self.post_message(RowHighlighted(self.noun, self._ids[index]))

    def _bring_into_view(self, index: int) -> None:
        """Scroll by half a page where the row is out of view: a step a key would repaint the list each time."""
        height = self.size.height
        if not height:
            return
        top = self.top
        if index < top:
            self.scroll_to_line(index - min(height // 2, max(top - index - 1, 0) or height // 2))
        elif index >= top + height:
            self.scroll_to_line(index - height // 2)

    def focus_changed(self) -> None:
        """The cursor looks another in a list without focus."""
        self.refresh_line(self.cursor)

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._style.clear()
        self._strips.clear()

    def on_resize(self) -> None:
        """Lines are drawn for a width."""
        self._strips.clear()
        self._bring_into_view(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens."""
        if self.bar_clicked(event):
            return
        index = event.y + self.top
        if index < len(self._ids):
            if event.chain > 1:
                self.action_open()
            self.move_to(index)

    def render_line(self, y: int) -> Strip:
        """A line of the list; `y` counts from the top of the view."""
        index = y + self.top
        width = self.line_width
        if index >= len(self._ids):
            text = "  " + self.empty if index == 0 and self.empty else ""
            return self.with_bar(y, [Segment(fit(text, width), self._style("faint"))], self._style("scroll"))
        at_cursor = index == self.cursor
        state = (self._is_linked(index), at_cursor, at_cursor and self.has_focus)
        key = (index, y == 0, width, *state)
        if key not in self._strips:
            if len(self._strips) > 2_000:
                self._strips.clear()
            self._strips[key] = self._draw(index, width, first=y == 0, state=state)
        return self.with_bar(y, self._strips[key], self._style("scroll"))

    def _draw(self, index: int, width: int, *, first: bool, state: tuple[bool | None, bool, bool]) -> list[Segment]:
        related, at_cursor, focused = state
        row = self.row(index)
        if row is None:
            return [Segment(" " * width, self._style("faint"))]
        above = None if first or index == 0 else self.row(index - 1)
        cells = self._source.line(row, width - GUTTER, above=above)
        over = () if not at_cursor else ("cursor-row",) if focused else ("cursor-row-blur",)
        gutter = "▎" if related else "▌" if at_cursor and (focused or related is None) else " "
        gutter += READ if self.noun is Noun.SOURCE and row.read else " "
        if related is False and not focused:
            return [Segment(gutter + "".join(cell.text for cell in cells), self._style("faint", *over))]
        emphasis = ("related",) if related or (at_cursor and focused) else ()
        segments = [Segment(gutter, self._style(f"gutter-{self._number}", *over))]
        for cell in cells:
            roles = (cell.role, *(emphasis if cell.role == "name" else ()), *over)
            segments.append(Segment(cell.text, self._style(*roles)))
        return segments
