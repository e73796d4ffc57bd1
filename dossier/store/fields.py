"""What a reader says of a document, shown before the case is concluded anew with it."""

import sqlite3

from dossier.model.edtf import bounds
from dossier.store.source_rows import storable

_COLUMNS = frozenset({"title", "publisher", "author", "published", "kind"})
"""Fields that a list shows, each a column of its own."""


def show_field(connection: sqlite3.Connection, source: str, field: str, value: str, by: str) -> None:
    """Put a piece of what is known of a source, by its id, in the place of what was known. What depends on it is left
    to the build that follows, which writes all of it again."""
    value = storable(value)
    connection.execute("DELETE FROM attributes WHERE source = ? AND field = ?", [source, field])
    connection.execute(
        "INSERT INTO attributes (source, field, value, inferred, basis) VALUES (?, ?, ?, 0, ?)",
        [source, field, value, storable(f"decided by {by}")])  # fmt: skip
    if field in _COLUMNS:
        connection.execute(f"UPDATE sources SET {field} = ?, decided = 1 WHERE id = ?", [value, source])
    if field == "published":
        connection.execute("UPDATE sources SET published_inferred = 0, published_earliest = ?, published_latest = ? "
                           "WHERE id = ?", [*bounds(value), source])  # fmt: skip
    if field == "title":
        connection.execute("UPDATE sources SET label = ? WHERE id = ?", [value, source])
