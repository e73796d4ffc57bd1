"""A page of blocks on the line API: wrapped where it is looked at, and only what changed of it drawn again.

How one moves in it is in `page_cursor.py`, how it is shown in `page_view.py`, what one does with its words in
`passage_view.py`.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from dossier.present.cells import width_of
from dossier.present.flow import Flow, Line
from dossier.present.page import Block, Page, PageKind, Target
from dossier.tui.widgets.line_view import LineView
from dossier.tui.widgets.page_painter import MARGIN, Look, paint
from dossier.tui.widgets.role_styles import RoleStyles

if TYPE_CHECKING:
    from dossier.present.stretch import Place

MEASURE = 82
"""Longest line in cells: longer ones are hard to read."""
COLUMNS_MEASURE = 2 * MEASURE
"""Longest line of a page on which texts stand side by side."""


class PageCanvas(LineView):
    """Draws a page with its cursor, the stop it is at and what is selected."""

    class Rewrapped(Message):
        """The lines have another width than those that the page was made for."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page = Page(Target("case", ""), "", ())
        self._flow = Flow((), 1)
        self.cursor = 0
        self.stop = -1
        self._style = RoleStyles(self)
        self._segments = lru_cache(600)(self._paint)

    def measure_of(self, kind: PageKind) -> int:
        """Cells of a line of text on a page of this kind in the present width."""
        return max(min(self.line_width - MARGIN, COLUMNS_MEASURE if kind == "event" else MEASURE), 8)

    @property
    def measure(self) -> int:
        """Cells of a line of text on the present page."""
        return self.measure_of(self.page.target.kind)

    @property
    def flow(self) -> Flow:
        """The lines of the page."""
        return self._flow

    @property
    def block(self) -> Block | None:
        """What the cursor is on."""
        return self.page.blocks[self.cursor] if 0 <= self.cursor < len(self.page.blocks) else None

    def _lay_out(self, flow: Flow | None = None) -> None:
        if flow is None or flow.width != self.measure or flow.blocks is not self.page.blocks:
            flow = Flow(self.page.blocks, self.measure)
        self._flow = flow
        self._segments.cache_clear()
        self.set_lines(flow.height)

    def _set_top(self, y: int) -> None:
        """Line `y` is at the top, and was so before it had this number: only the bar is drawn again."""
        self.set_reactive(PageCanvas.scroll_y, float(y))
        self.set_reactive(PageCanvas.scroll_target_y, float(y))
        self.refresh_bar()

    # What changed

    def _refresh_stop(self, stop: int) -> None:
        block, start, end = self.page.stops[stop][:3]
        self.refresh_words((block, start), (block, end))

    def refresh_words(self, start: "Place", end: "Place") -> None:
        """Draw the cells between two places again, and no others: a line costs some 300 bytes."""
        first, last = self._flow.line_of(*start), self._flow.line_of(*end)
        for y in range(max(first, self.top), min(last + 1, self.top + self.size.height)):
            left = self._cell(y, start) if y == first else 0
            right = self._cell(y, end) if y == last else self.line_width
            self.refresh(Region(left, y - self.top, max(right - left, 1), 1))

    def _cell(self, y: int, place: "Place") -> int:
        """The cell of line `y` in which a place of it stands."""
        line = self._flow.line(y)
        assert line is not None
        block = self.page.blocks[line.block]
        before = MARGIN + block.indent + (block.hang if line.number > 0 else 0)
        return before + width_of(block.text[line.start : max(place[1], line.start)])

    def _refresh_margin(self, block: int) -> None:
        """Only the cells of the margin change with the cursor."""
        if 0 <= block < len(self.page.blocks):
            top, bottom = self._flow.top(block), self._flow.bottom(block)
            first = max(top - self.top, 0)
            last = min(bottom - self.top, self.size.height)
            if last > first:
                self.refresh(Region(0, first, 1, last - first))

    # Events

    def focus_changed(self) -> None:
        """The cursor is seen only with the focus."""
        self._refresh_margin(self.cursor)

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._style.clear()
        self._segments.cache_clear()

    def on_resize(self) -> None:
        """Lay out again for the new width, the line at the top staying there."""
        line = self._flow.line(self.top)
        if self._flow.width != self.measure:
            self._lay_out()
            # Textual painted it in its new size before this, from the lines of the old width.
            self.refresh()
            if line is not None and self.top:
                self.scroll_to_line(self._flow.line_of(line.block, line.start))
            self.post_message(self.Rewrapped())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """A line of the page; `y` counts from the top of the view."""
        line = self._flow.line(y + self.top)
        if line is None or line.number < 0:
            segments = [Segment(" " * self.line_width, self._style("text"))]
        else:
            here = 0 <= self.stop < len(self.page.stops) and self.page.stops[self.stop].block == line.block
            part = self.selected_part(line.block)
            here = here and not any(part)
            at_cursor = self.has_focus and line.block == self.cursor
            segments = self._segments(line, Look(self.line_width, at_cursor, self.stop if here else -1, part))
        return self.with_bar(y, segments, self._style("scroll"))

    def selected_part(self, block: int) -> tuple[int, int]:
        """What of a block's text is selected."""
        return 0, 0 * block

    def _paint(self, line: Line, look: Look) -> list[Segment]:
        return paint(self._style, self.page, line, look)
