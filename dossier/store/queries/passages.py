"""The passages of a source and everything that stands in them. Offsets are code points of the source's text."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from dossier.store.queries.filters import BEYOND, WHOLE, Reach, placeholders

_COLUMNS = "id, kind, level, start, end, line, text, marks"


class PassageRow(NamedTuple):
    """A block of a source as the reader shows it."""

    id: int
    kind: str
    level: int
    start: int
    end: int
    line: int
    """Line of the file, from 1."""
    text: str
    marks: tuple[tuple[int, int], ...]
    """Spans of format syntax that need not be seen."""


class MarkRow(NamedTuple):
    """A span of a source that means something: a mention, a date, a statement, or what another source disputes."""

    start: int
    end: int
    kind: str
    """`person`, `organization`, `place`, `vehicle`, `date`, `direct`, `indirect` or `disputed`."""
    target: str
    """Id of the entity, statement or disagreement; the EDTF value of a date, or nothing."""


def length(connection: sqlite3.Connection, source: str) -> int:
    """Code points of a source's text; none where it is gone."""
    row = connection.execute("SELECT chars FROM sources WHERE id = ?", [source]).fetchone()
    return row[0] if row else 0


def first_mention(connection: sqlite3.Connection, source: str, entity: str) -> int:
    """Where a source first names an entity; its beginning where it does not."""
    row = connection.execute(
        "SELECT min(start) FROM mentions WHERE source = ? AND entity = ? AND form = 'name'",
        [source, entity]).fetchone()
    return row[0] or 0


def around(connection: sqlite3.Connection, source: str, offset: int, number: int) -> Reach:
    """As much of a source as `number` passages before and after a place."""
    before = connection.execute(
        "SELECT start FROM passages WHERE source = ? AND start <= ? ORDER BY start DESC LIMIT 1 OFFSET ?",
        [source, offset, number]).fetchone()
    after = connection.execute(
        "SELECT start FROM passages WHERE source = ? AND start > ? ORDER BY start LIMIT 1 OFFSET ?",
        [source, offset, number]).fetchone()
    return Reach(before[0] if before else 0, after[0] if after else BEYOND)


def of_source(connection: sqlite3.Connection, source: str, reach: Reach = WHOLE) -> list[PassageRow]:
    """The passages of a source in order."""
    return [_row(row) for row in connection.execute(
        f"SELECT {_COLUMNS} FROM passages WHERE source = ? AND start >= ? AND start < ? ORDER BY start",
        [source, *reach])]


def rows(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, PassageRow]:
    """The passages with these ids, by id; those that are gone are left out."""
    return {row[0]: _row(row) for row in connection.execute(
        f"SELECT {_COLUMNS} FROM passages WHERE id IN ({placeholders(ids)})", ids)}


def marks(connection: sqlite3.Connection, source: str, reach: Reach = WHOLE) -> list[MarkRow]:
    """The mentions, dates, statements and disputed words of a source, in order of start."""
    within = "source = :source AND start >= :start AND start < :end"
    return [MarkRow._make(row) for row in connection.execute(
        f"""SELECT start, end, kind, entity FROM mentions WHERE {within} AND form = 'name'
            UNION ALL SELECT start, end, 'date', coalesce(date, '') FROM dates WHERE {within}
            UNION ALL SELECT start, end, kind, id FROM statements WHERE {within}
            UNION ALL SELECT v.start, v.end, 'disputed', v.disagreement FROM disagreement_values v
            JOIN disagreements d ON d.id = v.disagreement
            WHERE {within.replace("AND ", "AND v.")} AND NOT d.agrees AND d.settled IS NOT 'dismissed'
            ORDER BY 1, 2 DESC""", {"source": source, "start": reach.start, "end": reach.end})]


def _row(row: tuple[Any, ...]) -> PassageRow:
    return PassageRow._make((*row[:7], _spans(row[7])))


def _spans(marks_json: str) -> tuple[tuple[int, int], ...]:
    return () if marks_json == "[]" else tuple((start, end) for start, end in json.loads(marks_json))


def place(connection: sqlite3.Connection, source: str, offset: int) -> tuple[str, int]:
    """The path of a source and the line of its file, from 1, at which a code point of its text stands."""
    row = connection.execute(
        """SELECT s.path, p.line, p.start, p.text FROM sources s
           LEFT JOIN passages p ON p.source = s.id AND p.start <= ?
           WHERE s.id = ? ORDER BY p.start DESC LIMIT 1""", [offset, source]).fetchone()
    if row is None or row[1] is None:
        return row[0] if row else "", 1
    path, line, start, text = row
    return path, line + text.count("\n", 0, offset - start)
