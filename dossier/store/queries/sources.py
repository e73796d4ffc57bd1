"""Sources, and what could not be read."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from dossier.store.queries.filters import placeholders

_COLUMNS = ("rowid, id, position, path, label, title, publisher, author, published, kind, language, chars, people, "
            "events, fault, published_inferred, decided")


class SourceRow(NamedTuple):
    """A source as a list shows it; `published` is EDTF, `chars` code points."""

    rowid: int
    id: str
    position: int
    path: str
    label: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    kind: str | None
    language: str | None
    chars: int
    people: int
    events: int
    fault: str | None
    """Why the document could not be read, in words for its reader; None where it was."""
    published_inferred: bool
    decided: int = 0
    """Whether a reader said something of it."""
    read: bool = True
    """Whether who asks has read it, where that is known."""


class AttributeRow(NamedTuple):
    """A piece of a source's metadata with what it rests on."""

    field: str
    value: str
    inferred: bool
    start: int | None
    end: int | None
    basis: str


def rows(connection: sqlite3.Connection, rowids: Sequence[int]) -> dict[int, SourceRow]:
    """The rows with these rowids, by rowid; rows that are gone are left out."""
    return {row[0]: SourceRow(*(*row[:-2], bool(row[-2]), row[-1])) for row in connection.execute(
        f"SELECT {_COLUMNS} FROM sources WHERE rowid IN ({placeholders(rowids)})", rowids)}


def get(connection: sqlite3.Connection, id: str) -> SourceRow | None:  # noqa: A002
    """One source by id, None where there is none (any more)."""
    row = connection.execute("SELECT rowid FROM sources WHERE id = ?", [id]).fetchone()
    return rows(connection, [row[0]])[row[0]] if row else None


def attributes(connection: sqlite3.Connection, id: str) -> list[AttributeRow]:  # noqa: A002
    """What is known about a source and what says so, in order of field."""
    return [AttributeRow(field, value, bool(inferred), start, end, basis)
            for field, value, inferred, start, end, basis in connection.execute(
                "SELECT field, value, inferred, start, end, basis FROM attributes WHERE source = ? ORDER BY id", [id])]


def hashes(connection: sqlite3.Connection) -> dict[str, str]:
    """The sha256 of each document's bytes, by path."""
    return dict(connection.execute("SELECT path, sha256 FROM sources").fetchall())
