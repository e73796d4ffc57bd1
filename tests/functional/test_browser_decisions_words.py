"""Deciding about words, joined things and earlier decisions in the browser: what was missed is added, what was joined
by mistake is taken apart, what two readers say is settled."""

from pathlib import Path

import pytest
from browsing import browser_of, decided, listed, question, until
from textual.pilot import Pilot

from dossier.case import open_case
from dossier.decide import show, take
from dossier.model.decision import Subject, Verb
from dossier.present.page import DECISIONS, Page
from dossier.store.connection import open_reader
from dossier.store.queries import kept
from dossier.store.queries.naming import find
from dossier.store.queries.subjects import subject_of
from dossier.tui.app import DossierApp
from dossier.tui.messages import DecisionWanted


def page(app: DossierApp) -> Page:
    return app.browse.reader.page


async def read(pilot: Pilot[None], app: DossierApp, path: str) -> None:
    """Open a source and wait for its text."""
    await pilot.press("3", "g")
    rows = app.browse.panes[2].list
    place = next(place for place in range(len(rows.ids)) if rows.row(place).path == path)
    await pilot.press(*["j"] * place, "enter")
    await until(pilot, lambda: page(app).target[:2] == ("source", rows.row(place).id))


async def at_words(pilot: Pilot[None], app: DossierApp, words: str) -> None:
    """The cursor on the passage with some words."""
    for _ in range(20):
        block = app.browse.reader.block
        if block is not None and words in block.text:
            return
        await pilot.press("j")
    raise LookupError(words)


