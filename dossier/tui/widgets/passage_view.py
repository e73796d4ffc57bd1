"""The reader: a page of blocks on the line API, wrapped where it is looked at."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from dossier.present.cells import cut, width_of
from dossier.present.flow import Flow, Line
from dossier.present.page import Block, Page, Run, Target
from dossier.tui.commands import MOVES, bindings
from dossier.tui.messages import TargetOpened
from dossier.tui.widgets.line_view import LineView
from dossier.tui.widgets.role_styles import RoleStyles

MARGIN = 3
"""Cells at the left for the cursor and for what stands in a passage."""
MEASURE = 82
"""Longest line in cells: longer ones are hard to read."""


class PassageView(LineView):
    """Shows a page; its cursor goes from block to block, `n` and `N` from stop to stop."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVES)]

    class Moved(Message):
        """The view, its cursor or its stop changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page = Page(Target("case", ""), "", ())
        self._flow = Flow((), 1)
        self.cursor = 0
        self.stop = -1
        self._style = RoleStyles(self)
        self._segments = lru_cache(600)(self._draw)

    @property
    def measure(self) -> int:
        """Cells of a line of text in the present width."""
        return max(min(self.line_width - MARGIN, MEASURE), 8)

    def show(
        self, page: Page, *, flow: Flow | None = None, scroll: int | None = None, cursor: int | None = None
    ) -> None:
        """Show a page: at its stop, or where `scroll` and `cursor` say. `flow` spares laying it out here."""
        self.page = page
        self.stop = page.at if page.stops else -1
        self._lay_out(flow)
        if cursor is not None:
            self.cursor, self.stop = cursor, -1
        elif 0 <= self.stop < len(page.stops):
            self.cursor = page.stops[self.stop].block
        else:
            self.cursor = self._nearest(page.at if not page.stops else 0, 1)
        if scroll is not None:
            self.scroll_to_line(scroll)
        elif self.stop >= 0:
            self.scroll_to_line(self._stop_line() - self.size.height // 3)
        else:
            self.scroll_to_line(0)
        self.refresh()
        self.post_message(self.Moved())

    def _lay_out(self, flow: Flow | None = None) -> None:
        if flow is None or flow.width != self.measure or flow.blocks is not self.page.blocks:
            flow = Flow(self.page.blocks, self.measure)
        self._flow = flow
        self._segments.cache_clear()
        self.set_lines(flow.height)

    @property
    def here(self) -> str:
        """Where the view is: the stop and how many there are, or how far down."""
        if 0 <= self.stop < len(self.page.stops):
            return f"{self.stop + 1} of {len(self.page.stops)}"
        hidden = self._flow.height - self.size.height
        return "" if hidden <= 0 else f"{min(100 * self.top // hidden, 100)} %"

    @property
    def block(self) -> Block | None:
        """What the cursor is on."""
        return self.page.blocks[self.cursor] if 0 <= self.cursor < len(self.page.blocks) else None

    @property
    def about(self) -> Target:
        """What a decision here is about: what the stop or the line under the cursor leads to, else the page."""
        stop = self.page.stops[self.stop].target if self.stop >= 0 else None
        leads = stop or (self.block.target if self.block else None)
        return self.page.target if leads is None or leads.kind == "source" else leads

    def _selectable(self, index: int) -> bool:
        return self.page.every_block or self.page.blocks[index].target is not None

    def _nearest(self, index: int, step: int) -> int:
        """The first selectable block from a place on; -1 where there is none."""
        while 0 <= index < len(self.page.blocks):
            if self._selectable(index):
                return index
            index += step
        return -1

    def action_move(self, step: int) -> None:
        """Move the cursor by a block; scroll half a page where the text goes on beyond the view."""
        top, bottom = self.top, self.top + self.size.height
        half = max(self.size.height // 2, 1)
        index = self._nearest(self.cursor + step, step)
        if (self.cursor >= 0 and ((step > 0 and self._flow.bottom(self.cursor) > bottom)
                                 or (step < 0 and self._flow.top(self.cursor) < top))) or index < 0:
            self.scroll_to_line(top + step * half)
        else:
            self._move_to(index)
            if step > 0 and self._flow.bottom(index) > bottom:
                self.scroll_to_line(max(top + 1, min(top + half, self._flow.top(index))))
            elif step < 0 and self._flow.top(index) < top:
                self.scroll_to_line(min(top - 1, max(top - half, self._flow.bottom(index) - self.size.height)))

    def _move_to(self, index: int) -> None:
        old, self.cursor = self.cursor, index
        for block in (old, index):
            self._refresh_margin(block)
        if 0 <= self.stop < len(self.page.stops) and self.page.stops[self.stop].block != index:
            self._leave_stop()

    def _leave_stop(self) -> None:
        block = self.page.stops[self.stop].block
        self.stop = -1
        self._refresh_block(block)
        self.post_message(self.Moved())

    def _refresh_block(self, block: int) -> None:
        self._segments.cache_clear()
        if 0 <= block < len(self.page.blocks):
            top = self._flow.top(block)
            self.refresh_lines(top, self._flow.bottom(block) - top)

    def _refresh_margin(self, block: int) -> None:
        """Only the cells of the margin change with the cursor."""
        if 0 <= block < len(self.page.blocks):
            top, bottom = self._flow.top(block), self._flow.bottom(block)
            first = max(top - self.top, 0)
            last = min(bottom - self.top, self.size.height)
            if last > first:
                self.refresh(Region(0, first, 1, last - first))

    def action_page(self, step: int) -> None:
        """Scroll by a page, the cursor to the first block in view."""
        self.scroll_to_line(self.top + step * max(self.size.height - 2, 1))
        line = self._flow.line(self.top)
        if line is not None:
            index = self._nearest(line.block, 1)
            self._move_to(index if index >= 0 else self.cursor)

    def action_jump(self, place: int) -> None:
        """To the top (0) or the end (-1)."""
        self.scroll_to_line(0 if place == 0 else self._flow.height)
        index = self._nearest(0, 1) if place == 0 else self._nearest(len(self.page.blocks) - 1, -1)
        if index >= 0:
            self._move_to(index)

    def go_to_stop(self, step: int) -> None:
        """To the next or the previous stop, from the one it is at or from the cursor."""
        stops = self.page.stops
        if not stops:
            self.action_move(step)
            return
        if self.stop >= 0:
            index = self.stop + step
        else:
            index = bisect_left(stops, max(self.cursor, 0), key=lambda stop: stop.block) - (step < 0)
        old, self.stop = self.stop, max(0, min(index, len(stops) - 1))
        if old >= 0:
            self._refresh_block(stops[old].block)
        block, self.cursor = self.cursor, stops[self.stop].block
        self._refresh_margin(block)
        self._refresh_block(self.cursor)
        line = self._stop_line()
        if not self.top <= line < self.top + self.size.height:
            self.scroll_to_line(line - self.size.height // 3)
        self.post_message(self.Moved())

    def _stop_line(self) -> int:
        stop = self.page.stops[self.stop]
        return self._flow.line_of(stop.block, stop.start)

    def action_open(self) -> None:
        """Open the stop it is at, else the block under the cursor."""
        target = self.page.stops[self.stop].target if self.stop >= 0 else None
        if target is None and self.block is not None:
            target = self.block.target
        if target is not None:
            self.post_message(TargetOpened(target))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel scrolls too."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

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
            if line is not None and self.top:
                self.scroll_to_line(self._flow.line_of(line.block, line.start))

    def on_click(self, event: events.Click) -> None:
        """A click on a marked span or a line that leads somewhere opens it; elsewhere it moves the cursor.

        So it does in the text of a source: one clicks there to read on.
        """
        line = self._flow.line(event.y + self.top)
        if self.bar_clicked(event) or line is None or line.number < 0:
            return
        block = self.page.blocks[line.block]
        indent = block.indent + (block.hang if line.number else 0)
        place = line.start + len(cut(block.text[line.start : line.end], max(event.x - MARGIN - indent, 0)))
        hit = [run.target for run in block.runs if run.target is not None and run.start <= place < run.end]
        target = hit[-1] if hit else None if self.page.every_block else block.target
        if self._selectable(line.block):
            self._move_to(line.block)
        if target is not None:
            self.post_message(TargetOpened(target))

    def render_line(self, y: int) -> Strip:
        """A line of the page; `y` counts from the top of the view."""
        line = self._flow.line(y + self.top)
        if line is None or line.number < 0:
            segments = [Segment(" " * self.line_width, self._style("text"))]
        else:
            segments = self._segments(line, self.line_width, self.has_focus and line.block == self.cursor, self.stop)
        return self.with_bar(y, segments, self._style("scroll"))

    def _draw(self, line: Line, width: int, at_cursor: bool, stop: int) -> list[Segment]:
        block = self.page.blocks[line.block]
        indent = block.indent + (block.hang if line.number > 0 else 0)
        mark = block.gutter if line.number == 0 else ""
        segments = [
            Segment("▌" if at_cursor else " ", self._style("cursor")),
            Segment(f"{mark:<2}" + " " * indent, self._style("gutter")),
            *self._pieces(block, line, stop),
        ]  # fmt: skip
        taken = sum(width_of(segment.text) for segment in segments)
        if taken < width:
            segments.append(Segment(" " * (width - taken), self._style("text")))
        return list(Strip(segments).crop(0, width)) if taken > width else segments

    def _stop_runs(self, block: int, present: int) -> Iterator[Run]:
        """The stops in a block: all of them where the page has a focus, else only the present one."""
        stops = self.page.stops
        first = bisect_left(stops, block, key=lambda stop: stop.block)
        for index in range(first, len(stops)):
            if stops[index].block != block:
                return
            if index == present or self.page.focused:
                yield Run(stops[index].start, stops[index].end, "current" if index == present else "hit")

    def _pieces(self, block: Block, line: Line, stop: int) -> list[Segment]:
        """The text of a line, cut where roles change."""
        runs = [*block.runs, *self._stop_runs(line.block, stop)]
        edges = {line.start, line.end}
        for run in runs:
            edges.update(edge for edge in (run.start, run.end) if line.start < edge < line.end)
        places = sorted(edges)
        pieces: list[Segment] = []
        for start, end in pairwise(places):
            roles = tuple(run.role for run in runs if run.start <= start and end <= run.end)
            style = self._style(block.role, *roles)
            if pieces and pieces[-1].style == style:
                pieces[-1] = Segment(pieces[-1].text + block.text[start:end], style)
            else:
                pieces.append(Segment(block.text[start:end], style))
        return pieces
