"""Finds again what a decision is about: by words in their place, else by a name that only one thing has."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.model.decision import Anchor, Decision, Subject
from dossier.model.dossier import Dossier
from dossier.model.span import Span

Place = tuple[str, int, str]
"""Hash of a document, where words begin in it, and the words."""
Known = tuple[str, str, str, Iterable[tuple[str, Span]]]
"""Kind, id, name, and where it stands: source and span."""

OTHERS = frozenset({"event", "statement", "disagreement", "source"})
"""The kinds of things that are no entities."""


class Finder:
    """The things of a dossier by what decisions call them. Only what some decision asks for is looked up."""

    def __init__(self, found: Dossier, decisions: Iterable[Decision]) -> None:
        subjects = [subject for decision in decisions for subject in decision.subjects]
        self._hash = {document.source.id: document.source.sha256 for document in found.documents}
        self._text = {document.source.id: document.source.text for document in found.documents}
        self._wanted: set[tuple[str, int]] = {(a.sha256, a.start) for s in subjects for a in s.anchors}
        self._names = {(_sort(subject.kind), fold(subject.name)) for subject in subjects}
        self._at: dict[tuple[str, Place], set[str]] = {}
        self._called: dict[tuple[str, str], set[str]] = {}
        for thing in things(found):
            self._learn(*thing)

    def _learn(self, kind: str, id_: str, name: str, places: Iterable[tuple[str, Span]]) -> None:
        sort = _sort(kind)
        if (called := (sort, fold(name))) in self._names:
            self._called.setdefault(called, set()).add(id_)
        for source, span in places:
            if (self._hash[source], span.start) in self._wanted:
                place = (self._hash[source], span.start, self._text[source][span.start : span.end])
                self._at.setdefault((sort, place), set()).add(id_)

    def find(self, subject: Subject) -> str | None:
        """The id of what a decision is about; None where it is gone, or it is not clear which of several it is."""
        sort = _sort(subject.kind)
        votes = Counter(
            id_ for anchor in subject.anchors for id_ in sorted(self._at.get((sort, _place(anchor)), ())))  # fmt: skip
        ranked = votes.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return ranked[0][0]
        called = self._called.get((sort, fold(subject.name)), set())
        return next(iter(called)) if len(called) == 1 and not ranked else None


def things(found: Dossier) -> Iterator[Known]:
    """Everything that a decision can be about."""
    for entity in found.entities:
        yield entity.kind.value, entity.id, entity.name, ((m.source, m.span) for m in entity.mentions)
    for event in found.events:
        yield "event", event.id, event.label, ((report.source, report.span) for report in event.reports)
    texts = {document.source.id: document.source.text for document in found.documents}
    for statement in found.statements:
        words = statement.span.of(texts[statement.source])
        yield "statement", statement.id, words, ((statement.source, statement.span),)
    for matter in (*found.disagreements, *found.agreements):
        places = ((words.source, words.span) for side in matter.sides for words in side.evidence)
        yield "disagreement", matter.id, matter.question, places
    for document in found.documents:
        yield "source", document.source.id, document.source.path, ((document.source.id, Span(0, 0)),)


def fold(name: str) -> str:
    """A name without case, accents and doubled blanks."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())


def _sort(kind: str) -> str:
    """Entities of all kinds are found alike: a decision may have changed the kind."""
    return kind if kind in OTHERS else "entity"


def _place(anchor: Anchor) -> Place:
    return anchor.sha256, anchor.start, anchor.text
