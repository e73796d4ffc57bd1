"""The reader in a pseudo-terminal: what reaches the clipboard, the pager over it, and what opening costs."""

import base64
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import COURIER, write_invented
from synthetic import write_synthetic
from terminal import BROWSE, Terminal

PAGER = """import sys
print("PAGER GOT", sys.argv[1:], flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A database whose documents lie where it says."""
    database = write_invented(tmp_path / "dossier.db")
    (tmp_path / "courier.txt").write_text(COURIER)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'case'", [str(tmp_path)])
    return database


@pytest.fixture
def terminal(case: Path, tmp_path: Path) -> Iterator[Terminal]:
    pager = tmp_path / "pager.py"
    pager.write_text(PAGER)
    environment = {"PAGER": f"{sys.executable} {pager}", "DOSSIER_HOME": str(tmp_path / "home")}
    with Terminal(["-c", BROWSE, str(case)], env=environment) as opened:
        opened.wait_for("IN THIS CASE")
        yield opened


def copied(written: bytes) -> list[str]:
    """What a terminal puts on its clipboard."""
    return [base64.b64decode(found).decode() for found in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", written)]


def test_the_clipboard_gets_the_words_with_their_citation_once(terminal: Terminal) -> None:
    terminal.press("3")
    terminal.press("enter")
    terminal.wait_for("ran aground")
    terminal.press("down", "down")
    terminal.press("v")
    terminal.wait_for("y copy")
    terminal.press("v")
    written = terminal.press("y")
    assert copied(written) == [
        "“The ferry Halcyon ran aground on the Carrick bar on the night of 3 March 1911.”\n"
        "— Halcyon strikes the Carrick bar, The Courier, 06 Mar 1911 (inferred), courier.txt:5"]
    assert "Sent 16 words" in terminal.text


def test_the_original_is_over_the_screen_until_its_program_ends(terminal: Terminal, tmp_path: Path) -> None:
    terminal.press("3")
    terminal.press("enter")
    terminal.wait_for("ran aground")
    terminal.press("o")
    terminal.wait_for("PAGER GOT")
    assert str(tmp_path / "courier.txt") in terminal.text.replace("\n", "")
    terminal.press("enter")
    terminal.wait_for("courier.txt opened in python")
    terminal.press("2")
    terminal.wait_for("ran aground")


@pytest.fixture(scope="module", params=[1, 10], ids=["1 MB", "10 MB"])
def long_source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one source of so many megabytes."""
    path = tmp_path_factory.mktemp("case") / "dossier.db"
    write_synthetic(path, people=500, events=500, sources=1, passages=4_000 * request.param)
    return path


def test_a_long_source_opens_in_its_middle_and_moves_in_few_bytes(long_source: Path) -> None:
    with Terminal(["-c", BROWSE, str(long_source)]) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.press("3")
        opened = terminal.press("enter", quiet=1.5)
        terminal.wait_for("0 %")
        assert len(opened) <= 11_000
        assert max(len(terminal.press("down")) for _ in range(4)) <= 600
        assert len(terminal.press("G", quiet=0.6)) <= 11_000
        terminal.wait_for("100 %")
        terminal.press("N", "N")
        assert max(len(terminal.press("N")) for _ in range(3)) <= 1_500
        terminal.press("v")
        assert max(len(terminal.press("\x1b[C")) for _ in range(4)) <= 600
