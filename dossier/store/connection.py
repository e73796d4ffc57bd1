"""Read-only connections to a case's database: standard library only, and safe on a file from a stranger."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from dossier.errors import DatabaseError
from dossier.store.header import SCHEMA_VERSION, read_header

BUSY_SECONDS = 5.0
"""How long a reader waits while a new build is copied over the database."""

_GUARDS = """
    PRAGMA query_only = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
"""


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection to the dossier database at `path`, its rows `sqlite3.Row`.

    One a thread; only `interrupt()` and `close()` are called from another. Raises DatabaseError where the
    file is missing, empty, damaged, no database, another program's, or of another schema.
    """
    check(path)
    connection = None
    try:
        connection = _connect(path)
        connection.executescript(_GUARDS)
        connection.execute("SELECT key, value FROM meta LIMIT 1").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if connection is not None:
            connection.close()
        raise DatabaseError(
            f"{path} cannot be read as a dossier database ({error}). It is derived from the documents: "
            "delete it and run `dossier build CASE`."
        ) from error
    connection.row_factory = sqlite3.Row
    return connection


def check(path: Path) -> None:
    """Raise DatabaseError unless the file at `path` bears the marks of a database this version reads."""
    header = read_header(path)
    if not header.ours:
        raise DatabaseError(f"{path} is a database of another program, not one that `dossier build` made.")
    if header.schema_version > SCHEMA_VERSION:
        raise DatabaseError(
            f"{path} was made by a newer dossier (schema {header.schema_version}; this one reads "
            f"{SCHEMA_VERSION}). Update dossier, or build again from the documents with --db another file."
        )
    if not header.current:
        raise DatabaseError(f"{path} was made by an older dossier. Build it again: dossier build CASE --db {path}")


def read_meta(path: Path) -> dict[str, str]:
    """What the database at `path` remembers of its build, by key. Raises DatabaseError as `open_reader` does."""
    connection = open_reader(path)
    try:
        return dict(connection.execute("SELECT key, value FROM meta").fetchall())
    except sqlite3.Error as error:
        raise DatabaseError(f"{path} is damaged ({error}). Delete it and run `dossier build CASE`.") from error
    finally:
        connection.close()


def data_version(connection: sqlite3.Connection) -> int:
    """A number that is another one after another program wrote (https://www.sqlite.org/pragma.html#pragma_data_version);
    -1 where what lies there is no database."""
    try:
        found: int = connection.execute("PRAGMA data_version").fetchone()[0]
    except sqlite3.Error:
        return -1
    return found


def _connect(path: Path) -> sqlite3.Connection:
    """Open read-only; a database in a folder that cannot be written to is opened as one that nobody changes."""
    uri = "file:" + quote(str(path.resolve())) + "?mode=ro"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        # A write-ahead log needs a lock file beside the database; without one to replay, none is needed.
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = sqlite3.connect(uri + "&immutable=1", uri=True, check_same_thread=False)
    return connection
