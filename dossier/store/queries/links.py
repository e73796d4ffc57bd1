"""What of a list belongs to the row selected in another one: which of the rows in view, how many in all, which first.

None of it reads all that belongs to the row: somebody can take part in half of 100,000 events, and that is asked with
each move of a cursor.
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dossier.store.queries.filters import Noun, Restriction, belonging, conditions, placeholders
from dossier.store.queries.ids import SORTS


class Chosen(NamedTuple):
    """The row that is selected."""

    noun: Noun
    id: str


def among(connection: sqlite3.Connection, noun: Noun, rowids: Sequence[int], to: Chosen) -> frozenset[int]:
    """Which of these rows belong to it; 0.1 ms for a screenful, whatever the size of the case."""
    condition = belonging(noun, to.noun, singly=True)
    if condition is None:
        return frozenset()
    sql = f"SELECT rowid FROM {noun} WHERE rowid IN ({placeholders(rowids)}) AND {condition}"
    return frozenset(row[0] for row in connection.execute(sql, [*rowids, to.id]))


def number(connection: sqlite3.Connection, noun: Noun, kind: str, restriction: Restriction, to: Chosen) -> int:
    """How many rows of a list belong to it."""
    if (noun, to.noun) == (Noun.EVENT, Noun.ENTITY) and not any(restriction):
        # The one number that can be large; it is kept with the entity.
        row = connection.execute("SELECT events FROM entities WHERE id = ?", [to.id]).fetchone()
        return row[0] if row else 0
    condition = belonging(noun, to.noun)
    if condition is None:
        return 0
    where, values = conditions(noun, kind, restriction)
    found: int = connection.execute(
        f"SELECT count(*) FROM {noun} WHERE {where} AND {condition}", [*values, to.id]).fetchone()[0]
    return found


def first(
    connection: sqlite3.Connection, noun: Noun, kind: str, sort: str, restriction: Restriction, to: Chosen, *,
    many: bool,
) -> int | None:  # fmt: skip
    """The rowid of the first row of a list, in this order, that belongs to it; None where none does.

    The first of `many` is soon found in the order of the list; of a few, by putting these in order.
    """
    condition = belonging(noun, to.noun, singly=many)
    if condition is None:
        return None
    where, values = conditions(noun, kind, restriction)
    row = connection.execute(
        f"SELECT rowid FROM {noun} WHERE {where} AND {condition} ORDER BY {SORTS[noun][sort]}, rowid LIMIT 1",
        [*values, to.id]).fetchone()  # fmt: skip
    return row[0] if row else None
