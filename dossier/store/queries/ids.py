"""Lists of rowids in the order of a pane."""

import sqlite3
from array import array

from dossier.store.queries.filters import UNRESTRICTED, Noun, Restriction, conditions

NO_IDS: "array[int]" = array("q")
"""The empty list; never changed."""

SORTS: dict[Noun, dict[str, str]] = {
    Noun.ENTITY: {
        "mentions": "mentions DESC, sort_name COLLATE NOCASE",
        "name": "sort_name COLLATE NOCASE",
        "first seen": "first_source, first_start",
    },
    Noun.EVENT: {
        "date": "sort_date IS NULL, sort_date, first_source, first_start",
        "reports": "reports DESC, earliest",
        "label": "label COLLATE NOCASE",
    },
    Noun.SOURCE: {
        "order": "position",
        "date": "published_earliest, position",
        "label": "label COLLATE NOCASE, position",
    },
}
"""The orders a list can have, its usual one first; an index of the schema backs each."""


def ids(
    connection: sqlite3.Connection, noun: Noun, *, kind: str = "", sort: str = "",
    restriction: Restriction = UNRESTRICTED, limit: int = -1,
) -> "array[int]":
    """The rowids of a list in order, at most `limit` of them (-1: all).

    Raises KeyError for a sort that the noun does not have.
    """
    where, values = conditions(noun, kind, restriction)
    order = SORTS[noun][sort or next(iter(SORTS[noun]))]
    found = connection.execute(
        f"SELECT rowid FROM {noun} WHERE {where} ORDER BY {order}, rowid LIMIT ?", [*values, limit])
    return array("q", (row[0] for row in found))


def count(
    connection: sqlite3.Connection, noun: Noun, *, kind: str = "", restriction: Restriction = UNRESTRICTED
) -> int:
    """How many rows a list has."""
    where, values = conditions(noun, kind, restriction)
    found: int = connection.execute(f"SELECT count(*) FROM {noun} WHERE {where}", values).fetchone()[0]
    return found


def rowid(connection: sqlite3.Connection, noun: Noun, id: str) -> int | None:  # noqa: A002
    """The rowid of the row with this id, None where there is no such row (any more)."""
    row = connection.execute(f"SELECT rowid FROM {noun} WHERE id = ?", [id]).fetchone()
    return None if row is None else row[0]
