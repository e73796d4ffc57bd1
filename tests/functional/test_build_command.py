"""`dossier build` as a process: what it prints where, what it writes where, and what bad documents do to it."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "ferry"
    (root / "letters").mkdir(parents=True)
    (root / "letters" / "1.txt").write_text("Captain Ada Byrne left Cork on 3 May 1911.", encoding="utf-8")
    (root / "2 [bold].md").write_text("# A note\n\nAda Byrne met John Doyle in Cork. [/red]", encoding="utf-8")
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    return root


def contents(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_progress_for_programs_and_faults_by_name(program: Any, folder: Path) -> None:
    before = contents(folder)
    result = program("build", str(folder), "--progress", "json")
    assert result.returncode == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(set(line) == {"stage", "done", "total", "item"} for line in lines)
    stages = list(dict.fromkeys(line["stage"] for line in lines))
    assert stages == ["read", "annotate", "resolve", "assemble", "write"]
    read = [line["item"] for line in lines if line["stage"] == "read"]
    assert read == ["2 [bold].md", "letters/1.txt", "picture.png"]
    assert "picture.png" in result.stderr
    assert "Traceback" not in result.stderr
    after = contents(folder)
    assert {name: content for name, content in after.items() if not name.startswith(".dossier")} == before
    assert all(
        stat.S_IMODE((folder / name).stat().st_mode) == 0o600
        for name in after if name.startswith(".dossier") and not name.endswith(".gitignore")
    )  # fmt: skip
    people = json.loads(program("people", "--case", str(folder), "--json").stdout)
    assert {person["name"] for person in people} >= {"Ada Byrne"}


def test_with_a_database_of_ones_choice_the_case_stays_as_it_is(program: Any, folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    assert program("build", str(folder), "--db", str(tmp_path / "out" / "f.db")).returncode == 1
    assert contents(folder) == before
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["f.cache.db", "f.db", "f.lock"]
    (folder / "3.txt").write_text("John Doyle left Cork in June 1911.", encoding="utf-8")
    assert program("build", str(tmp_path / "out" / "f.db")).returncode == 1
    sources = json.loads(program("sources", "--db", str(tmp_path / "out" / "f.db"), "--json").stdout)
    assert "3.txt" in {source["path"] for source in sources}


def test_a_case_that_cannot_be_written_to(program: Any, folder: Path) -> None:
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        result = program("build", str(folder))
        assert result.returncode == 1
        assert "cannot be written to" in result.stderr
        assert not (folder / ".dossier").exists()
    finally:
        folder.chmod(0o700)


def test_nothing_readable_is_one_clear_line(program: Any, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    result = program("build", str(tmp_path))
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "picture.png" in result.stderr


def test_a_foreign_file_in_the_way_is_set_aside(program: Any, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("My thesis.", encoding="utf-8")
    assert program("build", str(folder), "--db", str(tmp_path / "notes.txt")).returncode == 1
    assert (tmp_path / "notes.txt.old-1").read_text(encoding="utf-8") == "My thesis."
