"""What a decision is about where several things lie under the cursor: it is asked; what `w` explains comes first."""

from pathlib import Path

from browsing import browser_of, question


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


async def test_on_a_page_the_page_comes_first_then_what_the_line_leads_to(kestrel: Path) -> None:
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
        assert [choice.value for choice in asked._choices] == [page, event]
        await pilot.press("2")
        assert any(choice.label == "redate" for choice in getattr(app.screen, "_choices", ()))
        await pilot.press("escape", "w")
        assert reader.page.target.kind == "why"
        assert reader.page.target.id == page


async def test_where_one_thing_alone_can_be_meant_nothing_is_asked_first(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a")
        asked = question(app)
        assert "merge" in [choice.label for choice in asked._choices]
