"""Colours and keys as the user has them, in a pseudo-terminal."""

import re
from pathlib import Path

import pytest
from invented import write_invented
from terminal import BROWSE, Terminal

RENDITION = re.compile(rb"\x1b\[([\d;]*)m")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db")


@pytest.fixture
def user(tmp_path: Path) -> dict[str, str]:
    """A user who has chosen nothing yet."""
    # The plugin that compares pictures sets the last one for all processes.
    return {"DOSSIER_HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path), "TEXTUAL_COLOR_SYSTEM": "auto"}


def browse(halcyon: Path, user: dict[str, str], **env: str) -> Terminal:
    return Terminal(["-c", BROWSE, str(halcyon)], env={**user, **env})


def codes(output: bytes) -> set[bytes]:
    """Everything that was ever said of how characters look."""
    return {code for codes in RENDITION.findall(output) for code in codes.split(b";")}


def quit_of(terminal: Terminal) -> int:
    terminal.press("q")
    return terminal.end()


def test_without_colour_nothing_is_lost(halcyon: Path, user: dict[str, str]) -> None:
    with browse(halcyon, user, NO_COLOR="1") as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.press("3", "enter")
        terminal.wait_for("Share this article")
        terminal.press("n")
        terminal.wait_for("1 of")
        terminal.press("?")
        terminal.wait_for("Keys in the reader")
        terminal.press("esc")
        assert quit_of(terminal) == 0
    # 39 and 49 are the terminal's own two colours; the rest is bold, dim, italic, lines under it, reversed.
    looks = {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"21", b"39", b"49"}
    assert {b"1", b"4", b"7"} <= codes(terminal.output) <= looks


@pytest.mark.parametrize("term", ["vt100", "linux", "xterm", "screen", "no-such-terminal"])
def test_a_terminal_of_few_colours_gets_its_own(halcyon: Path, user: dict[str, str], term: str) -> None:
    with browse(halcyon, user, TERM=term, COLORTERM="") as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.press("down", "enter")
        terminal.wait_for("4 ")
        assert quit_of(terminal) == 0
    assert not codes(terminal.output) & {b"38", b"48"}


def test_a_chosen_theme_is_kept(halcyon: Path, user: dict[str, str]) -> None:
    with browse(halcyon, user) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.press("T")
        terminal.wait_for("theme: light")
        assert quit_of(terminal) == 0
    with browse(halcyon, user) as terminal:
        terminal.wait_for("IN THIS CASE")
        assert b"48;2;251;250;247" in terminal.output
        assert b"48;2;17;20;27" not in terminal.output
        assert quit_of(terminal) == 0


def test_keys_are_the_users_own_and_mistakes_are_told(halcyon: Path, user: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "keys.toml").write_text('search = "F"\nquit = "Q"\nsort = "w"\n')
    with browse(halcyon, user) as terminal:
        terminal.wait_for("w would be both")
        terminal.wait_for("F search")
        terminal.press("q")
        terminal.press("F")
        terminal.press(*"lamp")
        terminal.wait_for("2 PASSAGES")
        terminal.press("esc")
        terminal.press("?")
        terminal.wait_for("Keys in the panes")
        terminal.press("esc")
        terminal.press("Q")
        assert terminal.end() == 0


def test_a_newcomer_is_told_what_is_where_until_the_keys_are_known(halcyon: Path, user: dict[str, str]) -> None:
    with browse(halcyon, user) as terminal:
        terminal.wait_for("New here?")
        for words in ("open it", "keep only what belongs to it", "search all"):
            terminal.wait_for(words)
        terminal.press("enter")
        terminal.wait_for("✓ ⏎")
        terminal.press("1", " ")
        terminal.wait_for("✓ Space")
        terminal.press("/")
        assert "New here?" not in terminal.text
        terminal.press("esc")
        terminal.press("H")
        terminal.wait_for("New here?")
        terminal.press("H")
        assert "New here?" not in terminal.text
        assert quit_of(terminal) == 0
    with browse(halcyon, user) as terminal:
        terminal.wait_for("IN THIS CASE")
        assert "New here?" not in terminal.text
        assert quit_of(terminal) == 0


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40), (200, 60)])
def test_the_hint_fits(halcyon: Path, user: dict[str, str], columns: int, lines: int) -> None:
    with Terminal(["-c", BROWSE, str(halcyon)], env=user, columns=columns, lines=lines) as terminal:
        terminal.wait_for("New here?")
        terminal.wait_for("search all")
        terminal.wait_for("q quit")
        assert quit_of(terminal) == 0
