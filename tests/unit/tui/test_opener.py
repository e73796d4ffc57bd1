"""Which program opens an original, and with what: never a shell, never a name taken for an option."""

from pathlib import Path

import pytest

from dossier.tui import opener


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("sys.platform", "linux")
    return folder


def install(programs: Path, *names: str) -> None:
    for name in names:
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)


HOSTILE = Path("/case/a; touch b $(c) `d` -rf.txt")


def test_the_pager_one_has_set_goes_to_the_line(programs: Path) -> None:
    install(programs, "less", "xdg-open")
    how = opener.opening(HOSTILE, 7, {"PAGER": "less -S", "DISPLAY": ":0"})
    assert how == opener.Opening((str(programs / "less"), "-S", "-+F", "+7", str(HOSTILE)), True, True)
    assert how.tell("a.txt", 7) == "a.txt:7 opened in less"


def test_a_pager_of_which_nothing_is_known_gets_the_file_alone(programs: Path) -> None:
    install(programs, "bat")
    how = opener.opening(HOSTILE, 7, {"PAGER": "bat --style=plain"})
    assert how == opener.Opening((str(programs / "bat"), "--style=plain", str(HOSTILE)), True, False)
    assert how.tell("a.txt", 7) == "a.txt opened in bat"


@pytest.mark.parametrize("pager", ["cat", "", "no-such-program", "less '"])
def test_where_no_pager_is_set_that_works_the_desktop_opens_it(programs: Path, pager: str) -> None:
    install(programs, "cat", "less", "xdg-open")
    how = opener.opening(HOSTILE, 7, {"PAGER": pager, "WAYLAND_DISPLAY": "wayland-0"})
    assert how == opener.Opening((str(programs / "xdg-open"), str(HOSTILE)), False, False)


def test_without_a_desktop_less_is_taken(programs: Path) -> None:
    install(programs, "less", "xdg-open")
    how = opener.opening(HOSTILE, 3, {})
    assert how is not None
    assert how.command == (str(programs / "less"), "-+F", "+3", str(HOSTILE))


def test_what_is_no_text_goes_to_the_desktop_or_nowhere(programs: Path) -> None:
    install(programs, "less", "xdg-open")
    paper = Path("/case/report.PDF")
    assert opener.opening(paper, 1, {"PAGER": "less"}) is None
    how = opener.opening(paper, 1, {"PAGER": "less", "DISPLAY": ":0"})
    assert how is not None
    assert how.command == (str(programs / "xdg-open"), str(paper))


def test_with_nothing_installed_there_is_nothing(programs: Path) -> None:
    assert opener.opening(HOSTILE, 1, {"PAGER": "less", "DISPLAY": ":0"}) is None


def test_macs_open(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    install(programs, "open")
    assert opener.opening(HOSTILE, 1, {}) == opener.Opening((str(programs / "open"), str(HOSTILE)), False, False)
