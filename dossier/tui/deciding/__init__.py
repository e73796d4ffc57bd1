"""Decisions in the browser: what can be decided of a thing, what it takes, what it will do; then the journal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.screen import Screen

from dossier.case import open_case
from dossier.curation.ledger import last_redoable, last_undoable
from dossier.decide import journals, take
from dossier.errors import DossierError
from dossier.model.decision import Decision, Verb
from dossier.present.review import Question, questions, still_open
from dossier.store.queries import decisions
from dossier.tui.deciding.among import Among
from dossier.tui.deciding.keeping import Keeping
from dossier.tui.deciding.records import Records
from dossier.tui.deciding.taking import Taking
from dossier.tui.deciding.things import Things
from dossier.tui.deciding.words import SelectedWords
from dossier.tui.messages import DecisionWanted
from dossier.tui.screens.review import ReviewScreen
from dossier.tui.session import Session
from dossier.tui.timing import after

SOON = 0.3
"""Seconds after which somebody who waits is told for what."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """Asks what is to be decided, and writes it to the journal; the app brings it into effect."""

    screen: Screen[None]
    session: Session
    case: Path
    database: Path

    def wanted(self, message: DecisionWanted) -> None:
        """Do what a key asked for."""
        if self.session.connection is None:
            return
        kept = Keeping(self._taking)
        about = message.about
        turns: dict[str, Callable[[], None]] = {
            "undo": self.undo, "redo": self.redo, "review": self.review,
            "read": partial(kept.mark_read, about), "turn-read": partial(kept.turn_read, about),
            "bookmark": partial(kept.bookmark, message.selection or about),
            "save-search": partial(kept.save_search, message.value), "forget": partial(kept.forget, about),
        }  # fmt: skip
        self._taking.go_on(turns.get(message.turn, lambda: self.about(message)))

    @property
    def _taking(self) -> Taking:
        return Taking(self.screen, self.session, self.case, self.database)

    def about(self, message: DecisionWanted) -> None:
        """Ask what is to be decided about selected words, a thing, or what was decided before. The name is asked before
        the first question, so that no key of an answer goes into it."""
        self._taking.as_writer(lambda _: self._about(message))

    def _about(self, message: DecisionWanted) -> None:
        words = SelectedWords(self._taking)
        record = decisions.get(self._taking.connection, message.about)
        if message.among:
            Among(self._taking).choose(message)
        elif record is not None:
            Records(self._taking).about(record)
        elif message.selection is not None and not message.about:
            words.about(message.selection)
        else:
            Things(self._taking).about(message.about, beside=partial(words.beside, message.selection))

    def review(self) -> None:
        """Ask what is open, one after another."""
        self.session.questions.submit(questions, self._review)
        # Of 100,000 names it takes some seconds.
        after(self.screen, SOON, self._still_looking)

    def _still_looking(self) -> None:
        if self.session.questions.busy:
            self._taking.say("Looking through the names for what is open…")

    def _review(self, open_: Sequence[Question]) -> None:
        if open_:
            # The name is asked before the first question: an answer is one key.
            self._taking.as_writer(lambda _: self._go_through(open_))
        else:
            self._taking.say("Nothing is open: no names that may be one, nobody in doubt, no two readers at odds.")

    def _go_through(self, open_: Sequence[Question]) -> None:
        self.screen.app.push_screen(ReviewScreen(open_, self.session, self._answer))

    def _answer(self, question: Question, yes: bool) -> None:
        """Decide about things that may have become others since they were listed."""
        self._taking.go_on(lambda: self._decide(question, yes))

    def _decide(self, question: Question, yes: bool) -> None:
        if question.take_back:
            Records(self._taking).take_back(question.take_back[0 if yes else 1])
        elif (open_ := still_open(self._taking.connection, question)) is not None:
            self._taking.about(open_.yes if yes else open_.no, open_.things)

    def undo(self) -> None:
        """Take back the last decision that holds."""
        self._taking.as_writer(partial(self._turn, last_undoable, "There is nothing of yours to undo.", "took back"))

    def redo(self) -> None:
        """Have the last one again that was taken back."""
        self._taking.as_writer(partial(self._turn, last_redoable, "There is nothing of yours to redo.", "again"))

    def _turn(
        self, which: Callable[[Sequence[Decision], str], Decision | None], none: str, said: str, by: str
    ) -> None:
        try:
            case = open_case(self.case, self.database)
            known = journals(case).decisions
        except DossierError as error:
            self._taking.say(str(error), wrong=True)
            return
        last = which(known, by)
        if last is None:
            self._taking.say(none)
            return
        meant = _undone_in_the_end(last, known)
        told = f"{said}: {meant.verb} {', '.join(subject.name for subject in meant.subjects)}"
        self._taking.write(lambda case: take(case, by, Verb.UNDO, last.subjects, value=last.id), told, meant.id)


def _undone_in_the_end(decision: Decision, known: Sequence[Decision]) -> Decision:
    """The decision that a chain of undoings comes down to."""
    by_id = {one.id: one for one in known}
    seen = set[str]()
    while decision.verb is Verb.UNDO and decision.value in by_id and decision.id not in seen:
        seen.add(decision.id)
        decision = by_id[decision.value]
    return decision


