"""What opens as a case's database, what does not, and what a reader cannot do."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dossier.errors import DatabaseError
from dossier.model.dossier import Dossier
from dossier.store.connection import open_reader
from dossier.store.publish import publish
from dossier.store.writer import write


@pytest.fixture
def database(tmp_path: Path, dossier_records: Dossier) -> Path:
    write(dossier_records, tmp_path / "new", case="/cases/ferry", stamp={})
    publish(tmp_path / "new", tmp_path / "case #1?.db")
    return tmp_path / "case #1?.db"


def refuse(path: Path, reason: str) -> None:
    with pytest.raises(DatabaseError, match=reason):
        open_reader(path)


def test_rows_have_names(database: Path) -> None:
    with closing(open_reader(database)) as connection:
        assert connection.execute("SELECT name FROM people").fetchone()["name"] == "Ada Byrne"


@pytest.mark.parametrize("statement", ["DELETE FROM meta", "CREATE TABLE x (y)", "PRAGMA user_version = 9"])
def test_a_reader_cannot_write(database: Path, statement: str) -> None:
    with closing(open_reader(database)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute(statement)


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    refuse(tmp_path / "none.db", "There is no database")
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    refuse(tmp_path, "is a folder")
    (tmp_path / "empty.db").touch()
    refuse(tmp_path / "empty.db", "is empty")
    (tmp_path / "text.db").write_text("SQLite format 3, they said. " * 10)
    refuse(tmp_path / "text.db", "is not a database")
    os.mkfifo(tmp_path / "pipe.db")
    refuse(tmp_path / "pipe.db", "not a regular file")


def test_other_databases_are_refused(tmp_path: Path, database: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
    refuse(other, "another program")
    for version, reason in ((99, "newer dossier"), (0, "older dossier")):
        with closing(sqlite3.connect(database)) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        refuse(database, reason)


def test_a_damaged_database_is_an_error_for_people(tmp_path: Path, database: Path) -> None:
    content = database.read_bytes()
    for name, damaged in (("short", content[:5000]), ("torn", content[:100] + b"\xff" * (len(content) - 100))):
        (tmp_path / name).write_bytes(damaged)
        refuse(tmp_path / name, "cannot be read")


def test_a_database_in_a_folder_that_cannot_be_written_to(tmp_path: Path, database: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    database.rename(folder / "case.db")
    folder.chmod(0o500)
    try:
        with closing(open_reader(folder / "case.db")) as connection:
            assert connection.execute("SELECT count(*) FROM sources").fetchone()[0] == 4
    finally:
        folder.chmod(0o700)


def test_a_reader_loads_only_the_standard_library() -> None:
    script = (
        "import sys, dossier.store.connection\n"
        "print([name for name in ('sqlite_utils', 'msgspec', 'spacy', 'click') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
