"""Everything there is of each kind of record, with all its columns and in a lasting order: what an export is made of.

Offsets are code points of a source's text. `only` is the id of the one record wanted; None for all.
"""

import sqlite3
from collections.abc import Iterable, Iterator

Rows = Iterable[sqlite3.Row]

_ONLY = "(:only IS NULL OR {} = :only)"
_NAMED = "EXISTS (SELECT 1 FROM mentions WHERE entity = e.id AND form = 'name')"


def text(connection: sqlite3.Connection, source: str) -> str:
    """The text of a source as read."""
    found: str = connection.execute("SELECT text FROM texts WHERE source = ?", [source]).fetchone()[0]
    return found


def sources(connection: sqlite3.Connection, only: str | None = None) -> Rows:
    """The sources in order of position."""
    return connection.execute(
        f"""SELECT id, path, title, publisher, author, published, kind, label, sha256, language, fault,
                   published_inferred FROM sources WHERE {_ONLY.format('id')} ORDER BY position""", {"only": only})


def attributes(connection: sqlite3.Connection, source: str) -> Rows:
    """What is known about a source, and the words that say so."""
    return connection.execute(
        "SELECT field, value, inferred, start, end, basis FROM attributes WHERE source = ? ORDER BY id", [source])


def entities(connection: sqlite3.Connection, kind: str, only: str | None = None) -> Rows:
    """Entities of one kind, most mentioned first; of the kinds that have names those that a mention names."""
    return connection.execute(
        f"""SELECT id, name, sort_name, role, affiliation, appearance FROM entities e
            WHERE kind = :kind AND {_ONLY.format('id')} AND (kind = 'anonymous' OR {_NAMED})
            ORDER BY mentions DESC, sort_name COLLATE NOCASE, id""", {"kind": kind, "only": only})


def aliases(connection: sqlite3.Connection, entity: str) -> list[str]:
    """The other names of an entity."""
    return _ids(connection.execute("SELECT alias FROM aliases WHERE entity = ? ORDER BY position", [entity]))


def mentions(connection: sqlite3.Connection, entity: str) -> Rows:
    """Where an entity is named or described, in order of source and place."""
    return connection.execute(
        """SELECT m.source, m.start, m.end, m.text, m.form, m.rule, m.basis FROM mentions m
           JOIN sources s ON s.id = m.source WHERE m.entity = ? ORDER BY s.position, m.start, m.end""", [entity])


def dates(connection: sqlite3.Connection) -> Rows:
    """The date expressions of all sources."""
    return connection.execute(
        "SELECT source, start, end, text, date AS value, meaning, rule, basis FROM dates ORDER BY id")


def events(connection: sqlite3.Connection, only: str | None = None) -> Rows:
    """The events in order of date; those without one last."""
    return connection.execute(
        f"""SELECT id, date, label, status, kind, date_inferred, date_basis, earliest, latest FROM events
            WHERE {_ONLY.format('id')} ORDER BY sort_date IS NULL, sort_date, first_source, first_start, id""",
        {"only": only})


def reports(connection: sqlite3.Connection, event: str) -> Rows:
    """Each source's account of an event."""
    return connection.execute("SELECT * FROM reports WHERE event = ? ORDER BY id", [event])


def participants(connection: sqlite3.Connection, event: str) -> Rows:
    """Id and kind of the named entities that take part in an event."""
    return connection.execute(
        f"""SELECT DISTINCT e.id, e.kind FROM participants p JOIN entities e ON e.id = p.entity
            WHERE p.event = ? AND {_NAMED} ORDER BY e.first_source, e.first_start, e.id""", [event])


def statements(connection: sqlite3.Connection, only: str | None = None) -> Rows:
    """What is said, in order of source and place."""
    return connection.execute(
        f"""SELECT t.* FROM statements t JOIN sources s ON s.id = t.source WHERE {_ONLY.format('t.id')}
            ORDER BY s.position, t.start, t.id""", {"only": only})


def speakers(connection: sqlite3.Connection, statement: str) -> list[str]:
    """Ids of the people and organizations, those with names, that say it."""
    return _ids(connection.execute(
        f"""SELECT e.id FROM speakers p JOIN entities e ON e.id = p.entity WHERE p.statement = ?
            AND e.kind IN ('person', 'organization') AND {_NAMED} ORDER BY p.position""", [statement]))


def relays(connection: sqlite3.Connection, statement: str) -> Rows:
    """Through whom a statement came, and the words that name them."""
    return connection.execute(
        "SELECT entity, start, end FROM relays WHERE statement = ? ORDER BY position", [statement])


def matters(connection: sqlite3.Connection, *, agrees: bool | None, only: str | None = None) -> Rows:
    """The disagreements, or the agreements (`agrees` None: either), the weightiest first."""
    return connection.execute(
        f"""SELECT id, question, attribute, kind, rank, settled, rule, basis FROM disagreements
            WHERE (:agrees IS NULL OR agrees = :agrees) AND {_ONLY.format('id')} ORDER BY agrees, position""",
        {"agrees": agrees, "only": only})


def matter_subjects(connection: sqlite3.Connection, matter: str) -> list[str]:
    """Ids of what a matter is about."""
    return _ids(connection.execute("SELECT target FROM disagreement_subjects WHERE disagreement = ?", [matter]))


def silent(connection: sqlite3.Connection, matter: str) -> list[str]:
    """Ids of the sources that do not speak of a matter though they might."""
    return _ids(connection.execute("SELECT source FROM silences WHERE disagreement = ?", [matter]))


def values(connection: sqlite3.Connection, matter: str) -> Rows:
    """Each answer to a matter's question and the words that give it, with the number of its side."""
    return connection.execute(
        """SELECT side, value, voices, source, start, end, statement, event FROM disagreement_values
           WHERE disagreement = ? ORDER BY side, id""", [matter])


def decided(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Each thing that a decision is in effect on, the decision's id and its verb, in order of decision."""
    yield from connection.execute(
        "SELECT t.target, d.id, d.verb FROM decided t JOIN decisions d ON d.id = t.decision ORDER BY d.position")


def tags(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each tagged thing and its tag."""
    yield from connection.execute("SELECT target, tag FROM tags ORDER BY target, tag")


def _ids(found: Iterable[sqlite3.Row]) -> list[str]:
    return [only for (only,) in found]
