"""A finished dossier → a new database file, through sqlite-utils."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table

from dossier.errors import DatabaseError
from dossier.model.decision import Curation
from dossier.model.dossier import Dossier
from dossier.store import schema
from dossier.store.conclusion_rows import conclusion_tables
from dossier.store.counts import count_all
from dossier.store.decision_rows import CORRECTED, decision_tables, settled
from dossier.store.header import SCHEMA_VERSION
from dossier.store.source_rows import Rows, source_tables

PRIVATE = 0o600
"""Databases hold confidential text: for their owner's eyes only."""


NOTHING_DECIDED = Curation((), {}, {}, ())


def write(
    dossier: Dossier, target: Path, *, case: str, stamp: Mapping[str, str], found: Dossier | None = None,
    curation: Curation = NOTHING_DECIDED,
) -> None:  # fmt: skip
    """Write everything `dossier` holds to the new file `target`, full-text indexes included.

    `found` is what the program concluded before the decisions of `curation` (None: the same).

    `case` is the case's path, which the database remembers; `stamp` what the build saw of the documents (see
    `dossier.case.fingerprint`). All rows come in one transaction, so that a broken load leaves no half of one. Raises
    DatabaseError where `target` cannot be created, already exists, or the disk is full.
    """
    create_private(target)
    try:
        with closing(Database(target, execute_plugins=False)) as db:
            # `publish` checks what is written here and copies it: only the copy has to outlive a power failure.
            db.execute("PRAGMA synchronous = OFF")
            _load(db, _tables(dossier, found or dossier, curation), {
                **stamp, "case": case, "title": dossier.title, "description": dossier.description})
    except sqlite3.OperationalError as error:
        raise DatabaseError(f"The database could not be written in {target.parent}: {error}.") from error


def _load(db: Database, tables: Iterator[tuple[str, Rows]], meta: Mapping[str, str]) -> None:
    schema.create(db)
    db.execute("PRAGMA foreign_keys = ON")
    said = {**meta, "schema_version": str(SCHEMA_VERSION)}
    with db.atomic():
        _insert(db, "meta", ({"key": key, "value": value} for key, value in said.items()))
        for table, records in tables:
            _insert(db, table, records)
        count_all(db.conn)
        for table in ("entities", "events", "sources"):
            db.execute(f"UPDATE {table} SET decided = 1 WHERE {CORRECTED % table}")
    schema.index_text(db)
    db.execute("ANALYZE")
    db.commit()


def create_private(path: Path) -> None:
    """Create an empty file that only its owner can read; SQLite gives a log beside it the same rights.

    Raises DatabaseError where it exists or its folder cannot be written to.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE))
    except OSError as error:
        raise DatabaseError(f"{path} cannot be created: {error.strerror}. Choose another place with --db.") from error


def _tables(dossier: Dossier, found: Dossier, curation: Curation) -> Iterator[tuple[str, Rows]]:
    yield from source_tables(dossier)
    yield from conclusion_tables(dossier, found=found, curation=curation, settled=settled(curation))
    yield from decision_tables(curation)


def _insert(db: Database, table: str, records: Rows) -> None:
    target = db[table]
    if not isinstance(target, Table):
        raise TypeError(f"{table} is a view")
    target.insert_all(records)
