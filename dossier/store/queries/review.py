"""What a reader may want to look at: what is kept apart, and people of whom little is known."""

import sqlite3
from collections import defaultdict
from itertools import combinations

from dossier.store.queries.naming import Named


def doubtful(connection: sqlite3.Connection, limit: int = 200) -> list[Named]:
    """People whom one word of one passage names, and on whom nobody decided."""
    return [Named(*row) for row in connection.execute(
        """SELECT kind, id, name, mentions FROM entities
           WHERE kind = 'person' AND mentions = 1 AND instr(name, ' ') = 0 AND role IS NULL AND NOT decided
           ORDER BY first_source, first_start LIMIT ?""", [limit])]


def named(connection: sqlite3.Connection, kind: str) -> list[Named]:
    """All entities of a kind, most mentioned first."""
    return [Named(*row) for row in connection.execute(
        "SELECT kind, id, name, mentions FROM entities WHERE kind = ? ORDER BY mentions DESC, id", [kind])]


def kept_apart(connection: sqlite3.Connection) -> frozenset[frozenset[str]]:
    """Pairs of ids of what readers said to be two."""
    targets: dict[str, set[str]] = defaultdict(set)
    for decision, target in connection.execute(
        """SELECT d.id, t.target FROM decisions d JOIN decided t ON t.decision = d.id
           WHERE d.verb = 'apart' AND d.state = 'holds'"""):
        targets[decision].add(target)
    return frozenset(frozenset(pair) for ids in targets.values() for pair in combinations(sorted(ids), 2))
