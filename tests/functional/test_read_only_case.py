"""A case that nobody may write to, with the real program: decisions go to the user's data directory, say so, and hold
whatever becomes of the case."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from dossier.case import open_case

CONFINED = """
import ctypes, os, sys
if os.geteuid() == 0:
    # Permissions do not bind an administrator who may override them (linux/capability.h: CAP_DAC_OVERRIDE and
    # CAP_DAC_READ_SEARCH; linux/prctl.h: PR_CAPBSET_DROP).
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "dossier", *sys.argv[1:]])
"""
"""Runs dossier as somebody to whom permissions apply."""


def confined(*words: str | Path) -> list[str]:
    return ["-c", CONFINED, *map(str, words)]


@pytest.fixture
def locked(kestrel: Path) -> Iterator[Path]:
    """The built case, in which something was decided already; now nothing in it can be written."""
    assert run("decide", "rename", "Thomas Reeve", "T. Reeve", case=kestrel)[0] == 0
    own = kestrel / ".dossier"
    kept = own / "decisions"
    for folder in (kept, own, kestrel):
        folder.chmod(0o500)
    if subprocess.run([sys.executable, "-c", CONFINED.replace('"-m", "dossier", *sys.argv[1:]', '"-c", sys.argv[1]'),
                       f"import os; raise SystemExit(os.access({str(own)!r}, os.W_OK))"], check=False).returncode:
        unlock(kestrel)
        pytest.skip("permissions do not bind here")
    yield kestrel
    unlock(kestrel)


def unlock(case: Path) -> None:
    for folder in (case, case / ".dossier", case / ".dossier" / "decisions"):
        folder.chmod(0o700)


def run(*words: str, case: Path, status: int | None = None) -> tuple[int, str, str]:
    by = ["--by", "Ada"] if words[0] in {"decide", "undo"} else []
    done = subprocess.run([sys.executable, *confined(*words, *by, "--case", case)], capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def states(case: Path) -> dict[str, str]:
    _, out, _ = run("decisions", "--json", case=case)
    return {one["verb"]: one["state"] for one in json.loads(out)}


def names(case: Path, *, build: bool = False) -> set[str]:
    if build:
        subprocess.run([sys.executable, *confined("build", case)], check=True, capture_output=True)
    _, out, _ = run("people", "--json", case=case)
    return {one["name"] for one in json.loads(out)}


def everything(case: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(case.rglob("*")) if path.is_file()}


def test_decisions_go_to_the_data_directory_and_hold_whatever_becomes_of_the_case(locked: Path) -> None:
    before = everything(locked)
    assert "T. Reeve" in names(locked)
    status, _, said = run("decide", "rename", "Ada Byrne", "Captain Byrne", case=locked)
    data = Path(os.environ["DOSSIER_HOME"]).resolve()
    assert status == 0
    assert f"kept in {data}" in said.replace("\n", "")
    assert "the case is not written to" in said
    assert {"T. Reeve", "Captain Byrne"} <= names(locked)
    assert everything(locked) == before
    _, told, _ = run("info", case=locked)
    assert f"Decisions also lie in, and hold:   {locked / '.dossier' / 'decisions'}" in told
    (erasing,) = [line for line in told.splitlines() if line.startswith("To erase your decisions")]
    assert str(locked / ".dossier" / "decisions") in erasing
    assert str(data) in erasing

    # On another machine, with the journal in its user's directory; then where the case can be written to again.
    moved = data.with_name("elsewhere")
    data.rename(moved)
    assert "Captain Byrne" not in names(locked, build=True)
    for journal in moved.glob("cases/*/decisions/*.jsonl"):
        there = data / journal.relative_to(moved)
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(journal, there)
    assert {"T. Reeve", "Captain Byrne"} <= names(locked, build=True)
    unlock(locked)
    assert {"T. Reeve", "Captain Byrne"} <= names(locked, build=True)
    status, _, said = run("undo", case=locked)
    assert status == 0
    assert "not written to" not in said
    assert "Captain Byrne" not in names(locked)
    assert (locked / ".dossier" / "decisions" / "ada.jsonl").read_text().count("\n") == 2


def test_the_browser_says_where_it_keeps_them(locked: Path) -> None:
    before = everything(locked)
    with Terminal(confined(locked)) as terminal:
        terminal.wait_for("T. Reeve")
        terminal.wait_for("IN THIS CASE")
        terminal.press("a")
        terminal.wait_for("Enter: choose")
        terminal.press("r")
        terminal.wait_for("Takes effect at once")
        terminal.press("\x15")
        terminal.wait_for("Type some words")
        terminal.press(*"Somebody")
        terminal.wait_for("Takes effect at once")
        terminal.press("enter")
        terminal.wait_for("the case is not")
    assert everything(locked) == before
    assert states(locked)["rename"] == "holds"
    assert "Somebody" in names(locked)
    assert open_case(locked).places.elsewhere
