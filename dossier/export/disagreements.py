"""Matters on which the sources differ or agree, for the export: each answer with the words that give it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from dossier.export.words import Words

_ONLY = "(:only IS NULL OR id = :only)"


def matters(
    connection: sqlite3.Connection, words: Words, *, agrees: bool | None, only: str | None = None
) -> Iterator[dict[str, Any]]:
    """The disagreements, or the agreements (`agrees` None: either), the weightiest first; `values` hold one record
    a passage, with the number of its side."""
    query = f"""
        SELECT id, question, attribute, kind, rank, settled, rule, basis FROM disagreements
        WHERE (:agrees IS NULL OR agrees = :agrees) AND {_ONLY} ORDER BY agrees, position"""
    for row in connection.execute(query, {"agrees": agrees, "only": only}):
        about = connection.execute("SELECT target FROM disagreement_subjects WHERE disagreement = ?", [row["id"]])
        silent = connection.execute("SELECT source FROM silences WHERE disagreement = ?", [row["id"]])
        yield {
            **dict(row), "about": [target for (target,) in about], "silent": [source for (source,) in silent],
            "values": list(_values(connection, words, row["id"])),
        }  # fmt: skip


def _values(connection: sqlite3.Connection, words: Words, id: str) -> Iterator[dict[str, Any]]:  # noqa: A002
    query = """
        SELECT side, value, voices, source, start, end, statement, event FROM disagreement_values
        WHERE disagreement = ? ORDER BY side, id"""
    for row in connection.execute(query, [id]):
        yield {**dict(row), "text": words.at(row["source"], row["start"], row["end"])}
