"""What the readers decided, as the database was written with it."""

import sqlite3
from typing import NamedTuple

from dossier.model.decision import KEEPING, State
from dossier.store.queries.filters import placeholders


class DecisionRow(NamedTuple):
    """A decision, and how it stands."""

    id: str
    at: str
    """ISO 8601, UTC."""
    by: str
    verb: str
    subject: str
    value: str
    why: str
    state: str
    against: str | None
    """Id of the decision that says the opposite and holds, where this one is contradicted."""


def rows(connection: sqlite3.Connection, *, state: str | None = None) -> list[DecisionRow]:
    """The decisions, the latest first; with `state` only those that stand so. Beside those that are contradicted stand
    those that contradict them: which one holds is for the readers to settle."""
    return [DecisionRow(*row) for row in connection.execute(
        """SELECT id, at, by, verb, subject, value, why, state, against FROM decisions
           WHERE :state IS NULL OR state = :state
               OR (:state = 'contradicted' AND id IN (SELECT against FROM decisions))
           ORDER BY position DESC""", {"state": state})]


def get(connection: sqlite3.Connection, id: str) -> DecisionRow | None:  # noqa: A002
    """One decision by id, None where there is none."""
    row = connection.execute(
        "SELECT id, at, by, verb, subject, value, why, state, against FROM decisions WHERE id = ?", [id]).fetchone()
    return DecisionRow(*row) if row else None


def at_odds(connection: sqlite3.Connection) -> list[tuple[DecisionRow, DecisionRow]]:
    """Decisions of two writers that contradict each other, the one that is overruled first; the latest pair first."""
    by_id = {one.id: one for one in rows(connection, state="contradicted")}
    pairs = [(one, by_id[one.against]) for one in by_id.values() if one.against in by_id]
    return [(one, other) for one, other in pairs if one.by != other.by]


def of_target(connection: sqlite3.Connection, target: str) -> list[DecisionRow]:
    """The decisions that made a thing as it is, the latest first."""
    return [DecisionRow(*row) for row in connection.execute(
        """SELECT d.id, d.at, d.by, d.verb, d.subject, d.value, d.why, d.state, d.against FROM decided t
           JOIN decisions d ON d.id = t.decision WHERE t.target = ? ORDER BY d.position DESC""", [target])]


def touched(connection: sqlite3.Connection, decision: str) -> list[str]:
    """Ids of the things that a decision made as they are."""
    return [target for (target,) in connection.execute(
        "SELECT target FROM decided WHERE decision = ? ORDER BY target", [decision])]


def tags(connection: sqlite3.Connection, target: str) -> list[str]:
    """The tags on a thing."""
    return [tag for (tag,) in connection.execute("SELECT tag FROM tags WHERE target = ? ORDER BY tag", [target])]


def waiting(connection: sqlite3.Connection) -> int:
    """How many decisions wait for something that is gone. What readers keep for their own way corrects nothing, so
    nothing is amiss where what it was about is gone."""
    return _standing(connection, State.ORPHAN)


def unsettled(connection: sqlite3.Connection) -> int:
    """How many decisions another writer's contradicts."""
    found: int = connection.execute(
        """SELECT count(*) FROM decisions d JOIN decisions o ON o.id = d.against
           WHERE d.state = 'contradicted' AND o.by != d.by""").fetchone()[0]
    return found


def idle(connection: sqlite3.Connection) -> int:
    """How many decisions cannot be applied to what they are about; but for what readers keep for their own way."""
    return _standing(connection, State.INVALID)


def _standing(connection: sqlite3.Connection, state: State) -> int:
    """How many corrections stand so."""
    kept = sorted(KEEPING)
    found: int = connection.execute(
        f"SELECT count(*) FROM decisions WHERE state = ? AND verb NOT IN ({placeholders(kept)})",
        [state, *kept]).fetchone()[0]
    return found
