"""A case has changed when its documents, its manifest or the program have, and not when a clock has."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.case import Case, changed, fingerprint, open_case
from dossier.model.dossier import Dossier
from dossier.store.writer import write


@pytest.fixture
def built(tmp_path: Path, dossier_records: Dossier) -> tuple[Case, Path]:
    root = tmp_path / "case"
    root.mkdir()
    for document in dossier_records.documents:
        (root / document.source.path).write_bytes(document.source.text.encode())
    case = open_case(root)
    write(dossier_records, tmp_path / "f.db", case=str(root), stamp=fingerprint(case))
    return case, tmp_path / "f.db"


def test_nothing_has_changed(built: tuple[Case, Path]) -> None:
    assert not changed(*built)


def test_an_edited_document_of_the_same_length(built: tuple[Case, Path]) -> None:
    case, db = built
    note = case.root / "note.txt"
    note.write_bytes(note.read_bytes().replace(b"1911", b"1912"))
    os.utime(note, ns=(1, 1))
    assert changed(case, db)


def test_a_document_only_touched(built: tuple[Case, Path]) -> None:
    case, db = built
    os.utime(case.root / "note.txt", ns=(1, 1))
    assert not changed(case, db)


@pytest.mark.parametrize("name", ["new.txt", "folder/new.md"])
def test_a_new_document(built: tuple[Case, Path], name: str) -> None:
    case, db = built
    (case.root / name).parent.mkdir(exist_ok=True)
    (case.root / name).write_text("New.")
    assert changed(case, db)


def test_a_document_is_gone(built: tuple[Case, Path]) -> None:
    case, db = built
    (case.root / "note.txt").unlink()
    assert changed(case, db)


def test_a_file_that_is_no_document(built: tuple[Case, Path]) -> None:
    case, db = built
    (case.root / ".DS_Store").write_text("x")
    assert not changed(case, db)


def test_the_manifest(built: tuple[Case, Path]) -> None:
    case, db = built
    (case.root / "dossier.toml").write_text('title = "Other"')
    assert changed(open_case(case.root), db)


def test_the_program(built: tuple[Case, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.case.freshness.__version__", "99")
    assert changed(*built)


def test_a_database_that_cannot_be_read_is_built_again(built: tuple[Case, Path], tmp_path: Path) -> None:
    assert changed(built[0], tmp_path / "none.db")


def test_a_case_whose_folder_is_gone_cannot_have_changed(built: tuple[Case, Path], tmp_path: Path) -> None:
    case, db = built
    case.root.rename(tmp_path / "moved")
    assert not changed(replace(case), db)


def test_a_file_name_that_is_no_utf8(built: tuple[Case, Path]) -> None:
    case, _ = built
    try:
        (case.root / os.fsdecode(b"bad-\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system holds only UTF-8 names")
    assert fingerprint(case)["documents"].isascii()
