"""Who tells of many things, through whom, and who holds against them: one query for a whole page."""

import json
import sqlite3
from collections.abc import Iterable

from dossier.store.queries.disagreements import VALUES, ValueRow


def tellers_of(connection: sqlite3.Connection, events: Iterable[str]) -> dict[str, list[str]]:
    """By event who is said to have told of it, most mentioned first; else the sources that report it, in order."""
    found: dict[str, list[str]] = {}
    for event, name in connection.execute(
        """WITH asked (event) AS (SELECT value FROM json_each(?)), spoken AS (
               SELECT p.event, e.name, -e.mentions AS place, e.sort_name FROM asked JOIN participants p USING (event)
               JOIN entities e ON e.id = p.entity WHERE p.role = 'speaker')
           SELECT event, name FROM (
               SELECT event, name, place, sort_name FROM spoken
               UNION SELECT r.event, s.label, s.position, '' FROM asked JOIN reports r USING (event)
               JOIN sources s ON s.id = r.source WHERE r.event NOT IN (SELECT event FROM spoken))
           ORDER BY event, place, sort_name""", [json.dumps([*events])]
    ):
        found.setdefault(event, []).append(name)
    return found


def against_each(connection: sqlite3.Connection, targets: Iterable[str]) -> dict[str, list[str]]:
    """By statement or event who takes another side than it does (see `dossier.store.queries.disagreements.against`)."""
    found: dict[str, list[str]] = {}
    for target, name in connection.execute(
        """WITH asked (target) AS (SELECT value FROM json_each(?)), own AS (
               SELECT target, disagreement, side FROM asked JOIN disagreement_values ON statement = target
               UNION SELECT target, disagreement, side FROM asked JOIN disagreement_values ON event = target)
           SELECT own.target, coalesce(e.name, s.label) AS name FROM own
           JOIN disagreements d ON d.id = own.disagreement AND NOT d.agrees AND d.settled IS NOT 'dismissed'
           JOIN disagreement_values other ON other.disagreement = d.id AND other.side <> own.side
           JOIN sources s ON s.id = other.source
           LEFT JOIN speakers h ON h.statement = other.statement LEFT JOIN entities e ON e.id = h.entity
           GROUP BY own.target, name ORDER BY own.target, max(coalesce(e.mentions, 0)) DESC, name""",
        [json.dumps([*targets])]
    ):
        found.setdefault(target, []).append(name)
    return found


def relays_of(connection: sqlite3.Connection, statements: Iterable[str]) -> dict[str, list[str]]:
    """By statement through whom it came to its source, the nearest to the speaker first."""
    found: dict[str, list[str]] = {}
    for statement, name in connection.execute(
        """SELECT r.statement, coalesce(e.name, substr(x.text, r.start + 1, r.end - r.start)) FROM relays r
           JOIN statements t ON t.id = r.statement JOIN texts x ON x.source = t.source
           LEFT JOIN entities e ON e.id = r.entity
           WHERE r.statement IN (SELECT value FROM json_each(?)) ORDER BY r.statement, r.position""",
        [json.dumps([*statements])]
    ):
        found.setdefault(statement, []).append(name)
    return found


def answers_of(connection: sqlite3.Connection, matters: Iterable[str]) -> dict[str, list[ValueRow]]:
    """By matter every passage of every side, in order of the sides."""
    found: dict[str, list[ValueRow]] = {}
    for matter, *row in connection.execute(
        f"""SELECT v.disagreement, {VALUES} WHERE v.disagreement IN (SELECT value FROM json_each(?))
            ORDER BY v.disagreement, v.side, s.position, v.start, v.id""", [json.dumps([*matters])]
    ):
        found.setdefault(matter, []).append(ValueRow(*row))
    return found
