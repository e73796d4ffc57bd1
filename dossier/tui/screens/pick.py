"""A question with several answers: each is ticked with Space, Enter takes them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from dossier.tui.screens.ask import Choice, Question
from dossier.tui.session import LOST, tried
from dossier.tui.widgets.key_line import Keys

TICK = "✓"


class PickScreen(Question):
    """Dismissed with the values of what was ticked, one a line; with None by Escape."""

    keys: ClassVar[Keys] = (("↑↓", "move", ""), ("Space", "tick", ""), ("⏎", "take them", ""), ("Esc", "leave it", ""))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", "tick", show=False)]

    def __init__(
        self, title: str, choices: Sequence[Choice], judge: Callable[[Sequence[str]], tuple[bool, str]]
    ) -> None:
        """`judge` tells whether what is ticked can be taken, and what it would do or what is wrong with it."""
        super().__init__(title)
        self._all, self._judge = choices, judge
        self._ticked: set[str] = set()
        self._tick_all()

    def _tick_all(self) -> None:
        self._choices = [replace(one, key=TICK if one.value in self._ticked else "·") for one in self._all]

    @property
    def _answers(self) -> list[str]:
        return [one.value for one in self._all if one.value in self._ticked]

    def _notes(self) -> Sequence[str]:
        valid, said = self._judged()
        return (said, "Space: tick · Enter: take them · Esc: leave it" if valid else "Space: tick · Esc: leave it")

    def _judged(self) -> tuple[bool, str]:
        return tried(lambda: self._judge(self._answers), (False, LOST))

    def action_tick(self) -> None:
        """Tick the line of the cursor, or take the tick away."""
        if self._choices:
            self._ticked ^= {self._choices[self._chosen].value}
            self._tick_all()
            self._show()

    def action_answer(self) -> None:
        """Take what is ticked, where it can be taken."""
        if self._judged()[0]:
            self.dismiss("\n".join(self._answers))
