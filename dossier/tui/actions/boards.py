"""The timeline, which has the whole screen to itself and yet a place in the history of the reader."""

from typing import Any

from textual import on

from dossier.present.page import Target
from dossier.store.queries.filters import Noun, Restriction
from dossier.store.queries.overview import title
from dossier.tui.screens.case import CaseScreen
from dossier.tui.widgets.reading import Reading


class BoardActions(CaseScreen):
    """Opens a board, and what is opened on it; going back finds it as it was left."""

    _timeline: Any = None
    """Where one was on the timeline when it was left (`dossier.tui.screens.timeline.Left`)."""

    def action_timeline(self) -> None:
        """Events on a scale, at the one that is read or selected."""
        event = ""
        if self.reader.has_focus and self.reading.target.kind == "event":
            event = self.reading.target.id
        elif not self.reader.has_focus and self.pane.listing.noun is Noun.EVENT and self.row is not None:
            event = self.row.id
        self.reading.open(Target("timeline", event))

    @on(Reading.BoardWanted)
    def _show_board(self, message: Reading.BoardWanted) -> None:
        """A board is the present place of the reader's history."""
        if self.session.connection is not None and self.app.screen is self:
            self._show_timeline(message.target)

    def _show_timeline(self, target: Target) -> None:
        from dossier.tui.screens.timeline import TimelineScreen  # noqa: PLC0415 (only when asked for)

        assert self.session.connection is not None
        restriction = Restriction(tuple(self.pins), self.pane_of(Noun.EVENT).listing.letters)
        screen = TimelineScreen(self.session, title(self.session.connection), restriction, self.action_export,
                                event=target.id, left=self._timeline)  # fmt: skip

        def closed(opened: Target | None) -> None:
            self._timeline = screen.left
            if opened is None:
                self.reading.step(-1)
            else:
                self.reading.stay(Target("timeline", screen.event_id))
                self.open(opened)

        self.app.push_screen(screen, closed)

    def action_export(self) -> None:
        """Write what is looked at to a file."""
