"""What was decided, put into a live database as it stands now."""

import sqlite3
from collections.abc import Collection, Mapping
from typing import Any

from dossier.model.decision import Curation
from dossier.store.belonging import Place, became_rows
from dossier.store.decision_rows import decision_rows, decision_tables
from dossier.store.found import IN, listed
from dossier.store.source_rows import Rows


def write_ledger(
    connection: sqlite3.Connection, things: Mapping[str, str], places: Collection[Place], entities: Collection[str],
    ours: Curation, journals: Curation, stamp: str,
) -> set[str]:  # fmt: skip
    """Write how decisions stand: `ours` are those about `things`, which may say something of single mentions at
    `places`; `entities` are those of them that were found or that there are now; `journals` are all decisions.

    Returns the ids of what they touched or touch, as it is or was called.
    """
    before = connection.execute(f"SELECT decision FROM concerns WHERE thing {IN}", [listed(things)])
    mine = listed({*(decision for (decision,) in before), *(one.id for one in ours.decisions)})
    touched = {id_ for (id_,) in connection.execute(f"SELECT target FROM decided WHERE decision {IN}", [mine])}
    touched |= set(ours.touched)
    for table, column, keys in (
        ("tags", "target", listed(touched)), ("decided", "decision", mine), ("concerns", "decision", mine),
        ("became", "thing", listed({*things, *ours.became})),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {column} {IN}", [keys])
    connection.executemany("DELETE FROM moved WHERE source = ? AND start = ?", sorted(places))
    _insert(connection, "became", became_rows(entities, ours.became))
    _write_decisions(connection, journals)
    for table, rows in decision_tables(ours):
        if table not in {"decisions", "journal_damage"}:
            _insert(connection, table, rows)
    connection.execute("DELETE FROM journal_damage")
    _insert(connection, "journal_damage", dict(decision_tables(journals))["journal_damage"])
    connection.execute("UPDATE meta SET value = ? WHERE key = 'journals'", [stamp])
    return touched


def _write_decisions(connection: sqlite3.Connection, journals: Curation) -> None:
    """Only what is new or stands otherwise: there may be ten thousand."""
    known = {id_: tuple(stands) for id_, *stands in connection.execute(
        "SELECT id, position, state, against FROM decisions")}  # fmt: skip
    rows = list(decision_rows(journals))
    connection.executemany(
        "UPDATE decisions SET position = ?, state = ?, against = ? WHERE id = ?",
        [(*stands, row["id"]) for row in rows if row["id"] in known
         and known[row["id"]] != (stands := (row["position"], row["state"], row["against"]))])  # fmt: skip
    _insert(connection, "decisions", (row for row in rows if row["id"] not in known))


def _insert(connection: sqlite3.Connection, table: str, rows: Rows) -> None:
    given: list[dict[str, Any]] = list(rows)
    if given:
        columns, places = ", ".join(given[0]), ", ".join("?" * len(given[0]))
        query = f"INSERT INTO {table} ({columns}) VALUES ({places})"
        connection.executemany(query, [tuple(row.values()) for row in given])
