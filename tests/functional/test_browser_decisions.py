"""Deciding in the browser: a preview before, in effect after, taken back by one key; the journal has it all."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.build import build
from dossier.case import Case, open_case
from dossier.case.writer import keep_writer
from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import AskScreen, Question
from dossier.tui.screens.note import NoteScreen

LETTER = """The Kestrel

On 3 May 1911 Captain Ada Byrne left Cork. Thomas Reeve was on the quay. Byrne waved.

"The pumps were sound," Byrne said.
"""


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was built once, so that no test below waits for the language model."""
    case = tmp_path_factory.mktemp("kestrel")
    (case / "letter.txt").write_text(LETTER)
    build(open_case(case))
    return case


@pytest.fixture
def case(annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    keep_writer("Ada")
    folder = tmp_path / "case"
    (folder / ".dossier").mkdir(parents=True)
    (folder / "letter.txt").write_text(LETTER)
    (folder / ".dossier" / "cache.db").write_bytes((annotated / ".dossier" / "cache.db").read_bytes())
    build(open_case(folder))
    return folder


@asynccontextmanager
async def browser(case: Path) -> AsyncIterator[tuple[Pilot[None], DossierApp]]:
    app = DossierApp(case / ".dossier" / "dossier.db", case=case)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.browse.panes[2].list.ids) > 0)
        yield pilot, app


