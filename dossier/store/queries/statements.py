"""Who said what, where it stands, and through which words it was found."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dossier.query.matches import find_matches
from dossier.query.parse import parse
from dossier.query.syntax import Query
from dossier.store.expression import match_expression

_SELECT = """
    SELECT t.id, t.kind, t.source, s.label, s.path, t.start, t.end, p.line, p.start, p.text, t.rule, t.basis,
           t.said, t.utterance,
           EXISTS (SELECT 1 FROM decided x JOIN decisions d ON d.id = x.decision
                   WHERE x.target = t.id AND d.verb != 'bookmark'),
           t.speaker_start, t.speaker_end, k.start, k.text, t.cue_start, t.cue_end, c.start, c.text,
           (SELECT json_group_array(json_array(id, kind, name)) FROM (
                SELECT e.id, e.kind, e.name FROM speakers h JOIN entities e ON e.id = h.entity
                WHERE h.statement = t.id ORDER BY h.position))
    FROM statements t JOIN sources s ON s.id = t.source JOIN passages p ON p.id = t.passage
    LEFT JOIN passages k ON k.source = t.source AND k.start =
        (SELECT max(start) FROM passages WHERE source = t.source AND start <= t.speaker_start)
    LEFT JOIN passages c ON c.source = t.source AND c.start =
        (SELECT max(start) FROM passages WHERE source = t.source AND start <= t.cue_start)"""
_RELAYS = """
    SELECT r.entity, coalesce(e.name, substr(p.text, r.start - p.start + 1, r.end - r.start)) FROM relays r
    JOIN statements t ON t.id = r.statement LEFT JOIN entities e ON e.id = r.entity
    LEFT JOIN passages p ON p.source = t.source AND p.start =
        (SELECT max(start) FROM passages WHERE source = t.source AND start <= r.start)
    WHERE r.statement = ? ORDER BY r.position"""
_ORDER = "ORDER BY s.position, t.start, t.id"


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A person or organization that said something; anything that a statement names."""

    id: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Words that somebody said, with the passage they stand in; offsets are code points of the source's text."""

    id: str
    kind: str
    """`direct` or `indirect`."""
    source: str
    source_label: str
    path: str
    start: int
    end: int
    line: int
    """Line of the file at which the words begin, from 1."""
    speakers: tuple[SpeakerRow, ...]
    """Empty where nobody is named, or it is not clear who is meant."""
    speaker_text: str | None
    """The words that name or describe the speaker."""
    cue: str | None
    """The words that say it was said."""
    rule: str
    basis: str
    said: str | None
    """EDTF of when it was said."""
    utterance: str
    """Shared by every sighting of the same words."""
    passage_start: int
    passage_text: str
    decided: bool = False
    """Whether a reader decided something about it."""

    @property
    def words(self) -> str:
        """What was said."""
        return self.passage_text[self.start - self.passage_start : self.end - self.passage_start]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which statements are asked for; what is None or empty leaves nothing out."""

    letters: str = ""
    """Beginnings of words of what was said, in any order; case and accents ignored."""
    speaker: str | None = None
    """Id of an entity."""
    source: str | None = None
    kind: str | None = None


def get(connection: sqlite3.Connection, id: str) -> StatementRow | None:  # noqa: A002
    """One statement by id, None where there is none (any more)."""
    row = connection.execute(f"{_SELECT} WHERE t.id = ?", [id]).fetchone()
    return _row(row) if row else None


def relays(connection: sqlite3.Connection, id: str) -> list[tuple[str | None, str]]:  # noqa: A002
    """Through whom a statement came to its source, the nearest to the speaker first: id where known, and name."""
    return [(entity, name or "") for entity, name in connection.execute(_RELAYS, [id])]


def sightings(connection: sqlite3.Connection, statement: StatementRow) -> list[StatementRow]:
    """The other places where the same utterance stands, in order of source and offset."""
    return [_row(row) for row in connection.execute(
        f"{_SELECT} WHERE t.utterance = ? AND t.id <> ? {_ORDER}", [statement.utterance, statement.id])]


def names_in(connection: sqlite3.Connection, statement: StatementRow) -> list[SpeakerRow]:
    """Whom and what the words of a statement name, in their order."""
    return [SpeakerRow(*row) for row in connection.execute(
        """SELECT e.id, e.kind, e.name FROM mentions m JOIN entities e ON e.id = m.entity
           WHERE m.source = ? AND m.start >= ? AND m.end <= ? AND m.form = 'name'
           GROUP BY e.id ORDER BY min(m.start)""",
        [statement.source, statement.start, statement.end])]


def said_by(connection: sqlite3.Connection, entity: str, limit: int = 200) -> list[StatementRow]:
    """What an entity said, in order of source and offset; at most `limit` statements."""
    return [_row(row) for row in connection.execute(
        f"{_SELECT} WHERE t.id IN (SELECT statement FROM speakers WHERE entity = ?) {_ORDER} LIMIT ?",
        [entity, limit])]


def naming(connection: sqlite3.Connection, entity: str, limit: int = 200) -> list[StatementRow]:
    """What others said with the entity's name in it, in order of source and offset; at most `limit` statements."""
    return [_row(row) for row in connection.execute(
        f"""{_SELECT} WHERE t.id IN (
                SELECT u.id FROM mentions m JOIN passages p ON p.id = m.passage JOIN statements u
                ON u.source = m.source AND u.start BETWEEN p.start AND m.start AND u.end >= m.end
                WHERE m.entity = :entity AND m.form = 'name')
            AND t.id NOT IN (SELECT statement FROM speakers WHERE entity = :entity) {_ORDER} LIMIT :limit""",
        {"entity": entity, "limit": limit})]


