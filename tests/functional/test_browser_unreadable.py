"""A document that could not be read is never read by anybody, and nothing that is open comes of looking at it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from browsing import browser_of, listed, screen_text, until

from dossier.build import build
from dossier.case import open_case
from dossier.cli import main
from dossier.decide import take
from dossier.model.decision import Subject, Verb
from dossier.store.queries import decisions


@pytest.fixture
def torn(kestrel: Path) -> Path:
    """The case with a document that is no text."""
    (kestrel / "chart.txt").write_bytes(bytes(range(256)) * 8)
    build(open_case(kestrel))
    return kestrel


def journal_verbs(case: Path) -> list[str]:
    journal = case / ".dossier" / "decisions" / "ada.jsonl"
    lines = journal.read_text().splitlines() if journal.exists() else []
    return [json.loads(line)["decision"]["verb"] for line in lines]


@pytest.mark.parametrize("key", ["", "r", "b", "a"])
async def test_looking_at_what_could_not_be_read_decides_nothing(torn: Path, key: str) -> None:
    async with browser_of(torn) as (pilot, app):
        await pilot.press("3", "G")
        assert listed(app, 2)[-1] == "chart.txt"
        await pilot.press("enter")
        await pilot.pause()
        if key:
            await pilot.press(key)
            assert any("could not be read" in note.message for note in app._notifications)
        assert app.screen is app.browse
        assert "waits" not in screen_text(pilot)
    assert journal_verbs(torn) == []


async def test_a_reading_of_it_that_is_in_a_journal_is_not_waited_for(torn: Path) -> None:
    take(open_case(torn), "Ada", Verb.READ, [Subject("source", "chart.txt", ())])
    take(open_case(torn), "Ada", Verb.NOTE, [Subject("event", "The tide turned", ())], value="When?")
    build(open_case(torn))
    with closing(sqlite3.connect(torn / ".dossier" / "dossier.db")) as connection:
        assert decisions.waiting(connection) == 1
        assert decisions.idle(connection) == 0
    async with browser_of(torn) as (pilot, _):
        await until(pilot, lambda: "1 decision waits: D" in screen_text(pilot))


def test_the_command_line_says_so(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", "read", "chart.txt", "--by", "Ada", "--case", str(torn)]) == 2
    assert "could not be read" in capsys.readouterr().err
    assert journal_verbs(torn) == []
