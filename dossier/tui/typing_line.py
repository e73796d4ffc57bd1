"""What is typed into the line at the top: a search of everything, or letters that narrow a pane."""

from collections.abc import Callable

from textual.widget import Widget
from textual.widgets import Input

from dossier.present.page import Target
from dossier.tui.widgets.pane import Pane
from dossier.tui.widgets.reading import Reading
from dossier.tui.widgets.top_bar import SEARCH, TopBar


class TypingLine:
    """Knows what the line is for at present, and where one came from."""

    def __init__(
        self, top: TopBar, reading: Reading, focus: Callable[[Widget | None], None], list_again: Callable[[], None]
    ) -> None:
        self._top, self._reading, self._focus, self._list_again = top, reading, focus, list_again
        self._narrowing: Pane | None = None
        self._from: Widget | None = None

    def search(self, come_from: Widget | None) -> None:
        """Begin to type a search."""
        self._narrowing = None
        self._begin(come_from, "/", SEARCH, "")

    def narrow(self, pane: Pane, come_from: Widget | None) -> None:
        """Begin to type letters that narrow a pane."""
        self._narrowing = pane
        self._begin(come_from, "f", "first letters, e.g. ser au", pane.listing.letters)

    def _begin(self, come_from: Widget | None, sign: str, placeholder: str, value: str) -> None:
        self._from = come_from
        line = self._top.input
        self._top.prompt(sign, placeholder)
        with line.prevent(Input.Changed):
            line.value = value
        line.can_focus = True
        self._focus(line)

    def _end(self, focus: Widget | None) -> None:
        line = self._top.input
        line.can_focus = False
        with line.prevent(Input.Changed):
            line.value = ""
        self._narrowing = None
        self._top.prompt("/", SEARCH)
        self._focus(focus)

    def typed(self, words: str) -> None:
        """Narrow or search by what is typed so far."""
        if self._narrowing is not None:
            if words != self._narrowing.listing.letters:
                self._narrowing.listing.letters = words
                self._list_again()
        elif words.strip() and Target("search", words) != self._reading.target:
            self._reading.open(Target("search", words))

    def enough(self) -> None:
        """To what was found."""
        self.typed(self._top.input.value)
        self._end(self._narrowing.list if self._narrowing else self._reading.view)

    def in_vain(self) -> None:
        """Back to where one was."""
        if self._narrowing is not None:
            self._narrowing.listing.letters = ""
            self._list_again()
        elif self._reading.target.kind == "search":
            self._reading.step(-1)
        self._end(self._from)
