"""Where an entity is named, and why that is taken to be its name."""

import sqlite3
from dataclasses import dataclass

_SELECT = """SELECT m.source, s.position, s.label, m.start, m.end, p.id, p.start, p.text, s.path, p.line, m.text,
                    m.rule, m.basis
             FROM mentions m JOIN sources s ON s.id = m.source JOIN passages p ON p.id = m.passage"""


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
    path: str
    passage_line: int
    """Line of the file at which the passage begins, from 1."""
    text: str
    rule: str
    """Which rule made it a mention and joined it to its entity."""
    basis: str
    """What that rests on, in words; may be empty."""

    @property
    def line(self) -> int:
        """Line of the file at which it is named, from 1."""
        return self.passage_line + self.passage_text.count("\n", 0, self.start - self.passage_start)


def of_entity(
    connection: sqlite3.Connection, entity: str, limit: int = 500, *, form: str = "name"
) -> list[MentionRow]:
    """Where an entity is named (`form` `nominal`: where a description denotes it), in order of source and offset;
    at most `limit` mentions (-1: all)."""
    return [MentionRow(*row) for row in connection.execute(
        f"{_SELECT} WHERE m.entity = ? AND m.form = ? ORDER BY s.position, m.start LIMIT ?", [entity, form, limit])]


def in_passages(connection: sqlite3.Connection, entity: str, source: str, limit: int) -> list[tuple[int, int, int]]:
    """The passages of a source that name an entity, by id, each with the first place (start, end) where it does; at
    most `limit`, in order."""
    return [(passage, start, end) for passage, start, end in connection.execute(
        """SELECT passage, min(start), end FROM mentions WHERE entity = ? AND source = ? AND form = 'name'
           GROUP BY passage ORDER BY 2 LIMIT ?""", [entity, source, limit])]
