"""What readers merged: which places of a thing came with which merge."""

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from dossier.store.belonging import Place
from dossier.store.queries.naming import Named

_PLACES = {
    "entity": "SELECT source, start, end FROM mentions WHERE entity = :thing",
    "event": "SELECT source, start, end FROM reports WHERE event = :thing",
}


class Member(NamedTuple):
    """One of the things that readers merged into one."""

    merge: str
    """Id of the decision."""
    by: str
    at: str
    """When it was taken: ISO 8601, UTC."""
    places: frozenset[Place]
    """Where it is named or told: sources and offsets in code points."""


def became(connection: sqlite3.Connection, thing: str) -> str | None:
    """The id of what something found is part of now, its own where that is itself; None where it was rejected, or was
    never found."""
    row = connection.execute("SELECT now FROM became WHERE thing = ?", [thing]).fetchone()
    return row[0] if row is not None else None


def members(connection: sqlite3.Connection, thing: Named) -> list[Member]:
    """What an event or entity is made of; empty where no reader merged it, and what no merge tells of is left out."""
    sort = "event" if thing.kind == "event" else "entity"
    places: dict[str, set[Place]] = defaultdict(set)
    for found, source, start in connection.execute(
        f"""SELECT f.thing, p.source, p.start FROM ({_PLACES[sort]}) p JOIN sources s ON s.id = p.source
            JOIN found_places f ON (f.source, f.start, f.sort, f.end) = (s.position, p.start, :sort, p.end)""",
        {"thing": thing.id, "sort": sort},
    ):
        places[found].add((source, start))
    if len(places) < 2:
        return []
    merged = []
    for found, whose in places.items():
        merge = connection.execute(
            """SELECT d.id, d.by, d.at FROM concerns c JOIN decisions d ON d.id = c.decision
               WHERE c.thing = ? AND d.verb = 'merge' AND d.state = 'holds' ORDER BY d.position DESC""",
            [found]).fetchone()  # fmt: skip
        if merge is not None:
            id_, by, at = merge
            merged.append(Member(id_, by, at, frozenset(whose)))
    return merged
