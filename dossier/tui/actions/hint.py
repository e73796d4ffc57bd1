"""For newcomers: what stands where, and the three keys that matter. It covers nothing, and goes when it was of use."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from dossier.tui.commands import ALL
from dossier.tui.keymap import Keymap
from dossier.tui.messages import RowHighlighted
from dossier.tui.screens.case import CaseScreen
from dossier.tui.widgets.text_line import Piece, TextLine

PATIENCE = 60
"""Moves after which it goes, whatever was used: who reads so long knows."""
KEYS = {"open": "open it", "pin": "keep only what belongs to it", "search": "search all"}
"""The commands it names, and what it says of them."""

HINTED = "-hinted"
"""Of a screen with the hint: what is told for a moment stands above it."""


class Hint(Vertical):
    """Two lines above the keys."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(id="hint")
        self._lines = (TextLine(), TextLine())
        known = {command.name: command for command in ALL}
        self._keys = {name: keymap.shown(known[name]) for name in KEYS}
        self.used: set[str] = set()
        self.moves = 0

    def compose(self) -> ComposeResult:
        """Its lines."""
        yield from self._lines

    def on_mount(self) -> None:
        """Say it."""
        self.show()

    def show(self) -> None:
        """Say it; what was used already is ticked off."""
        panes = "People, events and sources at the left, what you read at the right."
        self._lines[0].show((Piece(" New here? ", "chosen"), Piece(panes)))
        pieces = [Piece(" ↑↓ ", "key"), Piece("choose ", "text")]
        for name, does in KEYS.items():
            done = name in self.used
            pieces += [Piece(f" {'✓ ' if done else ''}{self._keys[name]} ", "dim" if done else "key"),
                       Piece(f"{does} ", "dim" if done else "text")]
        self._lines[1].show(tuple(pieces))


class HintActions(CaseScreen):
    """Shows the hint the first time, and whenever it is asked for."""

    def compose(self) -> ComposeResult:
        """The screen, with the hint where it was not yet of use."""
        yield from super().compose()
        if not self.preferences.hinted:
            self.add_class(HINTED, update=False)
            yield Hint(self.keymap)

    def action_hint(self) -> None:
        """Show the hint, or have it go."""
        if self._hint is not None:
            self._hint_gone()
        else:
            self.add_class(HINTED)
            self.mount(Hint(self.keymap), before="#keys")

    @property
    def _hint(self) -> Hint | None:
        return next(iter(self.query(Hint)), None)

    def used(self, name: str) -> None:
        """A command was used: it goes once all it names were."""
        if (hint := self._hint) is not None:
            hint.used.add(name)
            if hint.used >= set(KEYS):
                self._hint_gone()
            else:
                hint.show()

    @on(RowHighlighted)
    def _moved(self) -> None:
        if not self.preferences.hinted and (hint := self._hint) is not None:
            hint.moves += 1
            if hint.moves > PATIENCE:
                self._hint_gone()

    def _hint_gone(self) -> None:
        self.query(Hint).remove()
        self.remove_class(HINTED)
        if not self.preferences.hinted:
            self.preferences.hinted = True
            self.preferences.keep()
