"""The line at the bottom: the keys that matter where one is. A click on one does what the key does."""

from collections.abc import Callable, Container, Iterable

from dossier.present.cells import fit, width_of
from dossier.tui.commands import Command, footer, footer_end
from dossier.tui.widgets.text_line import Piece, Pieces, TextLine

Keys = tuple[tuple[str, str, str], ...]
"""Keys, each with what it does and the action behind it, empty where a click does nothing."""


class KeyLine(TextLine):
    """Shows as many keys as fit, the first ones first; help and quit always."""

    def __init__(self, shown: Callable[[Command], str]) -> None:
        """`shown` gives the keys of a command as the user has them."""
        super().__init__(id="keys")
        self._shown = shown
        self._keys: Keys = ()
        self._said = ""
        self._covered = False

    def show_for(self, where: str, without: Container[str] = ()) -> None:
        """Show the keys of a place: `commands.LISTS`, `READER` or `SEARCH`; but not those of some commands."""
        self.show_keys(footer(where, self._shown, without))

    def show_keys(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Show these keys, each with what it does and the action behind it."""
        self._keys, self._covered = tuple(keys), False
        self._draw()

    def show_others(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Show the keys of what stands over this screen, and no others: none of this screen's does anything now."""
        self._keys, self._covered = tuple(keys), True
        self._draw()

    def say(self, words: str) -> None:
        """Say something at the right, before help and quit, until nothing is said; keys stand beside it as they fit."""
        self._said = words
        self._draw()

    def _draw(self) -> None:
        end = () if self._covered else _pieces(footer_end(self._shown))
        if self._said:
            room = max(self.size.width - _width(end) - 2, 1)
            end = (Piece(f" {fit(self._said, min(room, width_of(self._said)))} ", "title"), *end)
        room = self.size.width - _width(end)
        shown = [one for one in self._keys if (room := room - _width(_pieces([one]))) >= 0]
        self.show(_pieces(shown), end)

    def on_resize(self) -> None:
        """As many as fit now."""
        self._draw()


def _width(pieces: Pieces) -> int:
    return sum(width_of(piece.text) for piece in pieces)


def _pieces(keys: Iterable[tuple[str, str, str]]) -> Pieces:
    return tuple(
        piece for key, does, action in keys for piece in (
            Piece(f" {key} ", "key", f"action:{action}" if action else ""),
            Piece(f"{does} ", "secondary", f"action:{action}" if action else "")))
