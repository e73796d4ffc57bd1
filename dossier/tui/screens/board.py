"""What the timeline and the matrix share: the whole screen, a head, the picture, and the keys that matter."""

from abc import abstractmethod
from typing import Any, ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import Screen

from dossier.present.cells import width_of
from dossier.present.exports import Exportable
from dossier.present.page import PageKind, Target
from dossier.store.queries.filters import Pin
from dossier.tui.board_commands import BOARD_COMMANDS
from dossier.tui.commands import Command
from dossier.tui.keymap import Keymap
from dossier.tui.session import Session
from dossier.tui.timing import after
from dossier.tui.widgets.board import Board
from dossier.tui.widgets.role_styles import COMPONENTS
from dossier.tui.widgets.text_line import Piece, TextLine

PATIENCE = 0.15
"""Seconds that the screen below stays to be seen while the first picture is made; then there is a frame without it."""
_END = ("board.close", "board.help", "board.quit")
"""At the right end of the line of keys, on any terminal."""


class BoardScreen(Screen[Target | int]):
    """Dismissed with what is to be opened, or with the step back (-1) or forward (1) to where one was.

    Pictures are made in a lane of the session, the newest question first; keys only change where one is.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    where: ClassVar[str] = ""
    """The place that keys have a meaning in."""
    ahead = False
    """Whether one came back to it, so that there is something to go forward to."""

    def __init__(self, session: Session, keymap: Keymap, title: str, pins: tuple[Pin, ...]) -> None:
        super().__init__()
        self._keymap = keymap
        """(Textual has a `keymap` of its own.)"""
        self.session, self.case_title, self.pins = session, title, pins
        self.board = Board()
        self._head, self._keys = TextLine(id="board-head"), TextLine(id="board-keys")
        self._asked = self._drawn = False
        """Whether there was room to make a picture for; whether one was made."""
        self.held_back = True
        """Whether nothing of it is painted yet: what Textual paints until then are blanks, four times over."""

    @property
    @abstractmethod
    def left(self) -> Any:
        """Where one is, to be found there again; None before anything was read."""

    @property
    @abstractmethod
    def place(self) -> Target:
        """What a history notes of it."""

    @property
    @abstractmethod
    def exportable(self) -> Exportable | None:
        """What can be written to a file; None before anything was read."""

    @abstractmethod
    def renew(self) -> None:
        """Have all read again: another state of the database is read now."""

    @property
    def awaited(self) -> bool:
        """Whether the first picture is still being made: without one no key knows where it leads."""
        return not self._drawn and (self.session.pages.busy or not self._asked)

    def compose(self) -> ComposeResult:
        """Head, picture, keys."""
        yield self._head
        yield self.board
        yield self._keys

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As in Textual, but for regions: those come from the screen below, which Textual takes to be seen (10 kB a
        move) though this one covers it."""
        return self if regions else super().refresh(repaint=repaint, layout=layout, recompose=recompose)

    def on_mount(self) -> None:
        """Say where one is before anything is read."""
        self.board.focus()
        self.show_head("…", "")
        after(self, PATIENCE, self._let_go)

    def _let_go(self) -> None:
        """Paint from now on, and all of it once."""
        if self.held_back:
            self.held_back = False
            self.refresh()

    def shown(self, command: Command) -> str:
        """The keys of a command as the user has them."""
        return self._keymap.shown(command)

    def show_head(self, title: str, counts: str) -> None:
        """What is shown, what is pinned, and how much of it there is."""
        chips = [Piece(f" {pin.label[:24]} ", f"chip-{pin.noun}") for pin in self.pins]
        spaced = [piece for chip in chips for piece in (Piece(" ", "spacer"), chip)]
        self._head.show(
            (Piece(" dossier ", "badge"), Piece(f" {title} ", "title"), Piece(f" {self.case_title} ", "secondary")),
            (Piece("with", "secondary"), *spaced, Piece(f" {counts} ", "secondary")) if self.pins else
            (Piece(f" {counts} ", "secondary"),))  # fmt: skip

    def show_keys(self, **labels: str) -> None:
        """The keys that matter here; `labels` are other words for some of them, by the name of the command."""
        self._drawn = True
        # What was just shown has the screen laid out anew: painted before, it would be painted twice.
        self.call_after_refresh(self._let_go)
        here = [command for command in BOARD_COMMANDS
                if self.where in command.where and command.label and self.shown(command)]
        end = self._pieces([(command, command.label) for command in here if command.name in _END])
        room = self.size.width - sum(width_of(piece.text) for piece in end)
        pieces = [Piece(" ←→↑↓ ", "key"), Piece("move ", "secondary")]
        for command in here:
            more = self._pieces([(command, labels.get(command.name.partition(".")[2], command.label))])
            if command.name not in _END and room >= sum(width_of(piece.text) for piece in (*pieces, *more)):
                pieces += more
        self._keys.show(tuple(pieces), end)

    @on(TextLine.Clicked)
    async def _line_clicked(self, message: TextLine.Clicked) -> None:
        await self.run_action(message.act)

    @on(Board.Resized)
    def _room_known(self) -> None:
        self._asked = True

    @on(Board.Wheeled)
    def _wheeled(self, message: Board.Wheeled) -> None:
        self.action_along(message.step)

    @abstractmethod
    def action_along(self, step: int) -> None:
        """To the lane or row below, or above."""

    def action_step(self, step: int) -> None:
        """Back to where one was, or forward again."""
        if step < 0 or self.ahead:
            self.dismiss(step)

    def action_go(self, kind: PageKind) -> None:
        """To the other board, as it was left, or to the page of all disagreements; back from there leads here."""
        self.dismiss(Target(kind, ""))

    def action_help(self) -> None:
        """The keys that do something here, and those elsewhere."""
        from dossier.tui.screens.help import HelpScreen  # noqa: PLC0415 (only when asked for)

        self.app.push_screen(HelpScreen(self.where, self._keymap))

    def action_export(self) -> None:
        """Write what is shown to a file."""
        from dossier.tui.exporting import ask_export  # noqa: PLC0415 (only when something is exported)

        if self.exportable is not None:
            ask_export(self, self.session.database, self.exportable)

    def _pieces(self, keys: list[tuple[Command, str]]) -> tuple[Piece, ...]:
        return tuple(
            piece for command, label in keys for piece in (
                Piece(f" {self.shown(command)} ", "key", command.action),
                Piece(f"{label} ", "secondary", command.action)))
