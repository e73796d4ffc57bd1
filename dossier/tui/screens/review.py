"""The review queue: one question after another, answered with single keys."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from dossier.present.cells import clean
from dossier.present.page import Block, Page, Target, joined
from dossier.present.review import Question, question_blocks, still_open
from dossier.tui.session import Session
from dossier.tui.widgets.key_line import Keys
from dossier.tui.widgets.passage_view import PassageView
from dossier.tui.widgets.role_styles import COMPONENTS
from dossier.tui.widgets.text_line import Piece, TextLine

KEYS = (("y", "yes"), ("n", "no"), ("l", "later"), ("Esc", "enough"))


class ReviewScreen(ModalScreen[None]):
    """Asks until there is nothing left or Escape is pressed; each answer is decided at once."""

    keys: ClassVar[Keys] = tuple((key, does, "") for key, does in KEYS)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", show=False), Binding("n", "answer(False)", "no", show=False),
        Binding("l,space", "later", "later", show=False), Binding("escape,q", "dismiss", "enough", show=False),
    ]  # fmt: skip

    def __init__(
        self, questions: Sequence[Question], session: Session, answer: Callable[[Question, bool], None]
    ) -> None:
        super().__init__()
        self._questions, self._session, self._answer = questions, session, answer
        self._at = 0
        self._head = TextLine()

    def compose(self) -> ComposeResult:
        """How far one is, and what is asked."""
        with Vertical(id="review"):
            yield self._head
            yield PassageView(id="review-text")

    def on_mount(self) -> None:
        """Show it once the size is known."""
        self.query_one(PassageView).focus()
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        found = self._session.ask(self._next, None)
        if found is None:
            self.dismiss()
            return
        question, asked = found
        self._head.show((Piece(clean(question.text), "title"),),
                        (Piece(f"{self._at + 1} of {len(self._questions)}", "secondary"),))  # fmt: skip
        text, runs = joined(*(piece for key, does in KEYS for piece in ((key, "key"), (f" {does}   ", "secondary"))))
        blocks = [*asked, Block(text, "text", runs, space=1)]
        self.query_one(PassageView).show(Page(Target("case", "review"), question.text, blocks, at=-1))

    def _next(self, connection: sqlite3.Connection) -> tuple[Question, Sequence[Block]] | None:
        """The next question that is still open, with what speaks for and against; None where there is none."""
        while self._at < len(self._questions):
            question = still_open(connection, self._questions[self._at])
            if question is not None:
                return question, list(question_blocks(connection, question))
            self._at += 1
        return None

    def action_answer(self, yes: bool) -> None:
        """Decide, and go on."""
        self._answer(self._questions[self._at], yes)
        self.action_later()

    def action_later(self) -> None:
        """On to the next; nothing is decided."""
        self._at += 1
        self._show()
