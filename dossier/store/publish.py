"""A new database, checked and then copied over the live one, so that a reader sees the old state or the new one.

Renaming over a live database in WAL mode would bring its old rows back: a reader that has it open keeps the old
log alive, which SQLite then replays onto the new file. SQLite's backup API copies all pages in one transaction
instead (https://www.sqlite.org/backup.html).
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from dossier.errors import DatabaseError
from dossier.store.header import APPLICATION_ID, PAGE_SIZE, SCHEMA_VERSION, read_header
from dossier.store.writer import create_private

BUSY_SECONDS = 30.0
"""How long to wait for another writer to finish."""

_COMPANIONS = ("-wal", "-shm", "-journal")

_MARKS = f"""
    PRAGMA page_size = {PAGE_SIZE};
    PRAGMA application_id = {APPLICATION_ID};
    PRAGMA user_version = {SCHEMA_VERSION};
"""
"""Written to a new file before its log: whatever ends this process later, the file stays recognizably ours."""

_COUNTS = {
    "mentions of an entity": """
        SELECT 1 FROM entities e WHERE NOT EXISTS (SELECT 1 FROM decided)
        AND mentions <> (SELECT count(*) FROM mentions WHERE entity = e.id
                         AND form = iif(e.kind = 'anonymous', 'nominal', 'name'))""",
    "reports of an event": """
        SELECT 1 FROM events e WHERE reports < 1 OR reports <> (SELECT count(*) FROM reports WHERE event = e.id)""",
    "records of what was found": """
        -- Where a reader decided something, what is shown differs from what was found.
        SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM decided) AND (
            (SELECT count(*) FROM found_entities) <> (SELECT count(*) FROM entities)
            OR (SELECT count(*) FROM found_events) <> (SELECT count(*) FROM events)
            OR (SELECT count(*) FROM found_statements) <> (SELECT count(*) FROM statements))""",
}
"""What must not return a row in a fresh build, by what is then miscounted."""


def publish(new: Path, live: Path) -> Path | None:
    """Check the database file `new`, copy it over `live` in one transaction and remove it.

    Returns where a `live` file was set aside that could not be copied over (of another schema or page size,
    or no database of ours), else None. Raises DatabaseError, with `live` unchanged, where `new` does not pass
    its check, another writer holds `live`, or the disk is full.
    """
    verify(new)
    aside = _set_aside(live)
    if not live.exists():
        create_private(live)
    try:
        _copy(new, live)
    except sqlite3.Error as error:
        if aside is not None:
            discard(live)
            _move(aside, live)
        raise DatabaseError(f"The new database could not be copied to {live}: {error}. It is unchanged.") from error
    discard(new)
    return aside


def verify(path: Path) -> None:
    """Raise DatabaseError unless pages, references, full-text indexes and counts of a fresh build are sound."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            problems = [row[0] for row in connection.execute("PRAGMA quick_check") if row[0] != "ok"]
            problems += [f"reference from {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
            problems += [name for name, query in _COUNTS.items() if connection.execute(query + " LIMIT 1").fetchone()]
            for index in ("passages_fts", "labels_fts"):
                # Rank 1 compares the index with the rows that it indexes, not only with itself.
                connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            connection.rollback()
    except sqlite3.Error as error:
        problems = [str(error)]
    if problems:
        raise DatabaseError(f"The new database {path} is not sound ({problems[0]}) and was not put in place.")


def discard(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it, where they exist."""
    for companion in ("", *_COMPANIONS):
        path.with_name(path.name + companion).unlink(missing_ok=True)


def _copy(new: Path, live: Path) -> None:
    deadline = time.monotonic() + BUSY_SECONDS

    def give_up(status: int, _remaining: int, _total: int) -> None:
        if status != sqlite3.SQLITE_DONE and time.monotonic() > deadline:
            raise sqlite3.OperationalError("another program is writing to it")

    with closing(sqlite3.connect(new)) as source, closing(sqlite3.connect(live, timeout=BUSY_SECONDS)) as target:
        if live.stat().st_size == 0:
            target.executescript(_MARKS)
        target.execute("PRAGMA journal_mode = WAL")
        target.execute("PRAGMA synchronous = FULL")
        # All pages in one step are one transaction; Python repeats a step for ever while another one writes.
        source.backup(target, progress=give_up)
        # A reader in the middle of a query keeps the log; then it is truncated when the last one closes.
        target.execute("PRAGMA busy_timeout = 200")
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _set_aside(live: Path) -> Path | None:
    """Move away what a backup cannot be copied over. An empty file is nothing to keep."""
    if not live.exists() or live.stat().st_size == 0:
        return None
    try:
        if read_header(live).current:
            return None
    except DatabaseError:
        if not live.is_file():
            raise
    aside = _free_name(live)
    _move(live, aside)
    return aside


def _move(path: Path, to: Path) -> None:
    """Rename a database file with what SQLite keeps beside it."""
    for companion in ("", *_COMPANIONS):
        file = path.with_name(path.name + companion)
        if file.exists():
            file.rename(to.with_name(to.name + companion))


def _free_name(live: Path) -> Path:
    number = 1
    while (aside := live.with_name(f"{live.name}.old-{number}")).exists():
        number += 1
    return aside
