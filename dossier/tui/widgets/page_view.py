"""A page of blocks on the line API, wrapped where it is looked at, with a cursor and stops."""

from bisect import bisect_left
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from dossier.present.cells import width_of
from dossier.present.flow import Flow, Line
from dossier.present.page import FOLD, RULE, Block, Page, PageKind, Target
from dossier.present.stretch import Place
from dossier.tui.commands import MOVES, bindings
from dossier.tui.messages import TargetOpened
from dossier.tui.widgets.line_view import LineView
from dossier.tui.widgets.page_painter import MARGIN, Look, paint
from dossier.tui.widgets.role_styles import RoleStyles

MEASURE = 82
"""Longest line in cells: longer ones are hard to read."""


THINGS: frozenset[PageKind] = frozenset({"entity", "event", "statement", "disagreement", "source"})
"""Pages of what can be decided about."""


class PageView(LineView):
    """Shows a page; its cursor goes from block to block, `n` and `N` from stop to stop."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVES)]

    class Moved(Message):
        """The view, its cursor or its stop changed."""

    class EndSeen(Message):
        """The last line of a page came into view."""

        def __init__(self, view: "PageView") -> None:
            super().__init__()
            self.view = view

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page = Page(Target("case", ""), "", ())
        self._flow = Flow((), 1)
        self.cursor = 0
        self.stop = -1
        self._style = RoleStyles(self)
        self.whole = True
        """Whether all of the page is there."""
        self._jump: int | None = None
        """Where to go once all of the page is there."""
        self._end_seen = False
        self._segments = lru_cache(600)(self._paint)

    @property
    def measure(self) -> int:
        """Cells of a line of text in the present width."""
        return max(min(self.line_width - MARGIN, MEASURE), 8)

    @property
    def flow(self) -> Flow:
        """The lines of the page."""
        return self._flow

    def show(
        self, page: Page, *, flow: Flow | None = None, scroll: int | None = None, cursor: int | None = None,
        whole: bool = True,
    ) -> None:  # fmt: skip
        """Show a page: at its stop, or where `scroll` and `cursor` say. `flow` spares laying it out here.

        Of a page that is not `whole` the rest follows by `complete`.
        """
        self.page, self.whole, self._jump = page, whole, None
        self.stop = page.at if page.stops else -1
        self._end_seen = False
        self.page_left()
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
        self._tell_moved()

    def complete(self, page: Page, flow: Flow) -> None:
        """Show all of a page of which a part was shown; nothing moves."""
        first = next((block.span[0] for block in self.page.blocks[:1] if block.span), 0)
        before = bisect_left(page.blocks, first, key=lambda block: block.span[0] if block.span else 0)
        line, at = self._flow.line(self.top), self.stop == self.page.at
        offset = self.top - self._flow.top(line.block) if line else 0
        stop = self.page.stops[self.stop] if self.stop >= 0 else None
        self.page, self.whole = page, True
        self._lay_out(flow)
        self.cursor += before if self.cursor >= 0 else 0
        self.page_grown(before)
        if stop is not None:
            place = (stop.block + before, stop.start, -stop.end)
            self.stop = page.at if at else bisect_left(
                page.stops, place, hi=len(page.stops) - 1, key=lambda other: (other.block, other.start, -other.end))
        if line is not None:
            self._set_top(self._flow.top(line.block + before) + offset)
        if self._jump is not None:
            self.action_jump(self._jump)
        self._tell_moved()

    def _set_top(self, y: int) -> None:
        """Line `y` is at the top, and was so before it had this number: only the bar is drawn again."""
        self.set_reactive(PageView.scroll_y, float(y))
        self.set_reactive(PageView.scroll_target_y, float(y))
        self.refresh(Region(self.line_width, 0, 1, self.size.height))

    def renew(self, page: Page, flow: Flow) -> None:
        """Show the same page with other facts; nothing moves as long as its text is the same."""
        if len(page.blocks) != len(self.page.blocks):
            self.show(page, flow=flow, scroll=self.top, cursor=self.cursor)
            return
        stops, stop = self.page.stops, self.stop
        self.page, self.whole = self.page_kept(page), True
        same = 0 <= stop < len(page.stops) and page.stops[stop][:3] == stops[stop][:3]
        self.stop = stop if same else -1
        top = self.top
        self._lay_out(flow)
        self.scroll_to_line(top)
        self.refresh()
        self._tell_moved()

    def _lay_out(self, flow: Flow | None = None) -> None:
        if flow is None or flow.width != self.measure or flow.blocks is not self.page.blocks:
            flow = Flow(self.page.blocks, self.measure)
        self._flow = flow
        self._segments.cache_clear()
        self.set_lines(flow.height)

    def _tell_moved(self) -> None:
        self.post_message(self.Moved())
        if self.whole and not self._end_seen and self.size.height and self.top + self.size.height >= self._flow.height:
            self._end_seen = True
            self.post_message(self.EndSeen(self))

    @property
    def here(self) -> str:
        """Where the view is: the stop and how many there are, or how far down."""
        if not self.whole:
            return "…"
        if 0 <= self.stop < len(self.page.stops):
            return f"{self.stop + 1:,} of {len(self.page.stops):,}"
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
        return self.page.target if leads is None or leads.kind in ("source", "why") else leads

    @property
    def things(self) -> list[str]:
        """Ids of what a decision here can be about, where that is more than a place `n` went to: in a source all that
        the words under the cursor tell of, elsewhere the page's own thing and what the line leads to."""
        page, block = self.page.target, self.block
        if block is None or self.stop >= 0 or page.kind not in THINGS:
            return []
        if page.kind == "source":
            leads = [block.target, *(run.target for run in block.runs), *(sign.target for sign in block.signs)]
        else:
            leads = [page, self.about]
        return list(dict.fromkeys(
            lead.id for lead in leads if lead is not None and lead.kind in THINGS and lead.kind != "source"))

    # Moving

    def _selectable(self, index: int) -> bool:
        block = self.page.blocks[index]
        if self.page.every_block:
            return self._flow.shown(index) and block.role != RULE
        return block.target is not None

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
            self.move_to(index)
            if step > 0 and self._flow.bottom(index) > bottom:
                self.scroll_to_line(max(top + 1, min(top + half, self._flow.top(index))))
            elif step < 0 and self._flow.top(index) < top:
                self.scroll_to_line(min(top - 1, max(top - half, self._flow.bottom(index) - self.size.height)))

    def move_to(self, index: int) -> None:
        """Put the cursor on a block, wherever that is."""
        old, self.cursor = self.cursor, index
        for block in (old, index):
            self._refresh_margin(block)
        if 0 <= self.stop < len(self.page.stops) and self.page.stops[self.stop].block != index:
            self._leave_stop()

    def _leave_stop(self) -> None:
        stop, self.stop = self.stop, -1
        self._refresh_stop(stop)
        self.post_message(self.Moved())

    def _refresh_stop(self, stop: int) -> None:
        block, start, end = self.page.stops[stop][:3]
        self.refresh_words((block, start), (block, end))

    def refresh_words(self, start: Place, end: Place) -> None:
        """Draw the cells between two places again, and no others: a line costs some 300 bytes."""
        first, last = self._flow.line_of(*start), self._flow.line_of(*end)
        for y in range(max(first, self.top), min(last + 1, self.top + self.size.height)):
            left = self._cell(y, start) if y == first else 0
            right = self._cell(y, end) if y == last else self.line_width
            self.refresh(Region(left, y - self.top, max(right - left, 1), 1))

    def _cell(self, y: int, place: Place) -> int:
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

    def action_page(self, step: int) -> None:
        """Scroll by a page, the cursor to the first block in view."""
        self.scroll_to_line(self.top + step * max(self.size.height - 2, 1))
        line = self._flow.line(self.top)
        if line is not None:
            index = self._nearest(line.block, 1)
            self.move_to(index if index >= 0 else self.cursor)

    def action_jump(self, place: int) -> None:
        """To the top (0) or the end (-1), as soon as that is there."""
        if not self.whole:
            self._jump = place
            return
        self.scroll_to_line(0 if place == 0 else self._flow.height)
        index = self._nearest(0, 1) if place == 0 else self._nearest(len(self.page.blocks) - 1, -1)
        if index >= 0:
            self.move_to(index)

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
        if self.unfold(stops[self.stop].block):
            old = -1
        if old >= 0:
            self._refresh_stop(old)
        block, self.cursor = self.cursor, stops[self.stop].block
        for one in {block, self.cursor} if block != self.cursor else ():
            self._refresh_margin(one)
        self._refresh_stop(self.stop)
        self.bring_into_view(self._stop_line())
        self._tell_moved()

    def bring_into_view(self, line: int) -> None:
        """Scroll where a line is out of view."""
        if not self.top <= line < self.top + self.size.height:
            self.scroll_to_line(line - self.size.height // 3)

    def _stop_line(self) -> int:
        stop = self.page.stops[self.stop]
        return self._flow.line_of(stop.block, stop.start)

    def action_open(self) -> None:
        """Open the stop it is at, else the block under the cursor."""
        target = self.page.stops[self.stop].target if self.stop >= 0 else None
        if self.block is not None and self.block.role == FOLD and self.unfold(self.cursor):
            return
        if target is not None or (self.block is not None and self.block.target is not None):
            self.post_message(TargetOpened(target or self.block.target))  # type: ignore[union-attr, arg-type]

    # For those who can do more with a page

    def page_left(self) -> None:
        """Another page is shown from now on."""

    def page_kept(self, page: Page) -> Page:
        """The same page, newly made, as it shall be shown."""
        return page

    def page_grown(self, before: int) -> None:
        """So many blocks were added before those shown."""

    def unfold(self, index: int) -> bool:
        """Open what a block is folded into; whether there was anything."""
        return index < 0

    def selected_part(self, block: int) -> tuple[int, int]:
        """What of a block's text is selected."""
        return 0, 0 * block

    # Events

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel scrolls too."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_moved()

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

    def _paint(self, line: Line, look: Look) -> list[Segment]:
        return paint(self._style, self.page, line, look)
