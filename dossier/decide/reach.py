"""How far a decision reaches: the things that must be worked out anew with it, and the decisions about these."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from dossier.curation.adding import Added, is_addition
from dossier.model.decision import Anchor, Decision, Subject, Verb
from dossier.model.subjects import fold, sort_of
from dossier.store.found import Found
from dossier.store.refresh import concerned, deciding


class Reach:
    """Grows from decisions over the things that they are about to all decisions about those."""

    def __init__(
        self, connection: sqlite3.Connection, found: Found, added: Added, known: Mapping[str, Decision]
    ) -> None:
        self._connection, self._found, self._added, self._known = connection, found, added, known
        self.decisions: set[str] = set()
        """Ids; decisions that no longer hold are among them."""
        self.things: dict[str, str] = {}
        """The ids of things found, of what was split off from them and of what was added, each with its sort."""
        self.places: set[tuple[str, int]] = set()
        """Where decisions say something of single mentions, or said before they were undone: source and offset."""
        self._words: dict[tuple[str, str | Anchor], list[str]] = {}
        """The decisions by the sorts, and the words or folded names, of what they are about."""

    def of(self, sort: str) -> list[str]:
        """The ids of the things of a sort."""
        return [id_ for id_, its in self.things.items() if its == sort]

    def decide(self, decisions: Iterable[str]) -> None:
        """Reach these decisions, and what they reach."""
        todo = list(decisions)
        while todo:
            id_ = todo.pop()
            if id_ not in self.decisions:
                self.decisions.add(id_)
                todo += self._new(self._about(self._known[id_]))
                if is_addition(self._known[id_]):
                    todo += self._naming(self._known[id_].subjects[0])

    def _naming(self, added: Subject) -> list[str]:
        """The decisions whose words or names are those of something added: while it was not there they were about
        nothing, or about something else."""
        if not self._words:
            for id_, decision in self._known.items():
                for key in (key for subject in decision.subjects for key in _keys(subject)):
                    self._words.setdefault(key, []).append(id_)
        return [id_ for key in _keys(added) for id_ in self._words.get(key, ())]

    def touch(self, things: Iterable[str], sort: str) -> None:
        """Reach these things, and the decisions about them."""
        self.decide(self._new(dict.fromkeys(things, sort)))

    def _new(self, things: Mapping[str, str]) -> list[str]:
        """Take in things; the decisions about those that are new."""
        new = [id_ for id_ in things if id_ not in self.things]
        self.things.update({id_: things[id_] for id_ in new})
        return [decision for id_ in new for decision in deciding(self._connection, id_)]

    def _about(self, decision: Decision) -> dict[str, str]:
        """What a decision concerned when it was last applied, and what its words belong to."""
        things = concerned(self._connection, decision.id)
        for subject in decision.subjects:
            sort = sort_of(subject.kind)
            at = {id_ for anchor in subject.anchors for id_ in self._added.at(sort, anchor)}
            things.update(dict.fromkeys(at or self._added.called(sort, fold(subject.name)), sort))
            adds = is_addition(decision) and sort == "entity"
            if decision.verb is Verb.SPLIT or adds:
                # Where mentions change hands, events that are told there and what is said there do, too.
                places = self._found.places(subject.anchors)
                self.places |= places
                things.update(dict.fromkeys(self._found.covering(places) | self._added.around(places), "event"))
                things.update(dict.fromkeys(self._found.spoken(places), "statement"))
        return things


def _keys(subject: Subject) -> Iterator[tuple[str, str | Anchor]]:
    """By what a thing is found: its name, and each of its words."""
    sort = sort_of(subject.kind)
    yield sort, fold(subject.name)
    for anchor in subject.anchors:
        yield sort, anchor
