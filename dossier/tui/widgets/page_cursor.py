"""The cursor of a page: by lines, and by the places that `n` and `N` go to."""

from bisect import bisect_left
from time import monotonic

from textual import events
from textual.message import Message
from textual.timer import Timer

from dossier.present.page import RULE
from dossier.tui.timing import after
from dossier.tui.widgets.page_canvas import PageCanvas
from dossier.tui.widgets.seen import Seen


class PageCursor(PageCanvas):
    """Goes from block to block and from stop to stop, and scrolls where these are out of view."""

    class Moved(Message):
        """The view, its cursor or its stop changed."""

    class AllSeen(Message):
        """Every line of a source stood on the screen for a while."""

        def __init__(self, view: "PageCursor", source: str) -> None:
            super().__init__()
            self.view, self.source = view, source

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.whole = True
        """Whether all of the page is there."""
        self._jump: int | None = None
        """Where to go once all of the page is there."""
        self._seen: dict[str, Seen] = {}
        """What of each source was seen since the browser was opened."""
        self._ring: Timer | None = None

    def _tell_moved(self) -> None:
        self.post_message(self.Moved())
        self.look()

    # What was seen

    def look(self) -> None:
        """Take note of what of a source is in view, and since when."""
        if self.page.target.kind == "source" and self.whole and self.size.height:
            seen = self._seen.setdefault(self.page.target.id, Seen())
            if not seen.told:
                seen.look(self._flow, self.top, self.top + self.size.height, monotonic())
                self._tell_seen(seen)

    def look_away(self) -> None:
        """Nothing of it is in view any more."""
        seen = self._seen.get(self.page.target.id)
        if seen is not None and not seen.told:
            seen.look(self._flow, 0, 0, monotonic())
            self._tell_seen(seen)

    def _tell_seen(self, seen: Seen) -> None:
        """Say that all of it was seen; or look again when that may be so."""
        if self._ring is not None:
            self._ring.stop()
            self._ring = None
        if seen.whole:
            seen.told = True
            self.post_message(self.AllSeen(self, self.page.target.id))
        elif (due := seen.due(monotonic())) is not None:
            self._ring = after(self, due, self.look)

    def on_resize(self) -> None:
        """More or less of it is seen, once it is laid out anew."""
        self.call_next(self.look)

    def on_hide(self, _event: events.Hide) -> None:
        """Another part has the screen alone."""
        self.look_away()

    def on_show(self, _event: events.Show) -> None:
        """It is seen again."""
        self.look()

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

    def unfold(self, index: int) -> bool:
        """Open what a block is folded into; whether there was anything."""
        return index < 0

    # Events

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel scrolls too."""
        super().watch_scroll_y(old_value, new_value)
        self._tell_moved()