async def until(pilot: Pilot[None], so: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for a build beside the browser; what never comes fails the test."""
    for _ in range(int(seconds / 0.05)):
        if so():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


def people(app: DossierApp) -> list[str]:
    rows = app.browse.panes[0].list
    return sorted(rows.row(place).name for place in range(len(rows.ids)))


def decided(case: Path) -> list[dict[str, object]]:
    journal = case / ".dossier" / "decisions" / "ada.jsonl"
    return [json.loads(line)["decision"] for line in journal.read_text().splitlines()] if journal.exists() else []


async def test_a_merge_shows_what_it_does_takes_effect_and_is_taken_back(case: Path) -> None:
    async with browser(case) as (pilot, app):
        before = people(app)
        assert {"Ada Byrne", "Thomas Reeve"} <= set(before)
        await pilot.press("a", "m", *"reeve")
        await pilot.pause(0.2)
        question = app.screen
        assert isinstance(question, Question)
        assert any("become one, called" in note for note in question._notes())
        await pilot.press("enter")
        await until(pilot, lambda: len(people(app)) == len(before) - 1)
        await pilot.press("u")
        await until(pilot, lambda: people(app) == before)
        await pilot.press("U")
        await until(pilot, lambda: len(people(app)) == len(before) - 1)
    assert [one["verb"] for one in decided(case)] == ["merge", "undo", "undo"]


async def test_a_merge_says_which_name_stays_and_what_else_is_called_so(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("a", "m", *"reeve")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Question)
        said = app.screen._notes()[0]
        assert "“Ada Byrne” (" in said
        assert "“Thomas Reeve” (" in said
        surviving = said.partition("called “")[2].partition("”")[0]
        await pilot.press("ctrl+u", *"cork")
        await pilot.pause(0.2)
        assert app.screen._notes() == ("No other person is called so. “Cork” is a place.", "Esc: leave it")
        await pilot.press("enter", "ctrl+u", *"reeve")
        await pilot.pause(0.2)
        before = set(people(app))
        await pilot.press("enter")
        await until(pilot, lambda: len(people(app)) == len(before) - 1)
        assert surviving in people(app)
        assert before - set(people(app)) == {"Ada Byrne", "Thomas Reeve"} - {surviving}


async def test_leaving_a_question_decides_nothing(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("a", "escape")
        await pilot.press("a", "r", *"X", "escape")
        await pilot.press("a", "x", "n")
        await pilot.pause(0.2)
        assert app.screen is app.browse
    assert decided(case) == []


async def test_a_date_is_checked_while_it_is_typed(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("2", "a", "d", *"1911-13")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Question)
        assert app.screen._notes()[0].startswith("Not a date")
        await pilot.press("enter")
        assert isinstance(app.screen, Question)
        await pilot.press("backspace", *"2", "enter")
        await until(pilot, lambda: "1911-12" in {app.browse.panes[1].list.row(n).date
                                                 for n in range(len(app.browse.panes[1].list.ids))})  # fmt: skip
    assert [one["value"] for one in decided(case)] == ["1911-12"]


async def test_a_date_in_words_is_shown_as_it_is_understood(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("2", "a", "d", *"about 5 May 1911")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Question)
        assert app.screen._notes()[0].startswith("Understood as ~05 May 1911 (1911-05-05~).")
        await pilot.press("enter")
        await until(pilot, lambda: [one["value"] for one in decided(case)] == ["1911-05-05~"])


async def test_a_note_is_kept_with_its_lines(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("a", "n")
        await pilot.pause(0.2)
        assert isinstance(app.screen, NoteScreen)
        await pilot.press(*"one", "enter", *"[b]two", "ctrl+s")
        await until(pilot, lambda: app.screen is app.browse)
        await until(pilot, lambda: app._building is None)
        await pilot.press("enter")
        await until(pilot, lambda: any(block.text == "[b]two" for block in app.browse.reader.page.blocks))
    assert [one["value"] for one in decided(case)] == ["one\n[b]two"]


async def test_a_name_is_asked_once_before_the_first_question(case: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "writer").unlink()
    async with browser(case) as (pilot, app):
        await pilot.press("a")
        await pilot.pause(0.2)
        assert isinstance(app.screen, AskScreen)
        await pilot.press("ctrl+u", *"zoe@x")
        await pilot.pause(0.2)
        assert "no e-mail address" in app.screen._notes()[0]
        await pilot.press("ctrl+u", *"Zoe", "enter", "c", "y")
        await until(pilot, (case / ".dossier" / "decisions" / "zoe.jsonl").exists)
        await until(pilot, lambda: app._building is None)
        await pilot.press("a", "x", "y")
        await until(pilot, lambda: (case / ".dossier" / "decisions" / "zoe.jsonl").read_text().count("\n") == 2)


async def test_without_its_folder_nothing_can_be_decided(case: Path) -> None:
    app = DossierApp(case / ".dossier" / "dossier.db")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.browse.panes[0].list.ids) > 0)
        await pilot.press("a")
        await pilot.pause(0.2)
        assert app.screen is app.browse


@pytest.fixture
def doubted(case: Path) -> Path:
    """The same case with a spelling that no rule joins."""
    (case / "note.txt").write_text("Note\n\nTomas Reeves met Captain Byrne at Cork on 4 May 1911.\n")
    build(open_case(case))
    return case


async def test_open_questions_are_answered_with_single_keys(doubted: Path) -> None:
    async with browser(doubted) as (pilot, app):
        before = people(app)
        assert {"Thomas Reeve", "Tomas Reeves"} <= set(before)
        await pilot.press("R")
        await pilot.pause(0.3)
        assert "Thomas Reeve" in app.screen._questions[0].text
        await pilot.press("y", "escape")
        await until(pilot, lambda: len(people(app)) == len(before) - 1)
    assert [one["verb"] for one in decided(doubted)] == ["merge"]


async def test_who_was_kept_apart_is_not_asked_about_again(doubted: Path) -> None:
    async with browser(doubted) as (pilot, app):
        await pilot.press("R")
        await pilot.pause(0.3)
        asked = [question.text for question in app.screen._questions]
        await pilot.press("n")
        await until(pilot, lambda: app._building is None)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.browse)
        await pilot.press("R")
        await pilot.pause(0.3)
        assert [q.text for q in getattr(app.screen, "_questions", [])] == asked[1:]


async def test_what_waits_is_told_at_the_top(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("a", "t", *"seen", "enter")
        await until(pilot, lambda: len(decided(case)) == 1 and app._building is None)
    (case / "letter.txt").write_text("Nothing of all that.\n")
    build(open_case(case))
    async with browser(case) as (pilot, app):
        await pilot.pause(0.2)
        assert "1 decision waits" in app.browse.top._news


async def test_one_notice_at_a_time_and_where_decisions_are_kept_said_once(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Case, "decided_outside", property(lambda _: "kept elsewhere"))
    async with browser(case) as (pilot, app):
        for number, tag in enumerate(("one", "two"), 1):
            await pilot.press("a", "t", *tag, "enter")
            await until(pilot, lambda number=number: len(decided(case)) == number)  # type: ignore[misc]
            await pilot.pause(0.2)
            (notice,) = app._notifications
            assert ("kept elsewhere" in notice.message) is (tag == "one")
