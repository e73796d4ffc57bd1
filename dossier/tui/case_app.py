"""The application and its case: the database that is shown, watched, built anew, and changed by decisions."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.errors import DossierError
from dossier.tui import watching
from dossier.tui.keymap import Keymap
from dossier.tui.messages import BuildFinished, Decided, DecisionWanted, Progressed
from dossier.tui.opening import Opening, Stale
from dossier.tui.preferences import Preferences
from dossier.tui.screens.browse import BrowseScreen
from dossier.tui.session import Session
from dossier.tui.themed import ThemedApp

if TYPE_CHECKING:
    from dossier.tui.building import BuildProcess


class CaseApp(ThemedApp):
    """Has one case open at a time, on a screen of its own; a build may run beside it."""

    def __init__(self, found: Opening, keymap: Keymap, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.keymap = keymap
        self._watch = watching.Watch()
        self._building: BuildProcess | None = None
        self._open(found)

    def _open(self, found: Opening) -> None:
        """This is the case from now on; nothing of it is read yet."""
        self._database, self._case, self._stale = found.database, found.folder, found.stale
        self._again = False
        """Whether something was decided while a build was at work."""
        self.failure: str | None = None
        """Why there was nothing to browse; the command prints it when the browser is closed."""
        self.browse = BrowseScreen(partial(Session, found.database), self.keymap, self.preferences)

    def close_case(self) -> None:
        """End what runs for it; a build of it goes on from its cache the next time."""
        self._end_build()
        self.browse.session.close()

    def show_case(self) -> None:
        """Show the database, or build it where there is none."""
        if self._database.exists() or self._case is None:
            self._load()
            if self._stale is not None:
                self.run_worker(partial(self._check, self._stale), thread=True, exit_on_error=False)
        else:
            self.browse.show_progress(str(self._case), None)
            self._build()

    def _load(self) -> None:
        self.browse.load()
        self._watch.remember(self.browse.session)
        if self.browse.unreadable is not None:
            self._fail(self.browse.unreadable)

    def look_at_database(self) -> None:
        """Show what another program made of the database; where nothing can be read any more, say so and make it
        again."""
        if not self._watch.changed(self.browse.session):
            return
        reason = watching.lost(self._database)
        if not reason:
            self._load()
            return
        self.notify(reason, severity="warning", markup=False)
        if watching.can_be_made_again(self._database):
            self._build()

    def _fail(self, reason: str) -> None:
        self.failure = reason
        self.browse.show_failure(reason, str(self._case or self._database))

    def _check(self, stale: Stale) -> None:
        """In a thread: whether the documents changed."""
        try:
            changed = stale()
        except (OSError, DossierError):
            return
        # Meanwhile another case may have been opened.
        if changed and stale is self._stale:
            self.call_from_thread(self._build)

    def _build(self) -> None:
        from dossier.tui.building import BuildProcess  # noqa: PLC0415 (not needed where nothing is built)

        if self._case is not None and self._building is None:
            self._building = BuildProcess(self._case, self._database, self.post_message)
            self.run_worker(self._building.run(), exit_on_error=False)

    def _end_build(self) -> None:
        if self._building is not None:
            self._building.end()
            self._building = None

    def on_progressed(self, message: Progressed) -> None:
        """The build is further."""
        self.browse.show_progress(str(self._case), message)

    def on_decision_wanted(self, message: DecisionWanted) -> None:
        """Ask what is to be decided, or take a decision back."""
        if self._case is None:
            if message.turn == "read":
                self.browse.turn_seen(message.about)
            else:
                self.notify("The folder of this case is not there, so nothing can be decided.", markup=False)
            return
        from dossier.tui.deciding import Deciding  # noqa: PLC0415 (only when something is decided)

        Deciding(self.browse, self.browse.session, self._case, self._database).wanted(message)

    def on_decided(self, message: Decided) -> None:
        """Have it seen."""
        if message.told:
            self.notify(message.told, markup=False)
        self.browse.trail.decided(message, self.browse.pane)
        # A build at work read the journals before this: what it writes does not show it.
        self._again = self._building is not None
        self._show_decided()

    def _show_decided(self) -> None:
        if self._case is not None:
            case = self._case
            self.run_worker(lambda: self._bring_into_effect(case), thread=True, exit_on_error=False)

    def _bring_into_effect(self, folder: Path) -> None:
        """In a thread: what a decision changes is worked out anew; where that is not enough, the case is."""
        from dossier.case import open_case  # noqa: PLC0415 (only when something is decided)
        from dossier.decide import show  # noqa: PLC0415 (only when something is decided)

        try:
            shown = show(open_case(folder, self._database))
        except DossierError:
            shown = False
        if folder == self._case:
            # Where the case has to be built, what was said of a source shows before what depends on it.
            self.call_from_thread(self._load)
            self.call_from_thread(self.browse.trail.shown if shown else self._build)

    def on_build_finished(self, message: BuildFinished) -> None:
        """Show what was built; some documents may not have been readable, which Sources tells."""
        self._building = None
        if self._again:
            self._again = False
            self._show_decided()
            return
        self.browse.show_progress(str(self._case), None)
        if message.status in (0, 1) and self._database.exists():
            self._load()
            self.browse.trail.shown()
        elif self.browse.session.connection is None:
            self._fail(message.reason)
        else:
            self.notify(message.reason or "The case could not be read again.", severity="warning", markup=False)

    def action_update(self) -> None:
        """Read the documents again; or stop that, without loss: what was read is in the cache."""
        if self._case is None:
            self.notify("The folder of this case is not there.", markup=False)
        elif self._building is None:
            self.browse.show_progress(str(self._case), None)
            self._build()
        else:
            self._end_build()
            if self.browse.session.connection is None:
                self.browse.show_stopped(str(self._case))
            else:
                self.browse.show_progress(str(self._case), None)
            self.notify("Stopped. What was read is kept for the next time.", markup=False)
