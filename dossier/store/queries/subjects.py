"""A thing of the database as a decision names it: by content, so that it is found again after every rebuild."""

import sqlite3

from dossier.model.decision import Anchor, Subject
from dossier.store.queries.naming import ENTITIES, Named

ANCHORS = 3
"""Words that a decision keeps to find its subject again: the first, a middle and the last place."""

_PLACES = {
    "event": "SELECT source, start, end FROM reports WHERE event = ?",
    "statement": "SELECT source, start, end FROM statements WHERE id = ?",
    "disagreement": "SELECT source, start, end FROM disagreement_values WHERE disagreement = ?",
    "source": "SELECT id AS source, 0 AS start, 0 AS end FROM sources WHERE id = ?",
}
_OF_ENTITY = "SELECT source, start, end FROM mentions WHERE entity = ? AND form = 'name'"


def subject_of(connection: sqlite3.Connection, named: Named) -> Subject:
    """What a decision about this thing keeps of it."""
    query = _OF_ENTITY if named.kind in ENTITIES else _PLACES[named.kind]
    found = connection.execute(
        f"""SELECT s.sha256, p.start, substr(t.text, p.start + 1, p.end - p.start) FROM ({query}) p
            JOIN sources s ON s.id = p.source JOIN texts t ON t.source = p.source
            ORDER BY s.position, p.start, p.end""", [named.id]).fetchall()
    chosen = sorted({0, len(found) // 2, len(found) - 1}) if len(found) > ANCHORS else range(len(found))
    name = named.name
    if named.kind == "source":
        name = connection.execute("SELECT path FROM sources WHERE id = ?", [named.id]).fetchone()[0]
    return Subject(named.kind, name, tuple(Anchor(*found[place]) for place in chosen))


def mention_anchors(connection: sqlite3.Connection, entity: str, path: str, line: int) -> tuple[Anchor, ...]:
    """The mentions of an entity on one line of a document, as a decision that splits them off keeps them."""
    rows = connection.execute(
        """SELECT s.sha256, m.start, m.text, p.line, p.start, p.text FROM mentions m
           JOIN sources s ON s.id = m.source JOIN passages p ON p.id = m.passage
           WHERE m.entity = ? AND s.path = ? ORDER BY m.start""", [entity, path])
    return tuple(
        Anchor(sha256, start, text) for sha256, start, text, first, passage, words in rows
        if first + words.count("\n", 0, start - passage) == line
    )
