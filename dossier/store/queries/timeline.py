"""Events by time: where each stands, in which sources, and how many where there are too many to show.

Instants are minutes since 1970-01-01T00:00, as `dossier.model.instant` counts them.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dossier.model.instant import minute_of
from dossier.store.queries.documents import COULD_TELL
from dossier.store.queries.events import EventRow
from dossier.store.queries.filters import Noun, Pin, Restriction, conditions, placeholders
from dossier.store.queries.ids import SORTS

_instant = lru_cache(1 << 16)(minute_of)
"""Many events share a day; years that SQLite's calendar does not have are instants too."""


class Moments(NamedTuple):
    """The dated events of a case in order of date; two arrays of eight bytes an event."""

    rowids: "array[int]"
    starts: "array[int]"
    """When each can have happened at the earliest, or, where that is not known, at the latest."""
    undated: int
    """Events without a date, which no scale shows."""
    marked: "array[int]"
    """Every instant at which one of them can begin or end, each once, in order: an axis has room for all of these."""


class Told(NamedTuple):
    """That a source reports an event, with the date it gives."""

    event: int
    """The event's rowid."""
    source: str
    date: str | None
    """EDTF; None where that source gives none."""


class Counted(NamedTuple):
    """How many events a source reports that begin in one stretch of time."""

    source: str
    day: str
    """The stretch: the beginning of an ISO date."""
    events: int


def moments(connection: sqlite3.Connection, restriction: Restriction) -> Moments:
    """When the events that a restriction leaves happened: one pass over an index."""
    where, values = conditions(Noun.EVENT, "", restriction)
    found = connection.execute(
        f"""SELECT rowid, coalesce(earliest, latest), latest FROM events
            WHERE {where} AND sort_date IS NOT NULL ORDER BY {SORTS[Noun.EVENT]["date"]}, rowid""", values).fetchall()
    rowids, starts = array("q", (row[0] for row in found)), array("q", (_instant(row[1]) or 0 for row in found))
    if any(later < earlier for earlier, later in pairwise(starts)):
        # As text, years before Christ do not sort as time does.
        order = sorted(range(len(starts)), key=starts.__getitem__)
        rowids, starts = (array("q", (column[place] for place in order)) for column in (rowids, starts))
    total = connection.execute(f"SELECT count(*) FROM events WHERE {where}", values).fetchone()[0]
    ends = {_instant(latest) for latest in {row[2] for row in found} if latest}
    marked = array("q", sorted({*starts, *(end for end in ends if end is not None)}))
    return Moments(rowids, starts, total - len(found), marked)


def lanes(connection: sqlite3.Connection, pins: Sequence[Pin]) -> "array[int]":
    """The rowids of the sources that stand beside one another under what is pinned, in order: the pinned ones, else
    those that belong to it; what could not be read is left out."""
    where, values = conditions(Noun.SOURCE, "", Restriction(tuple(pins)))
    pinned = [pin.id for pin in pins if pin.noun is Noun.SOURCE]
    if pinned:
        where, values = f"{where} AND id IN ({placeholders(pinned)})", [*values, *pinned]
    return array("q", (rowid for (rowid,) in connection.execute(
        f"SELECT rowid FROM sources WHERE {where} AND fault IS NULL ORDER BY position", values)))


def told(connection: sqlite3.Connection, events: Sequence[int], sources: Sequence[str]) -> list[Told]:
    """Which of these sources report which of these events (rowids), in order of source and event."""
    return [Told(*row) for row in connection.execute(
        f"""SELECT v.rowid, r.source, r.date FROM events v JOIN reports r ON r.event = v.id
            WHERE v.rowid IN ({placeholders(events)}) AND r.source IN ({placeholders(sources)})
            ORDER BY r.source, v.rowid, r.start""", [*events, *sources])]


def counted(
    connection: sqlite3.Connection, sources: Sequence[str], since: str, until: str, prefix: int,
    restriction: Restriction,
) -> list[Counted]:  # fmt: skip
    """How many events each of these sources reports in each stretch of time between two ISO days: of the events that
    stand on or after `since` and before `until`, those whose dates agree in the first `prefix` characters."""
    where, values = conditions(Noun.EVENT, "", restriction)
    # By source first, whatever the planner thinks: of many sources only a screenful of lanes is asked for.
    return [Counted(*row) for row in connection.execute(
        f"""SELECT r.source, substr(v.day, 1, ?), count(DISTINCT r.event) FROM reports r
            CROSS JOIN (SELECT id, coalesce(earliest, latest) AS day FROM events
                        WHERE {where} AND sort_date IS NOT NULL) v
            WHERE v.id = r.event AND r.source IN ({placeholders(sources)}) AND v.day >= ? AND v.day < ?
            GROUP BY 1, 2""", [prefix, *values, *sources, since, until])]


def silent(connection: sqlite3.Connection, event: str, limit: int) -> tuple[list[str], int]:
    """The labels of the readable sources that could report an event and do not, at most `limit`, and how many there
    are."""
    could = COULD_TELL.format(event="v", source="s")
    where = f"""fault IS NULL AND id NOT IN (SELECT source FROM reports WHERE event = ?)
        AND EXISTS (SELECT 1 FROM events v WHERE v.id = ? AND {could})"""
    labels = [label for (label,) in connection.execute(
        f"SELECT label FROM sources s WHERE {where} ORDER BY position LIMIT ?", [event, event, limit])]
    number: int = connection.execute(f"SELECT count(*) FROM sources s WHERE {where}", [event, event]).fetchone()[0]
    return labels, number


def before(connection: sqlite3.Connection, event: EventRow, number: int) -> list[int]:
    """The rowids of the events that come before one in order of date, the nearest first."""
    return _beside(connection, event, number, "<", "DESC")


def after(connection: sqlite3.Connection, event: EventRow, number: int) -> list[int]:
    """Likewise of those that come after it."""
    return _beside(connection, event, number, ">", "ASC")


def _beside(connection: sqlite3.Connection, event: EventRow, number: int, than: str, way: str) -> list[int]:
    columns = ("sort_date", "first_source", "first_start", "rowid")
    order, key = ", ".join(f"{column} {way}" for column in columns), ", ".join(columns)
    return [rowid for (rowid,) in connection.execute(
        f"""SELECT rowid FROM events
            WHERE sort_date IS NOT NULL AND ({key}) {than} (SELECT {key} FROM events WHERE rowid = :rowid)
            ORDER BY sort_date IS NULL {way}, {order} LIMIT :number""",
        {"rowid": event.rowid, "number": number})]
