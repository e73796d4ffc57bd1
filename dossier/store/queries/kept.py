"""What readers keep for their own way through a case: what they read, bookmarks, searches, and what they wrote beside
passages."""

import sqlite3
from typing import NamedTuple

from dossier.model.selection import selection_of


class Bookmark(NamedTuple):
    """A place to come back to."""

    decision: str
    at: str
    """ISO 8601, UTC."""
    by: str
    kind: str
    """A kind of entity, `event`, `source`, `statement`, `disagreement` or `passage`; empty where it is gone."""
    name: str
    """As it is called now; where it is gone, as it was called."""
    target: str
    """Id of the thing as it is now; empty where it is gone."""
    source: str | None = None
    """Of a passage, its source and place; offsets are code points of the source's text."""
    start: int | None = None
    end: int | None = None


class SavedSearch(NamedTuple):
    """A query to ask again."""

    decision: str
    at: str
    by: str
    query: str


class PassageNote(NamedTuple):
    """What readers put on some words of a source."""

    target: str
    """Id of the words, as `dossier.model.selection.Selection` makes it."""
    start: int
    end: int
    notes: int
    tags: tuple[str, ...]
    bookmarked: bool


def read_sources(connection: sqlite3.Connection, by: str) -> frozenset[str]:
    """Ids of the sources that a writer has read."""
    return frozenset(id_ for (id_,) in connection.execute(
        """SELECT DISTINCT t.target FROM decisions d JOIN decided t ON t.decision = d.id
           WHERE d.verb = 'read' AND d.state = 'holds' AND d.by = ?""", [by]))


def unread(connection: sqlite3.Connection, by: str, seen: frozenset[str] = frozenset()) -> int:
    """How many sources that could be read a writer has neither read nor `seen`."""
    found: int = connection.execute("SELECT count(*) FROM sources WHERE fault IS NULL").fetchone()[0]
    return max(found - len(read_sources(connection, by) | seen), 0)


def readable(connection: sqlite3.Connection, source: str) -> bool:
    """Whether a source could be read by the program: only then can anybody read it here, or decide about it."""
    return connection.execute("SELECT 1 FROM sources WHERE id = ? AND fault IS NULL", [source]).fetchone() is not None


def readings(connection: sqlite3.Connection, source: str, by: str) -> list[str]:
    """The decisions by which a writer has read a source."""
    return [id_ for (id_,) in connection.execute(
        """SELECT d.id FROM decided t JOIN decisions d ON d.id = t.decision
           WHERE t.target = ? AND d.verb = 'read' AND d.state = 'holds' AND d.by = ?""", [source, by])]


def bookmarks(connection: sqlite3.Connection) -> list[Bookmark]:
    """All bookmarks, the latest first; those that wait for what is gone are among them."""
    rows = connection.execute(
        """SELECT d.id, d.at, d.by, d.subject, t.target FROM decisions d LEFT JOIN decided t ON t.decision = d.id
           WHERE d.verb = 'bookmark' AND d.state IN ('holds', 'orphan') ORDER BY d.position DESC""").fetchall()
    return [_bookmark(connection, *row) for row in rows]


def _bookmark(
    connection: sqlite3.Connection, decision: str, at: str, by: str, name: str, target: str | None
) -> Bookmark:
    from dossier.store.queries.naming import with_id  # noqa: PLC0415 (the browser's first frame needs only what is read)

    if target and (words := selection_of(target)) is not None:
        return Bookmark(decision, at, by, "passage", name, target, words.source, words.start, words.end)
    thing = with_id(connection, target) if target else None
    if thing is None:
        return Bookmark(decision, at, by, "", name, "")
    return Bookmark(decision, at, by, thing.kind, thing.name, thing.id)


def bookmarked(connection: sqlite3.Connection, target: str) -> list[str]:
    """The decisions that set a bookmark on a thing."""
    return [id_ for (id_,) in connection.execute(
        """SELECT d.id FROM decided t JOIN decisions d ON d.id = t.decision
           WHERE t.target = ? AND d.verb = 'bookmark' AND d.state = 'holds'""", [target])]


def searches(connection: sqlite3.Connection) -> list[SavedSearch]:
    """All saved searches, the latest first; a query that was saved twice stands where it was saved last."""
    rows = connection.execute(
        """SELECT id, at, by, value FROM decisions WHERE verb = 'search' AND state = 'holds'
           ORDER BY position DESC""")
    once: dict[str, SavedSearch] = {}
    for row in rows:
        once.setdefault(row[3], SavedSearch(*row))
    return list(once.values())


def passage_notes(connection: sqlite3.Connection, source: str) -> list[PassageNote]:
    """What readers put on words of a source, in order of their place."""
    # An index on the target answers a range, but no LIKE: `;` is the character behind `:`.
    rows = connection.execute(
        """SELECT t.target, sum(d.verb = 'note'), sum(d.verb = 'bookmark') FROM decided t
           JOIN decisions d ON d.id = t.decision
           WHERE t.target >= ? AND t.target < ? AND d.state = 'holds' GROUP BY t.target""",
        [f"passage:{source}:", f"passage:{source};"]).fetchall()
    tags: dict[str, list[str]] = {}
    for target, tag in connection.execute(
        "SELECT target, tag FROM tags WHERE target >= ? AND target < ? ORDER BY tag",
        [f"passage:{source}:", f"passage:{source};"]):
        tags.setdefault(target, []).append(tag)
    found = []
    for target, notes, marks in rows:
        words = selection_of(target)
        if words is not None and (notes or marks or target in tags):
            found.append(PassageNote(target, words.start, words.end, notes, tuple(tags.get(target, ())), bool(marks)))
    return sorted(found, key=lambda one: (one.start, one.end))
