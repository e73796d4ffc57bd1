"""The application: one screen, the palettes, the output filter, and the build that may run beside it."""

import asyncio
import gc
import os
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from dossier.errors import DossierError
from dossier.resources import styles
from dossier.tui import themes, watching
from dossier.tui.cropped_update import cropped
from dossier.tui.keymap import Keymap, keymap_file, read_keymap
from dossier.tui.keys_in_order import LOOK_SECONDS, KeysInOrder
from dossier.tui.messages import BuildFinished, CaseStepped, CaseWanted, Decided, DecisionWanted, Progressed
from dossier.tui.opening import Opening, Stale, opening
from dossier.tui.output_filter import ControlFilter
from dossier.tui.preferences import Preferences, read_preferences
from dossier.tui.screens.browse import BrowseScreen
from dossier.tui.session import Session
from dossier.tui.visits import Stay, Visits

if TYPE_CHECKING:
    from dossier.tui.building import BuildProcess

def _command_provider() -> type[Provider]:
    from dossier.tui.palette import CommandProvider  # noqa: PLC0415 (only when the palette is opened)

    return CommandProvider


def _case_provider() -> type[Provider]:
    from dossier.tui.palette import CaseProvider  # noqa: PLC0415 (only when the palette is opened)

    return CaseProvider


def _other_case_provider() -> type[Provider]:
    from dossier.tui.palette import OtherCaseProvider  # noqa: PLC0415 (only when the palette is opened)

    return OtherCaseProvider


