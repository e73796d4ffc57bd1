"""A new build replaces the live database for open readers at once, and loses nothing of what stood there."""

import sqlite3
import stat
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.errors import DatabaseError
from dossier.model.dossier import Dossier
from dossier.store import publish as publishing
from dossier.store.connection import open_reader, read_meta
from dossier.store.publish import publish
from dossier.store.writer import write

COUNTS = "SELECT (SELECT count(*) FROM events), (SELECT value FROM meta WHERE key = 'program')"


def build(dossier: Dossier, path: Path, version: str) -> Path:
    write(dossier, path, case="/cases/ferry", stamp={"program": version})
    return path


@pytest.fixture
def live(tmp_path: Path, dossier_records: Dossier) -> Path:
    target = tmp_path / "live.db"
    assert publish(build(dossier_records, tmp_path / "first.db", "1"), target) is None
    return target


def test_the_first_build_is_put_in_place_for_its_owner_alone(live: Path) -> None:
    assert [file.name for file in live.parent.iterdir()] == ["live.db"]
    assert stat.S_IMODE(live.stat().st_mode) == 0o600
    assert read_meta(live)["program"] == "1"


def test_an_open_reader_sees_the_new_state_after_its_query(
    tmp_path: Path, live: Path, dossier_records: Dossier
) -> None:
    with closing(open_reader(live)) as reader:
        reader.execute("BEGIN")
        assert tuple(reader.execute(COUNTS).fetchone()) == (1, "1")
        publish(build(replace(dossier_records, events=()), tmp_path / "second.db", "2"), live)
        assert tuple(reader.execute(COUNTS).fetchone()) == (1, "1")
        reader.execute("COMMIT")
        assert tuple(reader.execute(COUNTS).fetchone()) == (0, "2")
    assert read_meta(live)["program"] == "2"


def test_readers_in_other_threads_never_see_a_mixture(tmp_path: Path, live: Path, dossier_records: Dossier) -> None:
    seen: set[tuple[object, ...]] = set()
    ready, done = threading.Event(), threading.Event()

    def read() -> None:
        with closing(open_reader(live)) as reader:
            while not done.is_set():
                seen.add(tuple(reader.execute(COUNTS).fetchone()))
                ready.set()

    thread = threading.Thread(target=read)
    thread.start()
    try:
        assert ready.wait(10)
        for turn in range(2, 6):
            events = () if turn % 2 == 0 else dossier_records.events
            publish(build(replace(dossier_records, events=events), tmp_path / f"{turn}.db", str(turn)), live)
    finally:
        done.set()
        thread.join()
    assert seen <= {(1, "1"), (0, "2"), (1, "3"), (0, "4"), (1, "5")}
    assert tuple(sqlite3.connect(live).execute(COUNTS).fetchone()) == (1, "5")


def test_the_log_is_truncated(tmp_path: Path, live: Path, dossier_records: Dossier) -> None:
    with closing(open_reader(live)) as reader:
        reader.execute(COUNTS).fetchone()
        publish(build(dossier_records, tmp_path / "second.db", "2"), live)
        log = live.with_name("live.db-wal")
        assert log.stat().st_size == 0


@pytest.mark.parametrize("content", [b"My thesis. Do not lose.", b""])
def test_a_foreign_file_is_set_aside_whole(tmp_path: Path, dossier_records: Dossier, content: bytes) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(content)
    aside = publish(build(dossier_records, tmp_path / "new.db", "1"), target)
    assert read_meta(target)["program"] == "1"
    assert (aside.read_bytes() if aside else b"") == content


def test_a_database_of_another_page_size_or_schema_is_set_aside(tmp_path: Path, dossier_records: Dossier) -> None:
    target = tmp_path / "live.db"
    for number, pragma in enumerate(("page_size = 8192", "user_version = 99"), start=1):
        with closing(sqlite3.connect(target)) as other:
            other.executescript(f"PRAGMA {pragma}; CREATE TABLE t (x); INSERT INTO t VALUES ({number});")
        aside = publish(build(dossier_records, tmp_path / f"{number}.db", "1"), target)
        assert aside is not None
        with closing(sqlite3.connect(aside)) as kept:
            assert kept.execute("SELECT x FROM t").fetchone() == (number,)
        target.unlink()


def test_what_is_not_sound_is_not_put_in_place(tmp_path: Path, live: Path, dossier_records: Dossier) -> None:
    for number, damage in enumerate(
        ("DELETE FROM reports", "UPDATE passages SET text = 'other'", "DELETE FROM sources WHERE position = 0")
    ):
        new = build(dossier_records, tmp_path / f"bad-{number}.db", "2")
        with closing(sqlite3.connect(new)) as connection:
            connection.execute(damage)
            connection.commit()
        with pytest.raises(DatabaseError, match="not sound"):
            publish(new, live)
        assert read_meta(live)["program"] == "1"


def test_a_copy_that_fails_leaves_a_foreign_file_in_its_place(
    tmp_path: Path, dossier_records: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_new: Path, _live: Path) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(publishing, "_copy", full)
    (tmp_path / "notes.txt").write_text("My thesis.")
    with pytest.raises(DatabaseError, match="disk is full"):
        publish(build(dossier_records, tmp_path / "new.db", "1"), tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text() == "My thesis."


def test_another_writer_is_waited_for_and_then_named(
    tmp_path: Path, live: Path, dossier_records: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "BUSY_SECONDS", 0.3)
    new = build(dossier_records, tmp_path / "second.db", "2")
    with closing(sqlite3.connect(live, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseError, match="could not be copied"):
            publish(new, live)
        writer.execute("ROLLBACK")
    assert read_meta(live)["program"] == "1"
