"""A question over the browser: choose by a letter, or type an answer and see what it will do before Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from dossier.present.cells import clean, fit, width_of
from dossier.present.flow import Flow
from dossier.present.page import Block, Page, Target, joined
from dossier.tui.session import LOST, tried
from dossier.tui.widgets.key_line import Keys
from dossier.tui.widgets.passage_view import PassageView
from dossier.tui.widgets.role_styles import COMPONENTS
from dossier.tui.widgets.search_input import SearchInput
from dossier.tui.widgets.text_line import Piece, TextLine

KEY_CELLS = 4
ROOM = 0.5
"""Of the screen's lines, those that answers take at most; `dialogs.tcss` says the same."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers."""

    value: str
    label: str
    detail: str = ""
    key: str = ""
    """A letter that chooses it at once, where nothing is typed."""


class Question(ModalScreen[str | None]):
    """Asks, over whatever is there; dismissed with the value of the answer, or with None by Escape."""

    keys: ClassVar[Keys] = (("↑↓", "move", ""), ("⏎", "choose", ""), ("Esc", "leave it", ""))
    """For the line at the bottom of the screen below."""
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close", show=False), Binding("enter", "answer", "answer", show=False),
        Binding("up", "move(-1)", "up", show=False, priority=True),
        Binding("down", "move(1)", "down", show=False, priority=True),
    ]  # fmt: skip

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._head = TextLine()
        self._choices: Sequence[Choice] = ()
        self._chosen = 0

    def compose(self) -> ComposeResult:
        """The question, and what can be answered."""
        with Vertical(id="question"):
            yield self._head
            yield from self._line()
            for view in (PassageView(id="answers"), PassageView(id="said")):
                view.can_focus = False
                yield view

    def _line(self) -> ComposeResult:
        """What is typed into, where anything is."""
        return ()

    def on_mount(self) -> None:
        """Show it once the size is known."""
        self.call_after_refresh(self._show)

    def _notes(self) -> Sequence[str]:
        """What is said under the choices."""
        return ("Enter: choose · Esc: leave it",)

    def _show(self) -> None:
        self._chosen = max(0, min(self._chosen, len(self._choices) - 1))
        self._head.show((Piece(clean(self._title), "title"),))
        cells = max((width_of(clean(choice.label)) for choice in self._choices), default=0)
        blocks = [_choice(choice, number == self._chosen, cells) for number, choice in enumerate(self._choices)]
        self._fill("#answers", blocks, keep=self._chosen)
        self._fill("#said", [Block(clean(note), "secondary") for note in self._notes()])

    def _fill(self, view_id: str, blocks: Sequence[Block], *, keep: int = -1) -> None:
        """Show blocks in as many lines as they need; of more than there is room for, those around block `keep`."""
        view = self.query_one(view_id, PassageView)
        # One that showed nothing so far has no width yet; both have the same.
        flow = Flow(blocks, max(one.measure for one in self.query(PassageView)))
        view.styles.height = flow.height
        view.display = bool(blocks)
        room = int(self.app.size.height * ROOM)
        scroll = max(flow.bottom(keep) - room, 0) if keep >= 0 and flow.height > room else 0
        view.show(Page(Target("case", "question"), self._title, blocks, at=-1), flow=flow, scroll=scroll)

    def action_move(self, step: int) -> None:
        """To the next or the previous choice."""
        self._chosen += step
        self._show()

    def action_answer(self) -> None:
        """Take the choice the cursor is on."""
        if self._choices:
            self.dismiss(self._choices[self._chosen].value)


class ChoiceScreen(Question):
    """Chooses among a few, by letter or with the arrows."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(title)
        self._choices = choices

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once."""
        for choice in self._choices:
            if choice.key and event.character == choice.key:
                event.stop()
                self.dismiss(choice.value)


class AskScreen(Question):
    """Asks for words; shows what fits them, or what is wrong with them, while they are typed."""

    keys: ClassVar[Keys] = (("⏎", "take it", ""), ("Esc", "leave it", ""))

    def __init__(
        self, title: str, *, suggest: Callable[[str], Sequence[Choice]] | None = None,
        judge: Callable[[str], tuple[bool, str]] = lambda _: (True, ""), value: str = "",
        nothing: Callable[[str], str] | None = None,
    ) -> None:  # fmt: skip
        """`suggest` gives what fits the words: one of these is the answer. `judge` tells whether an answer can be
        taken, and what it would do or what is wrong with it. `value` stands in the line at first.
        `nothing` tells why none of what there is fits the words."""
        super().__init__(title)
        self._suggest, self._judge, self._value, self._nothing = suggest, judge, value, nothing

    def _line(self) -> ComposeResult:
        line = SearchInput(id="answer")
        line.value = self._value
        yield line

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(SearchInput).focus()
        self._typed()
        super().on_mount()

    @on(Input.Changed)
    def _typed(self) -> None:
        suggest, typed = self._suggest, self.query_one(SearchInput).value
        if suggest is not None:
            self._choices, self._chosen = tried(lambda: suggest(typed), ()), 0
        self.call_after_refresh(self._show)

    @property
    def _answer(self) -> str:
        if self._suggest is None:
            return self.query_one(SearchInput).value
        return self._choices[self._chosen].value if self._choices else ""

    def _notes(self) -> Sequence[str]:
        typed = self.query_one(SearchInput).value
        if self._nothing is not None and not self._choices and typed.strip():
            nothing = self._nothing
            return tried(lambda: nothing(typed), LOST), "Esc: leave it"
        valid, said = self._judged()
        return (said, "Enter: do it · Esc: leave it" if valid else "Esc: leave it") if said else super()._notes()

    def _judged(self) -> tuple[bool, str]:
        return tried(lambda: self._judge(self._answer), (False, LOST))

    @on(Input.Submitted)
    def action_answer(self) -> None:
        """Take it, where it can be taken."""
        if self._judged()[0] and (self._suggest is None or self._choices):
            self.dismiss(self._answer)

    @on(SearchInput.Cancelled)
    def _leave(self) -> None:
        self.dismiss(None)


def _choice(choice: Choice, chosen: bool, cells: int) -> Block:
    text, runs = joined(
        ("▌" if chosen else " ", "cursor"), (fit(choice.key, KEY_CELLS), "key"),
        (fit(choice.label, cells), "answer" if chosen else ""),
        (f"  {clean(choice.detail)}" if choice.detail else "", "secondary"),
    )  # fmt: skip
    return Block(text, "text", runs, hang=KEY_CELLS + 1)
