"""The documents of a live database as decisions need them: where words stand, and what is named there."""

import sqlite3
from collections.abc import Sequence

from dossier.model.decision import Anchor
from dossier.model.selection import Place
from dossier.model.span import Span


class Documents:
    """Reads what is asked for, on one connection; offsets are code points of the documents' texts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._hashes: frozenset[str] | None = None

    def has(self, sha256: str) -> bool:
        """Whether a document has this hash."""
        if self._hashes is None:
            known = self._connection.execute("SELECT sha256 FROM sources WHERE sha256 IS NOT NULL")
            self._hashes = frozenset(value for (value,) in known)
        return sha256 in self._hashes

    def at_path(self, path: str) -> tuple[str, str] | None:
        """Hash and text of the document at a path; None where there is none."""
        row = self._connection.execute(
            "SELECT s.sha256, t.text FROM sources s JOIN texts t ON t.source = s.id WHERE s.path = ?", [path]
        ).fetchone()
        return (row[0], row[1]) if row else None

    def locate(self, anchor: Anchor) -> Place | None:
        """Where words stand; None where they do not stand there, or in no passage."""
        row = self._connection.execute(
            """SELECT source, position, start, text FROM passages
               WHERE source = (SELECT id FROM sources WHERE sha256 = ? ORDER BY position LIMIT 1) AND start <= ?
               ORDER BY start DESC LIMIT 1""", [anchor.sha256, anchor.start]).fetchone()  # fmt: skip
        if row is None:
            return None
        source, passage, first, words = row
        if anchor.start - first + len(anchor.text) > len(words):
            # The words go on behind the passage: the whole text has to be looked at.
            (words,) = self._connection.execute("SELECT text FROM texts WHERE source = ?", [source]).fetchone()
            first = 0
        return Place(source, passage) if words.startswith(anchor.text, anchor.start - first) else None

    def named(self, source: str, span: Span) -> Sequence[tuple[str, str]]:
        """Id and kind of the entities found that are named within a span, each once, in order of their ids."""
        return self._connection.execute(
            """SELECT DISTINCT p.thing, json_extract(e.record, '$.kind') FROM sources s
               JOIN found_places p ON p.source = s.position JOIN found_entities e ON e.id = p.thing
               WHERE s.id = ? AND p.start >= ? AND p.start < ? AND p.end <= ? AND p.sort = 'entity'
               ORDER BY 1, 2""", [source, span.start, span.end, span.end]).fetchall()  # fmt: skip
