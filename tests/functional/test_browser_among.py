"""What a decision is about where several things lie under the cursor: it is asked; what `w` explains comes first."""

from pathlib import Path

import pytest
from browsing import browser_of, question
from invented import write_invented

from dossier.case.writer import keep_writer


@pytest.fixture
def halcyon_case(tmp_path: Path, own_home: None) -> Path:
    """A folder with the database of the invented case, in which sources differ."""
    keep_writer("Ada")
    folder = tmp_path / "halcyon"
    (folder / ".dossier").mkdir(parents=True)
    (folder / "letter.txt").write_text("Nothing.")
    write_invented(folder / ".dossier" / "dossier.db")
    return folder


async def test_in_a_source_the_words_come_first_then_what_they_tell_of(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("3", "enter")
        assert app.browse.reader.page.target.kind == "source"
        while "Captain Ada Byrne" not in app.browse.reader.block.text:
            await pilot.press("j")
        await pilot.press("a")
        asked = question(app)
        assert asked._title == "About what?"
        labels = [choice.label for choice in asked._choices]
        assert (labels[0], labels[-1]) == ("these words", "this document")
        assert any("Ada Byrne" in label for label in labels[1:-1])
        who = next(choice for choice in asked._choices if "Ada Byrne" in choice.label)
        await pilot.press(who.key)
        assert "Ada Byrne" in getattr(app.screen, "_title", "")
        assert "merge" in [choice.label for choice in app.screen._choices]
        await pilot.press("escape", "w")
        assert app.browse.reader.page.target.kind == "why"
        assert app.browse.reader.page.target.focus == "source"


async def test_on_a_page_what_the_line_leads_to_comes_first_then_the_page(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("enter")
        assert app.browse.reader.page.target.kind == "entity"
        reader = app.browse.reader
        for _ in range(40):
            if reader.about.kind == "event":
                break
            await pilot.press("j")
        page, event = reader.page.target.id, reader.about.id
        await pilot.press("a")
        asked = question(app)
        assert [choice.value for choice in asked._choices] == [event, page]
        await pilot.press("1")
        assert any(choice.label == "redate" for choice in getattr(app.screen, "_choices", ()))
        await pilot.press("escape", "w")
        assert reader.page.target.kind == "why"
        assert reader.page.target.id == page


async def test_where_one_thing_alone_can_be_meant_nothing_is_asked_first(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a")
        asked = question(app)
        assert "merge" in [choice.label for choice in asked._choices]


async def test_on_what_somebody_said_the_statement_comes_first(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        rows = app.browse.panes[0].list
        place = next(place for place in range(len(rows.ids)) if rows.row(place).name == "Ada Byrne")
        await pilot.press("1", *["j"] * place, "enter")
        reader = app.browse.reader
        for _ in range(60):
            if reader.block and "The pumps were sound" in reader.block.text and reader.about.kind == "statement":
                break
            await pilot.press("j")
        assert reader.block.target.kind == "source"
        await pilot.press("a")
        asked = question(app)
        assert [choice.detail for choice in asked._choices] == ["statement", "person"]
        await pilot.press("1")
        assert "speaker" in [choice.label for choice in question(app)._choices]


async def test_on_an_answer_of_a_disagreement_it_is_that(halcyon_case: Path) -> None:
    async with browser_of(halcyon_case) as (pilot, app):
        await pilot.press("d")
        reader = app.browse.reader
        for _ in range(10):
            if reader.block is not None and reader.block.target.kind == "source":
                break
            await pilot.press("j")
        assert reader.block.target.kind == "source"
        await pilot.press("a")
        labels = [choice.label for choice in question(app)._choices]
        assert {"settle", "dismiss"} <= set(labels)