async def test_a_name_that_was_missed_is_added_from_its_words(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await read(pilot, app, "letter.txt")
        await at_words(pilot, app, "old stoker")
        await pilot.press("a", "w")
        await pilot.press("a", *"old stoker", "enter")
        asked = question(app)
        assert "old stoker" in asked._title
        await pilot.press("p", "ctrl+u", *"Old Quill", "enter", "h")
        await until(pilot, lambda: "Old Quill" in listed(app, 0))
        await pilot.press("u")
        await until(pilot, lambda: "Old Quill" not in listed(app, 0))
    add = decided(kestrel)[0]
    assert add["verb"] == "add"
    assert [one["anchors"][0]["text"] for one in add["subjects"]] == ["old stoker"]


async def test_a_name_is_looked_for_wherever_it_stands(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await read(pilot, app, "letter.txt")
        await at_words(pilot, app, "old stoker")
        await pilot.press("a", "w", "a", *"old stoker", "enter", "p", "enter")
        asked = question(app)
        assert asked._choices[0].detail == "2 places in 2 sources, at once"
        await pilot.press("e")
        await until(pilot, lambda: "old stoker" in listed(app, 0))
    assert len(decided(kestrel)[0]["subjects"][0]["anchors"]) == 2


async def test_words_that_are_a_name_already_are_not_added_again(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await read(pilot, app, "letter.txt")
        await at_words(pilot, app, "quay")
        await pilot.press("a", "w", "a", *"Thomas Reeve", "enter")
        asked = question(app)
        assert asked._title == "Thomas Reeve"
        await pilot.press("escape")
    assert decided(kestrel) == []


async def test_selected_words_become_an_event_with_its_date_and_people(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await read(pilot, app, "letter.txt")
        await at_words(pilot, app, "quay")
        await pilot.press("v", ")")
        await until(pilot, lambda: app.browse.reader.selection is not None)
        await pilot.press("a", "e", "ctrl+u", *"Reeve waits", "enter")
        asked = question(app)
        assert any("Thomas Reeve" in note for note in asked._notes())
        await pilot.press(*"1911-05", "enter")
        await until(pilot, lambda: "Reeve waits" in listed(app, 1))
    assert decided(kestrel)[0]["value"] == "1911-05"


async def test_a_statement_is_added_with_its_speaker(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await read(pilot, app, "letter.txt")
        await at_words(pilot, app, "old stoker")
        await pilot.press("a", "w", "s", *"reeve")
        await pilot.press("enter")
        await until(pilot, lambda: len(decided(kestrel)) == 1 and app.screen is app.browse)
    (add,) = decided(kestrel)
    assert [one["kind"] for one in add["subjects"]] == ["statement", "person"]
    assert add["value"] == "indirect"


async def test_a_note_and_a_tag_on_a_passage_are_found_again(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await read(pilot, app, "letter.txt")
        await at_words(pilot, app, "quay")
        await pilot.press("a", "w", "t", *"quay", "enter")
        await until(pilot, lambda: len(decided(kestrel)) == 1)
        await pilot.press("a", "w", "n")
        await pilot.press(*"Why there?", "ctrl+s")
        await until(pilot, lambda: len(decided(kestrel)) == 2)
        await until(pilot, lambda: app._building is None)
        with open_reader(kestrel / ".dossier" / "dossier.db") as connection:
            source = find(connection, "letter.txt")[0].id
            await until(pilot, lambda: [(one.notes, one.tags) for one in kept.passage_notes(connection, source)]
                        == [(1, ("quay",))])  # fmt: skip
        await pilot.press("a", "w", "T")
        asked = question(app)
        assert [choice.value for choice in asked._choices] == ["quay"]


async def test_an_event_is_parted_where_a_report_tells_of_another(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        before = listed(app, 1)
        rows = app.browse.panes[1].list
        place = next(place for place in range(len(rows.ids)) if rows.row(place).reports == 2)
        await pilot.press("2", *["j"] * place, "a", "o")
        asked = question(app)
        assert len(asked._choices) == 2
        await pilot.press("enter")
        assert app.screen is asked
        await pilot.press("space", "down", "space", "enter")
        assert app.screen is asked
        await pilot.press("space", "enter")
        await pilot.press("ctrl+u", *"Another departure", "enter")
        await until(pilot, lambda: "Another departure" in listed(app, 1))
        await pilot.press("u")
        await until(pilot, lambda: listed(app, 1) == before)


async def test_mentions_are_split_off_and_who_took_part_is_corrected(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        rows = app.browse.panes[0].list
        place = next(place for place in range(len(rows.ids)) if rows.row(place).name == "Ada Byrne")
        await pilot.press("1", *["j"] * place, "a", "s")
        question(app)
        await pilot.press("space", "enter")
        await pilot.press("ctrl+u", *"Another Byrne", "enter")
        await until(pilot, lambda: "Another Byrne" in listed(app, 0))
        await pilot.press("2", "g", "a", "i", *"reeve")
        await pilot.press("enter")
        asked = question(app)
        assert "in which role" in asked._title
        assert not {"vehicle", "place"} & {choice.value for choice in asked._choices}
        await pilot.press("enter")
        await until(pilot, lambda: len(decided(kestrel)) == 2)
        await pilot.press("a", "e")
        asked = question(app)
        assert "Thomas Reeve" in [choice.label for choice in asked._choices]
    assert [one["verb"] for one in decided(kestrel)] == ["split", "involve"]


async def test_a_document_is_corrected_and_relied_on(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("3", "a", "f", "u", *"The Cork Examiner", "enter")
        await until(pilot, lambda: len(decided(kestrel)) == 1 and app._building is None, 60)
        await pilot.press("a", "r")
        await pilot.press(*"Hearsay.", "ctrl+s")
        await until(pilot, lambda: len(decided(kestrel)) == 2)
        await pilot.press("a", "f", "p")
        question(app)
        await pilot.press("ctrl+u", *"31 June")
        asked = question(app)
        assert asked._notes()[0].startswith("Not a date")
    assert [one["value"] for one in decided(kestrel)] == ["publisher=The Cork Examiner", "Hearsay."]


async def test_any_decision_is_taken_back_from_the_journal_and_had_again(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a", "r", "ctrl+u", *"Captain Byrne", "enter")
        await until(pilot, lambda: "Captain Byrne" in listed(app, 0))
        await pilot.press("a", "t", *"later", "enter")
        await until(pilot, lambda: len(decided(kestrel)) == 2)
        await pilot.press("D")
        await until(pilot, lambda: page(app).target == DECISIONS)
        await pilot.press("j", "enter")
        await until(pilot, lambda: page(app).target.kind == "decisions" and bool(page(app).target.id))
        await pilot.press("a", "u")
        await until(pilot, lambda: "Captain Byrne" not in listed(app, 0))
        await until(pilot, lambda: any("taken back" in block.text for block in page(app).blocks))
        await pilot.press("a", "r")
        await until(pilot, lambda: "Captain Byrne" in listed(app, 0))
    assert [one["verb"] for one in decided(kestrel)] == ["rename", "tag", "undo", "undo"]


@pytest.fixture
def at_odds(kestrel: Path) -> Path:
    """A case of which two readers say different things."""
    opened = open_case(kestrel)
    with open_reader(opened.places.db) as connection:
        reeve: Subject = subject_of(connection, find(connection, "Thomas Reeve")[0])
    take(opened, "Ada", Verb.RENAME, [reeve], value="Tom Reeve")
    take(opened, "Ben", Verb.RENAME, [reeve], value="T. Reeve the younger")
    assert show(opened)
    return kestrel


async def test_two_readers_at_odds_are_shown_and_settled(at_odds: Path) -> None:
    async with browser_of(at_odds) as (pilot, app):
        assert "T. Reeve the younger" in listed(app, 0)
        await until(pilot, lambda: "1 to settle: D" in app.browse.top._news)
        await pilot.press("D")
        await until(pilot, lambda: any("TO SETTLE" in block.text for block in page(app).blocks))
        await pilot.press("R")
        await until(pilot, lambda: hasattr(app.screen, "_questions"))
        assert "Ben decided otherwise than Ada" in app.screen._questions[0].text
        await pilot.press("n", "escape")
        await until(pilot, lambda: "Tom Reeve" in listed(app, 0))
        await until(pilot, lambda: not any("TO SETTLE" in block.text for block in page(app).blocks))
    assert [one["verb"] for one in decided(at_odds)] == ["rename", "undo"]


async def test_either_of_two_decisions_can_be_said_to_hold(at_odds: Path) -> None:
    async with browser_of(at_odds) as (pilot, app):
        await pilot.press("D")
        await until(pilot, lambda: page(app).target == DECISIONS)
        await pilot.press("a")
        asked = question(app)
        assert [choice.value for choice in asked._choices] == ["this", "that", ""]
        await pilot.press("h")
        await until(pilot, lambda: "Tom Reeve" in listed(app, 0))


async def test_what_was_read_and_bookmarks_are_kept_without_a_word_more(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        source = app.browse.panes[2].list.row(0).id
        person = app.browse.panes[0].list.row(0).id

        def kept_now() -> tuple[int, int, int]:
            with open_reader(kestrel / ".dossier" / "dossier.db") as connection:
                found = kept.read_sources(connection, "Ada"), kept.bookmarks(connection), kept.searches(connection)
                return len(found[0]), len(found[1]), len(found[2])

        app.browse.post_message(DecisionWanted(source, turn="read"))
        await until(pilot, lambda: kept_now() == (1, 0, 0))
        app.browse.post_message(DecisionWanted(source, turn="read"))
        app.browse.post_message(DecisionWanted(person, turn="bookmark"))
        app.browse.post_message(DecisionWanted("", turn="save-search", value="pumps"))
        await until(pilot, lambda: kept_now() == (1, 1, 1))
        app.browse.post_message(DecisionWanted(source, turn="turn-read"))
        app.browse.post_message(DecisionWanted(person, turn="bookmark"))
        await until(pilot, lambda: kept_now() == (0, 0, 1))
        await pilot.press("u")
        assert kept_now() == (0, 0, 1)
        assert not any(row.decided for row in [app.browse.panes[2].list.row(0), app.browse.panes[0].list.row(0)])
    assert [one["verb"] for one in decided(kestrel)] == ["bookmark", "search", "undo", "undo"]


async def test_a_decision_without_effect_is_told_at_the_top(kestrel: Path) -> None:
    opened = open_case(kestrel)
    with open_reader(opened.places.db) as connection:
        reeve: Subject = subject_of(connection, find(connection, "Thomas Reeve")[0])
    take(opened, "Ada", Verb.SPLIT, [reeve], value="All of him")
    assert show(opened)
    async with browser_of(kestrel) as (pilot, app):
        await until(pilot, lambda: "1 without effect: D" in app.browse.top._news)
        await pilot.press("D")
        await until(pilot, lambda: any("CANNOT BE APPLIED" in block.text for block in page(app).blocks))
        await pilot.press("a", "u")
        await until(pilot, lambda: "without effect" not in app.browse.top._news)
