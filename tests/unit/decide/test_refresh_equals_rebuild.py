"""Decisions brought into effect one by one leave the database that writing it from scratch with them would give."""

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from deciding import decision, subject, undo
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from invented import invented

from dossier.curation import apply
from dossier.curation.journal import Journals
from dossier.decide.refresh import refresh
from dossier.model.citation import Citation
from dossier.model.decision import Anchor, Decision, Subject, Verb
from dossier.model.dossier import Dossier
from dossier.model.span import Span
from dossier.model.statement import Relay
from dossier.model.subjects import things
from dossier.store.writer import write


def enriched() -> Dossier:
    """The invented case with more that refers to people, organizations and events."""
    found = invented()
    ids = {entity.name: entity for entity in found.entities}
    verrin, board = ids["Aldous Verrin"], ids["Harbour Board"]
    place = next(m for m in verrin.mentions if m.text == "Verrin")
    first, *others = found.statements
    named = replace(first, speaker_span=place.span, source=place.source,
                    chain=(Relay(board.mentions[0].span, board.id), Relay(place.span, verrin.id)))  # fmt: skip
    matter = found.disagreements[0]
    sides = tuple(replace(side, evidence=tuple(replace(e, event=found.events[0].id) for e in side.evidence))
                  for side in matter.sides)  # fmt: skip
    sides = (replace(sides[0], value=f"claimed by {verrin.name}, {ids['Tobias Renn'].name}"), *sides[1:])
    told = replace(matter, about=(*matter.about, verrin.id, first.id), sides=sides,
                   question=f"What did {verrin.name} say of “{verrin.name}”?")  # fmt: skip
    cited = tuple(Citation(m.source, m.passage, m.span, None, None, None, "Harbour Board", None, None, (), board.id)
                  for m in board.mentions)  # fmt: skip
    return replace(found, statements=(named, *others), disagreements=(told,), citations=cited)


FOUND = enriched()
NUMBERED = {"roles", "found_mentions", "dates", "reports", "citations", "disagreement_values", "labels",
            "journal_damage"}  # fmt: skip
"""Tables whose ids only tell the rows apart."""


def written(found: Dossier, decisions: Sequence[Decision], folder: Path, name: str) -> Path:
    """The database that a build with these decisions writes."""
    now, curation = apply(found, Journals(tuple(decisions), ()))
    target = folder / name
    write(now, target, case="/cases/halcyon", stamp={"journals": str(len(decisions))}, found=found, curation=curation)
    return target


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but for numbers that only tell rows apart, and what the indexes find."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [name for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts_%' "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite%'")]
        return {table: sorted(rows(connection, table), key=repr) for table in tables}


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    if table in NUMBERED:
        columns.remove("id")
    if table in {"entities", "events"}:
        columns.insert(0, "rowid")
    if table == "disagreement_values":
        columns.append("row_number() OVER (PARTITION BY disagreement, side ORDER BY id)")
    return connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()


