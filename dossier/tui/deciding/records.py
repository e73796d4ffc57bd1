"""Deciding about what was decided: taking it back however old it is, having it again, and settling two readers' words
that contradict each other."""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.case import open_case
from dossier.curation.ledger import holding
from dossier.decide import journals, take
from dossier.errors import DossierError
from dossier.model.decision import Decision, State, Verb
from dossier.present.decisions_page import told
from dossier.store.queries import decisions
from dossier.store.queries.decisions import DecisionRow
from dossier.tui.deciding.taking import Taking
from dossier.tui.screens.ask import Choice, ChoiceScreen


@dataclass(frozen=True, slots=True)
class Records:
    """Asks what is to become of a decision."""

    taking: Taking

    def about(self, row: DecisionRow) -> None:
        """Ask about one decision."""
        steps: dict[str, Callable[[], None]] = {}
        choices: list[Choice] = []
        other = decisions.get(self.taking.connection, row.against or "")
        if row.state == State.CONTRADICTED and other is not None:
            choices += [Choice("this", "this one holds", f"takes back: {told(other)}", "h"),
                        Choice("that", "the other one holds", f"takes back: {told(row)}", "o")]  # fmt: skip
            steps |= {"this": lambda: self.take_back(other.id), "that": lambda: self.take_back(row.id)}
        elif row.verb == Verb.UNDO and row.state == State.HOLDS:
            choices.append(Choice("again", "have it again", "what this took back", "r"))
            steps["again"] = lambda: self.take_back(row.id)
        elif row.state == State.UNDONE:
            choices.append(Choice("again", "have it again", told(row), "r"))
            steps["again"] = lambda: self.have_again(row.id)
        else:
            choices.append(Choice("back", "take it back", told(row), "u"))
            steps["back"] = lambda: self.take_back(row.id)
        choices.append(Choice("", "leave it", "", "n"))
        steps[""] = lambda: None
        self.taking.ask(ChoiceScreen(told(row), choices), lambda chosen: steps[chosen]())

    def take_back(self, id_: str) -> None:
        """Undo one decision, anybody's."""
        self._undo(lambda known: [one for one in known if one.id == id_ and holding(known)[id_]], "took it back")

    def have_again(self, id_: str) -> None:
        """Undo all that undoes a decision."""
        self._undo(lambda known: [one for one in known if one.verb is Verb.UNDO and one.value == id_
                                  and holding(known)[one.id]], "again")  # fmt: skip

    def _undo(self, which: Callable[[tuple[Decision, ...]], list[Decision]], said: str) -> None:
        try:
            known = journals(open_case(self.taking.folder, self.taking.database)).decisions
        except DossierError as error:
            self.taking.say(str(error), wrong=True)
            return
        found = which(known)
        if not found:
            self.taking.say("That was taken back already.")
        for one in found:
            self._take_back(one, said)

    def _take_back(self, one: Decision, said: str) -> None:
        self.taking.as_writer(lambda by: self.taking.write(
            lambda case: take(case, by, Verb.UNDO, one.subjects, value=one.id), said))  # fmt: skip
