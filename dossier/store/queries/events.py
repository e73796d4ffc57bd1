"""Events, who takes part in them, and each source's report."""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from dossier.store.queries.filters import WHOLE, Reach, placeholders

LANES = 16
"""The most sources that a line can show one by one."""
DENSE, COUNTED = 900, 50_000
"""Measured: how many steps of a sort cost as much as the way to one event more; and to where events are counted."""
_COLUMNS = (
    "rowid, id, label, kind, date, earliest, latest, status, reports, sources, date_inferred, disputed, date_basis, "
    "decided"
)


class EventRow(NamedTuple):
    """An event as a list shows it; dates are EDTF, `earliest` and `latest` ISO days."""

    rowid: int
    id: str
    label: str
    kind: str
    date: str | None
    earliest: str | None
    latest: str | None
    status: str
    reports: int
    sources: int
    date_inferred: bool
    disputed: int = 0
    """Disagreements in which it is in question."""
    date_basis: str = ""
    """What an inferred date rests on, in words."""
    decided: int = 0
    """Whether a reader decided something about it."""
    spread: tuple[int, ...] = ()
    """Reports per source, in the order of the sources, where they were asked for."""


class ParticipantRow(NamedTuple):
    """An entity that takes part in an event."""

    entity: str
    kind: str
    name: str
    role: str


class ReportRow(NamedTuple):
    """One source's account of an event; offsets are code points of the source's text."""

    source: str
    position: int
    source_label: str
    start: int
    end: int
    date: str | None
    date_start: int | None
    date_end: int | None
    status: str
    passage_start: int
    passage_text: str
    path: str
    passage_line: int
    """Line of the file at which the passage begins, from 1."""
    rule: str
    """Which rule made it a report of an event."""
    basis: str
    """What that and its date rest on, in words; may be empty."""
    passage: int
    """Its id."""
    shown: str = ""
    """Its words as the reader shows them, where whoever presents it has looked that up."""

    @property
    def words(self) -> str:
        """The words of the report."""
        return self.passage_text[self.start - self.passage_start : self.end - self.passage_start]

    @property
    def line(self) -> int:
        """Line of the file at which the report begins, from 1."""
        return self.passage_line + self.passage_text.count("\n", 0, self.start - self.passage_start)


class SpanOfReport(NamedTuple):
    """Where a source reports an event; offsets are code points of its text."""

    start: int
    end: int
    event: str
    label: str
    status: str


class RoleInEvent(NamedTuple):
    """An event with the roles that one entity has in it."""

    event: EventRow
    roles: tuple[str, ...]


def rows(connection: sqlite3.Connection, rowids: Sequence[int]) -> dict[int, EventRow]:
    """The rows with these rowids, by rowid; rows that are gone are left out."""
    return {row[0]: _row(row) for row in connection.execute(
        f"SELECT {_COLUMNS} FROM events WHERE rowid IN ({placeholders(rowids)})", rowids)}


def widely_told(connection: sqlite3.Connection, most: int) -> list[EventRow]:
    """The events that the most sources report, at least two, at most `most`; in order of date."""
    # Of those of the most reports, which an index has in order: to ask all takes as long as they are many.
    found = connection.execute(
        "SELECT rowid FROM events WHERE rowid IN "
        "(SELECT rowid FROM events WHERE reports > 1 ORDER BY reports DESC, earliest LIMIT ?) "
        "AND sources > 1 ORDER BY sources DESC, reports DESC LIMIT ?", (most * 10, most))
    chosen = [rowid for (rowid,) in found]
    return [_row(row) for row in connection.execute(
        f"SELECT {_COLUMNS} FROM events WHERE rowid IN ({placeholders(chosen)}) "
        "ORDER BY sort_date IS NULL, sort_date, first_source, first_start", chosen)]


def rows_with_spread(connection: sqlite3.Connection, rowids: Sequence[int]) -> dict[int, EventRow]:
    """The same with how often each source reports the event; without where there are more than `LANES` sources."""
    found, number = rows(connection, rowids), connection.execute("SELECT count(*) FROM sources").fetchone()[0]
    if number > LANES:
        return found
    spread = {row.id: [0] * number for row in found.values()}
    for event, position, reports_ in connection.execute(
        f"""SELECT r.event, s.position, count(*) FROM reports r JOIN sources s ON s.id = r.source
            WHERE r.event IN (SELECT id FROM events WHERE rowid IN ({placeholders(rowids)}))
            GROUP BY r.event, s.position""", rowids,
    ):
        spread[event][position] = reports_
    return {rowid: row._replace(spread=tuple(spread[row.id])) for rowid, row in found.items()}


