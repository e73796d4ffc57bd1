"""What applying decisions needs at every step: the decisions, a way to find their subjects, and what became of what."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.curation.documents import Documents
from dossier.curation.finding import Finder
from dossier.curation.outcome import Outcome, of_verb
from dossier.model.decision import Decision, State, Verb
from dossier.model.span import Span

Became = Mapping[str, str | None]
"""By the id of a thing found: the id of what it is part of now, None where it was rejected. What is not here is as it
was found."""


class Moved:
    """The mentions that were split off or added, by their place."""

    def __init__(self, places: Mapping[tuple[str, int], str]) -> None:
        self.places = places
        """By source and offset: the id of the entity now; empty where that was rejected."""
        self._starts: dict[str, list[int]] = {}
        for source, start in sorted(places):
            self._starts.setdefault(source, []).append(start)

    def within(self, source: str, span: Span) -> list[str]:
        """The entities whose mentions, split off from others or added, begin in a span."""
        starts = self._starts.get(source, [])
        inside = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [entity for start in inside if (entity := self.places[source, start])]


@dataclass(frozen=True, slots=True)
class Desk:
    """The decisions that hold, in order of time, and what is known so far."""

    decisions: Sequence[Decision]
    finder: Finder
    outcome: Outcome
    became: Became
    moved: Moved
    documents: Documents

    def now(self, thing: str) -> str | None:
        """The id that a thing has now; None where it was rejected."""
        return self.became.get(thing, thing)

    def knowing(self, became: Became) -> "Desk":
        """The desk when more is known."""
        return replace(self, became={**self.became, **became})

    def rejected(self, kind: str) -> frozenset[str]:
        """The ids of the things found of a kind whose last word is that they are none."""
        last: dict[str, Decision] = {}
        for decision, id_ in self.about(kind, Verb.REJECT, Verb.CONFIRM):
            now = self.now(id_) or id_
            last[now] = decision
            self.outcome.says(decision, ("exists", now), decision.verb)
            self.outcome.holds(decision, now)
        return frozenset(now for now, decision in last.items() if decision.verb is Verb.REJECT)

    def about(self, kind: str, *verbs: Verb) -> list[tuple[Decision, str]]:
        """The decisions with these verbs about things of a kind, each with the id of what it is about."""
        found = []
        for decision in of_verb(self.decisions, *verbs):
            if not decision.subjects or decision.subjects[0].kind != kind:
                continue
            id_ = self.finder.find(decision.subjects[0], decision)
            if id_ is None:
                self.outcome.fails(decision, State.ORPHAN)
            else:
                found.append((decision, id_))
        return found