class DossierApp(KeysInOrder):
    """Browses one database; builds it first where it does not exist, and again where the case changed."""

    TITLE = "dossier"
    CSS_PATH: ClassVar[list[str | Path]] = [  # type: ignore[assignment]
        styles() / f"{name}.tcss" for name in ("base", "panes", "roles")]
    COMMANDS: ClassVar[set[Any]] = {_command_provider, _case_provider, _other_case_provider}
    ENABLE_COMMAND_PALETTE = True
    DEFAULT_MODE = "case-0"

    def __init__(
        self, database: Path, *, case: Path | None = None, stale: Stale | None = None, keymap: Keymap | None = None,
        preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        # Without colour nothing is a shade of grey either: attributes alone, on the terminal's own two colours.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.keymap, self.preferences = keymap or Keymap(keymap_file()), preferences or Preferences(hinted=True)
        self.set_keymap(self.keymap.bindings)
        for theme in themes.THEMES.values():
            self.register_theme(theme)
        self._begun = False
        """Whether there was a first frame."""
        self._wear(self._first_theme())
        # 0.7 s and 150 kB a page with scroll animation, 24 ms and 11 kB without.
        self.animation_level = "none"
        self._database, self._case, self._stale = database, case, stale
        self._watch = watching.Watch()
        self._building: BuildProcess | None = None
        self._visits = Visits(Opening(database, case, stale))
        self._cases = 0
        """How many cases were opened after the first."""
        self._again = False
        """Whether something was decided while a build was at work."""
        self.browse = BrowseScreen(partial(Session, database), self.keymap, self.preferences)
        self.failure: str | None = None
        """Why there was nothing to browse; the command prints it when the browser is closed."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the style sheets' own variables mean under foreign themes."""
        return themes.FALLBACK

    def notify(self, message: str, **how: Any) -> None:
        """Tell in a corner of the screen; what was told before gives way. Called in the thread of the interface."""
        self.clear_notifications()
        super().notify(message, **how)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then the one that keeps control characters from the terminal."""
        return [*super().get_line_filters(), _CONTROL_FILTER]

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """As Textual, but only the cells that changed."""
        super()._display(screen, cropped(renderable) if isinstance(renderable, CompositorUpdate) else renderable)

    def on_mount(self) -> None:
        """Show the database; build it where there is none."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            # By default these end the process without giving the terminal back.
            asyncio.get_running_loop().add_signal_handler(number, self.exit)
        self.call_after_refresh(self._begin)
        self.set_interval(watching.SECONDS, self._look)
        self.set_interval(LOOK_SECONDS, self.look_after_keys)

    def get_default_screen(self) -> BrowseScreen:
        """The only screen but for dialogs."""
        return self.browse

    def _begin(self) -> None:
        """After the first frame, of this case or of another one."""
        if not self._begun:
            self._begun = True
            self._style_by(_DIALOGS)
        if self.keymap.faults:
            told = "\n".join((*self.keymap.faults, str(self.keymap.file)))
            self.notify(told, title="Your keys", severity="warning", timeout=15, markup=False)
        # What was made on the way there lives as long as the program: the collector need not look at it again.
        gc.enable()
        gc.freeze()
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

    def _look(self) -> None:
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

    def on_case_wanted(self, message: CaseWanted) -> None:
        """Open another case; what stands in its way is told, and this one stays."""
        self.run_worker(partial(self._find, message.path), thread=True, exclusive=True, group="case",
                        exit_on_error=False)

    def _find(self, path: Path) -> None:
        """In a thread: how to open the case in a folder, or of a database."""
        try:
            found = opening(None, path) if path.is_file() else opening(path)
        except DossierError as error:
            self.call_from_thread(self.notify, str(error), severity="error", markup=False)
            return
        self.call_from_thread(self.call_later, self._visit, found)

    async def _visit(self, found: Opening) -> None:
        """Go to a case; what one came back from is forgotten."""
        self._visits.leave(self.browse.left())
        self._visits.visit(found)
        await self._switch(found)

    async def on_case_stepped(self, message: CaseStepped) -> None:
        """Back to the case that was open before, or forward again: as it was left."""
        self._visits.leave(self.browse.left())
        if (found := self._visits.step(message.step)) is not None:
            await self._switch(*found)

    async def _switch(self, found: Opening, stay: Stay | None = None) -> None:
        """Leave the present case for another; a build of it goes on from its cache the next time."""
        if self._building is not None:
            self._building.end()
            self._building = None
        self.browse.session.close()
        self._database, self._case, self._stale = found.database, found.folder, found.stale
        self._again, self.failure = False, None
        self._cases += 1
        self.browse = BrowseScreen(partial(Session, found.database), self.keymap, self.preferences)
        if stay is not None:
            self.browse.resume(stay)
        # Each case is a mode: with a mode go its dialogs, too. Only a mode that was added can be removed.
        left, entered = self.current_mode, f"case-{self._cases}"
        if left == self.DEFAULT_MODE:
            self.add_mode(left, self.get_default_screen)
        self.add_mode(entered, lambda: self.browse)
        await self.switch_mode(entered)
        await self.remove_mode(left)
        if found.warnings:
            self.notify("\n".join(found.warnings), severity="warning", markup=False)
        self.call_after_refresh(self._begin)

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
            self._building.end()
            self._building = None
            if self.browse.session.connection is None:
                self.browse.show_stopped(str(self._case))
            else:
                self.browse.show_progress(str(self._case), None)
            self.notify("Stopped. What was read is kept for the next time.", markup=False)

    def _first_theme(self) -> str:
        """The one that was chosen; else the dark one."""
        if self.preferences.theme in self.available_themes:
            return self.preferences.theme
        return (themes.TERMINAL if self.no_color else themes.DARK).name

    def spare_colours(self) -> None:
        """Where none was chosen and the terminal has but sixteen colours, take those as they are."""
        if not self.preferences.theme and self.console.color_system not in ("256", "truecolor"):
            self._wear(themes.TERMINAL.name)

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the style sheets anew. Textual asks for it once while it starts, because a theme was set: then
        everything would be parsed, laid out and drawn twice."""
        if self._begun:
            super().refresh_css(animate)

    def _wear(self, theme: str) -> None:
        """Put on a theme. The style sheet of those with few colours is read with the first of them: parsing it takes
        its share of the time to the first frame."""
        self.theme = theme
        self.stylesheet.set_variables(self.get_css_variables())
        if self.native_ansi_color:
            self._style_by(_ANSI)

    def _style_by(self, sheet: Path) -> None:
        """From now on also by this style sheet; what is on the screen is not styled anew."""
        if sheet not in self.css_path:
            self.css_path.append(sheet)
            if self.is_running:
                self.stylesheet.read(sheet)

    def action_theme(self) -> None:
        """The next of our themes, and it is kept."""
        self._wear(themes.following(self.theme))
        self.preferences.theme = self.theme
        self.preferences.keep()
        self.notify(f"theme: {self.theme}", timeout=2, markup=False)

    def action_help(self) -> None:
        """The keys."""
        from dossier.tui.screens.help import HelpScreen  # noqa: PLC0415 (only when asked for)

        self.push_screen(HelpScreen(self.browse.where, self.keymap))

    def on_unmount(self) -> None:
        """End what runs beside the browser."""
        if self._building is not None:
            self._building.end()
        self.browse.session.close()


_CONTROL_FILTER = ControlFilter()
_ANSI, _DIALOGS = styles() / "ansi.tcss", styles() / "dialogs.tcss"


def run(database: Path, *, case: Path | None = None, stale: Stale | None = None) -> int:
    """Open the browser on a database and return the exit status.

    `case` is the folder it is built from; where the file does not exist, or `stale()` says that the documents
    changed, a build runs beside the browser. Status 2 where there was nothing to browse.
    """
    from dossier.tui.driver import TolerantDriver  # noqa: PLC0415 (POSIX terminals only)

    app = DossierApp(database, case=case, stale=stale, keymap=read_keymap(), preferences=read_preferences())
    app.driver_class = TolerantDriver
    app.spare_colours()
    app.run()
    if app.failure is not None:
        os.write(2, f"{app.failure}\n".encode())
        return 2
    return app.return_code or 0
