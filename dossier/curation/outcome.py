"""What came of decisions: which are in effect, on what, and which wait for what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.model.decision import Decision, State


@dataclass(slots=True)
class Outcome:
    """Collected while decisions are applied; the order of the decisions is kept."""

    states: dict[str, State] = field(default_factory=dict)
    touched: dict[str, list[str]] = field(default_factory=dict)
    """By the id of a thing as it is now: the decisions that made it so."""

    against: dict[str, str] = field(default_factory=dict)
    """By the id of a contradicted decision: the one that says the opposite and holds."""

    _said: dict[tuple[str, ...], list[tuple[Decision, str]]] = field(default_factory=dict)

    def says(self, decision: Decision, question: tuple[str, ...], answer: str) -> None:
        """It answers a question that has one answer; which of several answers holds is told by `weigh`."""
        self._said.setdefault(question, []).append((decision, answer))

    def weigh(self) -> None:
        """Of several answers to one question the latest holds; those that say otherwise are contradicted by it."""
        for answers in self._said.values():
            latest, said = max(answers, key=lambda one: (one[0].at, one[0].by, one[0].id))
            for decision, answer in answers:
                if answer != said:
                    self.contradicts(latest, decision)

    def contradicts(self, decision: Decision, overruled: Decision) -> None:
        """What was overruled is not in effect, because of `decision`."""
        self.states[overruled.id] = State.CONTRADICTED
        self.against[overruled.id] = decision.id

    def holds(self, decision: Decision, *targets: str | None) -> None:
        """It is in effect on these things."""
        self.states[decision.id] = State.HOLDS
        self.against.pop(decision.id, None)
        for target in targets:
            if target is not None and decision.id not in self.touched.setdefault(target, []):
                self.touched[target].append(decision.id)

    def fails(self, decision: Decision, state: State) -> None:
        """It is not in effect."""
        self.states[decision.id] = state
        self.against.pop(decision.id, None)

    def moved(self, old: str, new: str | None) -> None:
        """What was decided of a thing holds of what became of it."""
        if new is not None and old != new and old in self.touched:
            for decision in self.touched.pop(old):
                if decision not in self.touched.setdefault(new, []):
                    self.touched[new].append(decision)


def of_verb(decisions: Sequence[Decision], *verbs: str) -> list[Decision]:
    """The decisions with one of these verbs, in order."""
    return [decision for decision in decisions if decision.verb in verbs]
