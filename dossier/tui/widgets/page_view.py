"""A page as it is shown, completed and shown anew; what it is about where the cursor is, and opening that."""

from bisect import bisect_left
from typing import ClassVar

from textual.binding import BindingType

from dossier.present.flow import Flow
from dossier.present.page import FOLD, Page, PageKind, Target
from dossier.tui.commands import MOVES, bindings
from dossier.tui.messages import TargetOpened
from dossier.tui.widgets.page_cursor import PageCursor

THINGS: frozenset[PageKind] = frozenset({"entity", "event", "statement", "disagreement", "source"})
"""Pages of what can be decided about."""


class PageView(PageCursor):
    """Shows a page, the rest of a long one once it is there, and the same one anew."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVES)]

    def show(
        self, page: Page, *, flow: Flow | None = None, scroll: int | None = None, cursor: int | None = None,
        whole: bool = True,
    ) -> None:  # fmt: skip
        """Show a page: at its stop, or where `scroll` and `cursor` say. `flow` spares laying it out here.

        Of a page that is not `whole` the rest follows by `complete`.
        """
        if page.target != self.page.target:
            self.look_away()
        self.page, self.whole, self._jump = page, whole, None
        self.stop = page.at if page.stops else -1
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
    def about(self) -> Target:
        """What a decision here is about: what the stop or the line under the cursor tells of, else the page."""
        stop = self.page.stops[self.stop].target if self.stop >= 0 else None
        leads = stop or (self.block.about or self.block.target if self.block else None)
        return self.page.target if leads is None or leads.kind in ("source", "why") else leads

    @property
    def things(self) -> list[str]:
        """Ids of what a decision here can be about, where that is more than a place `n` went to: in a source all that
        the words under the cursor tell of, elsewhere what the line tells of and then the page's own thing."""
        page, block = self.page.target, self.block
        if block is None or self.stop >= 0 or page.kind not in THINGS:
            return []
        if page.kind == "source":
            leads = [block.target, *(run.target for run in block.runs), *(sign.target for sign in block.signs)]
        else:
            leads = [self.about, page]
        return list(dict.fromkeys(
            lead.id for lead in leads if lead is not None and lead.kind in THINGS and lead.kind != "source"))

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
