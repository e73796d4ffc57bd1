"""Taking a decision in the browser: who takes it, the journal, and what is said of it."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.screen import Screen

from dossier.case import Case, open_case
from dossier.case.writer import keep_writer, login, writer
from dossier.curation.journal import file_name
from dossier.decide import take
from dossier.errors import DossierError
from dossier.model.decision import Decision, Subject, Verb
from dossier.present.cells import short
from dossier.store.queries.naming import Named
from dossier.store.queries.subjects import subject_of
from dossier.tui.messages import Decided
from dossier.tui.screens.ask import AskScreen
from dossier.tui.session import LOST, Session, tried

UNDONE_BY = "u takes it back"
NAME_CELLS = 28
"""Of a name in a notice, which stands on one line or two."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Asks, and writes what is decided to the journal; the app brings it into effect."""

    screen: Screen[None]
    session: Session
    folder: Path
    """Of the case."""
    database: Path

    @property
    def connection(self) -> sqlite3.Connection:
        """The open database. Raises LookupError where none is open: there is nothing to decide about then."""
        if self.session.connection is None:
            raise LookupError(self.database)
        return self.session.connection

    def ask(self, question: Screen[str | None], then: Callable[[str], None]) -> None:
        """Ask, and go on with the answer, where one is given."""
        self.screen.app.push_screen(
            question, lambda answer: None if answer is None else self.go_on(lambda: then(answer)))

    def go_on(self, act: Callable[[], object]) -> None:
        """Do what a key or an answer asks for; where the database cannot be read any more, say so."""
        if not tried(lambda: (act(),), ()):
            self.say(LOST, wrong=True)

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Tell in a corner of the screen."""
        self.screen.notify(words, severity="warning" if wrong else "information", markup=False)

    def about(self, verb: Verb, things: Sequence[Named], value: str = "", why: str = "") -> None:
        """Decide about things of the database."""
        self.decide(verb, [subject_of(self.connection, thing) for thing in things], value, why)

    def decide(self, verb: Verb, subjects: Sequence[Subject], value: str = "", why: str = "") -> None:
        """Write a decision to the journal, and have it seen."""
        self.decide_all([(verb, subjects, value)], why)

    def decide_all(self, acts: Sequence[tuple[Verb, Sequence[Subject], str]], why: str = "") -> None:
        """The same for several, one after another; of the last one is told."""
        verb, subjects, value = acts[-1]
        names = ", ".join(short(subject.name, NAME_CELLS) for subject in subjects)
        told = f"{verb} {names or short(value, NAME_CELLS)} · {UNDONE_BY}"

        def take_all(by: str, case: Case) -> Decision | None:
            return [take(case, by, verb, subjects, value=value, why=why) for verb, subjects, value in acts][-1]

        self.as_writer(lambda by: self.write(partial(take_all, by), told))

    def write(self, act: Callable[[Case], Decision | None], told: str, meant: str = "") -> None:
        """Write to the journal of the case; where something was written, have it seen and say so.

        `meant` is the decision that holds or no longer holds by one that takes back.
        """
        try:
            case = open_case(self.folder, self.database)
            # Where they are kept is said with the first of them: it stays so.
            where = "" if any(case.places.decisions.glob("*.jsonl")) else case.decided_outside
            written = act(case)
        except DossierError as error:
            self.say(str(error), wrong=True)
            return
        if written is not None:
            self.screen.post_message(Decided(
                " · ".join(filter(None, (told, where))), written.id,
                written.value if written.verb is Verb.UNDO else "", meant or written.id))

    def as_writer(self, then: Callable[[str], None]) -> None:
        """With the writer's name, which is asked once."""
        known = writer()
        if known:
            then(known)
            return
        self.ask(AskScreen("First your name, for the journal of decisions", judge=_nameable, value=login()),
                 lambda name: self._named(name, then))  # fmt: skip

    def _named(self, name: str, then: Callable[[str], None]) -> None:
        try:
            keep_writer(name.strip())
        except DossierError as error:
            self.say(str(error), wrong=True)
        then(name.strip())


def _nameable(name: str) -> tuple[bool, str]:
    try:
        file_name(name)
    except DossierError as error:
        return False, str(error)
    return True, "It is written into the journal with each of your decisions, and asked only once."
