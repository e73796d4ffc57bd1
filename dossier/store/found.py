"""The things that the program found, read one by one: where words are, what is called so, what refers to it."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from dossier.model.decision import Anchor
from dossier.model.disagreement import Matter
from dossier.model.entity import Entity, EntityKind, Mention
from dossier.model.event import Event
from dossier.model.span import Span
from dossier.model.statement import Statement
from dossier.model.subjects import fold
from dossier.store.belonging import Named, Place
from dossier.store.found_rows import name_key

_Value = TypeVar("_Value")
_TABLES = {
    "entity": "found_entities", "event": "found_events", "statement": "found_statements",
    "disagreement": "found_disagreements",
}  # fmt: skip
IN = "IN (SELECT value FROM json_each(?))"
"""A condition that takes any number of values, as `listed` gives them."""


_NOWHERE = ""
"""The source of a mention that tells no place."""
_NAMED = """
    SELECT m.id, f.thing, m.source, m.start, m.end, p.position, m.text, m.kind, m.form, m.rule, m.basis
    FROM found_mentions m JOIN sources s ON s.id = m.source JOIN passages p ON p.id = m.passage
    JOIN found_places f ON (f.source, f.start, f.sort, f.end) = (s.position, m.start, 'entity', m.end)
    WHERE m.source = ? AND m.start = ? AND NOT m.added"""


def listed(values: Iterable[object]) -> str:
    """Values for `IN`."""
    return json.dumps(list(values))


class Found:
    """What was found, on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.hashes: dict[str, str] = _Lookup(connection, "SELECT sha256 FROM sources WHERE id = ?")
        """Of documents, by the id of the source."""
        self.hashes[_NOWHERE] = ""
        self.positions: Mapping[str, int] = _Lookup(connection, "SELECT position FROM sources WHERE id = ?")
        """Of sources, by id."""
        self.passages = _Passages(connection)
        """The row id of a passage, by the id of its source and its index there."""

    def at(self, sort: str, anchor: Anchor) -> Collection[str]:
        """The ids of the things of a sort to which these words in this place belong."""
        if sort == "source":
            return self._ids("SELECT id FROM sources WHERE sha256 = ? AND ? = 0 AND ? = ''",
                             anchor.sha256, anchor.start, anchor.text)  # fmt: skip
        end = anchor.start + len(anchor.text)
        here = self._connection.execute(
            """SELECT s.id, p.thing FROM sources s JOIN found_places p ON p.source = s.position
               WHERE s.sha256 = ? AND p.start = ? AND p.sort = ? AND p.end = ?""",
            [anchor.sha256, anchor.start, sort, end]).fetchall()  # fmt: skip
        return {thing for source, thing in here if self._words(source, anchor.start, end) == anchor.text}

    def _words(self, source: str, start: int, end: int) -> str:
        """What stands there: looked up in its passage, for a text may be long."""
        text, first = self._connection.execute(
            "SELECT text, start FROM passages WHERE source = ? AND start <= ? ORDER BY start DESC LIMIT 1",
            [source, start]).fetchone() or ("", 0)  # fmt: skip
        if end > first + len(text):
            (text,), first = self._connection.execute("SELECT text FROM texts WHERE source = ?", [source]).fetchone(), 0
        words: str = text[start - first : end - first]
        return words

    def called(self, sort: str, name: str) -> Collection[str]:
        """The ids of the things of a sort with this folded name."""
        if sort == "source":
            paths = self._connection.execute("SELECT id, path FROM sources WHERE sha256 IS NOT NULL")
            return {id_ for id_, path in paths if fold(path) == name}
        return self._ids(f"SELECT id FROM {_TABLES[sort]} WHERE called = ? LIMIT 2", name_key(name))

    def covering(self, places: Iterable[tuple[str, int]]) -> set[str]:
        """The ids of the events with a report around one of these places: a source and an offset."""
        return set().union(*(self._ids(
            """SELECT p.thing FROM sources s JOIN found_places p ON p.source = s.position
               WHERE s.id = ? AND p.start <= ? AND p.end > ? AND p.sort = 'event'""", source, start, start)
            for source, start in places))  # fmt: skip

    def spoken(self, places: Iterable[tuple[str, int]]) -> set[str]:
        """The ids of the statements whose speaker is named at one of these places."""
        return set().union(*(self._ids("SELECT id FROM statements WHERE source = ? AND speaker_start = ?", *place)
                             for place in places))  # fmt: skip

    def places(self, anchors: Iterable[Anchor]) -> set[tuple[str, int]]:
        """The places of words, in each source that has them."""
        return {(id_, one.start) for one in anchors
                for id_ in self._ids("SELECT id FROM sources WHERE sha256 = ?", one.sha256)}  # fmt: skip

    def referring(self, targets: Iterable[str], sort: str) -> list[tuple[str, str]]:
        """What refers to one of these things: the target, and the id of what refers to it."""
        return self._connection.execute(
            f"SELECT target, thing FROM found_links WHERE target {IN} AND sort = ?", [listed(targets), sort]
        ).fetchall()

    def made_with(self, entities: Iterable[str]) -> set[str]:
        """The ids of the events that readers made and in which, as they stand, one of these entities takes part."""
        made = self._ids(
            "SELECT thing FROM concerns WHERE sort = 'event' AND thing NOT IN (SELECT id FROM found_events)")
        return self._ids(f"SELECT DISTINCT event FROM found_participants WHERE event {IN} AND entity {IN}",
                         listed(made), listed(entities)) if made else set()  # fmt: skip

    def named(self, places: Iterable[Place], entities: Collection[str]) -> list[Named]:
        """The mentions found at these places of these entities, in the order in which they were found."""
        rows = [row for source, start in places for row in self._connection.execute(_NAMED, [source, start])]
        return [
            Named(row, entity, Mention(source, Span(start, end), passage, text, EntityKind(kind), form, rule, basis))
            for row, entity, source, start, end, passage, text, kind, form, rule, basis in sorted(rows)
            if entity in entities
        ]  # fmt: skip

    def entities(self, ids: Iterable[str], named: Iterable[Named]) -> tuple[Entity, ...]:
        """The entities found with these ids, in the order in which they were found; what is none is left out.

        A person may be named a hundred thousand times. Of the mentions there are those that are given; in the place of
        each other one stands one that tells its words and its form and no place: no decision asks for more.
        """
        given: dict[str, list[Mention]] = defaultdict(list)
        for one in named:
            given[one.entity].append(one.mention)
        rows = self._connection.execute(
            f"SELECT record, uses FROM found_entities WHERE id {IN} ORDER BY position", [listed(ids)])
        return tuple(_with_mentions(msgspec.json.decode(record, type=Entity), uses, given) for record, uses in rows)

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names under which these entities were found, and all others found under a name that is like one of them
        or has one of them in it, by id."""
        return dict(self._connection.execute(
            f"""WITH these AS MATERIALIZED (
                    SELECT called, json_extract(record, '$.name') AS name FROM found_entities WHERE id {IN})
                SELECT o.id, json_extract(o.record, '$.name') FROM these f JOIN found_entities o ON o.called = f.called
                UNION SELECT o.id, json_extract(o.record, '$.name') FROM these f
                JOIN found_entities o ON instr(json_extract(o.record, '$.name'), f.name)""",
            [listed(ids)]))  # fmt: skip

    def today(self, ids: Iterable[str]) -> dict[str, str]:
        """What the entities found with these ids are called in the database as it is; who was rejected is left out."""
        return dict(self._connection.execute(
            f"SELECT b.thing, e.name FROM became b JOIN entities e ON e.id = b.now WHERE b.thing {IN}", [listed(ids)]))

    def renaming(self) -> set[str]:
        """The ids of the entities that decisions to merge or to rename concern, in effect or not."""
        return self._ids("""SELECT c.thing FROM concerns c JOIN decisions d ON d.id = c.decision
                            WHERE c.sort = 'entity' AND d.verb IN ('merge', 'rename')""")

    def matters_naming(self, names: Iterable[str]) -> set[str]:
        """The ids of the disagreements and agreements in whose records one of these names stands."""
        written = (msgspec.json.encode(name).decode()[1:-1] for name in names)
        return set().union(*(self._ids("SELECT id FROM found_disagreements WHERE instr(record, ?)", name)
                             for name in written))  # fmt: skip

    def events(self, ids: Iterable[str]) -> tuple[Event, ...]:
        """The same for events."""
        return tuple(msgspec.json.decode(record, type=Event) for _, record in self._records("event", ids))

    def statements(self, ids: Iterable[str]) -> tuple[Statement, ...]:
        """The same for statements."""
        return tuple(msgspec.json.decode(record, type=Statement) for _, record in self._records("statement", ids))

    def matters(self, ids: Iterable[str]) -> tuple[Matter, ...]:
        """The same for disagreements and agreements."""
        return tuple(msgspec.json.decode(record, type=Matter) for _, record in self._records("disagreement", ids))

    def numbers(self, sort: str, ids: Iterable[str]) -> dict[str, int]:
        """The place of each of these things among all of its sort, from 1."""
        return dict(self._connection.execute(
            f"SELECT id, position FROM {_TABLES[sort]} WHERE id {IN}", [listed(ids)]).fetchall())  # fmt: skip

    def _records(self, sort: str, ids: Iterable[str]) -> list[tuple[int, str]]:
        return self._connection.execute(
            f"SELECT position, record FROM {_TABLES[sort]} WHERE id {IN} ORDER BY position", [listed(ids)]).fetchall()

    def _ids(self, query: str, *values: object) -> set[str]:
        return {id_ for (id_,) in self._connection.execute(query, values)}


def _with_mentions(entity: Entity, uses: str, given: Mapping[str, Sequence[Mention]]) -> Entity:
    mentions = list(given.get(entity.id, ()))
    there = Counter((mention.form, mention.text) for mention in mentions)
    for form, text, number in msgspec.json.decode(uses, type=list[tuple[str, str, int]]):
        mentions += [Mention(_NOWHERE, Span(-1, -1), 0, text, entity.kind, form, "")] * (number - there[form, text])
    return replace(entity, mentions=tuple(mentions))


class _Lookup(dict[str, _Value]):
    """One value of a row by its id, read when it is first asked for."""

    def __init__(self, connection: sqlite3.Connection, query: str) -> None:
        super().__init__()
        self._connection, self._query = connection, query

    def __missing__(self, key: str) -> _Value:
        self[key] = self._connection.execute(self._query, [key]).fetchone()[0]
        return self[key]


class _Passages(dict[tuple[str, int], int]):
    """Row ids of passages; those of one source follow one another."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._first: _Lookup[int] = _Lookup(
            connection, "SELECT id - position FROM passages WHERE source = ? ORDER BY start LIMIT 1")

    def __missing__(self, key: tuple[str, int]) -> int:
        self[key] = self._first[key[0]] + key[1]
        return self[key]
