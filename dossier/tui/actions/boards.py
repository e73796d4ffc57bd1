"""The timeline and the matrix, each with the whole screen to itself and yet a place in the history of the reader; and
writing what one looks at to a file."""

from typing import TYPE_CHECKING, Any

from dossier.present.page import BOARDS, Target
from dossier.store.queries.filters import Noun, Restriction
from dossier.store.queries.overview import title
from dossier.tui.screens.case import CaseScreen
from dossier.tui.widgets.pane import KIND_TABS

if TYPE_CHECKING:
    from dossier.tui.screens.board import BoardScreen


class BoardActions(CaseScreen):
    """Opens a board, and what is opened on it; going back finds it as it was left."""

    _left: dict[str, tuple[int, Any]] = {}  # noqa: RUF012 (replaced, never changed)
    """In which state of the database each board was left, and where one was: in another state rows may be others."""
    _board: "BoardScreen | None" = None
    """The one that is shown."""

    def action_timeline(self) -> None:
        """Events on a scale, at the one that is read or selected."""
        event = ""
        if self.reads and self.reading.target.kind == "event":
            event = self.reading.target.id
        elif not self.reads and self.pane.listing.noun is Noun.EVENT and self.row is not None:
            event = self.row.id
        self.reading.open(Target("timeline", event))

    def action_matrix(self) -> None:
        """Who is named where, of the kind that the first pane lists."""
        self.reading.open(Target("matrix", self.panes[0].listing.kind))

    def action_export(self) -> None:
        """Write the page that is read, or the list, to a file."""
        from dossier.present.exports import list_export, page_export  # noqa: PLC0415 (only when something is exported)
        from dossier.tui.exporting import ask_export  # noqa: PLC0415 (as above)

        if self.session.connection is None:
            return
        listing = self.pane.listing
        if self.reads:
            what = page_export(self.reading.target, self.reader.page.title, tuple(self.pins))
        else:
            what = list_export(listing.noun, f"{self._title}, {KIND_TABS.get(listing.kind) or listing.noun.value}",
                               listing.restriction, kind=listing.kind, sort=listing.sort)  # fmt: skip
        ask_export(self, self.session.database, what)

    def show_board(self, target: Target) -> None:
        """A board is the present place of the reader's history."""
        if self._board is not None:
            self._board.renew()
        if self.session.connection is None or self.app.screen is not self:
            return
        board = self._timeline(target) if target.kind == "timeline" else self._matrix(target)
        board.ahead, self._board = self.reading.ahead, board

        def closed(opened: Target | int | None) -> None:
            self._board, self._left = None, {**self._left, target.kind: (self.session.state, board.left)}
            self.reading.stay(board.place)
            if isinstance(opened, Target) and opened.kind in BOARDS:
                self.reading.open(opened)
            elif isinstance(opened, Target):
                self.open(opened)
            else:
                self.reading.step(opened or -1)

        self.app.push_screen(board, closed)

    def _timeline(self, target: Target) -> "BoardScreen":
        from dossier.tui.screens.timeline import TimelineScreen  # noqa: PLC0415 (only when asked for)

        restriction = Restriction(tuple(self.pins), self.pane_of(Noun.EVENT).listing.letters)
        return TimelineScreen(self.session, self.keymap, self._title, restriction, event=target.id,
                              left=self._left_on("timeline"))  # fmt: skip

    def _matrix(self, target: Target) -> "BoardScreen":
        from dossier.tui.screens.matrix import MatrixScreen  # noqa: PLC0415 (only when asked for)

        listing = self.panes[0].listing
        kind = target.id or listing.kind
        restriction = Restriction(tuple(self.pins), listing.letters if kind == listing.kind else "")
        return MatrixScreen(self.session, self.keymap, self._title, restriction, kind, left=self._left_on("matrix"))

    def _left_on(self, kind: str) -> Any:
        state, left = self._left.get(kind, (0, None))
        return left if state == self.session.state else None

    @property
    def _title(self) -> str:
        return self.session.ask(title, "")
