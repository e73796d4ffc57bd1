"""One line of text with a left and a right end: heads of panes, the top line, the keys at the bottom."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from dossier.present.cells import clean, cut, width_of
from dossier.tui.widgets.role_styles import RoleStyles


class Piece(NamedTuple):
    """Some words in a role; with an `act`, a click on them is reported under that name."""

    text: str
    role: str = "text"
    act: str = ""


Pieces = tuple[Piece, ...]


class TextLine(Widget):
    """Draws its pieces left and right, the right ones first when room is short; repaints only when they change."""

    DEFAULT_CSS = "TextLine { height: 1; width: 1fr; }"

    @dataclass(eq=False)
    class Clicked(Message):
        """A piece with an `act` was clicked."""

        line: "TextLine"
        act: str

        @property
        def control(self) -> "TextLine":
            """The line."""
            return self.line

    def __init__(self, *, fill: str = " ", fill_role: str = "spacer", id: str | None = None,  # noqa: A002
                 classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._fill, self._fill_role = fill, fill_role
        self._left: Pieces = ()
        self._right: Pieces = ()
        self._style = RoleStyles(self)

    def show(self, left: Pieces, right: Pieces = ()) -> None:
        """Draw these pieces from now on."""
        if (left, right) != (self._left, self._right):
            before = self._cells() if self.size else []
            self._left, self._right = left, right
            if not self.size:
                return
            after = self._cells()
            same = [was == now for was, now in zip(before, after, strict=False)]
            if len(before) != len(after) or not all(same):
                first = same.index(False) if False in same else 0
                last = len(same) - same[::-1].index(False) if False in same else self.size.width
                self.refresh(Region(first, 0, last - first, 1))

    def _cells(self) -> list[tuple[str, str]]:
        """The line cell by cell, to find what changes; wide characters count for the cells they take."""
        return [(char, piece.role) for piece in self._placed() for char in piece.text
                for _ in range(width_of(char))]

    @property
    def plain(self) -> str:
        """What the line says."""
        return " ".join(piece.text for piece in (*self._left, *self._right))

    def _placed(self) -> list[Piece]:
        """The pieces and the filling between them, `size.width` cells in all."""
        width = self.size.width
        right = _cut(self._right, width)
        left = _cut(self._left, width - sum(width_of(piece.text) for piece in right))
        room = width - sum(width_of(piece.text) for piece in (*left, *right))
        return [*left, Piece(self._fill * room, self._fill_role), *right]

    def render_line(self, y: int) -> Strip:
        """The line."""
        segments = [
            Segment(piece.text, self._style(piece.role))
            for piece in self._placed() if piece.text
        ]  # fmt: skip
        return Strip(segments, self.size.width)

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._style.clear()

    def on_click(self, event: events.Click) -> None:
        """Report the piece that was hit."""
        place = 0
        for piece in self._placed():
            place += width_of(piece.text)
            if event.x < place:
                if piece.act:
                    self.post_message(self.Clicked(self, piece.act))
                return


def _cut(pieces: Pieces, room: int) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        text = clean(piece.text)
        if width_of(text) > room:
            text = cut(text, room - 1) + "…" if room > 1 else ""
        if text:
            kept.append(Piece(text, piece.role, piece.act))
            room -= width_of(text)
    return kept
