"""What is known of words that a reader selected, before anything is made of them. Offsets are code points of a source's
text."""

import re
import sqlite3
from dataclasses import dataclass

from dossier.model.selection import Selection
from dossier.store.queries.naming import Named

PLACES = 500
"""Words that stand in more places are no name."""
QUOTES = "\"“”„«»‘’'"


@dataclass(frozen=True, slots=True)
class Words:
    """Selected words as they stand."""

    place: Selection
    """Without white space at the ends."""
    text: str
    passage: str
    """The passage in which they begin."""
    quoted: bool
    """Whether they stand between quotation marks."""

    @property
    def plain(self) -> str:
        """On one line."""
        return " ".join(self.text.split())


def words_at(connection: sqlite3.Connection, selection: Selection) -> Words | None:
    """What stands there; None where that is nothing, or the source is gone."""
    row = connection.execute(
        """SELECT substr(t.text, ? + 1, ? - ?), p.text, substr(t.text, ?, 1), substr(t.text, ? + 1, 1)
           FROM texts t LEFT JOIN passages p ON p.source = t.source AND p.start <= ?
           WHERE t.source = ? ORDER BY p.start DESC LIMIT 1""",
        [selection.start, selection.end, selection.start, selection.start, selection.end, selection.start,
         selection.source]).fetchone()  # fmt: skip
    if row is None or not row[0].strip():
        return None
    text, passage, before, behind = row
    start = selection.start + len(text) - len(text.lstrip())
    bare = text.strip()
    place = Selection(selection.source, start, start + len(bare))
    marked = {bare[0], bare[-1]} <= {*QUOTES} if bare == text and len(bare) > 1 else False
    return Words(place, bare, passage or "", marked or bool(before and before in QUOTES and behind in QUOTES))


def named_at(connection: sqlite3.Connection, place: Selection) -> Named | None:
    """Whose name these words are, letter by letter; None where they are nobody's."""
    row = connection.execute(
        """SELECT e.kind, e.id, e.name, e.mentions FROM mentions m JOIN entities e ON e.id = m.entity
           WHERE m.source = ? AND m.start = ? AND m.end = ? AND m.form = 'name'""",
        [place.source, place.start, place.end]).fetchone()
    return Named(*row) if row else None


def named_within(connection: sqlite3.Connection, place: Selection) -> list[Named]:
    """Who and what is named in some words, each once."""
    return [Named(*row) for row in connection.execute(
        """SELECT DISTINCT e.kind, e.id, e.name, e.mentions FROM mentions m JOIN entities e ON e.id = m.entity
           WHERE m.source = ? AND m.start >= ? AND m.end <= ? ORDER BY m.start""",
        [place.source, place.start, place.end])]


def dated_within(connection: sqlite3.Connection, place: Selection) -> str:
    """The first date in some words, as EDTF; empty where there is none."""
    row = connection.execute(
        """SELECT date FROM dates WHERE source = ? AND start >= ? AND end <= ? AND date IS NOT NULL
           AND meaning = 'happened' ORDER BY start LIMIT 1""", [place.source, place.start, place.end]).fetchone()
    return row[0] if row else ""


def places(connection: sqlite3.Connection, words: str) -> list[Selection]:
    """Where words stand as whole words, letter by letter, in the order of the sources; at most `PLACES`."""
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found: list[Selection] = []
    for source, text in connection.execute(
        """SELECT t.source, t.text FROM texts t JOIN sources s ON s.id = t.source WHERE instr(t.text, ?)
           ORDER BY s.position""", [words]):
        found += [Selection(source, one.start(), one.end()) for one in whole.finditer(text)]
        if len(found) >= PLACES:
            break
    return found[:PLACES]
