"""Who takes part in events, put right by sets: an entity may take part in a hundred thousand."""

import sqlite3
from collections.abc import Iterable

from dossier.store.found import IN, listed

_FRESH = f"""
    CREATE TEMP TABLE fresh AS
    SELECT DISTINCT coalesce(b.now, p.event) AS event FROM found_participants p LEFT JOIN became b ON b.thing = p.event
    WHERE p.entity {IN} AND (b.thing IS NULL OR b.now IS NOT NULL) AND coalesce(b.now, p.event) NOT {IN}"""

_TAKING_PART = """
    CREATE TEMP TABLE taking_part AS
    SELECT parts.now AS event, coalesce(e.now, p.entity) AS entity, min(CASE p.role
        WHEN 'agent' THEN '0 agent' WHEN 'patient' THEN '1 patient' WHEN 'speaker' THEN '2 speaker'
        WHEN 'vehicle' THEN '3 vehicle' WHEN 'place' THEN '4 place' ELSE '5 participant' END) AS role
    FROM (SELECT event AS now, event AS found FROM fresh
          UNION ALL SELECT f.event, b.thing FROM fresh f JOIN became b ON b.now = f.event) parts
    CROSS JOIN found_participants p ON p.event = parts.found LEFT JOIN became e ON e.thing = p.entity
    WHERE e.thing IS NULL OR e.now IS NOT NULL GROUP BY 1, 2"""


def repoint(connection: sqlite3.Connection, entities: Iterable[str], events: Iterable[str]) -> None:
    """Put right who takes part in the events in which these entities, as found, take part; but for `events`, which are
    put right on their own. What became of entities and events is in the database."""
    if not (ids := list(entities)):
        return
    connection.execute(_FRESH, [listed(ids), listed(events)])
    connection.execute(_TAKING_PART)
    # An entity has one role in an event, the fullest: `dossier.curation.accounts.ROLES`.
    connection.execute("UPDATE taking_part SET role = substr(role, 3)")
    connection.execute("CREATE UNIQUE INDEX temp.taken ON taking_part (event, entity, role)")
    connection.execute(
        """DELETE FROM participants WHERE event IN (SELECT event FROM fresh) AND NOT EXISTS (
               SELECT 1 FROM taking_part t WHERE (t.event, t.entity, t.role) =
                   (participants.event, participants.entity, participants.role))""")
    connection.execute(
        "INSERT OR IGNORE INTO participants (event, entity, role) SELECT event, entity, role FROM taking_part")
    connection.execute("DROP TABLE taking_part")
    connection.execute("DROP TABLE fresh")
