"""The application: how it begins and ends, what goes to the terminal, the palette, and going from case to case."""

import asyncio
import gc
import os
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from dossier.errors import DossierError
from dossier.tui import watching
from dossier.tui.case_app import CaseApp
from dossier.tui.keymap import Keymap, keymap_file, read_keymap
from dossier.tui.keys_in_order import LOOK_SECONDS
from dossier.tui.messages import CaseStepped, CaseWanted
from dossier.tui.opening import Opening, Stale, opening
from dossier.tui.output_filter import ControlFilter
from dossier.tui.painted import Painted
from dossier.tui.preferences import Preferences, read_preferences
from dossier.tui.screens.browse import BrowseScreen
from dossier.tui.timing import PromptlySized
from dossier.tui.visits import Stay, Visits


def _command_provider() -> type[Provider]:
    from dossier.tui.palette import CommandProvider  # noqa: PLC0415 (only when the palette is opened)

    return CommandProvider


def _case_provider() -> type[Provider]:
    from dossier.tui.palette import CaseProvider  # noqa: PLC0415 (only when the palette is opened)

    return CaseProvider


def _other_case_provider() -> type[Provider]:
    from dossier.tui.palette import OtherCaseProvider  # noqa: PLC0415 (only when the palette is opened)

    return OtherCaseProvider


class DossierApp(PromptlySized, CaseApp):
    """Browses one database; builds it first where it does not exist, and again where the case changed."""

    TITLE = "dossier"
    COMMANDS: ClassVar[set[Any]] = {_command_provider, _case_provider, _other_case_provider}
    ENABLE_COMMAND_PALETTE = True
    DEFAULT_MODE = "case-0"

    def __init__(
        self, database: Path, *, case: Path | None = None, stale: Stale | None = None, keymap: Keymap | None = None,
        preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        found = Opening(database, case, stale)
        super().__init__(found, keymap or Keymap(keymap_file()), preferences or Preferences(hinted=True))
        self.set_keymap(self.keymap.bindings)
        # 0.7 s and 150 kB a page with scroll animation, 24 ms and 11 kB without.
        self.animation_level = "none"
        self._painted = Painted()
        self._visits = Visits(found)
        self._cases = 0
        """How many cases were opened after the first."""

    def notify(self, message: str, **how: Any) -> None:
        """Tell in a corner of the screen; what was told before gives way. Called in the thread of the interface."""
        self.clear_notifications()
        super().notify(message, **how)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then the one that keeps control characters from the terminal."""
        return [*super().get_line_filters(), _CONTROL_FILTER]

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """As Textual, but only the cells that changed, and nothing of a screen that is not ready."""
        if getattr(screen, "held_back", False):
            renderable = None
        if isinstance(renderable, CompositorUpdate) and not (self._batch_count or self.is_headless):
            renderable = self._painted.changes(renderable)
        super()._display(screen, renderable)

    def on_mount(self) -> None:
        """Show the database; build it where there is none."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            # By default these end the process without giving the terminal back.
            asyncio.get_running_loop().add_signal_handler(number, self.exit)
        self.app_resume_signal.subscribe(self, lambda _: self._painted.forget())
        self.call_after_refresh(self._begin)
        self.set_interval(watching.SECONDS, self.look_at_database)
        self.set_interval(LOOK_SECONDS, self.look_after_keys)

    def get_default_screen(self) -> BrowseScreen:
        """The only screen but for dialogs."""
        return self.browse

    def _begin(self) -> None:
        """Behind the first frame."""
        self.framed()
        if self.keymap.faults:
            told = "\n".join((*self.keymap.faults, str(self.keymap.file)))
            self.notify(told, title="Your keys", severity="warning", timeout=15, markup=False)
        # What was made on the way there lives as long as the program: the collector need not look at it again.
        gc.enable()
        gc.freeze()
        self.show_case()

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
        """Leave the present case for another."""
        self.close_case()
        self._open(found)
        self._cases += 1
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
        self.call_after_refresh(self.show_case)

    async def on_event(self, event: events.Event) -> None:
        """A terminal that has another size, or had one for a moment, may have lost what it showed."""
        if isinstance(event, events.Resize):
            self._painted.forget()
        await super().on_event(event)

    def action_help(self) -> None:
        """The keys."""
        from dossier.tui.screens.help import HelpScreen  # noqa: PLC0415 (only when asked for)

        self.push_screen(HelpScreen(self.browse.where, self.keymap))

    def on_unmount(self) -> None:
        """End what runs beside the browser."""
        self.close_case()


_CONTROL_FILTER = ControlFilter()


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
