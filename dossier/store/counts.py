"""What lists show beside each line, counted once, so that no pane counts rows while somebody waits."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from dossier.model.entity import EntityKind
from dossier.store.found import IN, listed

_FOUND = """
    INSERT INTO found_appearances (entity, source, mentions, first)
    SELECT m.entity, m.source, count(*), min(m.start) FROM found_mentions m
    WHERE m.entity {these} AND (m.form = 'name' OR NOT EXISTS (
        SELECT 1 FROM found_mentions n WHERE n.entity = m.entity AND n.form = 'name'))
    GROUP BY m.entity, m.source"""
"""What describes an entity is counted where nothing names it."""
_APPEARANCES = """
    INSERT INTO appearances (entity, source, mentions)
    SELECT b.now, f.source, sum(f.mentions) FROM became b JOIN found_appearances f ON f.entity = b.thing
    WHERE b.now {these} GROUP BY b.now, f.source"""
_OCCURRENCES = """
    UPDATE entities SET (mentions, sources, first_source, first_start) = (
        SELECT coalesce(sum(a.mentions), 0), count(DISTINCT a.source),
               coalesce(min(s.position * 4294967296 + a.first) >> 32, 0),
               coalesce(min(s.position * 4294967296 + a.first) & 4294967295, 0)
        FROM became b JOIN found_appearances a ON a.entity = b.thing JOIN sources s ON s.id = a.source
        WHERE b.now = entities.id)
    WHERE id {these}"""
_EVENTS = """
    UPDATE entities SET events = (SELECT count(DISTINCT event) FROM participants WHERE entity = entities.id)
    WHERE id {these}"""
_DISPUTES = """
    UPDATE events SET disputed = (
        SELECT count(*) FROM disagreement_subjects s JOIN disagreements d ON d.id = s.disagreement
        WHERE s.target = events.id AND NOT d.agrees AND d.settled IS NOT 'dismissed')
    WHERE id {these}"""
_PEOPLE = f"""
    SELECT a.source, count(DISTINCT a.entity) FROM appearances a JOIN entities e ON e.id = a.entity
    WHERE a.entity {{these}} AND e.kind = '{EntityKind.PERSON.value}' GROUP BY a.source"""
_TOLD = "SELECT source, count(DISTINCT event) FROM reports WHERE event {these} GROUP BY source"


def count_all(connection: sqlite3.Connection) -> None:
    """Count everything, in a database in which nothing was counted yet."""
    for query in (_FOUND, _APPEARANCES, _OCCURRENCES, _EVENTS, _DISPUTES):
        connection.execute(query.format(these="IS NOT NULL"))
    for column, query in (("people", _PEOPLE), ("events", _TOLD)):
        found = connection.execute(query.format(these="IS NOT NULL")).fetchall()
        connection.executemany(f"UPDATE sources SET {column} = ? WHERE id = ?", [(n, source) for source, n in found])


def count_appearances(connection: sqlite3.Connection, entities: Iterable[str]) -> None:
    """Count anew how often each source names these entities, as mentions are kept."""
    connection.execute(f"DELETE FROM found_appearances WHERE entity {IN}", [listed(ids := list(entities))])
    connection.execute(_FOUND.format(these=IN), [listed(ids)])


def count_occurrences(connection: sqlite3.Connection, entities: Iterable[str]) -> None:
    """Count anew how often these entities, as they are or were called, occur, and where first."""
    connection.execute(f"DELETE FROM appearances WHERE entity {IN}", [listed(ids := list(entities))])
    connection.execute(_APPEARANCES.format(these=IN), [listed(ids)])
    connection.execute(_OCCURRENCES.format(these=IN), [listed(ids)])


def count_events(connection: sqlite3.Connection, entities: Iterable[str]) -> None:
    """Count anew how many events these entities take part in."""
    connection.execute(_EVENTS.format(these=IN), [listed(entities)])


def count_disputes(connection: sqlite3.Connection, events: Iterable[str]) -> None:
    """Count anew in how many open disagreements these events are in question. A disagreement that a reader dismissed
    puts nothing in question."""
    connection.execute(_DISPUTES.format(these=IN), [listed(events)])


class Told:
    """What some people and events add to the counts of their sources, and how many events people take part in because
    of these."""

    def __init__(self, connection: sqlite3.Connection, entities: Iterable[str], events: Iterable[str]) -> None:
        people, told = listed(entities), listed(events)
        self.people = Counter(dict(connection.execute(_PEOPLE.format(these=IN), [people]).fetchall()))
        self.events = Counter(dict(connection.execute(_TOLD.format(these=IN), [told]).fetchall()))
        self.parts = Counter(dict(connection.execute(
            f"SELECT entity, count(DISTINCT event) FROM participants WHERE event {IN} GROUP BY entity",
            [told]).fetchall()))  # fmt: skip

    def put_right(self, connection: sqlite3.Connection, before: "Told") -> None:
        """Add to the counts of the database what is told now and was not `before`, and take away what is no more."""
        for table, column, now, was in (
            ("sources", "people", self.people, before.people), ("sources", "events", self.events, before.events),
            ("entities", "events", self.parts, before.parts),
        ):  # fmt: skip
            differ = [(now[id_] - was[id_], id_) for id_ in now.keys() | was.keys() if now[id_] != was[id_]]
            connection.executemany(f"UPDATE {table} SET {column} = {column} + ? WHERE id = ?", differ)
