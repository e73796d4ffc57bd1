"""Where many words stand, and which words an event or a statement rests on: one query for a whole page."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Span = tuple[str, int, int]
"""Id of a source, and half-open code points of its text."""


class Place(NamedTuple):
    """Words, their document and the lines of its file they stand on, from 1."""

    words: str
    path: str
    first: int
    last: int
    label: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    """EDTF."""
    published_inferred: bool


def places_of(connection: sqlite3.Connection, spans: Sequence[Span]) -> dict[Span, Place]:
    """Where each of these spans stands; those of sources that are gone are left out."""
    found: dict[Span, Place] = {}
    for number, start, end, line, begins, text, path, *known in connection.execute(
        """SELECT a.key, json_extract(a.value, '$[1]') AS start, json_extract(a.value, '$[2]'), p.line, p.start, p.text,
                  s.path, s.label, s.title, s.author, s.publisher, s.published, s.published_inferred
           FROM json_each(?) a JOIN sources s ON s.id = json_extract(a.value, '$[0]')
           LEFT JOIN passages p ON p.source = s.id AND p.start = (
               SELECT max(start) FROM passages WHERE source = s.id AND start <= json_extract(a.value, '$[1]'))""",
        [json.dumps(spans)]
    ):
        words = (text or "")[start - (begins or 0) : end - (begins or 0)]
        first = (line or 1) + (text or "").count("\n", 0, start - (begins or 0))
        found[spans[number]] = Place(words, path, first, first + words.rstrip().count("\n"), *known)
    return found


def words_of(connection: sqlite3.Connection, targets: Iterable[str], each: int = 3) -> dict[str, list[Span]]:
    """By event or statement the words that it rests on, at most `each`, one a source."""
    found: dict[str, list[Span]] = {}
    for target, source, start, end, _ in connection.execute(
        """WITH asked (target) AS (SELECT value FROM json_each(?)), told AS (
               SELECT r.event AS target, r.source, r.start, r.end,
                      row_number() OVER (PARTITION BY r.event, r.source ORDER BY r.start) AS place
               FROM asked a JOIN reports r ON r.event = a.target)
           SELECT t.target, t.source, t.start, t.end, s.position FROM told t JOIN sources s ON s.id = t.source
           WHERE t.place = 1
           UNION ALL SELECT u.id, u.source, u.start, u.end, 0 FROM asked a JOIN statements u ON u.id = a.target
           ORDER BY 1, 5""",
        [json.dumps([*targets])]
    ):
        spans = found.setdefault(target, [])
        if len(spans) < each:
            spans.append((source, start, end))
    return found
