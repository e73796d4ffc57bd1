"""Rows of a few things replaced by what they are now, and only where they differ."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dossier.store.found import IN, listed
from dossier.store.source_rows import Rows

Row = tuple[Any, ...]

_KEYLESS = frozenset({"found_participants", "speakers", "relays", "disagreement_subjects", "silences"})
"""Tables without a row number: the row itself is its key."""
_BY_ROW = frozenset({"found_mentions", "labels"}) | _KEYLESS
"""Tables whose rows stand each for itself. In the others the rows of a thing have an order."""


def replace(connection: sqlite3.Connection, table: str, key: str, things: Iterable[str], rows: Rows) -> None:
    """Make the rows of `table` whose column `key` names one of `things` be `rows`. A column that is not in `rows` is
    left as it is in the row of a thing that stays, else at its usual value."""
    new = list(rows)
    columns = _columns(connection, table, new)
    place = columns.index(key)
    number, order = ("0", "") if table in _KEYLESS else ("rowid", "ORDER BY rowid")
    found = connection.execute(
        f"SELECT {number}, {', '.join(columns)} FROM {table} WHERE {key} {IN} {order}", [listed(things)])
    old = [(row[0], tuple(row[1:])) for row in found]
    fresh = [tuple(row[column] for column in columns) for row in new]
    gone, come = _by_row(old, fresh) if table in _BY_ROW else _by_thing(old, fresh, place)
    if key == "id":
        staying = {row[place] for row in come}
        gone = [one for one in gone if one[1][place] not in staying]
    _delete(connection, table, columns, gone)
    _insert(connection, table, columns, come, key)


def _columns(connection: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    if rows:
        return list(rows[0])
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _by_row(old: Sequence[tuple[int, Row]], new: Sequence[Row]) -> tuple[list[tuple[int, Row]], list[Row]]:
    missing = Counter(new)
    gone = []
    for number, row in old:
        if missing[row]:
            missing[row] -= 1
        else:
            gone.append((number, row))
    return gone, list(missing.elements())


def _by_thing(
    old: Sequence[tuple[int, Row]], new: Sequence[Row], key: int
) -> tuple[list[tuple[int, Row]], list[Row]]:
    """All rows of the things of which one differs, so that they keep their order."""
    before: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    after: dict[str, list[Row]] = defaultdict(list)
    for one in old:
        before[one[1][key]].append(one)
    for row in new:
        after[row[key]].append(row)
    differ = [thing for thing in dict.fromkeys((*before, *after))
              if [row for _, row in before.get(thing, [])] != after.get(thing, [])]  # fmt: skip
    return [one for thing in differ for one in before.get(thing, ())], [
        row for thing in differ for row in after.get(thing, ())]


def _delete(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[int, Row]]
) -> None:
    if table in _KEYLESS:
        same = " AND ".join(f"{column} IS ?" for column in columns)
        connection.executemany(f"DELETE FROM {table} WHERE {same}", [row for _, row in rows])
        return
    if table == "labels":
        text = columns.index("text")
        connection.executemany("INSERT INTO labels_fts (labels_fts, rowid, text) VALUES ('delete', ?, ?)",
                               [(number, row[text]) for number, row in rows])  # fmt: skip
    connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", [(number,) for number, _ in rows])


def _insert(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Row], key: str) -> None:
    places = ", ".join("?" * len(columns))
    query = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
    if key == "id":
        query += f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in columns)}"
    if table != "labels":
        connection.executemany(query, rows)
        return
    text = columns.index("text")
    for row in rows:
        number = connection.execute(query, row).lastrowid
        connection.execute("INSERT INTO labels_fts (rowid, text) VALUES (?, ?)", [number, row[text]])
