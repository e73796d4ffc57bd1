"""The line at the bottom: the keys that matter where one is. A click on one does what the key does."""

from collections.abc import Callable, Iterable

from dossier.present.cells import width_of
from dossier.tui.commands import Command, footer, footer_end
from dossier.tui.widgets.text_line import Piece, Pieces, TextLine


class KeyLine(TextLine):
    """Shows as many keys as fit, the first ones first; help and quit always."""

    def __init__(self, shown: Callable[[Command], str]) -> None:
        """`shown` gives the keys of a command as the user has them."""
        super().__init__(id="keys")
        self._shown = shown
        self._keys: tuple[tuple[str, str, str], ...] = ()

    def show_for(self, where: str) -> None:
        """Show the keys of a place: `commands.LISTS`, `READER` or `SEARCH`."""
        self.show_keys(footer(where, self._shown))

    def show_keys(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Show these keys, each with what it does and the action behind it."""
        self._keys = tuple(keys)
        end = _pieces(footer_end(self._shown))
        room = self.size.width - _width(end)
        shown = [one for one in self._keys if (room := room - _width(_pieces([one]))) >= 0]
        self.show(_pieces(shown), end)

    def say(self, words: str) -> None:
        """Say something in place of the keys."""
        self._keys = ()
        self.show((Piece(f" {words}", "title"),), _pieces(footer_end(self._shown)))

    def on_resize(self) -> None:
        """As many as fit now."""
        if self._keys:
            self.show_keys(self._keys)


def _width(pieces: Pieces) -> int:
    return sum(width_of(piece.text) for piece in pieces)


def _pieces(keys: Iterable[tuple[str, str, str]]) -> Pieces:
    return tuple(
        piece for key, does, action in keys for piece in (
            Piece(f" {key} ", "key", f"action:{action}" if action else ""),
            Piece(f"{does} ", "secondary", f"action:{action}" if action else "")))
