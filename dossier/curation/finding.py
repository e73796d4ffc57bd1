"""Finds again what a decision is about: by words in their place, else by a name that only one thing has."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from dossier.model.decision import Anchor, Decision, Subject
from dossier.model.dossier import Dossier
from dossier.model.subjects import fold, sort_of, things


class Index(Protocol):
    """Where the things stand that were found, and what they are called."""

    def at(self, sort: str, anchor: Anchor) -> Collection[str]:
        """The ids of the things of a sort to which these words in this place belong."""

    def called(self, sort: str, name: str) -> Collection[str]:
        """The ids of the things of a sort with this folded name; of many, two are enough."""


class Things:
    """The index of a whole dossier. Only what some decision asks for is looked up."""

    def __init__(self, found: Dossier, decisions: Iterable[Decision]) -> None:
        subjects = [subject for decision in decisions for subject in decision.subjects]
        hashes = {document.source.id: document.source.sha256 for document in found.documents}
        texts = {document.source.id: document.source.text for document in found.documents}
        wanted = {(anchor.sha256, anchor.start) for subject in subjects for anchor in subject.anchors}
        names = {(sort_of(subject.kind), fold(subject.name)) for subject in subjects}
        self._at: dict[tuple[str, Anchor], set[str]] = {}
        self._called: dict[tuple[str, str], set[str]] = {}
        for kind, id_, name, places in things(found):
            sort = sort_of(kind)
            if (called := (sort, fold(name))) in names:
                self._called.setdefault(called, set()).add(id_)
            for source, span in places:
                if (hashes[source], span.start) in wanted:
                    anchor = Anchor(hashes[source], span.start, span.of(texts[source]))
                    self._at.setdefault((sort, anchor), set()).add(id_)

    def at(self, sort: str, anchor: Anchor) -> Collection[str]:
        """See `Index`."""
        return self._at.get((sort, anchor), ())

    def called(self, sort: str, name: str) -> Collection[str]:
        """See `Index`."""
        return self._called.get((sort, name), ())


class Finder:
    """Finds what decisions are about, and remembers for each what it could have been about."""

    def __init__(self, index: Index, decisions: Sequence[Decision]) -> None:
        self._index = index
        self._order = {decision.id: place for place, decision in enumerate(decisions)}
        self._parts: dict[tuple[Anchor, str], list[tuple[int, str]]] = {}
        self.concerns: dict[str, dict[str, str]] = {}
        """By the id of a decision: the sorts, by their ids, of the things that its words belong to."""

    def find(self, subject: Subject, decision: Decision) -> str | None:
        """The id of what a decision is about; None where it is gone, or it is not clear which of several it is."""
        sort = sort_of(subject.kind)
        votes = Counter(
            self._part(anchor, id_, decision, sort)
            for anchor in subject.anchors for id_ in sorted(self._index.at(sort, anchor)))  # fmt: skip
        self._remember(decision, sort, votes)
        first = [id_ for id_, number in votes.items() if number == max(votes.values())]
        if len(first) == 1:
            return first[0]
        # The words are gone, or tell of several things: then it is the one that is called so.
        called = self._index.called(sort, fold(subject.name))
        meant = next(iter(called)) if len(called) == 1 else None
        if meant is None or (first and meant not in first):
            return None
        self._remember(decision, sort, called)
        return meant

    def split_off(self, anchor: Anchor, whole: str, part: str, decision: Decision, sort: str = "entity") -> None:
        """From this decision on, these words belong to a part of what they belonged to."""
        self._parts.setdefault((anchor, whole), []).append((self._order[decision.id], part))
        self._remember(decision, sort, (part,))

    def concern(self, decision: Decision, sort: str, ids: Iterable[str]) -> None:
        """Note that a decision has to be applied anew where these things change."""
        self._remember(decision, sort, ids)

    def _part(self, anchor: Anchor, id_: str, decision: Decision, sort: str) -> str:
        """What words belong to that belonged to `id_`, as far as the reader knew when this was decided."""
        self._remember(decision, sort if (anchor, id_) in self._parts else "", (id_,))
        at = -1
        while later := [one for one in self._parts.get((anchor, id_), ()) if at < one[0] < self._order[decision.id]]:
            at, id_ = later[0]
        return id_

    def _remember(self, decision: Decision, sort: str, ids: Iterable[str]) -> None:
        if sort:
            self.concerns.setdefault(decision.id, {}).update(dict.fromkeys(ids, sort))