def speakers(connection: sqlite3.Connection, limit: int) -> list[tuple[SpeakerRow, int]]:
    """Who said anything and how many statements are theirs, the most first; at most `limit` of them."""
    return [(SpeakerRow(*row), number) for *row, number in connection.execute(
        """SELECT e.id, e.kind, e.name, count(*) AS number FROM speakers h JOIN entities e ON e.id = h.entity
           GROUP BY e.id ORDER BY number DESC, e.sort_name, e.id LIMIT ?""", [limit])]


def select(connection: sqlite3.Connection, asked: Asked) -> Iterator[StatementRow]:
    """The statements that are asked for, in order of source and offset, as they are read."""
    query = parse(asked.letters.replace('"', " ").replace("-", " "), prefixes=True)
    conditions, values = ["1"], list[str]()
    for condition, value in (
        ("t.id IN (SELECT statement FROM speakers WHERE entity = ?)", asked.speaker),
        ("t.source = ?", asked.source), ("t.kind = ?", asked.kind),
        # The index knows passages; whether the words stand in the statement itself is looked at afterwards.
        ("t.passage IN (SELECT rowid FROM passages_fts WHERE passages_fts MATCH ?)", match_expression(query)),
    ):  # fmt: skip
        if value is not None:
            conditions.append(condition)
            values.append(value)
    for row in connection.execute(f"{_SELECT} WHERE {' AND '.join(conditions)} {_ORDER}", values):
        statement = _row(row)
        if all(find_matches(statement.words, Query((term,))) for term in query.wanted):
            yield statement


def _row(row: Sequence[Any]) -> StatementRow:
    id_, kind, source, label, path, start, end, line, passage_start, text, rule, basis, *rest = row
    said, utterance, decided, *spans, speakers = rest
    return StatementRow(
        id_, kind, source, label, path, start, end, line + text.count("\n", 0, start - passage_start),
        tuple(SpeakerRow(*speaker) for speaker in json.loads(speakers)), _words(*spans[:4]), _words(*spans[4:]),
        rule, basis, said, utterance, passage_start, text, bool(decided))  # fmt: skip


def _words(start: int | None, end: int | None, passage_start: int | None, text: str | None) -> str | None:
    """What stands at a span of a source, cut out of the passage it begins in."""
    if start is None or end is None or passage_start is None or text is None:
        return None
    return text[start - passage_start : end - passage_start]
