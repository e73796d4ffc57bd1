"""What readers added to what was found: names, events and statements made of the words that decisions point to."""

import hashlib
from collections.abc import Collection, Iterable, Sequence

from dossier.curation.documents import Documents
from dossier.curation.finding import Index
from dossier.curation.naming import sort_name
from dossier.model.decision import Anchor, Decision, Subject, Verb
from dossier.model.edtf import is_edtf
from dossier.model.entity import NAMED_KINDS, Entity, EntityKind, Mention
from dossier.model.event import Event, EventStatus, Participant, Report
from dossier.model.selection import Place, Selection
from dossier.model.span import Span
from dossier.model.statement import Statement
from dossier.model.subjects import fold, sort_of

RULE = "added by a reader"
SPEECH = ("direct", "indirect")
"""What the value of an added statement can be; without one it is indirect: nobody quotes it."""


class Added:
    """An index of what was found and of what was added. What was found by now is not added once more."""

    def __init__(self, found: Index, decisions: Iterable[Decision], documents: Documents) -> None:
        self._found, self._documents = found, documents
        self._made = {added_id(one): one for one in decisions if is_addition(one) and is_valid(one)}
        self._places: dict[str, dict[Anchor, Place]] = {}
        self._standing: dict[str, bool] = {}
        self._by_anchor: dict[tuple[str, Anchor], list[str]] = {}
        self._by_name: dict[tuple[str, str], list[str]] = {}
        for id_, one in self._made.items():
            subject = one.subjects[0]
            self._by_name.setdefault((sort_of(subject.kind), fold(subject.name)), []).append(id_)
            for anchor in subject.anchors:
                self._by_anchor.setdefault((sort_of(subject.kind), anchor), []).append(id_)

    def at(self, sort: str, anchor: Anchor) -> Collection[str]:
        """See `Index`. Words of a source are themselves a thing that a note can be on."""
        if sort == "passage":
            place = self._documents.locate(anchor)
            return {_selected(place, anchor).id} if place and anchor.text else ()
        return {*self._found.at(sort, anchor), *filter(self._stands, self._by_anchor.get((sort, anchor), ()))}

    def called(self, sort: str, name: str) -> Collection[str]:
        """See `Index`."""
        if sort == "passage":
            return ()
        return {*self._found.called(sort, name), *filter(self._stands, self._by_name.get((sort, name), ()))}

    def around(self, places: Iterable[tuple[str, int]]) -> set[str]:
        """The ids of the events that were added and tell of one of these places: a source and an offset."""
        wanted = set(places)
        return {
            id_ for id_, one in self._made.items() if one.subjects[0].kind == "event" and self._stands(id_)
            for anchor, place in self._located(id_).items()
            for source, start in wanted
            if place.source == source and anchor.start <= start < anchor.start + len(anchor.text)}  # fmt: skip

    def entities(self, ids: Collection[str] | None = None) -> tuple[Entity, ...]:
        """The entities that were added, of these ids; all of them where none are given."""
        return tuple(self._entity(id_) for id_ in self._of("entity", ids))

    def events(self, ids: Collection[str] | None = None) -> tuple[Event, ...]:
        """The same for events. Whoever is named in its words takes part in one."""
        return tuple(self._event(id_) for id_ in self._of("event", ids))

    def statements(self, ids: Collection[str] | None = None) -> tuple[Statement, ...]:
        """The same for statements, nobody having made them yet."""
        return tuple(self._statement(id_) for id_ in self._of("statement", ids))

    def named_in(self, decision: Decision) -> list[str]:
        """The ids of the entities found that are named in the words of an event that a decision adds."""
        id_ = added_id(decision)
        return [who for who, _ in self._named(id_)] if id_ in self._made else []

    def _named(self, id_: str) -> Sequence[tuple[str, str]]:
        """The same with their kinds."""
        found = {
            who for anchor, place in self._located(id_).items()
            for who in self._documents.named(place.source, _span(anchor))}  # fmt: skip
        return sorted(found)

    def _of(self, sort: str, ids: Collection[str] | None) -> list[str]:
        return [id_ for id_, one in self._made.items() if (ids is None or id_ in ids)
                and sort_of(one.subjects[0].kind) == sort and self._stands(id_)]  # fmt: skip

    def _stands(self, id_: str) -> bool:
        """Whether the words are there, and nothing of the sort was found in them by the program itself."""
        if id_ not in self._standing:
            self._standing[id_] = self._is_new(id_)
        return self._standing[id_]

    def _is_new(self, id_: str) -> bool:
        subject = self._made[id_].subjects[0]
        sort = sort_of(subject.kind)
        found = {other for anchor in subject.anchors for other in self._found.at(sort, anchor)}
        if sort == "event":
            # One sentence may tell of several events.
            found &= {*self._found.called(sort, fold(subject.name))}
        return not found and bool(self._located(id_))

    def _located(self, id_: str) -> dict[Anchor, Place]:
        if id_ not in self._places:
            found = {anchor: self._documents.locate(anchor) for anchor in self._made[id_].subjects[0].anchors}
            self._places[id_] = {anchor: place for anchor, place in found.items() if place is not None}
        return self._places[id_]

    def _entity(self, id_: str) -> Entity:
        one = self._made[id_]
        kind, name = EntityKind(one.subjects[0].kind), " ".join(one.subjects[0].name.split())
        mentions = tuple(
            Mention(place.source, _span(anchor), place.passage, anchor.text, kind, "name", RULE, f"by {one.by}")
            for anchor, place in sorted(self._located(id_).items(), key=lambda at: (at[1].source, at[0].start))
        )
        aliases = dict.fromkeys((name, *(" ".join(mention.text.split()) for mention in mentions)))
        return Entity(id_, kind, name, sort_name(kind, name), tuple(aliases), "mentioned", (), mentions)

    def _event(self, id_: str) -> Event:
        one = self._made[id_]
        date = one.value or None
        reports = tuple(
            Report(place.source, place.passage, _span(anchor), date, None, EventStatus.REPORTED, RULE, f"by {one.by}")
            for anchor, place in sorted(self._located(id_).items(), key=lambda at: (at[1].source, at[0].start))
        )
        there = tuple(Participant(who, kind if kind in {"place", "vehicle"} else "participant")
                      for who, kind in self._named(id_) if kind in NAMED_KINDS)  # fmt: skip
        return Event(id_, " ".join(one.subjects[0].name.split()), "", date, False, EventStatus.REPORTED, there, reports)

    def _statement(self, id_: str) -> Statement:
        one = self._made[id_]
        anchor, place = next(iter(self._located(id_).items()))
        return Statement(
            id_, place.source, place.passage, _span(anchor), one.value or SPEECH[1], (), None, None, RULE,
            f"by {one.by}")  # fmt: skip


