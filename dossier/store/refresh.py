"""What decisions make of a few things, put into a live database: one transaction, and only rows that differ."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import DatabaseError
from dossier.model.decision import Curation, State
from dossier.model.disagreement import Matter
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.statement import Statement
from dossier.store.belonging import Named, Place
from dossier.store.conclusion_rows import (
    entity_tables,
    event_tables,
    labels,
    matter_tables,
    participants,
    statement_tables,
)
from dossier.store.connection import check
from dossier.store.counts import Told, count_disputes, count_events, count_occurrences
from dossier.store.decision_rows import CORRECTED, settled
from dossier.store.found import IN, Found, listed
from dossier.store.ledger_rows import write_ledger
from dossier.store.mention_changes import put_mentions
from dossier.store.replace import replace

BUSY_SECONDS = 30.0
"""How long to wait for another writer."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Some of the things found, and what they are now."""

    things: Mapping[str, str]
    """The ids of the things found, and of parts that were split off from them, each with its sort."""
    referring: Mapping[str, str]
    """Citations that refer to them, by the id of the row: the entity found."""
    entities: Sequence[Entity]
    """As they are now, like all that follows."""
    events: Sequence[Event]
    statements: Sequence[Statement]
    matters: Sequence[Matter]
    curation: Curation
    """The decisions about these things, and what came of them; `moved` and `became` only of these things."""
    places: Collection[Place]
    """Where decisions say something of single mentions, or said before they were undone."""
    named: Sequence[Named]
    """The mentions that were found there."""
    found_events: Sequence[Event]
    """As they were found."""

    def now(self, thing: str) -> str | None:
        """The id that a thing has now; None where it was rejected."""
        return self.curation.became.get(thing, thing)

    def of(self, sort: str) -> list[str]:
        """The ids of the things of a sort."""
        return [id_ for id_, its in self.things.items() if its == sort]


@contextmanager
def writing(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection that has the database for itself; what it wrote is there when the block ends, or nothing is.

    Raises DatabaseError where the database cannot be written or another program writes to it for too long.
    """
    check(database)
    try:
        with closing(sqlite3.connect(database, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            # What is shown can be worked out again from the journals: it need not reach the disk at once.
            connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE;")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
    except sqlite3.Error as error:
        raise DatabaseError(f"{database} cannot show what was decided: {error}. The journal has kept it.") from error


def became(connection: sqlite3.Connection) -> dict[str, str | None]:
    """What became of the things that are no longer what was found."""
    return dict(connection.execute("SELECT thing, now FROM became WHERE now IS NOT thing").fetchall())


def moved(connection: sqlite3.Connection) -> dict[tuple[str, int], str]:
    """The mentions that were split off, by their place, with their entity."""
    return {(source, start): entity
            for source, start, entity in connection.execute("SELECT source, start, entity FROM moved")}  # fmt: skip


def states(connection: sqlite3.Connection) -> dict[str, State]:
    """How each decision stands that the database knows, in order."""
    return {id_: State(state) for id_, state in connection.execute(
        "SELECT id, state FROM decisions ORDER BY position")}  # fmt: skip


def against(connection: sqlite3.Connection) -> dict[str, str]:
    """Which decision each contradicted one stands against."""
    return dict(connection.execute("SELECT id, against FROM decisions WHERE against IS NOT NULL").fetchall())


def concerned(connection: sqlite3.Connection, decision: str) -> dict[str, str]:
    """The things found to which the words of a decision belong, each with its sort."""
    return dict(connection.execute("SELECT thing, sort FROM concerns WHERE decision = ?", [decision]).fetchall())


def deciding(connection: sqlite3.Connection, thing: str) -> list[str]:
    """The decisions whose words belong to a thing found."""
    return [id_ for (id_,) in connection.execute("SELECT decision FROM concerns WHERE thing = ?", [thing])]


def put(connection: sqlite3.Connection, now: Refreshed, journals: Curation, stamp: str) -> None:
    """Have the database show what these things are now. `journals` is everything that was decided, with how it stands;
    `stamp` the journals as `dossier.case.fingerprint` sees them."""
    found, before = Found(connection), became(connection)
    entities = _old(now.of("entity"), before) | {entity.id for entity in now.entities}
    events = _old(now.of("event"), before) | {event.id for event in now.events}
    told = Told(connection, entities, events)
    questioned = events | _in_question(connection, now.of("disagreement"))
    there = {*found.numbers("entity", now.of("entity")), *(entity.id for entity in now.entities)}
    touched = write_ledger(connection, now.things, now.places, there, now.curation, journals, stamp)
    regrouped = put_mentions(connection, now.named, now.entities, now.curation, entities, found.passages)
    _put_matters(connection, now, found)
    questioned |= _in_question(connection, now.of("disagreement"))
    _put_conclusions(connection, now, found, entities, events)
    outside = {thing: part_of for thing, part_of in before.items() if thing not in now.things}
    taking_part = participants(now.events, now.found_events, {**outside, **now.curation.became})
    replace(connection, "found_participants", "event", events, taking_part)
    changed = {id_ for id_ in now.of("entity") if before.get(id_, id_) != now.now(id_)}
    changed = {id_ for old in changed for id_ in (before.get(old, old), now.now(old)) if id_}
    count_occurrences(connection, {*changed, *(id_ for old in regrouped if (id_ := now.now(old)))})
    Told(connection, entities, events).put_right(connection, told)
    count_events(connection, changed)
    count_disputes(connection, questioned)
    _flag(connection, entities | events | touched)


def _put_conclusions(
    connection: sqlite3.Connection, now: Refreshed, found: Found, entities: set[str], events: set[str]
) -> None:
    numbers = {**found.numbers("entity", entities), **found.numbers("event", events)}
    statements, matters = now.of("statement"), now.of("disagreement")
    for tables, key, things in (
        (entity_tables(now.entities, numbers), "entity", entities),
        (event_tables(now.events, numbers, found.positions, found.passages), "event", events),
        (statement_tables(now.statements, found.passages), "statement", statements),
    ):
        for table, rows in tables:
            replace(connection, table, "id" if table in {"entities", "events", "statements"} else key, things, rows)
    called = labels(now.entities, now.events, now.matters)
    replace(connection, "labels", "target", {*entities, *events, *matters}, called)
    connection.executemany("UPDATE citations SET entity = ? WHERE id = ?", [
        (now.now(entity), int(row)) for row, entity in now.referring.items()])  # fmt: skip


def _put_matters(connection: sqlite3.Connection, now: Refreshed, found: Found) -> None:
    things = now.of("disagreement")
    places = {id_: number - 1 for id_, number in found.numbers("disagreement", things).items()}
    for table, rows in matter_tables(now.matters, places, found.passages, settled(now.curation)):
        replace(connection, table, "id" if table == "disagreements" else "disagreement", things, rows)


def _old(things: Iterable[str], before: Mapping[str, str | None]) -> set[str]:
    """The ids under which things are in the database."""
    return {now for id_ in things if (now := before.get(id_, id_)) is not None}


def _in_question(connection: sqlite3.Connection, matters: Sequence[str]) -> set[str]:
    return {id_ for (id_,) in connection.execute(
        f"SELECT DISTINCT target FROM disagreement_subjects WHERE disagreement {IN}", [listed(matters)])}  # fmt: skip


def _flag(connection: sqlite3.Connection, things: set[str]) -> None:
    """Mark what was decided."""
    for table in ("entities", "events", "sources"):
        connection.execute(
            f"UPDATE {table} SET decided = {CORRECTED % table} WHERE id {IN}", [listed(things)])
