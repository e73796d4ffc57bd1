"""People, organizations, places and vehicles."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dossier.store.queries.filters import placeholders

BAR_CELLS = 8
"""The most columns a bar of sources has; more sources share columns."""
BAR_SOURCES = 2_000
"""Above so many sources no bars are made: one row could stand for as many appearances."""

_COLUMNS = "rowid, id, kind, name, sort_name, role, affiliation, appearance, mentions, sources, events, decided"


class EntityRow(NamedTuple):
    """An entity as a list shows it."""

    rowid: int
    id: str
    kind: str
    name: str
    sort_name: str
    role: str | None
    affiliation: str | None
    appearance: str
    mentions: int
    sources: int
    events: int
    decided: int = 0
    """Whether a reader decided something about it."""
    spread: tuple[int, ...] = ()
    """Mentions per source, in the order of the sources; empty where the case has too many of them."""


class AliasRow(NamedTuple):
    """One form in which an entity is named."""

    alias: str
    mentions: int


class RoleRow(NamedTuple):
    """What a passage says an entity is; offsets are code points of the source's text."""

    text: str
    organization: str | None
    held: str | None
    """EDTF of when it was so."""
    source: str
    source_label: str
    start: int
    end: int


def rows(connection: sqlite3.Connection, rowids: Sequence[int]) -> dict[int, EntityRow]:
    """The rows with these rowids, by rowid; rows that are gone are left out."""
    marks = placeholders(rowids)
    found = connection.execute(f"SELECT {_COLUMNS} FROM entities WHERE rowid IN ({marks})", rowids).fetchall()
    spread = _spread(connection, rowids)
    return {row[0]: EntityRow(*(*row, spread.get(row[1], ()))) for row in found}


def get(connection: sqlite3.Connection, id: str) -> EntityRow | None:  # noqa: A002
    """One entity by id, None where there is none (any more)."""
    row = connection.execute("SELECT rowid FROM entities WHERE id = ?", [id]).fetchone()
    return rows(connection, [row[0]])[row[0]] if row else None


def _spread(connection: sqlite3.Connection, rowids: Sequence[int]) -> dict[str, tuple[int, ...]]:
    sources: int = connection.execute("SELECT count(*) FROM sources").fetchone()[0]
    if not 0 < sources <= BAR_SOURCES:
        return {}
    cells = min(sources, BAR_CELLS)
    found: dict[str, list[int]] = {}
    for entity, cell, mentions in connection.execute(
        f"""SELECT a.entity, min(s.position * {cells} / {sources}, {cells - 1}) AS cell, sum(a.mentions)
            FROM appearances a JOIN sources s ON s.id = a.source
            WHERE a.entity IN (SELECT id FROM entities WHERE rowid IN ({placeholders(rowids)}))
            GROUP BY a.entity, cell""", rowids,
    ):
        found.setdefault(entity, [0] * cells)[cell] = mentions
    return {entity: tuple(bar) for entity, bar in found.items()}


def aliases(connection: sqlite3.Connection, id: str) -> list[AliasRow]:  # noqa: A002
    """Every form in which an entity is named, most frequent first."""
    return [AliasRow(*row) for row in connection.execute(
        "SELECT alias, mentions FROM aliases WHERE entity = ? ORDER BY position", [id])]


def roles(connection: sqlite3.Connection, id: str) -> list[RoleRow]:  # noqa: A002
    """What the sources say an entity is, in order of source and offset."""
    return [RoleRow(*row) for row in connection.execute(
        """SELECT r.text, r.organization, r.held, r.source, s.label, r.start, r.end FROM roles r
           JOIN sources s ON s.id = r.source WHERE r.entity = ? ORDER BY s.position, r.start""", [id])]


def mentions_in(connection: sqlite3.Connection, ids: Sequence[str], source: str) -> dict[str, int]:
    """How often a source names each of these entities; those that it does not name are left out."""
    return dict(connection.execute(
        f"SELECT entity, mentions FROM appearances WHERE source = ? AND entity IN ({placeholders(ids)})",
        [source, *ids]).fetchall())
