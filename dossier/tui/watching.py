"""Whether another program changed, replaced or removed the database that is open."""

import sqlite3
from pathlib import Path

from dossier.errors import DatabaseError
from dossier.store.connection import check, data_version
from dossier.store.header import read_header
from dossier.tui.session import Session

SECONDS = 1.0
"""How often to look: two files' times, and only where one differs a number in the database."""

Seen = tuple[int, int, int, int]


class Watch:
    """Compares the files with what they were when the session's connection was opened."""

    def __init__(self) -> None:
        self._connection: sqlite3.Connection | None = None
        self._seen: tuple[Seen | None, ...] = (None, None)
        self._version = -1

    def remember(self, session: Session) -> None:
        """What lies there now that the session has opened it."""
        self._connection, self._seen = session.connection, _seen(session.database)
        self._version = -1 if session.connection is None else data_version(session.connection)

    def changed(self, session: Session) -> bool:
        """Whether the database is no longer what it was when the session opened it, or when this was last asked."""
        if session.connection is None or session.connection is not self._connection:
            return False
        before, version = self._seen, self._version
        if _seen(session.database) == before:
            return False
        self.remember(session)
        file, at = self._seen[0], before[0]
        return version != self._version or file is None or at is None or file[:2] != at[:2]


def lost(database: Path) -> str:
    """Why there is no database to read any more, in words; empty where there is one."""
    try:
        check(database)
    except DatabaseError as error:
        return str(error)
    return ""


def can_be_made_again(database: Path) -> bool:
    """Whether a build may write there: no database of another version lies there, which somebody may still want."""
    try:
        return not read_header(database).ours
    except DatabaseError:
        return True


def _seen(database: Path) -> tuple[Seen | None, ...]:
    """Which file lies there with its log, how long they are and when they changed; None where there is none."""
    return tuple(_status(path) for path in (database, database.with_name(database.name + "-wal")))


def _status(path: Path) -> Seen | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
