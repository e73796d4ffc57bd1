"""What decisions make of a few things, put into a live database: one transaction, and only rows that differ."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dossier.errors import DatabaseError
from dossier.model.decision import Curation, State
from dossier.model.disagreement import Matter
from dossier.model.entity import Entity, EntityKind
from dossier.model.event import Event
from dossier.model.statement import Statement
from dossier.store.account_rows import participant_rows
from dossier.store.conclusion_rows import entity_tables, event_tables, labels, matter_tables, statement_tables
from dossier.store.connection import check
from dossier.store.decision_rows import CORRECTED, settled
from dossier.store.found import IN, Found, listed
from dossier.store.ledger_rows import write_ledger
from dossier.store.participation import repoint
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
    places: frozenset[tuple[str, int]]
    """Where the entities found are named: a source and an offset."""

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
    return dict(connection.execute("SELECT thing, now FROM became").fetchall())


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
    counted = entities | _taking_part(connection, events)
    _count_sources(connection, entities, events, -1)
    changed = {id_ for id_ in now.of("entity") if before.get(id_, id_) != now.curation.became.get(id_, id_)}
    counted |= {id_ for old in changed for id_ in (before.get(old, old), now.curation.became.get(old, old)) if id_}
    questioned = events | _in_question(connection, now.of("disagreement"))
    touched = write_ledger(connection, now.things, now.places, now.curation, journals, stamp)
    repoint(connection, changed, events)
    taking_part = (row for event in now.events for row in participant_rows(event))
    replace(connection, "participants", "event", events, taking_part)
    counted |= _taking_part(connection, events)
    _put_matters(connection, now, found)
    questioned |= _in_question(connection, now.of("disagreement"))
    _put_conclusions(connection, now, found, entities, events)
    _count(connection, counted, questioned)
    _count_sources(connection, entities, events, +1)
    _flag(connection, entities | events | touched)


def _put_conclusions(
    connection: sqlite3.Connection, now: Refreshed, found: Found, entities: set[str], events: set[str]
) -> None:
    numbers = {**found.numbers("entity", entities), **found.numbers("event", events)}
    parts = dict(connection.execute(f"SELECT id, events FROM entities WHERE id {IN}", [listed(entities)]).fetchall())
    disputes = dict(connection.execute(f"SELECT id, disputed FROM events WHERE id {IN}", [listed(events)]).fetchall())
    statements, matters = now.of("statement"), now.of("disagreement")
    for tables, key, things in (
        (entity_tables(now.entities, numbers, parts, found.positions, found.passages), "entity", entities),
        (event_tables(now.events, numbers, disputes, found.positions, found.passages), "event", events),
        (statement_tables(now.statements, found.passages), "statement", statements),
    ):
        for table, rows in tables:
            replace(connection, table, "id" if table in {"entities", "events", "statements"} else key, things, rows)
    called = labels(now.entities, now.events, now.matters)
    replace(connection, "labels", "target", {*entities, *events, *matters}, called)
    connection.executemany("UPDATE citations SET entity = ? WHERE id = ?", [
        (now.curation.became.get(entity, entity), int(row)) for row, entity in now.referring.items()])  # fmt: skip


def _put_matters(connection: sqlite3.Connection, now: Refreshed, found: Found) -> None:
    things = now.of("disagreement")
    places = {id_: number - 1 for id_, number in found.numbers("disagreement", things).items()}
    for table, rows in matter_tables(now.matters, places, found.passages, settled(now.curation)):
        replace(connection, table, "id" if table == "disagreements" else "disagreement", things, rows)


def _old(things: Iterable[str], before: Mapping[str, str | None]) -> set[str]:
    """The ids under which things are in the database."""
    return {now for id_ in things if (now := before.get(id_, id_)) is not None}


def _taking_part(connection: sqlite3.Connection, events: set[str]) -> set[str]:
    return {id_ for (id_,) in connection.execute(
        f"SELECT DISTINCT entity FROM participants WHERE event {IN}", [listed(events)])}  # fmt: skip


def _in_question(connection: sqlite3.Connection, matters: Sequence[str]) -> set[str]:
    return {id_ for (id_,) in connection.execute(
        f"SELECT DISTINCT target FROM disagreement_subjects WHERE disagreement {IN}", [listed(matters)])}  # fmt: skip


def _count(connection: sqlite3.Connection, entities: set[str], events: set[str]) -> None:
    """How many events each entity takes part in, and how many disagreements are about each event."""
    connection.execute(
        f"""UPDATE entities SET events = (SELECT count(*) FROM participants WHERE entity = entities.id)
            WHERE id {IN}""", [listed(entities)])
    connection.execute(
        f"""UPDATE events SET disputed = (
                SELECT count(*) FROM disagreement_subjects s JOIN disagreements d ON d.id = s.disagreement
                WHERE s.target = events.id AND NOT d.agrees AND d.settled IS NOT 'dismissed')
            WHERE id {IN}""", [listed(events)])


def _count_sources(connection: sqlite3.Connection, entities: set[str], events: set[str], sign: int) -> None:
    """Take away what these people and events add to the counts of their sources, or add it again."""
    people = connection.execute(
        f"""SELECT source, count(*) FROM (
                SELECT DISTINCT m.entity, m.source FROM entities e JOIN mentions m ON m.entity = e.id
                WHERE e.id {IN} AND e.kind = ? AND m.form = 'name') GROUP BY source""",
        [listed(entities), EntityKind.PERSON.value]).fetchall()  # fmt: skip
    told = connection.execute(
        f"""SELECT source, count(*) FROM (SELECT DISTINCT event, source FROM reports WHERE event {IN})
            GROUP BY source""", [listed(events)]).fetchall()
    for column, counts in (("people", people), ("events", told)):
        connection.executemany(f"UPDATE sources SET {column} = {column} + ? WHERE id = ?",
                               [(sign * number, source) for source, number in counts])  # fmt: skip


def _flag(connection: sqlite3.Connection, things: set[str]) -> None:
    """Mark what was decided."""
    for table in ("entities", "events", "sources"):
        connection.execute(
            f"UPDATE {table} SET decided = {CORRECTED % table} WHERE id {IN}", [listed(things)])
