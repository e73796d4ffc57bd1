"""Five ways through the bundled case, as a reader would go them, in the real program in a pseudo-terminal.

Each begins at the first screen and ends at exact words in a document; the last one goes all the way back.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import BROWSE, Terminal

STEPS = 60
"""More moves than this on one page is no way to find something."""


@pytest.fixture(params=[(120, 40), (80, 24)], ids=["120 by 40", "80 by 24"])
def session(request: pytest.FixtureRequest, example_database: Path) -> Iterator[Terminal]:
    columns, lines = request.param
    with Terminal(["-c", BROWSE, str(example_database)], columns=columns, lines=lines) as terminal:
        terminal.wait_for("IN THIS CASE")
        yield terminal
        terminal.press("q")
        assert terminal.end() == 0


def under_cursor(terminal: Terminal) -> str:
    """What the cursor of the reader is on, in one line."""
    lines = (line.partition("│")[2] for line in terminal.text.splitlines())
    return " ".join(" ".join(line.strip("▌▐ ").split()) for line in lines if line.startswith("▌"))


def reader(terminal: Terminal) -> str:
    """What the reader shows, in one line."""
    return " ".join(" ".join(line.partition("│")[2].split()) for line in terminal.text.splitlines())


def head(terminal: Terminal) -> str:
    """The head of the reader: what is read, and where in it."""
    return terminal.text.splitlines()[1].partition("│")[2].strip()


def section(terminal: Terminal) -> str:
    """The heading of the section that the cursor is in."""
    above = ""
    for line in (line.partition("│")[2] for line in terminal.text.splitlines()[2:]):
        if line.startswith("▌"):
            return above
        words = line.strip("▐ ")
        if words.isupper():
            above = words
    return ""


def go_to(terminal: Terminal, wanted: Callable[[str], bool]) -> None:
    """Move down until the cursor is on what is wanted."""
    for _ in range(STEPS):
        if wanted(under_cursor(terminal)):
            return
        terminal.press("down")
    raise AssertionError(f"not found:\n{terminal.text}")


def open_at(terminal: Terminal, wanted: Callable[[str], bool]) -> str:
    """Go there, open it, and return the head of what opened."""
    go_to(terminal, wanted)
    before = head(terminal)
    terminal.press("enter")
    terminal.wait_until(lambda: head(terminal) != before)
    return head(terminal)


def passage(terminal: Terminal) -> str:
    """The passage under the cursor, without the signs of the margin."""
    return " ".join(word for word in under_cursor(terminal).split() if word not in "!≠“·✎=")


def test_from_a_person_to_the_words_that_accuse_them(session: Terminal) -> None:
    session.press("f", *"chance", "enter")
    session.press("enter")
    session.wait_for("NAMED AS")
    assert " of " in open_at(session, lambda line: line.startswith("Auñón-Chancellor made the hole"))
    assert "Izvestia newspaper reported on Friday, citing sources, that Auñón-Chancellor made" in passage(session)
    session.press("enter")
    session.wait_for("HOW IT CAME HERE")
    assert "Izvestia" in reader(session)


def test_from_an_event_to_its_two_dates(session: Terminal) -> None:
    session.press("2")
    for _ in range(STEPS):
        row = next(line.partition("│")[0] for line in session.text.splitlines() if line.startswith("▌"))
        if "29 Aug" in row and "≠" in row:
            break
        session.press("down")
    session.press("enter")
    session.wait_for("REPORTS")
    open_at(session, lambda line: line.startswith("29 Aug 2018"))
    assert "On August 29" in passage(session)
    session.press("[")
    session.wait_until(lambda: " of " not in head(session))
    open_at(session, lambda line: line.startswith(("29–30 Aug 2018", "30 Aug 2018")))
    assert "30" in passage(session) or "overnight" in passage(session) or "night of 29 August" in passage(session)


def test_from_a_search_hit_to_everything_said_by_its_speaker(session: Terminal) -> None:
    session.press("/", *"attempts", "enter")
    session.wait_for("PASSAGE")
    assert " of " in open_at(session, lambda line: "several attempts" in line and line[:5] != "event")
    session.press("w")
    session.wait_for("Why:")
    assert " of " in open_at(session, lambda line: line.startswith("person “Rogozin”"))
    session.press("enter")
    session.wait_for("NAMED AS")
    go_to(session, lambda line: "Where it was made will be established" in line)


def test_from_a_source_to_what_only_it_reports(session: Terminal) -> None:
    session.press("3", "f", *"claims hole", "enter")
    session.press("w")
    session.wait_for("About:")
    open_at(session, lambda line: section(session).startswith("ONLY HERE"))
    session.wait_for("REPORTS")
    assert "Russia Claims Hole" in reader(session)


def test_back_to_where_it_began_with_the_back_key_alone(session: Terminal) -> None:
    session.press("f", *"chance", "enter")
    session.press("enter")
    session.wait_for("NAMED AS")
    open_at(session, lambda line: line.startswith("Auñón-Chancellor made the hole"))
    session.press("w")
    session.wait_for("Why:")
    session.press("2", "enter")
    session.wait_for("WHO AND WHERE")
    session.press("d")
    session.wait_for("Where the sources differ")
    session.press("/", *"drill", "enter")
    session.wait_for("Search: drill")
    session.press("B")
    session.wait_for("Bookmarks and searches")
    for _ in range(20):
        if "IN THIS CASE" in session.text:
            break
        session.press("[")
    session.wait_for("IN THIS CASE")
    assert head(session).startswith("4 The case")
