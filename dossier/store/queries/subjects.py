"""A thing of the database, or words in it, as a decision names them: by content, so that they are found again after
every rebuild. Offsets are code points of a source's text, lines those of its file, from 1."""

import sqlite3
from collections.abc import Iterable

from dossier.model.decision import Anchor, Subject
from dossier.model.selection import Selection, selection_of
from dossier.store.queries.naming import ENTITIES, Named
from dossier.store.queries.words import places

NAME_CHARS = 80
"""Code points of some words that stand for their name."""
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
    if named.kind == "passage" and (selection := selection_of(named.id)) is not None:
        return selected(connection, selection)
    query = _OF_ENTITY if named.kind in ENTITIES else _PLACES[named.kind]
    found = connection.execute(
        f"""SELECT s.sha256, p.start, substr(t.text, p.start + 1, p.end - p.start), s.path FROM ({query}) p
            JOIN sources s ON s.id = p.source JOIN texts t ON t.source = p.source
            ORDER BY s.position, p.start, p.end""", [named.id]).fetchall()
    chosen = sorted({0, len(found) // 2, len(found) - 1}) if len(found) > ANCHORS else range(len(found))
    name = named.name
    if named.kind == "source":
        name = connection.execute("SELECT path FROM sources WHERE id = ?", [named.id]).fetchone()[0]
    return Subject(named.kind, name, tuple(Anchor(*found[place]) for place in chosen))


def anchor_of(connection: sqlite3.Connection, words: Selection) -> Anchor | None:
    """Words of a source as a decision keeps them; None where they are nothing, or their source is gone."""
    row = connection.execute(
        """SELECT s.sha256, substr(t.text, ? + 1, ? - ?), s.path FROM sources s JOIN texts t ON t.source = s.id
           WHERE s.id = ?""", [words.start, words.end, words.start, words.source]).fetchone()
    return Anchor(row[0], words.start, row[1], row[2]) if row is not None and row[1].strip() else None


def selected(connection: sqlite3.Connection, words: Selection, kind: str = "passage", name: str = "") -> Subject:
    """What a decision about selected words keeps of them, or of a thing of another kind and name that they show. White
    space at their ends is no part of them."""
    whole = anchor_of(connection, words)
    if whole is None:
        return Subject(kind, name)
    text = whole.text.strip()
    anchor = Anchor(whole.sha256, words.start + whole.text.index(text), text, whole.path)
    plain = " ".join(text.split())
    short = plain if len(plain) <= NAME_CHARS else plain[: NAME_CHARS - 1].rstrip() + "…"
    return Subject(kind, name or short, (anchor,))


def everywhere(connection: sqlite3.Connection, kind: str, name: str, words: str = "") -> Subject:
    """What a decision keeps of a name that is to be added wherever `words` (else the name) stand. One with a capital is
    left to the rules for names, which find its shorter forms, too, and in documents to come; without one, only the
    words themselves can be meant."""
    words = words or name
    if any(map(str.isupper, words)):
        return Subject(kind, name)
    found = (anchor_of(connection, place) for place in places(connection, words))
    return Subject(kind, name, tuple(filter(None, found)))


def mention_anchors(connection: sqlite3.Connection, entity: str, path: str, line: int) -> tuple[Anchor, ...]:
    """The mentions of an entity on one line of a document, as a decision that splits them off keeps them."""
    rows = connection.execute(
        """SELECT s.sha256, m.start, m.text, s.path, p.line, p.start, p.text FROM mentions m
           JOIN sources s ON s.id = m.source JOIN passages p ON p.id = m.passage
           WHERE m.entity = ? AND s.path = ? ORDER BY m.start""", [entity, path])
    return _on_line(rows, line)


def report_anchors(connection: sqlite3.Connection, event: str, path: str, line: int) -> tuple[Anchor, ...]:
    """The reports of an event that begin on one line of a document, as a decision that parts them keeps them."""
    rows = connection.execute(
        """SELECT s.sha256, r.start, substr(t.text, r.start + 1, r.end - r.start), s.path, p.line, p.start, p.text
           FROM reports r JOIN sources s ON s.id = r.source JOIN texts t ON t.source = s.id
           JOIN passages p ON p.id = r.passage WHERE r.event = ? AND s.path = ? ORDER BY r.start""", [event, path])
    return _on_line(rows, line)


def _on_line(rows: Iterable[tuple[str, int, str, str, int, int, str]], line: int) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(sha256, start, text, path) for sha256, start, text, path, first, passage, words in rows
        if first + words.count("\n", 0, start - passage) == line
    )


def on_line(connection: sqlite3.Connection, path: str, line: int, words: str = "") -> Selection | None:
    """The first place of `words` that begins on a line of a document; without words the passage there. None where
    there is none, or more than one place of the words."""
    found = []
    for source, start, end, first, text in connection.execute(
        """SELECT p.source, p.start, p.end, p.line, p.text FROM passages p JOIN sources s ON s.id = p.source
           WHERE s.path = ? AND p.line <= ? ORDER BY p.start""", [path, line]):
        if first + text.count("\n") < line:
            continue
        at = text.find(words) if words else -1
        while at >= 0:
            if first + text.count("\n", 0, at) == line:
                found.append(Selection(source, start + at, start + at + len(words)))
            at = text.find(words, at + 1)
        if not words:
            found.append(Selection(source, start, end))
    return found[0] if len(found) == 1 else None
