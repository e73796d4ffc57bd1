"""Single mentions that readers split off or added, put right in a live database."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from dossier.model.decision import Curation
from dossier.model.entity import Entity
from dossier.store.belonging import Belonging, Named
from dossier.store.counts import count_appearances
from dossier.store.entity_rows import mention_row
from dossier.store.found import IN, listed
from dossier.store.place_rows import Passages


def put_mentions(
    connection: sqlite3.Connection, named: Sequence[Named], now: Sequence[Entity], curation: Curation,
    were: Iterable[str], passages: Passages,
) -> set[str]:  # fmt: skip
    """Have each mention of `named` be kept as its entity's now, and add what readers added. `now` are the entities that
    there are now, `were` the ids of those that there are or were.

    Returns the ids of the entities that lost or won mentions, as they are kept.
    """
    belonging = Belonging(curation.became, curation.moved, {entity.id: entity for entity in now})
    changed = _repoint(connection, [(one.row, belonging.owner(one.mention, one.entity)) for one in named])
    added = [mention_row(mention, owner, passages, added=True)
             for owner, mention in belonging.added({one.mention for one in named})]  # fmt: skip
    changed |= _replace_added(connection, list(were), added)
    count_appearances(connection, changed)
    return changed


def _repoint(connection: sqlite3.Connection, owners: Sequence[tuple[int, str | None]]) -> set[str]:
    rows = listed(row for row, _ in owners)
    before = dict(connection.execute(f"SELECT id, entity FROM found_mentions WHERE id {IN}", [rows]).fetchall())
    differ = [(owner, row) for row, owner in owners if before[row] != owner]
    connection.executemany("UPDATE found_mentions SET entity = ? WHERE id = ?", differ)
    return {id_ for owner, row in differ for id_ in (owner, before[row]) if id_ is not None}


def _replace_added(connection: sqlite3.Connection, entities: Sequence[str], rows: Sequence[dict[str, Any]]) -> set[str]:
    before = connection.execute(
        f"DELETE FROM found_mentions INDEXED BY found_mentions_added WHERE added AND entity {IN} RETURNING entity",
        [listed(entities)]).fetchall()
    if rows:
        names = ", ".join(f":{column}" for column in rows[0])
        connection.executemany(
            f"INSERT INTO found_mentions ({', '.join(rows[0])}) VALUES ({names})", rows)  # fmt: skip
    return {entity for (entity,) in before} | {row["entity"] for row in rows}
