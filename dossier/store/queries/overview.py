"""The case as a whole: its title and how much is in it."""

import sqlite3
from typing import NamedTuple


class Overview(NamedTuple):
    """What the head of the screen and the first page say."""

    title: str
    description: str
    case: str
    """Path of the case's folder, as the database remembers it."""
    entities: dict[str, int]
    """Number of entities by kind."""
    events: int
    disagreements: int
    sources: int
    faults: int
    first_year: str | None
    last_year: str | None


def overview(connection: sqlite3.Connection) -> Overview:
    """Read it; a few index look-ups, whatever the size of the case."""
    meta = remembered(connection)
    kinds = dict(connection.execute("SELECT kind, count(*) FROM entities GROUP BY kind"))
    events, first, last = connection.execute(
        "SELECT count(*), min(earliest), max(earliest) FROM events").fetchone()
    differs = connection.execute(
        "SELECT count(*) FROM disagreements WHERE NOT agrees AND settled IS NULL").fetchone()[0]
    sources, faults = connection.execute("SELECT count(*), count(fault) FROM sources").fetchone()
    return Overview(meta.get("title") or "", meta.get("description") or "", meta.get("case") or "", kinds, events,
                    differs, sources, faults, first and first[:4], last and last[:4])


def remembered(connection: sqlite3.Connection) -> dict[str, str]:
    """What the database remembers of its build, by key."""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def title(connection: sqlite3.Connection) -> str:
    """The case's title; empty where it has none."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'title'").fetchone()
    return row[0] or "" if row else ""


def folder(connection: sqlite3.Connection) -> str:
    """Path of the folder that the case was read from; empty where the database does not say."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'case'").fetchone()
    return row[0] or "" if row else ""
