"""Deciding in the real program, in a pseudo-terminal: what one sees before, what is there after, and that it stays."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from dossier.cli import main


@pytest.fixture
def session(kestrel: Path) -> Iterator[Terminal]:
    with Terminal(["-m", "dossier", str(kestrel)]) as terminal:
        terminal.wait_for("Thomas Reeve")
        terminal.wait_for("IN THIS CASE")
        yield terminal


def decided(case: Path) -> list[tuple[str, str]]:
    journal = case / ".dossier" / "decisions" / "ada.jsonl"
    found = [json.loads(line)["decision"] for line in journal.read_text().splitlines()]
    return [(one["verb"], one["value"]) for one in found if one["verb"] != "read"]


def choose(terminal: Terminal, letter: str) -> None:
    """Ask what can be decided, and choose by a letter; not before the letters are there."""
    terminal.press("a")
    terminal.wait_for("Enter: choose")
    terminal.press(letter)


def test_merged_undone_and_rejected(session: Terminal, kestrel: Path) -> None:
    choose(session, "m")
    session.wait_for("with …")
    session.press(*"thomas")
    session.wait_for("become one, called")
    session.press("enter")
    session.wait_until(lambda: "2 Thomas Reeve" not in session.text)
    session.wait_for("u takes it back")
    session.press("u")
    session.wait_for("took back: merge")
    session.wait_for("Thomas Reeve")
    session.press("g")
    choose(session, "x")
    session.wait_for("the words stay in their documents")
    session.press("y")
    session.wait_until(lambda: "▌ Ada Byrne" not in session.text)
    assert [verb for verb, _ in decided(kestrel)] == ["merge", "undo", "reject"]


def test_redated_with_a_look_at_what_is_typed(session: Terminal, kestrel: Path) -> None:
    session.press("2")
    choose(session, "d")
    session.wait_for("Type a date such as")
    session.press(*"1911-13")
    session.wait_for("Not a date such as")
    session.press("enter")
    session.wait_for("Not a date such as")
    session.press("\x7f")
    session.press(*"2~")
    session.wait_for("Takes effect at once")
    session.press("enter")
    session.wait_for("~Dec")
    assert decided(kestrel) == [("redate", "1911-12~")]
    assert main(["build", str(kestrel)]) == 0
    session.wait_for("✎")


def test_a_note_is_written_and_stands_on_the_page(session: Terminal, kestrel: Path) -> None:
    choose(session, "n")
    session.wait_for("Ctrl+S: keep it")
    session.press(*"Ask her sister.", "enter", *"[b]Soon[/b].")
    session.press("\x13")
    session.wait_for("u takes it back")
    session.press("enter")
    session.wait_for("Ask her sister.")
    session.wait_for("[b]Soon[/b].")
    assert decided(kestrel) == [("note", "Ask her sister.\n[b]Soon[/b].")]


def test_open_questions_one_after_another(session: Terminal, kestrel: Path) -> None:
    session.press("R")
    session.wait_for("Thomas Reeve / Tomas Reeves: the same?")
    session.press("y")
    session.press("esc")
    session.wait_for("2 people")
    session.press("D")
    session.wait_for("merge")
    session.wait_for("Tomas Reeves")
    assert [verb for verb, _ in decided(kestrel)] == ["merge"]


def test_a_name_that_was_missed_is_added(session: Terminal, kestrel: Path) -> None:
    session.press("3")
    session.press("enter")
    session.wait_for("old stoker watched her go")
    session.press("j")
    choose(session, "w")
    session.wait_for("a name here")
    session.press("a")
    session.wait_for("The words of the name?")
    session.press(*"old stoker", "enter")
    session.wait_for("“old stoker” is a")
    session.press("p")
    session.wait_for("Name of the person?")
    session.press("\x15")
    session.press(*"Old Quill")
    session.press("enter")
    session.wait_for("only here")
    session.press("h")
    session.wait_for("Old Quill")
    session.press("1")
    session.wait_for("Old Quill")
    assert [verb for verb, _ in decided(kestrel)] == ["add"]


def test_a_joined_event_is_parted(session: Terminal, kestrel: Path) -> None:
    session.press("2")
    choose(session, "o")
    session.wait_for("Tick the reports")
    session.press(" ")
    session.wait_for("1 report goes to another, 1 stay")
    session.press("enter")
    session.wait_for("what is the other called?")
    session.press("\x15")
    session.press(*"Another departure")
    session.press("enter")
    session.wait_for("Another departure")
    session.press("u")
    session.wait_for("took back: part")
    assert [verb for verb, _ in decided(kestrel)] == ["part", "undo"]
