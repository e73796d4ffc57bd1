"""The reader with its head, and where it has been."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult

from dossier.present.page import BOARDS, CASE, Target
from dossier.store.queries.filters import Pin
from dossier.tui.history import History, Place
from dossier.tui.lane import Lane
from dossier.tui.opened import Opened, open_in_part, open_whole
from dossier.tui.widgets.divided import Divided
from dossier.tui.widgets.passage_view import PassageView
from dossier.tui.widgets.text_line import Piece, TextLine


class Reading(Divided):
    """Shows pages that a lane opens, and goes back and forward over them; each is left and found at its place."""

    def __init__(
        self, name: str, lane: Lane, *, number: str = "", title: str = "",
        pins: Callable[[], tuple[Pin, ...]] = tuple, show_board: Callable[[Target], object] | None = None,
    ) -> None:  # fmt: skip
        """`number` is its key; the head says `title`, or without one that of the page. `show_board` shows a place that
        is no page but a board: at once, for between one board and the next nothing else is to be seen."""
        super().__init__(id=f"{name}-column")
        self._lane, self._number, self._title, self._pins = lane, number, title, pins
        self._show_board = show_board
        self.view = PassageView(id=name)
        self._head = TextLine(fill="─", fill_role="rule")
        self._history = History(Place(CASE))
        self._opening = False
        self._asked: Place | None = None
        """What was to be shown last."""
        self._asked_width = 0
        """The cells of a line that it was made for."""

    def compose(self) -> ComposeResult:
        """Head and text."""
        yield self._head
        yield self.view

    @property
    def target(self) -> Target:
        """What is read at present."""
        return self._history.present.target

    @property
    def awaited(self) -> bool:
        """Whether the page that was gone to is not shown yet."""
        return self._opening and self._lane.busy

    @property
    def behind(self) -> bool:
        """Whether there is something to go back to."""
        return self._history.behind

    @property
    def ahead(self) -> bool:
        """Whether there is something to go forward to."""
        return self._history.ahead

    def open(self, target: Target) -> None:
        """Go to a page."""
        self._leave()
        self._history.visit(target)
        self.go(self._history.present)

    def stay(self, target: Target) -> None:
        """Note that the present place has become another one."""
        self._history.present.target = target

    def peek(self, target: Target) -> None:
        """Show a page from its top, without going there."""
        self.go(Place(target, scroll=0))

    def step(self, step: int) -> bool:
        """Back (-1) or forward (1), to the place as it was left; False where there is none."""
        self._leave()
        place = self._history.step(step)
        if place is not None:
            self.go(place)
        return place is not None

    def left(self) -> History:
        """Where it has been, as it is left now."""
        self._leave()
        return self._history

    def resume(self, history: History) -> None:
        """Go on where another reader was left, once there is something to open."""
        self._history = history

    def open_again(self) -> None:
        """Show the present page anew: the database, or what is pinned, is another."""
        self._leave()
        self.go(self._history.present, again=self.view.page.target == self.target)

    def go(self, place: Place, *, again: bool = False) -> None:
        """Have a page opened and laid out off the interface's thread, then show it.

        Where it is the one shown, `again` keeps what is selected and folded in it.
        """
        if place.target.kind in BOARDS:
            if self._show_board is not None:
                self._show_board(place.target)
            return
        self._asked, self._asked_width = place, self._measure(place)
        part = place.cursor is None and not again
        opened = partial(open_in_part if part else open_whole, place.target, self._pins(), self._measure(place))
        self._opening = True
        self._lane.submit(opened, partial(self._show, place, again))

    def _measure(self, place: Place) -> int:
        return self.view.measure_of(place.target.kind)

    @on(PassageView.Rewrapped)
    def _rewrapped(self) -> None:
        # Under a board nobody sees it, and the lane is the board's.
        if self.app.screen is self.screen:
            self.rewrap()

    def rewrap(self) -> None:
        """What stands in columns is made anew where there is another width now; a source is the same in any."""
        asked = self._asked
        if asked is None or asked.target.kind == "source" or self._asked_width == self._measure(asked):
            return
        if self._opening:
            self.go(asked)
        elif asked.target == self.view.page.target:
            self.go(asked, again=True)

    def _leave(self) -> None:
        if self.view.page.target == self.target and self.view.whole:
            self._history.remember(self.view.top, self.view.cursor)

    def _show(self, place: Place, again: bool, found: Opened | None) -> None:
        self._opening = False
        if found is None:
            self.notify("That is no longer in the case.", markup=False)
            return
        page, flow, whole = found
        if page.target.id != place.target.id:
            # What it was of was merged into another thing, which is read from now on.
            place.target, again = page.target, False
        if again:
            self.view.renew(page, flow)
            return
        self.view.show(page, flow=flow, scroll=place.scroll, cursor=place.cursor, whole=whole)
        if not whole:
            opened = partial(open_whole, place.target, self._pins(), self._measure(place))
            self._lane.submit(opened, self._complete)

    def _complete(self, found: Opened | None) -> None:
        if found is not None and found.page.target == self.view.page.target:
            self.view.complete(found.page, found.flow)

    @on(PassageView.Moved)
    def show_head(self) -> None:
        """Say what is read and where in it; repaints only when that changed."""
        role, title = "chosen" if self.view.has_focus else "title", self._title or self.view.page.title
        number = (Piece(f"{self._number} ", "chosen" if self.view.has_focus else "number"),) if self._number else ()
        here = (Piece(f" {self.view.here}", "secondary"),) if self.view.here else ()
        fold = (Piece(" z", "key", "action:fold"), Piece(" unfold " if self.view.folded else " fold ", "tab",
                "action:fold")) if self.view.foldable and self._number else ()  # fmt: skip
        self._head.show((*number, Piece(title + " ", role, "pane:3" if self._number else "")), (*fold, *here))
