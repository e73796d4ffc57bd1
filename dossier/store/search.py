"""Full-text search over passages, and over names, labels and titles.

Counting is cheap (0.04 µs a hit), ranking is not (2.7 µs a hit, whatever the limit; research, performance anchors
section 4): so hits are counted first and ranked only up to `RANKED`; above, they come in the order of the
sources, and the result says so. Snippets are cut from the passage's text in Python, because FTS5's `snippet()`
runs the query again for every row.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.query.syntax import Query
from dossier.store.expression import match_expression
from dossier.store.queries.filters import Noun, Pin, placeholders

RANKED = 20_000
"""The most hits that are ranked."""

_IN_PASSAGES = {
    Noun.ENTITY: "rowid IN (SELECT passage FROM mentions WHERE entity = ?)",
    Noun.EVENT: "rowid IN (SELECT passage FROM reports WHERE event = ?)",
    Noun.SOURCE: "rowid IN (SELECT id FROM passages WHERE source = ?)",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query; offsets are code points of the source's text."""

    passage: int
    source: str
    position: int
    source_label: str
    path: str
    line: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What a query found in the passages."""

    total: int
    ranked: bool
    """Best first; else in the order of the sources, because there are more than `RANKED`."""
    hits: tuple[Hit, ...]
    """The first of them, as many as were asked for."""


@dataclass(frozen=True, slots=True)
class LabelHit:
    """An entity, event, source or disagreement whose name, alias, label, title or question answers a query."""

    id: str
    kind: str
    """The entity's kind, else `event`, `source` or `disagreement`."""
    name: str
    weight: int
    """Mentions of an entity, reports of an event, characters of a source, sides of a disagreement."""


def search_passages(
    connection: sqlite3.Connection, query: Query, *, limit: int = 50, pins: Sequence[Pin] = ()
) -> Hits:
    """Passages that hold the query; with pins, only those that belong to every pinned row."""
    expression = match_expression(query)
    if expression is None:
        return Hits(0, True, ())
    where = " AND ".join(["passages_fts MATCH ?", *(_IN_PASSAGES[pin.noun] for pin in pins)])
    values = [expression, *(pin.id for pin in pins)]
    total: int = connection.execute(f"SELECT count(*) FROM passages_fts WHERE {where}", values).fetchone()[0]
    ranked = total <= RANKED
    order = "rank, rowid" if ranked else "rowid"
    found = [row[0] for row in connection.execute(
        f"SELECT rowid FROM passages_fts WHERE {where} ORDER BY {order} LIMIT ?", [*values, limit])]
    return Hits(total, ranked, _hits(connection, found))


def _hits(connection: sqlite3.Connection, passages: Sequence[int]) -> tuple[Hit, ...]:
    rows = {row[0]: Hit(*row) for row in connection.execute(
        f"""SELECT p.id, p.source, s.position, s.label, s.path, p.line, p.start, p.text FROM passages p
            JOIN sources s ON s.id = p.source WHERE p.id IN ({placeholders(passages)})""", passages)}
    return tuple(rows[passage] for passage in passages)


def search_labels(connection: sqlite3.Connection, query: Query, *, limit: int = 4) -> tuple[LabelHit, ...]:
    """Whatever is called so, most mentioned first, at most `limit` of entities, of events, of sources and of
    disagreements.

    Each thing comes once, however many of its names answer.
    """
    expression = match_expression(query)
    if expression is None:
        return ()
    # The inner limit bounds the work for letters that begin every second name.
    targets = """(SELECT DISTINCT target FROM labels WHERE id IN
                  (SELECT rowid FROM labels_fts WHERE labels_fts MATCH :match LIMIT 20000))"""
    found = connection.execute(
        f"""SELECT * FROM (SELECT id, kind, name, mentions AS weight FROM entities
                           WHERE id IN {targets} ORDER BY weight DESC, name LIMIT :limit)
            UNION ALL SELECT * FROM (SELECT id, 'event', label, reports AS weight FROM events
                                     WHERE id IN {targets} ORDER BY weight DESC, label LIMIT :limit)
            UNION ALL SELECT * FROM (SELECT id, 'source', label, chars AS weight FROM sources
                                     WHERE id IN {targets} ORDER BY weight DESC, label LIMIT :limit)
            UNION ALL SELECT * FROM (SELECT id, 'disagreement', question, sides AS weight FROM disagreements
                                     WHERE id IN {targets} ORDER BY position LIMIT :limit)""",
        {"match": expression, "limit": limit})
    return tuple(LabelHit(*row) for row in found)


def passages_in(connection: sqlite3.Connection, query: Query, source: str) -> list[int]:
    """The ids of the passages of one source that hold the query, in order of place."""
    expression = match_expression(query)
    if expression is None:
        return []
    return [row[0] for row in connection.execute(
        """SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? AND rowid IN
           (SELECT id FROM passages WHERE source = ?) ORDER BY rowid""", [expression, source])]
