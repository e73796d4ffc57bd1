"""Matters on which the sources differ or agree, for the export: each answer with the words that give it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from dossier.export.words import Words
from dossier.store.queries import whole


def matters(
    connection: sqlite3.Connection, words: Words, *, agrees: bool | None, only: str | None = None
) -> Iterator[dict[str, Any]]:
    """The disagreements, or the agreements (`agrees` None: either), the weightiest first; `values` hold one record
    a passage, with the number of its side."""
    for row in whole.matters(connection, agrees=agrees, only=only):
        yield {
            **dict(row), "about": whole.matter_subjects(connection, row["id"]),
            "silent": whole.silent(connection, row["id"]), "values": list(_values(connection, words, row["id"])),
        }  # fmt: skip


def _values(connection: sqlite3.Connection, words: Words, id: str) -> Iterator[dict[str, Any]]:  # noqa: A002
    for row in whole.values(connection, id):
        yield {**dict(row), "text": words.at(row["source"], row["start"], row["end"])}
