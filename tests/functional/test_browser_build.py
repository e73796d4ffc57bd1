"""Opening a case that has no database yet: the browser is there at once, the build runs beside it."""

import os
import signal
import time
from pathlib import Path

import pytest
from terminal import Terminal

TEXT = """The loss of the Halcyon

On 4 March 1911 the ferry Halcyon was lost at Carrick. Captain Aldous Verrin said: "The light was dark."

The Harbour Board said on 6 March 1911 that Aldous Verrin had left Lowestead at dusk.
"""
OPEN = """
import sys
from pathlib import Path
from dossier.tui.launch import run
sys.exit(run(Path(sys.argv[2]), case=Path(sys.argv[1])))
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "gazette.txt").write_text(TEXT)
    return folder


def test_the_panes_fill_when_the_case_is_read(case: Path, tmp_path: Path) -> None:
    with Terminal(["-c", OPEN, str(case), str(tmp_path / "new.db")]) as terminal:
        terminal.wait_for("Reading the case")
        terminal.press("2")
        terminal.wait_for("Aldous Verrin")
        terminal.wait_for("IN THIS CASE")
        terminal.press("q")
        assert terminal.end() == 0


def test_a_build_is_stopped_and_goes_on(case: Path, tmp_path: Path) -> None:
    for number in range(12):
        (case / f"copy{number}.txt").write_text(TEXT.replace("Verrin", f"Verrin{chr(97 + number)}") * 10)
    with Terminal(["-c", OPEN, str(case), str(tmp_path / "new.db")]) as terminal:
        terminal.wait_for("Ctrl+R stops it")
        group = _child(terminal.pid)
        # Nothing is listed yet: keys do no harm.
        terminal.press("2", "down", " ", "enter", "w", "t", "esc")
        terminal.press("\x12")
        terminal.wait_for("Not read to the end")
        terminal.wait_until(lambda: not _alive(group))
        terminal.press("\x12")
        terminal.wait_for("Reading the case")
        terminal.wait_for("Aldous Verrin")
        terminal.press("q")
        assert terminal.end() == 0


def test_keys_do_what_they_do_while_the_case_is_read_again(kestrel: Path) -> None:
    (kestrel / "log.txt").write_text("A log\n\nAda Byrne met Ines Okonjo at Cork on 4 May 1911.\n" * 20)
    with Terminal(["-m", "dossier", str(kestrel)]) as terminal:
        terminal.wait_for("updating")
        terminal.press("2", "enter")
        terminal.wait_for("REPORTS")
        terminal.press("/", *"pumps", "enter")
        terminal.wait_for("Search: pumps")
        assert "updating" in terminal.text
        terminal.wait_for("Ines Okonjo")
        assert "Search: pumps" in terminal.text
        terminal.press("q")
        assert terminal.end() == 0


def test_quitting_ends_the_build(case: Path, tmp_path: Path) -> None:
    for number in range(40):
        (case / f"copy{number}.txt").write_text(TEXT.replace("Verrin", f"Verrin {number}") * 40)
    with Terminal(["-c", OPEN, str(case), str(tmp_path / "new.db")]) as terminal:
        terminal.wait_for("Reading the case")
        group = _child(terminal.pid)
        terminal.press("q")
        assert terminal.end() == 0
    for _ in range(100):
        if not _alive(group):
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("The build went on after the browser was closed.")


def test_a_case_that_cannot_be_built_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with Terminal(["-c", OPEN, str(empty), str(tmp_path / "new.db")]) as terminal:
        terminal.wait_for("This case cannot be opened")
        terminal.press("q")
        assert terminal.end() == 2


def _child(pid: int) -> int:
    """The process group of the build that a browser started."""
    for _ in range(100):
        for entry in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = entry.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == pid:
                return int(entry.parent.name)
        time.sleep(0.05)
    raise AssertionError("No build was started.")


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
