"""Decisions in the browser: what can be decided of a thing, what it takes, what it will do; then the journal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.screen import Screen

from dossier.case import open_case
from dossier.case.writer import keep_writer, login, writer
from dossier.curation.journal import file_name
from dossier.curation.ledger import last_redoable, last_undoable
from dossier.decide import journals, take
from dossier.errors import DossierError
from dossier.model.decision import Decision, Subject, Verb
from dossier.present.acts import ACTS, Act, acts_on
from dossier.present.consequences import consequences
from dossier.present.review import Question, questions
from dossier.query.parse import parse
from dossier.store.queries.naming import Named, with_id
from dossier.store.queries.subjects import subject_of
from dossier.store.search import search_labels
from dossier.tui.messages import Decided, DecisionWanted
from dossier.tui.screens.ask import AskScreen, Choice, ChoiceScreen
from dossier.tui.screens.note import NoteScreen
from dossier.tui.screens.review import ReviewScreen
from dossier.tui.session import Session

CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class Deciding:
    """Asks what is to be decided, and writes it to the journal; the app brings it into effect."""

    screen: Screen[None]
    session: Session
    case: Path
    database: Path

    def wanted(self, message: DecisionWanted) -> None:
        """Do what is wanted."""
        turns = {"undo": self.undo, "redo": self.redo, "review": self.review}
        turns.get(message.turn, lambda: self.about(message.about))()

    def about(self, id_: str) -> None:
        """Ask what is to be decided about the thing with this id."""
        thing = with_id(self.session.connection, id_) if self.session.connection is not None else None
        acts = acts_on(thing.kind) if thing else ()
        if thing is None or not acts:
            self.screen.notify("Nothing can be decided about that.", markup=False)
            return
        choices = [Choice(act.verb, act.verb, act.help, act.key) for act in acts]
        self._ask(ChoiceScreen(thing.name, choices), lambda verb: self._act(thing, verb))

    def _ask(self, question: Screen[str | None], then: Callable[[str], None]) -> None:
        self.screen.app.push_screen(question, lambda answer: None if answer is None else then(answer))

    def _act(self, thing: Named, verb: str) -> None:
        act = next(act for act in ACTS if act.verb == verb and thing.kind in act.kinds)
        title = f"{act.verb}: {thing.name}"
        if act.takes.name == "TEXT":
            self._ask(NoteScreen(title), lambda note: self._decide(act.verb, [thing], note))
        elif act.takes.name == "OTHER":
            judge = partial(self._judge_other, act, thing)
            self._ask(AskScreen(f"{title} with …", suggest=partial(self._like, thing), judge=judge),
                      lambda other: self._decide_with(act, thing, other))  # fmt: skip
        elif act.choices:
            choices = [Choice(value, value) for value in act.choices if value != thing.kind]
            self._ask(ChoiceScreen(title, choices), lambda value: self._decide(act.verb, [thing], value))
        elif act.takes.name == "WORDS":
            self._ask(AskScreen(f"{title}: {act.value}?", judge=partial(self._judge, act, thing)),
                      lambda value: self._decide(act.verb, [thing], value))  # fmt: skip
        else:
            said = self._consequences(act, thing)
            choices = [Choice("yes", f"{act.verb}: {act.help}", said, "y"), Choice("", "leave it", "", "n")]
            self._ask(ChoiceScreen(title, choices),
                      lambda answer: self._decide(act.verb, [thing]) if answer else None)  # fmt: skip

    def _like(self, thing: Named, typed: str) -> Sequence[Choice]:
        """Other things of the same sort that are called so."""
        if self.session.connection is None:
            return ()
        words = typed if typed.strip() else thing.name.split()[-1]
        found = search_labels(self.session.connection, parse(words, typing=True), limit=CANDIDATES)
        kinds = acts_on(thing.kind)[0].kinds if thing.kind != "event" else ("event",)
        return [
            Choice(hit.id, hit.name, f"{hit.kind}, {hit.weight:,} {'reports' if hit.kind == 'event' else 'mentions'}")
            for hit in found
            if hit.id != thing.id and hit.kind in kinds and (hit.kind == "event") == (thing.kind == "event")
        ]

    def _judge(self, act: Act, thing: Named, value: str) -> tuple[bool, str]:
        if not value.strip():
            return False, f"Type {act.must}."
        if not act.valid(value):
            return False, f"Not {act.must}."
        return True, self._consequences(act, thing) or "Takes effect at once; u takes it back."

    def _judge_other(self, act: Act, thing: Named, other: str) -> tuple[bool, str]:
        named = with_id(self.session.connection, other) if other and self.session.connection is not None else None
        if named is None:
            return False, "Type a few letters of the other's name."
        return True, self._consequences(act, thing, named)

    def _consequences(self, act: Act, thing: Named, other: Named | None = None) -> str:
        if self.session.connection is None:
            return ""
        return consequences(self.session.connection, act.verb, thing, other)

    def _decide_with(self, act: Act, thing: Named, other: str) -> None:
        named = with_id(self.session.connection, other) if self.session.connection is not None else None
        if named is not None:
            self._decide(act.verb, [thing, named])

    def _decide(self, verb: Verb, things: Sequence[Named], value: str = "") -> None:
        if self.session.connection is None:
            return
        subjects = [subject_of(self.session.connection, thing) for thing in things]
        self._as_writer(partial(self._write, verb, subjects, value))

    def review(self) -> None:
        """Ask what is open, one after another."""
        open_ = questions(self.session.connection) if self.session.connection is not None else []
        if open_:
            # The name is asked before the first question: an answer is one key.
            self._as_writer(lambda _: self._go_through(open_))
        else:
            self.screen.notify("Nothing is open: no names that may be one, nobody in doubt.", markup=False)

    def _go_through(self, open_: Sequence[Question]) -> None:
        self.screen.app.push_screen(ReviewScreen(open_, lambda: self.session.connection, self._decide_known))

    def _decide_known(self, verb: Verb, things: Sequence[Named]) -> None:
        """Decide about things that may have become others since they were listed."""
        connection = self.session.connection
        if connection is not None and all(with_id(connection, thing.id) for thing in things):
            self._decide(verb, things)

    def undo(self) -> None:
        """Take back the last decision that holds."""
        self._as_writer(partial(self._turn, last_undoable, "There is nothing of yours to undo.", "took back"))

    def redo(self) -> None:
        """Have the last one again that was taken back."""
        self._as_writer(partial(self._turn, last_redoable, "There is nothing of yours to redo.", "again"))

    def _as_writer(self, then: Callable[[str], None]) -> None:
        """With the writer's name, which is asked once."""
        known = writer()
        if known:
            then(known)
            return
        self._ask(AskScreen("Your name, for the journal of decisions", judge=_nameable, value=login()),
                  lambda name: self._named(name, then))  # fmt: skip

    def _named(self, name: str, then: Callable[[str], None]) -> None:
        try:
            keep_writer(name.strip())
        except DossierError as error:
            self.screen.notify(str(error), severity="warning", markup=False)
        then(name.strip())

    def _turn(
        self, which: Callable[[Sequence[Decision], str], Decision | None], none: str, said: str, by: str
    ) -> None:
        try:
            case = open_case(self.case, self.database)
            last = which(journals(case).decisions, by)
        except DossierError as error:
            self.screen.notify(str(error), severity="warning", markup=False)
            return
        if last is None:
            self.screen.notify(none, markup=False)
            return
        self._write(Verb.UNDO, last.subjects, last.id, by, told=f"{said}: {_told(last.verb, last.subjects)}")

    def _write(
        self, verb: Verb, subjects: Sequence[Subject], value: str, by: str, *, told: str = ""
    ) -> None:
        try:
            take(open_case(self.case, self.database), by, verb, subjects, value=value)
        except DossierError as error:
            self.screen.notify(str(error), severity="error", markup=False)
            return
        self.screen.post_message(Decided(told or f"{_told(verb, subjects)} · u takes it back"))


def _nameable(name: str) -> tuple[bool, str]:
    try:
        file_name(name)
    except DossierError as error:
        return False, str(error)
    return True, "It is written into the journal with each of your decisions, and asked only once."


def _told(verb: Verb, subjects: Sequence[Subject]) -> str:
    return f"{verb} {', '.join(subject.name for subject in subjects)}"