def sound(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO labels_fts (labels_fts, rank) VALUES ('integrity-check', 1)")


def equal(one: Path, other: Path) -> None:
    left, right = content(one), content(other)
    for table in left:
        assert left[table] == right[table], table


def without(found: Dossier, path: str) -> Dossier:
    """The case when a document is gone."""
    gone = next(document.source.id for document in found.documents if document.source.path == path)
    entities = tuple(
        replace(entity, mentions=left, roles=tuple(role for role in entity.roles if role.source != gone))
        for entity in found.entities if (left := tuple(m for m in entity.mentions if m.source != gone)))  # fmt: skip
    there = {entity.id for entity in entities}
    events = tuple(
        replace(event, reports=left, participants=tuple(p for p in event.participants if p.entity in there))
        for event in found.events if (left := tuple(r for r in event.reports if r.source != gone)))  # fmt: skip
    return replace(
        found, documents=tuple(d for d in found.documents if d.source.id != gone), entities=entities, events=events,
        dates=(), statements=tuple(s for s in found.statements if s.source != gone and {*s.speakers} <= there),
        citations=(), disagreements=(), agreements=())  # fmt: skip


def renamed(found: Dossier, path: str, to: str) -> Dossier:
    """The case when a document has another name."""
    return replace(found, documents=tuple(
        replace(document, source=replace(document.source, path=to)) if document.source.path == path else document
        for document in found.documents))  # fmt: skip


def edited(found: Dossier, path: str) -> Dossier:
    """The case when a word was added at the end of a document: its hash is another one."""
    return replace(found, documents=tuple(
        replace(document, source=replace(document.source, sha256="e" * 64)) if document.source.path == path
        else document for document in found.documents))  # fmt: skip


def place(source: str, span: Span) -> Anchor:
    """Words as a decision keeps them."""
    document = next(d.source for d in FOUND.documents if d.source.id == source)
    return Anchor(document.sha256, span.start, span.of(document.text), document.path)


def words(path: str, text: str) -> Anchor:
    """The first place of some words."""
    document = next(d.source for d in FOUND.documents if d.source.path == path)
    start = document.text.index(text)
    return place(document.id, Span(start, start + len(text)))


CASES = [FOUND, without(FOUND, "log.txt"), renamed(FOUND, "gazette.md", "new.md"), edited(FOUND, "courier.txt")]
SUBJECTS = [subject(FOUND, kind, name) for kind, _, name, _ in things(FOUND)]
PARTS = [
    Subject(entity.kind.value, entity.name, (place(mention.source, mention.span),))
    for entity in FOUND.entities for mention in entity.mentions
]  # fmt: skip
REPORTS = [
    Subject("event", event.label, (place(report.source, report.span),)) for event in FOUND.events
    for report in event.reports]  # fmt: skip
WORDS = [
    Subject(kind, name, (words("courier.txt", text),)) for kind, name, text in (
        ("passage", "The light on the bar", "The light on the bar"), ("person", "The Courier", "Courier"),
        ("vehicle", "The bridge", "the\nbridge"), ("person", "Verrin again", "Verrin"),
        ("event", "The light is dark", "The light on the bar was dark"), ("event", "Sixty aboard", "Sixty people were"),
        ("event", "Halcyon runs aground on the Carrick bar", "Captain Aldous Verrin was on the\nbridge"),
        ("statement", "The ship was built at Lowestead", "The ship was built at Lowestead"),
        ("statement", "it was lit at dusk", "it was lit at dusk"))
]  # fmt: skip
GONE = Subject("person", "Nobody Known", (Anchor("0" * 64, 3, "Nobody"),))
VALUES = ["", "1911-03-01", "A Name", "vehicle", "person", "denied", "wrong tag", "agent", "direct"]
VERBS = [verb for verb in Verb if verb not in {Verb.UNDO, Verb.FIELD}]
ANY = [*SUBJECTS, *PARTS, *REPORTS, *WORDS, GONE]
PEOPLE = [*(one for one in SUBJECTS if one.kind in {"person", "vehicle", "place"}), *WORDS[1:4]]
EVENTS = [*(one for one in SUBJECTS if one.kind == "event"), *REPORTS, *WORDS[4:7]]
FORMS = [
    (VERBS, (ANY,)), (VERBS, (ANY, ANY)), (VERBS, (ANY, ANY, ANY)),
    ([Verb.MERGE, Verb.APART, Verb.SPLIT], (PEOPLE, PEOPLE)), ([Verb.PART, Verb.REDATE, Verb.RENAME], (REPORTS,)),
    ([Verb.INVOLVE, Verb.EXCLUDE], (EVENTS, PEOPLE)), ([Verb.MERGE], (EVENTS, EVENTS)),
    ([Verb.ADD], (WORDS,)), ([Verb.ADD], (WORDS[7:], PEOPLE)),
    ([Verb.NOTE, Verb.TAG, Verb.UNTAG, Verb.BOOKMARK], (WORDS,)), ([Verb.REJECT, Verb.CONFIRM, Verb.RENAME], (ANY,)),
]
"""Verbs with what each of their subjects is taken from: anything, and what makes sense."""


@st.composite
def acts(draw: st.DrawFn) -> Decision:
    """Any decision, of any of two writers."""
    verbs, subjects = draw(st.sampled_from(FORMS))
    chosen = [draw(st.sampled_from(pool)) for pool in subjects]
    value, by = draw(st.sampled_from(VALUES)), draw(st.sampled_from(["ada", "ben"]))
    return decision(draw(st.sampled_from(verbs)), *chosen, value=value, by=by)


class Deciding(RuleBasedStateMachine):
    """Decide, undo and redo in any order, while documents come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.decisions: list[Decision] = []
        self.found, self.built = FOUND, 0
        self.database = self.build()

    def build(self) -> Path:
        self.built += 1
        return written(self.found, self.decisions, Path(self.folder.name), f"{self.built}.db")

    def bring_in(self, *decisions: Decision) -> None:
        self.decisions += decisions
        assert refresh(self.database, lambda: (Journals(tuple(self.decisions), ()), str(len(self.decisions))))

    @rule(act=acts())
    def decide(self, act: Decision) -> None:
        self.bring_in(act)

    @rule(several=st.lists(acts(), min_size=2, max_size=4))
    def decide_several(self, several: list[Decision]) -> None:
        self.bring_in(*several)

    @precondition(lambda self: self.decisions)
    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        self.bring_in(undo(data.draw(st.sampled_from(self.decisions))))

    @rule(case=st.sampled_from(CASES))
    def change_documents(self, case: Dossier) -> None:
        self.found = case
        self.database.unlink()
        self.database = self.build()

    @invariant()
    def equals_a_rebuild(self) -> None:
        rebuilt = self.build()
        sound(self.database)
        equal(self.database, rebuilt)
        rebuilt.unlink()

    def teardown(self) -> None:
        self.folder.cleanup()


class TestDeciding(Deciding.TestCase):  # type: ignore[misc, name-defined]
    """A few examples for every day."""

    settings = settings(max_examples=6, stateful_step_count=6, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
class TestDecidingForLong(Deciding.TestCase):  # type: ignore[misc, name-defined]
    """Many."""

    settings = settings(max_examples=200, stateful_step_count=12, suppress_health_check=list(HealthCheck))
