"""What the screen shows of the database: its first rows, all of it, a newer state, how far a build is, or why not."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from dossier.errors import DatabaseError
from dossier.store.queries.overview import title
from dossier.tui.commands import COMMANDS
from dossier.tui.messages import Progressed
from dossier.tui.screens.case import CaseScreen

if TYPE_CHECKING:
    from dossier.tui.pace import Pace


class Loading(CaseScreen):
    """Opens the database and fills the panes; where there is one its rows are there with the first frame."""

    _pace: "Pace | None" = None
    _just_opened = False
    """Whether the first rows were read for the first frame, and nothing since."""
    unreadable: str | None = None
    """Why the database could not be opened."""

    def compose(self) -> ComposeResult:
        """The frame, its lists filled."""
        if self.session.database.exists():
            self._first_rows()
        yield from super().compose()

    def _first_rows(self) -> None:
        """The title and the first rows of each list."""
        try:
            connection = self.session.connect()
        except DatabaseError as error:
            self.unreadable = str(error)
            return
        self._just_opened = True
        self._show_title()
        self.lists.show_first(connection)

    def _show_title(self) -> None:
        self.top.show_title(self.session.ask(title, ""))

    def load(self) -> None:
        """Show the database, newly opened or replaced; every place is kept."""
        fresh = self.session.connection is not None and not self._just_opened
        stay, self.stay = self.stay, None
        stands = list(stay.stands) if stay else self.trail.stands(self.panes) if fresh else []
        if fresh:
            try:
                self.session.connect()
            except DatabaseError as error:
                self.notify(str(error), severity="warning", markup=False)
                return
            self._show_title()
        elif not self._just_opened:
            self._first_rows()
        self._just_opened = False
        self.lists.show_all(self.pins, kept=stands)
        self.top.show_pins(tuple(self.pins))
        self.top.show_news(self._waiting())
        if self.session.connection is not None:
            self.set_focus(self.reader if stay and stay.reads else self.focused or self.pane.list)
            self.reading.open_again()

    def show_progress(self, case: str, progress: Progressed | None) -> None:
        """How far a build is: in the reader while there is nothing else to show, else at the top."""
        from dossier.present.build_page import build_page  # noqa: PLC0415 (not needed where nothing is built)
        from dossier.tui.pace import Pace, wording  # noqa: PLC0415 (as above)

        if progress is None:
            left = ""
        else:
            self._pace = self._pace or Pace()
            left = wording(self._pace.left(progress.stage, progress.done, progress.total))
        if self.session.connection is not None:
            if progress is None:
                news = self._waiting()
            else:
                news = " · ".join(filter(None, [f"updating {progress.stage} {progress.done}/{progress.total}", left]))
            self.top.show_news(news)
        elif progress is None:
            self.reader.show(build_page(case))
        else:
            self.reader.show(build_page(case, progress.stage, progress.done, progress.total, progress.item, left,
                                        self._update_key))  # fmt: skip

    @property
    def _update_key(self) -> str:
        """The key that reads the documents again, and stops that."""
        return self.keymap.shown(next(command for command in COMMANDS if command.name == "update"))

    def show_stopped(self, case: str) -> None:
        """A build was stopped, and there is nothing to show yet."""
        from dossier.present.build_page import stopped_page  # noqa: PLC0415 (not needed where all is well)

        self.reader.show(stopped_page(case, self._update_key))

    def _waiting(self) -> str:
        """That decisions wait for something that is gone from the documents, or contradict each other.

        Nothing where the database was damaged under the browser, which is told and mended elsewhere.
        """
        from dossier.present.decisions_page import open_words  # noqa: PLC0415 (not needed for the first frame)

        return self.session.ask(open_words, "")

    def show_failure(self, reason: str, path: str) -> None:
        """Why there is nothing to show."""
        from dossier.present.build_page import failure_page  # noqa: PLC0415 (not needed where all is well)

        self.reader.show(failure_page(reason, path))
        self.set_focus(self.reader)
