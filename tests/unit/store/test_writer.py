"""A dossier written to a file holds every record, opens in any SQLite tool and is for its owner alone."""

import json
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from dossier.errors import DatabaseError
from dossier.model.dossier import Dossier
from dossier.store.connection import open_reader, read_meta
from dossier.store.publish import verify
from dossier.store.source_labels import LABEL_LENGTH, label
from dossier.store.writer import write


@pytest.fixture
def database(tmp_path: Path, dossier_records: Dossier) -> Path:
    target = tmp_path / "new.db"
    write(dossier_records, target, case="/cases/ferry", stamp={"program": "9.9"})
    return target


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(open_reader(path)) as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_a_fresh_database_is_sound(database: Path) -> None:
    verify(database)


def test_only_the_owner_may_read_it(database: Path) -> None:
    assert stat.S_IMODE(database.stat().st_mode) == 0o600


def test_an_existing_file_is_never_written_to(database: Path, dossier_records: Dossier) -> None:
    before = database.read_bytes()
    with pytest.raises(DatabaseError, match="cannot be created"):
        write(dossier_records, database, case="", stamp={})
    assert database.read_bytes() == before


def test_a_full_disk_is_an_error_for_people(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; sys.path.insert(0, sys.argv[1])\n"
        "from conftest import make_dossier; from dossier.store.writer import write; from pathlib import Path\n"
        "from dossier.errors import DatabaseError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try:\n    write(make_dossier(), Path(sys.argv[2]), case='', stamp={})\n"
        "except DatabaseError as error:\n    print(error)\n"
    )
    words = [sys.executable, "-c", script, str(Path(__file__).parents[2]), str(tmp_path / "full.db")]
    result = subprocess.run(words, capture_output=True, text=True, check=True)
    assert result.stdout.startswith(f"The database could not be written in {tmp_path}")


def test_meta_remembers_the_case_and_the_stamp(database: Path) -> None:
    meta = read_meta(database)
    assert (meta["case"], meta["program"], meta["title"]) == ("/cases/ferry", "9.9", "The ferry")


@pytest.mark.parametrize("table", ["mentions", "dates", "passages"])
def test_every_span_holds_its_text(database: Path, table: str) -> None:
    there = "substr(texts.text, start + 1, end - start)"
    found = rows(database, f"SELECT {table}.text, {there} FROM {table} JOIN texts USING (source)")
    assert found
    assert all(stored == standing for stored, standing in found)


def test_texts_keep_their_newlines_and_characters(database: Path, dossier_records: Dossier) -> None:
    assert [text for (text,) in rows(database, "SELECT text FROM texts ORDER BY source")] == [
        document.source.text for document in dossier_records.documents
    ]


def test_counts_beside_a_line(database: Path) -> None:
    assert rows(database, "SELECT mentions, sources, events, role, affiliation FROM people") == [
        (4, 2, 1, "of Cork Lines", "Cork Lines")
    ]
    assert rows(database, "SELECT label, people, events FROM sources WHERE fault IS NULL ORDER BY position") == [
        ("The ferry", 1, 1),
        ("Byrne — née O’Hara — of Cork Lines met nobody.", 1, 1),
    ]
    assert rows(database, "SELECT alias, mentions FROM aliases WHERE entity = 'person-byrne' ORDER BY position") == [
        ("Byrne", 2), ("Ada Byrne", 1), ("Ada", 1),
    ]  # fmt: skip
    assert rows(database, "SELECT source, mentions FROM appearances WHERE entity = 'person-byrne'") == [
        ("source-letter", 2), ("source-note", 2),
    ]  # fmt: skip


def test_an_event_is_bounded_and_counted_once_for_each_participant(database: Path) -> None:
    assert rows(database, "SELECT date, earliest, latest, reports, sources, first_source FROM events") == [
        ("1911-05-03", "1911-05-03", "1911-05-03", 2, 2, 0)
    ]
    assert rows(database, "SELECT entity, role FROM participants") == [
        ("person-byrne", "agent"), ("place-cork", "place"),
    ]  # fmt: skip


def test_lines_are_those_of_the_file(database: Path) -> None:
    assert rows(database, "SELECT line FROM passages WHERE source = 'source-letter' ORDER BY position") == [
        (1,), (3,), (5,), (6,),
    ]  # fmt: skip


def test_what_could_not_be_read_is_a_source_with_its_reason(database: Path) -> None:
    assert rows(database, "SELECT path, chars, fault FROM sources WHERE sha256 IS NULL ORDER BY position") == [
        ("broken.pdf", 0, "It is no text."), ("bad-�.txt", 0, "Not UTF-8."),
    ]  # fmt: skip


def test_a_fault_of_a_document_that_was_read_stands_beside_it(tmp_path: Path, dossier_records: Dossier) -> None:
    fault = replace(dossier_records.faults[0], path="note.txt", stage="annotate")
    write(replace(dossier_records, faults=(fault,)), tmp_path / "one.db", case="", stamp={})
    assert rows(tmp_path / "one.db", "SELECT path, fault FROM sources WHERE fault IS NOT NULL") == [
        ("note.txt", "It is no text.")
    ]


def test_found_records_are_whole(database: Path) -> None:
    ((record,),) = rows(database, "SELECT record FROM found_events")
    event = json.loads(str(record))
    assert event["participants"][0] == {"entity": "person-byrne", "role": "agent"}
    assert event["reports"][0]["date_span"] == {"start": 44, "end": 54}


def test_it_is_an_ordinary_database_for_sqlite_utils(database: Path) -> None:
    with closing(Database(database)) as db:
        assert {"people", "organizations", "places", "vehicles"} <= set(db.view_names())
        assert [row["text"] for row in db["passages"].search("tide")] == [
            "She sailed in May 1911; Ada was late 🚢 and so was the tide."
        ]
        assert [row["target"] for row in db["labels"].search("byrne", order_by="id")] == [
            "person-byrne", "person-byrne", "event-sailing", "source-note",
        ]  # fmt: skip


def test_a_short_label_ends_at_a_word(dossier_records: Dossier) -> None:
    document = dossier_records.documents[1]
    text = "Nobody at the harbour office in Queenstown could remember the last ferry of the night. Then came rain."
    passage = replace(document.passages[0], span=replace(document.passages[0].span, start=0, end=len(text)))
    shown = label(replace(document, source=replace(document.source, text=text), passages=(passage,)))
    assert shown == "Nobody at the harbour office in Queenstown could remember…"
    assert len(shown) <= LABEL_LENGTH + 1
    assert label(replace(document, passages=())) == "note.txt"


def test_nothing_is_kept_of_a_load_that_breaks(tmp_path: Path, dossier_records: Dossier) -> None:
    twice = replace(dossier_records, events=(dossier_records.events[0], dossier_records.events[0]))
    with pytest.raises(sqlite3.IntegrityError):
        write(twice, tmp_path / "broken.db", case="", stamp={})
    with closing(sqlite3.connect(tmp_path / "broken.db")) as connection:
        assert connection.execute("SELECT count(*) FROM mentions").fetchone() == (0,)
    with pytest.raises(DatabaseError, match="not sound"):
        verify(tmp_path / "broken.db")
