"""The real program in a pseudo-terminal: a session from beginning to end, its bytes, and what it must survive."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import write_invented
from synthetic import write_synthetic
from terminal import BROWSE, Terminal

HOSTILE = {
    "evil.txt": "Evil\x1b]0;owned\x07 title\n\n\x1b]52;c;aGk=\x1b\\ \x9b2J \u202e [red]x[/red] "
    + "[@click=app.quit]boo[/]\n\n"
    + "日本語のテキスト 🚢 " * 30 + "\n\nna\u0308ive e\u0301tude\n"
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db", extra=HOSTILE)


@pytest.fixture(scope="module", params=[5, 100_000], ids=["5 people", "100,000 people"])
def synthetic(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "dossier.db"
    size = request.param
    write_synthetic(path, people=size, events=size, sources=5, passages=min(size, 4_000))
    return path


def browse(database: Path, **how: object) -> Terminal:
    return Terminal(["-c", BROWSE, str(database)], **how)  # type: ignore[arg-type]


@pytest.fixture
def session(database: Path) -> Iterator[Terminal]:
    with browse(database) as terminal:
        terminal.wait_for("IN THIS CASE")
        yield terminal


def test_a_session_from_opening_to_quitting(session: Terminal) -> None:
    session.press("s")
    session.press("s")
    session.press("end")
    session.wait_for("2 linked")
    session.press("f")
    session.press(*"ren", "enter")
    session.wait_for("‹ren›")
    session.press("esc")
    session.press("/")
    session.press(*"lamp")
    session.wait_for("2 PASSAGES")
    session.press("enter")
    session.press("down")
    session.press("down")
    session.press("enter")
    session.wait_for("1 of")
    session.press("n")
    session.press("[")
    session.wait_for("Search: lamp")
    session.press("2")
    session.press("enter")
    session.wait_for("REPORTS")
    session.press("q")
    assert session.end() == 0
    assert b"\x1b[?1049l" in session.output


def test_letters_typed_ahead_arrive_in_the_line_that_was_opened_for_them(session: Terminal) -> None:
    """As over a slow connection, where many keys come at once."""
    session.send(b"fren\r")
    session.wait_for("‹ren›")
    session.press("esc")
    session.send(b"/lamp\r")
    session.wait_for("Search: lamp")
    session.press("q")
    assert session.end() == 0


def test_no_document_reaches_the_terminal_as_control(session: Terminal) -> None:
    session.press("3", "end", "up", "enter")
    session.wait_for("boo")
    session.press("n", "end", "1", "/", *"evil", "enter")
    session.press("q")
    assert session.end() == 0
    assert b"\x1b]52" not in session.output
    assert b"owned\x07" not in session.output
    assert not re.search("[\x80-\x9f\u202e]", session.output.decode("utf-8", "replace"))
    assert set(re.findall(rb"\x1b\]\d+", session.output)) <= {b"\x1b]22"}


def test_wide_characters_keep_the_columns(session: Terminal) -> None:
    session.press("3", "end", "up", "enter", "end")
    lines = [line for line in session.text.splitlines() if "│" in line]
    assert len({line.index("│") for line in lines}) == 1


@pytest.mark.parametrize("typed", [
    pytest.param(b"caf\xe9\xff", id="latin-1"), pytest.param(b"\x1b[99999999u", id="no such character"),
    pytest.param(b"\x1b[<" + b"9" * 5_000 + b";1;1M", id="absurd mouse"), pytest.param(b"\xf0\x9f", id="half"),
])
def test_stray_bytes_on_the_keyboard_do_no_harm(session: Terminal, typed: bytes) -> None:
    session.send(typed)
    # What is no sequence at all is typed letter by letter: thousands of keys that do nothing.
    session.read(limit=60)
    # Escape waits for what might follow it, so other keys come later.
    session.press("esc")
    session.press("esc")
    # The next key may be lost to the end of a broken sequence; the one after it is not.
    session.press("2")
    session.press("2")
    session.press("enter")
    session.wait_for("REPORTS")
    session.press("q")
    assert session.end() == 0


def test_a_large_paste_does_not_freeze_the_search(session: Terminal) -> None:
    session.press("/")
    session.send(b"\x1b[200~" + b"lamp " * 200_000 + b"\x1b[201~")
    session.wait_for("PASSAGE", limit=30)
    session.press("esc")
    session.press("q")
    assert session.end() == 0


def test_a_storm_of_sizes_ends_in_the_last_one(session: Terminal) -> None:
    session.press("3", "enter")
    for turn in range(60):
        session.resize(21 + turn * 37 % 180, 6 + turn * 17 % 55)
        if turn % 3 == 0:
            session.press("down", quiet=0)
    session.resize(120, 40)
    session.read(limit=60)
    session.press("1")
    session.wait_for("1 People")
    session.wait_until(lambda: "? keys  q quit" in session.text.splitlines()[39])
    (border,) = {line.find("│") for line in session.text.splitlines()[1:39]}
    assert border > 0
    session.press("q")
    assert session.end() == 0


def test_no_word_is_cut_when_the_terminal_is_a_little_narrower(session: Terminal) -> None:
    def read() -> list[str]:
        border = session.text.splitlines()[1].rindex("│")
        return " ".join(line[border + 5 :] for line in session.text.splitlines()[2:39]).split()

    session.press("3", "enter")
    whole = read()
    assert "aboard." in whole
    for width in range(119, 108, -1):
        session.resize(width, 40)
        session.read()
        assert read() == whole


def test_a_terminal_too_small_says_so_calmly_until_it_is_larger(database: Path) -> None:
    with browse(database, columns=20, lines=5) as terminal:
        terminal.wait_for("dossier needs")
        assert "q quits" in terminal.text
        terminal.resize(80, 24)
        terminal.wait_for("1 People")
        terminal.resize(20, 5)
        terminal.wait_for("dossier needs")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back(session: Terminal, number: signal.Signals) -> None:
    os.kill(session.pid, number)
    session.end()
    assert b"\x1b[?1049l" in session.output


def test_a_terminal_that_goes_away_ends_the_program(database: Path) -> None:
    with browse(database) as terminal:
        terminal.wait_for("1 People")
        assert terminal.hang_up() in (0, 1, -signal.SIGHUP)


def test_small_moves_write_little_at_any_size(synthetic: Path) -> None:
    """Budgets: 600 bytes for a move that changes no other pane, 6 kB with panes that follow, 11 kB for a page."""
    with browse(synthetic) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.read()
        followed = [len(terminal.press("down")) for _ in range(3)]
        assert max(followed) <= 6_000
        assert len(terminal.press("pagedown")) <= 11_000
        assert len(terminal.press("1")) <= 6_000
        assert len(terminal.press("3")) <= 6_000
        terminal.press("enter")
        moves = [len(terminal.press("down")) for _ in range(6)]
        assert sorted(moves)[len(moves) // 2] <= 600
        assert max(moves) <= 11_000
        assert max(len(terminal.press("pagedown")) for _ in range(3)) <= 11_000
        # What is said of a document read to its end comes after a while, and after four seconds goes away by itself.
        terminal.read(quiet=5.0)
        assert terminal.read(quiet=1.5) == b""


def test_a_key_held_down_lets_the_panes_follow_once(synthetic: Path) -> None:
    with browse(synthetic) as terminal:
        terminal.wait_for("IN THIS CASE")
        terminal.read()
        assert len(terminal.press(*["down"] * 4)) <= 4 * 600 + 6_000


def test_the_first_frame_needs_neither_spacy_nor_the_writing_side(database: Path) -> None:
    program = """
import sys
from pathlib import Path
from dossier.tui import launch, app
async def main():
    application = app.DossierApp(Path(sys.argv[1]))
    async with application.run_test(size=(120, 40)):
        heavy = {"spacy", "sqlite_utils", "click", "markdown_it", "numpy", "msgspec"} & set(sys.modules)
        print("HEAVY", sorted(heavy), len(application.browse.panes[0].list.ids))
import asyncio; asyncio.run(main())
"""
    found = subprocess.run([sys.executable, "-c", program, str(database)], capture_output=True, text=True, check=True)
    assert "HEAVY [] 4" in found.stdout