def is_addition(decision: Decision) -> bool:
    """Whether a decision adds something at words it points to. A name that is to be looked for everywhere points to
    none: it is known before anything is found."""
    return decision.verb is Verb.ADD and bool(decision.subjects) and bool(decision.subjects[0].anchors)


def is_valid(decision: Decision) -> bool:
    """Whether what is to be added can be: of a kind there is, called something, with a value that can be meant."""
    subject: Subject = decision.subjects[0]
    if not subject.name.strip() or not all(anchor.text.strip() for anchor in subject.anchors):
        return False
    if subject.kind == "event":
        return not decision.value or is_edtf(decision.value)
    if subject.kind == "statement":
        return decision.value in {"", *SPEECH}
    return subject.kind in NAMED_KINDS


def added_id(decision: Decision) -> str:
    """The id of what a decision adds: that of an entity begins with its kind, as ids of entities found do."""
    kind = decision.subjects[0].kind
    digits = hashlib.sha256(f"added {decision.id}".encode()).hexdigest()[:12]
    return {"event": "e", "statement": "t"}.get(kind, f"{kind}-") + digits


def _span(anchor: Anchor) -> Span:
    return Span(anchor.start, anchor.start + len(anchor.text))


def _selected(place: Place, anchor: Anchor) -> Selection:
    return Selection(place.source, anchor.start, anchor.start + len(anchor.text))
