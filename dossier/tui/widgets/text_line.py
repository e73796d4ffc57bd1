"""One line of text with a left and a right end: heads of panes, the top line, the keys at the bottom."""

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from dossier.present.cells import clean, cut, width_of

ROLES = (
    "text", "title", "tab", "chosen", "number", "badge", "secondary", "rule", "key", "chip", "warning", "spacer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a role; with an `act`, a click on them is reported under that name."""

    text: str
    role: str = "text"
    act: str = ""


Pieces = tuple[Piece, ...]


class TextLine(Widget):
    """Draws its pieces left and right, the right ones first when room is short; repaints only when they change."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"text-line--{role}" for role in ROLES}
    DEFAULT_CSS = "TextLine { height: 1; width: 1fr; }"

    @dataclass
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

    def show(self, left: Pieces, right: Pieces = ()) -> None:
        """Draw these pieces from now on."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

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
            Segment(piece.text, self.get_component_rich_style(f"text-line--{piece.role}"))
            for piece in self._placed() if piece.text
        ]  # fmt: skip
        return Strip(segments, self.size.width)

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
