"""Where an entity is named, and what it said."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention with the passage it stands in; offsets are code points of the source's text."""

    source: str
    position: int
    source_label: str
    start: int
    end: int
    passage_id: int
    passage_start: int
    passage_text: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Words attributed to an entity, with the passage they stand in."""

    id: str
    source: str
    source_label: str
    start: int
    end: int
    kind: str
    passage_start: int
    passage_text: str

    @property
    def words(self) -> str:
        """What was said."""
        return self.passage_text[self.start - self.passage_start : self.end - self.passage_start]


def of_entity(connection: sqlite3.Connection, entity: str, limit: int = 500) -> list[MentionRow]:
    """Where an entity is named, in order of source and offset; at most `limit` mentions."""
    return [MentionRow(*row) for row in connection.execute(
        """SELECT m.source, s.position, s.label, m.start, m.end, p.id, p.start, p.text
           FROM mentions m JOIN sources s ON s.id = m.source JOIN passages p ON p.id = m.passage
           WHERE m.entity = ? ORDER BY s.position, m.start LIMIT ?""", [entity, limit])]


def said_by(connection: sqlite3.Connection, entity: str, limit: int = 200) -> list[StatementRow]:
    """What an entity said, in order of source and offset; at most `limit` statements."""
    return [StatementRow(*row) for row in connection.execute(
        """SELECT t.id, t.source, s.label, t.start, t.end, t.kind, p.start, p.text
           FROM speakers k JOIN statements t ON t.id = k.statement JOIN sources s ON s.id = t.source
           JOIN passages p ON p.id = t.passage
           WHERE k.entity = ? ORDER BY s.position, t.start LIMIT ?""", [entity, limit])]
