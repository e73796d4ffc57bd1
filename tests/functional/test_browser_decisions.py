"""Deciding in the browser: a preview before, in effect after, taken back by one key; the journal has it all."""

from pathlib import Path

import pytest
from browsing import browser, browser_of, decided, listed, until

from dossier.build import build
from dossier.case import Case, open_case
from dossier.tui.screens.ask import AskScreen, Question
from dossier.tui.screens.note import NoteScreen


async def test_a_merge_shows_what_it_does_takes_effect_and_is_taken_back(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        before = listed(app, 0)
        assert {"Ada Byrne", "Thomas Reeve"} <= set(before)
        await pilot.press("a", "m", *"reeve")
        question = app.screen
        assert isinstance(question, Question)
        assert any("become one, called" in note for note in question._notes())
        await pilot.press("enter")
        await until(pilot, lambda: len(listed(app, 0)) == len(before) - 1)
        await pilot.press("u")
        await until(pilot, lambda: listed(app, 0) == before)
        await pilot.press("U")
        await until(pilot, lambda: len(listed(app, 0)) == len(before) - 1)
    assert [one["verb"] for one in decided(kestrel)] == ["merge", "undo", "undo"]


async def test_a_merge_says_which_name_stays_and_what_else_is_called_so(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a", "m", *"reeve")
        assert isinstance(app.screen, Question)
        said = app.screen._notes()[0]
        assert "“Ada Byrne” (" in said
        assert "“Thomas Reeve” (" in said
        surviving = said.partition("called “")[2].partition("”")[0]
        await pilot.press("ctrl+u", *"cork")
        assert app.screen._notes() == ("No other person is called so. “Cork” is a place.", "Esc: leave it")
        await pilot.press("enter", "ctrl+u", *"reeve")
        before = set(listed(app, 0))
        await pilot.press("enter")
        await until(pilot, lambda: len(listed(app, 0)) == len(before) - 1)
        assert surviving in listed(app, 0)
        assert before - set(listed(app, 0)) == {"Ada Byrne", "Thomas Reeve"} - {surviving}


async def test_leaving_a_question_decides_nothing(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a", "escape")
        await pilot.press("a", "r", *"X", "escape")
        await pilot.press("a", "x", "n")
        assert app.screen is app.browse
    assert decided(kestrel) == []


async def test_a_date_is_checked_while_it_is_typed(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("2", "a", "d", *"1911-13")
        assert isinstance(app.screen, Question)
        assert app.screen._notes()[0].startswith("Not a date")
        await pilot.press("enter")
        assert isinstance(app.screen, Question)
        await pilot.press("backspace", *"2", "enter")
        await until(pilot, lambda: "1911-12" in {app.browse.panes[1].list.row(n).date
                                                 for n in range(len(app.browse.panes[1].list.ids))})  # fmt: skip
    assert [one["value"] for one in decided(kestrel)] == ["1911-12"]


async def test_a_date_in_words_is_shown_as_it_is_understood(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("2", "a", "d", *"about 5 May 1911")
        assert isinstance(app.screen, Question)
        assert app.screen._notes()[0].startswith("Understood as ~05 May 1911 (1911-05-05~).")
        await pilot.press("enter")
        await until(pilot, lambda: [one["value"] for one in decided(kestrel)] == ["1911-05-05~"])


async def test_a_note_is_kept_with_its_lines(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a", "n")
        assert isinstance(app.screen, NoteScreen)
        await pilot.press(*"one", "enter", *"[b]two", "ctrl+s")
        await until(pilot, lambda: app.screen is app.browse)
        await until(pilot, lambda: app._building is None)
        await pilot.press("enter")
        await until(pilot, lambda: any(block.text == "[b]two" for block in app.browse.reader.page.blocks))
    assert [one["value"] for one in decided(kestrel)] == ["one\n[b]two"]


async def test_a_name_is_asked_once_before_the_first_question(kestrel: Path, tmp_path: Path) -> None:
    (tmp_path / "user" / "writer").unlink()
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("ctrl+u", *"zoe@x")
        assert "no e-mail address" in app.screen._notes()[0]
        await pilot.press("ctrl+u", *"Zoe", "enter", "c", "y")
        await until(pilot, (kestrel / ".dossier" / "decisions" / "zoe.jsonl").exists)
        await until(pilot, lambda: app._building is None)
        await pilot.press("a", "x", "y")
        await until(pilot, lambda: (kestrel / ".dossier" / "decisions" / "zoe.jsonl").read_text().count("\n") == 2)


async def test_without_its_folder_nothing_can_be_decided(kestrel: Path) -> None:
    async with browser(kestrel / ".dossier" / "dossier.db") as (pilot, screen):
        await pilot.press("a")
        assert pilot.app.screen is screen


async def test_open_questions_are_answered_with_single_keys(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        before = listed(app, 0)
        assert {"Thomas Reeve", "Tomas Reeves"} <= set(before)
        await pilot.press("R")
        assert "Thomas Reeve" in app.screen._questions[0].text
        await pilot.press("y", "escape")
        await until(pilot, lambda: len(listed(app, 0)) == len(before) - 1)
    assert [one["verb"] for one in decided(kestrel)] == ["merge"]


async def test_who_was_kept_apart_is_not_asked_about_again(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("R")
        asked = [question.text for question in app.screen._questions]
        await pilot.press("n")
        await until(pilot, lambda: app._building is None)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.browse)
        await pilot.press("R")
        assert [q.text for q in getattr(app.screen, "_questions", [])] == asked[1:]


async def test_what_waits_is_told_at_the_top(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a", "t", *"seen", "enter")
        await until(pilot, lambda: len(decided(kestrel)) == 1 and app._building is None)
    for path in kestrel.glob("*.txt"):
        path.write_text("Nothing of all that.\n")
    build(open_case(kestrel))
    async with browser_of(kestrel) as (pilot, app):
        assert "1 decision waits" in app.browse.top._news


async def test_one_notice_at_a_time_and_where_decisions_are_kept_said_once(
    kestrel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Case, "decided_outside", property(lambda _: "kept elsewhere"))
    async with browser_of(kestrel) as (pilot, app):
        for number, tag in enumerate(("one", "two"), 1):
            await pilot.press("a", "t", *tag, "enter")
            await until(pilot, lambda number=number: len(decided(kestrel)) == number)  # type: ignore[misc]
            await pilot.pause()
            (notice,) = app._notifications
            assert ("kept elsewhere" in notice.message) is (tag == "one")