def get(connection: sqlite3.Connection, id: str) -> EventRow | None:  # noqa: A002
    """One event by id, None where there is none (any more)."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM events WHERE id = ?", [id]).fetchone()
    return _row(row) if row else None


def _row(row: Sequence[Any]) -> EventRow:
    return EventRow(*(*row[:10], bool(row[10]), *row[11:]))


def participants(connection: sqlite3.Connection, id: str) -> list[ParticipantRow]:  # noqa: A002
    """Who and what takes part in an event, most mentioned first, each in the role that says most: of two people found
    that are one, each may have had its own."""
    found = [ParticipantRow(*row) for row in connection.execute(
        """SELECT e.id, e.kind, e.name, p.role FROM participants p JOIN entities e ON e.id = p.entity
           WHERE p.event = ? ORDER BY e.mentions DESC, e.sort_name, e.id""", [id])]
    from dossier.model.event import ROLES  # noqa: PLC0415 (the browser's first frame lists events, and nobody in them)

    told = {row.entity: row for row in sorted(found, key=lambda row: -ROLES.index(row.role))}
    return [told[entity] for entity in dict.fromkeys(row.entity for row in found)]


def reports(connection: sqlite3.Connection, id: str, limit: int = 200) -> list[ReportRow]:  # noqa: A002
    """Each source's account of an event, in order of source and offset; at most `limit`."""
    return [ReportRow(*row) for row in connection.execute(
        """SELECT r.source, s.position, s.label, r.start, r.end, r.date, r.date_start, r.date_end, r.status,
                  p.start, p.text, s.path, p.line, r.rule, r.basis, p.id
           FROM reports r JOIN sources s ON s.id = r.source JOIN passages p ON p.id = r.passage
           WHERE r.event = ? ORDER BY s.position, r.start LIMIT ?""", [id, limit])]


def tellers(connection: sqlite3.Connection, id: str) -> list[str]:  # noqa: A002
    """Who is said to have told of an event, else the labels of the sources that report it, in their order."""
    told = connection.execute(
        """SELECT e.name FROM participants p JOIN entities e ON e.id = p.entity
           WHERE p.event = ? AND p.role = 'speaker' GROUP BY e.id
           ORDER BY e.mentions DESC, e.sort_name""", [id]).fetchall()
    return [name for (name,) in told or connection.execute(
        """SELECT label FROM sources WHERE id IN (SELECT source FROM reports WHERE event = ?)
           ORDER BY position""", [id])]


def _walks(connection: sqlite3.Connection, entity: str) -> bool:
    """Whether the first events of an entity are found sooner among all events by date than by sorting its own.

    Of 46,000 out of 100,000 the first 200 take 2 ms so, and 50 ms sorted; walking costs as much where the square of
    its own number is `DENSE` times that of all.
    """
    own: int = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM participants WHERE entity = ? LIMIT ?)", [entity, COUNTED]).fetchone()[0]
    every: int = connection.execute("SELECT coalesce(max(rowid), 0) FROM events").fetchone()[0]
    return own * own > DENSE * every


def of_entity(connection: sqlite3.Connection, entity: str, limit: int = 500) -> list[RoleInEvent]:
    """The events an entity takes part in, by date, each with its roles; at most `limit` events."""
    found: dict[int, tuple[EventRow, list[str]]] = {}
    columns = ", ".join(f"v.{name.strip()}" for name in _COLUMNS.split(","))
    # A CROSS JOIN is done in the order it is written in.
    joined = ("events v CROSS JOIN participants p ON p.event = v.id" if _walks(connection, entity) else
              "participants p CROSS JOIN events v ON v.id = p.event")  # fmt: skip
    for *row, role in connection.execute(
        f"""SELECT {columns}, p.role FROM {joined} WHERE p.entity = ?
            ORDER BY v.sort_date IS NULL, v.sort_date, v.first_source, v.first_start, p.role LIMIT ?""",
        [entity, limit],
    ):
        found.setdefault(row[0], (_row(row), []))[1].append(role)
    return [RoleInEvent(event, tuple(roles)) for event, roles in found.values()]


def of_source(connection: sqlite3.Connection, source: str, reach: Reach = WHOLE) -> list[SpanOfReport]:
    """Where a source reports events, in order of offset."""
    return [SpanOfReport._make(row) for row in connection.execute(
        """SELECT r.start, r.end, r.event, v.label, r.status FROM reports r JOIN events v ON v.id = r.event
           WHERE r.source = ? AND r.start >= ? AND r.start < ? ORDER BY r.start, r.end""", [source, *reach])]
