"""The database changed, replaced, damaged or removed while the real browser has it open: it says so, and goes on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal


@pytest.fixture
def session(kestrel: Path) -> Iterator[Terminal]:
    with Terminal(["-m", "dossier", str(kestrel)]) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.wait_for("Thomas Reeve")
        yield terminal
        terminal.press("q")
    assert b"Traceback" not in terminal.output


def dossier(*words: str, case: Path) -> None:
    subprocess.run([sys.executable, "-m", "dossier", *words, "--case", str(case)], check=True, capture_output=True)


def test_what_another_program_decides_shows(session: Terminal, kestrel: Path) -> None:
    dossier("decide", "rename", "Thomas Reeve", "The man on the quay", "--by", "Ben", case=kestrel)
    session.wait_for("The man on the quay")
    session.press("j", "enter")
    session.wait_for("Ada Byrne")


def test_a_build_in_another_terminal_shows(session: Terminal, kestrel: Path) -> None:
    (kestrel / "log.txt").write_text("A log\n\nAda Byrne met Ines Okonjo at Cork on 4 May 1911.\n")
    subprocess.run([sys.executable, "-m", "dossier", "build", str(kestrel)], check=True, capture_output=True)
    session.wait_for("Ines Okonjo")


def notice(terminal: Terminal) -> str:
    """What is told in the corner, without its line breaks: where they fall depends on how long a path is."""
    return "".join(line.rpartition("▌")[2].replace(" ", "") for line in terminal.text.splitlines())


def replace(database: Path) -> None:
    shutil.copy(database, database.with_name("other.db"))
    os.replace(database.with_name("other.db"), database)


def overwrite(database: Path) -> None:
    database.write_bytes(b"This is no database. " * 1000)


def remove_all(database: Path) -> None:
    shutil.rmtree(database.parent)


@pytest.mark.parametrize(("harm", "said"), [
    (Path.unlink, "Thereisnodatabase"), (overwrite, "isnotadatabase"), (remove_all, "Thereisnodatabase"),
    (replace, ""),
])  # fmt: skip
def test_a_database_that_is_gone_is_told_and_made_again(session: Terminal, kestrel: Path, harm, said: str) -> None:  # type: ignore[no-untyped-def]
    database = kestrel / ".dossier" / "dossier.db"
    harm(database)
    if said:
        session.wait_until(lambda: said in notice(session))
    session.wait_until(lambda: database.exists() and database.read_bytes().startswith(b"SQLite format 3"))
    session.read(quiet=1.5)  # what lies there is looked at once a second
    dossier("decide", "rename", "Thomas Reeve", "The man on the quay", "--by", "Ben", case=kestrel)
    session.wait_for("The man on the quay")
