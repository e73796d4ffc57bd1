"""In which sources an entity is named, under which names, with whom: all that a page says of it at a glance."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dossier.store.queries.filters import placeholders

LOOKED_AT = 400
"""Mentions of an entity among whose neighbours its companions are looked for, and events likewise: the first ones."""


class Appearance(NamedTuple):
    """How often a source names an entity."""

    source: str
    label: str
    mentions: int


class FormRow(NamedTuple):
    """A form of a name: how often it stands in how many sources, and where for the first time."""

    text: str
    mentions: int
    sources: int
    source: str
    source_label: str
    start: int
    end: int


class Companion(NamedTuple):
    """An entity that is named in the same passages, or takes part in the same events."""

    id: str
    kind: str
    name: str
    events: int
    passages: int


class Beside(NamedTuple):
    """A passage that names two entities; offsets are code points of the source's text."""

    source: str
    source_label: str
    passage: int
    passage_start: int
    passage_text: str
    start: int
    end: int
    other_start: int
    other_end: int


def most_named_in(connection: sqlite3.Connection, entity: str, limit: int) -> list[Appearance]:
    """The sources that name an entity, those that name it most first."""
    return [Appearance(*row) for row in connection.execute(
        """SELECT s.id, s.label, a.mentions FROM appearances a JOIN sources s ON s.id = a.source
           WHERE a.entity = ? AND a.mentions ORDER BY a.mentions DESC, s.position LIMIT ?""", [entity, limit])]


def silent(connection: sqlite3.Connection, entity: str, limit: int) -> tuple[list[str], int]:
    """The labels of the sources that never name it, at most `limit` in order, and how many there are."""
    where = "fault IS NULL AND id NOT IN (SELECT source FROM appearances WHERE entity = ? AND mentions)"
    labels = [label for (label,) in connection.execute(
        f"SELECT label FROM sources WHERE {where} ORDER BY position LIMIT ?", [entity, limit])]
    number: int = connection.execute(f"SELECT count(*) FROM sources WHERE {where}", [entity]).fetchone()[0]
    return labels, number


def forms(connection: sqlite3.Connection, entity: str, limit: int = 40) -> list[FormRow]:
    """The forms under which an entity is named, the most frequent first, each with its first place."""
    return [FormRow(*row) for row in connection.execute(
        """SELECT f.text, f.mentions, f.sources, s.id, s.label, m.start, m.end FROM (
               SELECT text, count(*) AS mentions, count(DISTINCT source) AS sources, min(id) AS first
               FROM mentions WHERE entity = ? AND form = 'name' GROUP BY text
               ORDER BY mentions DESC, first LIMIT ?) f
           JOIN mentions m ON m.id = f.first JOIN sources s ON s.id = m.source ORDER BY f.mentions DESC, f.first""",
        [entity, limit])]


def companions(connection: sqlite3.Connection, entity: str, limit: int = 12) -> list[Companion]:
    """With whom an entity appears: in most events first, then in most passages."""
    return [Companion(*row) for row in connection.execute(
        """WITH beside (entity, passage) AS (
               SELECT DISTINCT other.entity, own.passage
               FROM (SELECT source, passage FROM mentions WHERE entity = :id AND form = 'name' LIMIT :looked) own
               JOIN passages p ON p.id = own.passage
               JOIN mentions other ON other.source = own.source AND other.start BETWEEN p.start AND p.end
               WHERE other.form = 'name' AND other.entity <> :id),
           found (entity, events, passages) AS (
               SELECT entity, 0, count(*) FROM beside GROUP BY entity
               UNION ALL SELECT b.entity, count(DISTINCT b.event), 0
               FROM (SELECT event FROM participants WHERE entity = :id LIMIT :looked) a
               JOIN participants b USING (event) WHERE b.entity <> :id GROUP BY b.entity)
           SELECT e.id, e.kind, e.name, sum(f.events) AS together, sum(f.passages) AS named
           FROM found f JOIN entities e ON e.id = f.entity GROUP BY e.id
           ORDER BY together DESC, named DESC, e.mentions DESC, e.sort_name LIMIT :limit""",
        {"id": entity, "looked": LOOKED_AT, "limit": limit})]


def beside(connection: sqlite3.Connection, one: str, other: str, limit: int = 200) -> list[Beside]:
    """The passages that name both of two entities, in order of source, with the first place of each."""
    return [Beside(*row) for row in connection.execute(
        """SELECT s.id, s.label, p.id, p.start, p.text, min(a.start), a.end, min(b.start), b.end
           FROM mentions a JOIN passages p ON p.id = a.passage JOIN sources s ON s.id = a.source
           JOIN mentions b ON b.entity = :other AND b.source = a.source AND b.start BETWEEN p.start AND p.end
           WHERE a.entity = :one AND a.form = 'name' AND b.form = 'name'
           GROUP BY p.id ORDER BY s.position, p.start LIMIT :limit""", {"one": one, "other": other, "limit": limit})]


def in_sources(
    connection: sqlite3.Connection, entities: Sequence[str], sources: Sequence[str]
) -> dict[tuple[str, str], int]:
    """How often each of these sources names each of these entities; pairs that never meet are left out."""
    return {(entity, source): mentions for entity, source, mentions in connection.execute(
        f"""SELECT entity, source, mentions FROM appearances WHERE mentions
            AND entity IN ({placeholders(entities)}) AND source IN ({placeholders(sources)})""",
        [*entities, *sources])}


def in_passages(
    connection: sqlite3.Connection, ones: Sequence[str], others: Sequence[str]
) -> dict[tuple[str, str], int]:
    """How many passages name each of `ones` together with each of `others`; pairs that never meet are left out."""
    return {(one, other): passages for one, other, passages in connection.execute(
        f"""SELECT a.entity, b.entity, count(DISTINCT a.passage) FROM mentions a JOIN passages p ON p.id = a.passage
            CROSS JOIN mentions b ON b.source = a.source AND b.start BETWEEN p.start AND p.end
            WHERE a.entity IN ({placeholders(ones)}) AND b.entity IN ({placeholders(others)})
            AND a.form = 'name' AND b.form = 'name' AND a.entity <> b.entity GROUP BY 1, 2""",
        [*ones, *others])}


def first_places(connection: sqlite3.Connection, entities: Sequence[str]) -> dict[str, list[tuple[str, int, int]]]:
    """By entity where it is named for the first time: source, start and end."""
    return {entity: [(source, start, end)] for entity, source, start, end in connection.execute(
        """SELECT m.entity, m.source, m.start, m.end FROM (
               SELECT e.id, (SELECT id FROM mentions WHERE entity = e.id AND form = 'name' ORDER BY id LIMIT 1) AS first
               FROM entities e WHERE e.id IN (SELECT value FROM json_each(?))) f JOIN mentions m ON m.id = f.first""",
        [json.dumps([*entities])])}
