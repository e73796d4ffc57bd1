"""The line at the top: the case, the search line, what is pinned, and what is going on."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from dossier.present.cells import cut, width_of
from dossier.store.queries.filters import Pin
from dossier.tui.widgets.search_input import SearchInput
from dossier.tui.widgets.text_line import Piece, Pieces, TextLine

SEARCH = "search passages, people, events"
CHIP_CELLS = 22
TITLE_CELLS = 32


class TopBar(Horizontal):
    """Case and prompt at the left, the line to type in, chips and news at the right."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._left = TextLine(id="top-left")
        self._right = TextLine(id="top-right")
        self.input = SearchInput(id="search")
        self._title = ""
        self._pins: Sequence[Pin] = ()
        self._news = ""
        # It takes the focus only when asked for.
        self.input.can_focus = False

    def compose(self) -> ComposeResult:
        """Three parts of a line."""
        self.prompt("/", SEARCH)
        self._draw_right()
        yield self._left
        yield self.input
        yield self._right

    def prompt(self, sign: str, placeholder: str) -> None:
        """What typing will do."""
        self.input.placeholder = placeholder
        room = TITLE_CELLS if self.app.size.width >= 100 else 12
        title = self._title if width_of(self._title) <= room else cut(self._title, room - 1) + "…"
        named = (Piece(f" {title} ", "title"),) if title else ()
        self._draw(self._left, (Piece(" dossier ", "badge"), *named, Piece(f" {sign} ", "key")))

    def show_title(self, title: str) -> None:
        """The case's title."""
        self._title = title
        self.prompt("/", SEARCH)

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """A chip for each pinned row; a click on it removes it."""
        self._pins = pins
        self._draw_right()

    def show_news(self, news: str) -> None:
        """A few words on what is going on in the background; nothing clears them."""
        self._news = news
        self._draw_right()

    def _draw_right(self) -> None:
        pieces: list[Piece] = []
        for place, pin in enumerate(self._pins):
            label = pin.label if width_of(pin.label) <= CHIP_CELLS else cut(pin.label, CHIP_CELLS - 1) + "…"
            pieces += [Piece("  with " if place == 0 else " ", "secondary"),
                       Piece(f" {label} × ", f"chip-{pin.noun}", f"unpin:{place}")]
        if self._news:
            pieces.append(Piece(f" {self._news} ", "secondary"))
        self._draw(self._right, tuple(pieces))

    def _draw(self, line: TextLine, pieces: Pieces) -> None:
        width = sum(width_of(piece.text) for piece in pieces)
        line.styles.width = width
        line.show(pieces)
