"""Which case is opened, and where its database, cache and decisions lie."""

import os
import stat
from pathlib import Path

import pytest

from dossier.case import Case, build_lock, choose, database_case, example, open_case, remember
from dossier.errors import CaseError, DatabaseError
from dossier.model.dossier import Dossier
from dossier.resources import example_case
from dossier.store.writer import write


@pytest.fixture(autouse=True)
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Ferry letters").mkdir()
    (tmp_path / "Ferry letters" / "letter.txt").write_text("Byrne left Cork.")
    return tmp_path / "Ferry letters"


def test_everything_lies_in_the_case(folder: Path) -> None:
    case = open_case(folder)
    assert case.title == "Ferry letters"
    assert case.places.db == folder / ".dossier" / "dossier.db"
    others = (case.places.cache, case.places.decisions, case.places.lock)
    assert {path.parent for path in others} == {folder / ".dossier"}
    assert case.places.reason == ""


def test_opening_writes_nothing(folder: Path, data_home: Path) -> None:
    open_case(folder)
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]
    assert not data_home.exists()


def test_a_case_that_cannot_be_written_to_lives_in_the_data_directory(folder: Path, data_home: Path) -> None:
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        case = open_case(folder)
    finally:
        folder.chmod(0o700)
    assert case.places.db.is_relative_to(data_home)
    assert "cannot be written" in case.places.reason


def test_cases_of_one_name_are_kept_apart(tmp_path: Path, data_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.case.places._writable", lambda _folder: False)
    folders = [tmp_path / name / "letters" for name in ("a", "b")]
    for place in folders:
        place.mkdir(parents=True)
    databases = {open_case(place).places.db for place in folders}
    assert len(databases) == 2
    assert all(database.is_relative_to(data_home) for database in databases)


def test_the_bundled_case_is_never_written_to(data_home: Path) -> None:
    case = example()
    assert case.root == example_case().resolve()
    assert case.places.db.is_relative_to(data_home)
    assert case.places.decisions.is_relative_to(data_home)


def test_with_a_database_of_ones_choice_nothing_lies_in_the_case(folder: Path, tmp_path: Path) -> None:
    case = open_case(folder, tmp_path / "out" / "ferry.db")
    outside = (case.places.db, case.places.cache, case.places.lock)
    assert {path.parent for path in outside} == {tmp_path / "out"}
    assert len(set(outside)) == 3
    assert case.places.decisions == folder / ".dossier" / "decisions"
    with build_lock(case):
        assert not (folder / ".dossier").exists()


def test_the_cases_own_database_named_with_db_keeps_its_places(folder: Path) -> None:
    assert open_case(folder, folder / ".dossier" / "dossier.db").places == open_case(folder).places
    bundled = example()
    assert open_case(bundled.root, bundled.places.db).places == bundled.places


@pytest.mark.parametrize(
    ("name", "reason"), [("none", "does not exist"), ("Ferry letters/letter.txt", "is not a folder")]
)
def test_what_is_no_folder_is_named(folder: Path, name: str, reason: str) -> None:
    with pytest.raises(CaseError, match=reason):
        open_case(folder.parent / name)


def test_a_database_remembers_its_case(folder: Path, tmp_path: Path, dossier_records: Dossier) -> None:
    write(dossier_records, tmp_path / "f.db", case=str(folder), stamp={})
    assert database_case(tmp_path / "f.db").root == folder
    assert choose(tmp_path / "f.db").places.db == tmp_path / "f.db"
    folder.rename(tmp_path / "moved")
    gone = database_case(tmp_path / "f.db")
    assert "is gone" in gone.warnings[0]
    assert gone.places.db == tmp_path / "f.db"


def test_a_file_that_is_no_database_is_not_a_case(folder: Path) -> None:
    with pytest.raises(DatabaseError, match="is not a database"):
        choose(folder / "letter.txt")


def test_without_a_word_it_is_the_last_case_or_the_bundled_one(folder: Path, data_home: Path) -> None:
    assert choose().root == example_case().resolve()
    remember(open_case(folder))
    assert choose().root == folder
    assert stat.S_IMODE((data_home / "last-case.json").stat().st_mode) == 0o600
    folder.rename(folder.with_name("moved"))
    assert choose().root == example_case().resolve()


def test_the_last_database_of_ones_choice(folder: Path, tmp_path: Path, dossier_records: Dossier) -> None:
    write(dossier_records, tmp_path / "f.db", case=str(folder), stamp={})
    remember(database_case(tmp_path / "f.db"))
    assert choose().places.db == tmp_path / "f.db"


@pytest.mark.parametrize("record", ["", "[]", '{"case": 3}', "{", "é"])
def test_a_damaged_memory_is_no_memory(data_home: Path, record: str) -> None:
    data_home.mkdir()
    (data_home / "last-case.json").write_text(record, encoding="utf-8")
    assert choose().root == example_case().resolve()


def test_a_data_directory_that_cannot_be_made_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_HOME", str(folder / "letter.txt" / "below-a-file"))
    remember(open_case(folder))
    assert choose().root == example_case().resolve()


def test_folders_are_private_and_git_sees_only_decisions(folder: Path) -> None:
    with build_lock(open_case(folder)):
        own = folder / ".dossier"
        assert stat.S_IMODE(own.stat().st_mode) == 0o700
        assert (own / ".gitignore").read_text() == "/*\n!/decisions/\n"
        assert stat.S_IMODE((own / "lock").stat().st_mode) == 0o600


def test_one_build_at_a_time(folder: Path) -> None:
    case: Case = open_case(folder)
    with build_lock(case), pytest.raises(CaseError, match=f"process {os.getpid()}"), build_lock(case):
        pass
    with build_lock(case):
        pass


def test_what_a_killed_build_left_is_swept(folder: Path) -> None:
    case = open_case(folder)
    (folder / ".dossier" / ".build-x").mkdir(parents=True)
    (folder / ".dossier" / ".build-x" / "dossier.db").touch()
    with build_lock(case):
        assert not list((folder / ".dossier").glob(".build-*"))
