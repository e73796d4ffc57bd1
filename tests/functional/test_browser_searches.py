"""Searching in the browser: what can be asked is told where one types, and a search in vain leaves nothing behind."""

from pathlib import Path

from browsing import browser_of, screen_lines, screen_text


async def test_what_can_be_asked_stands_below_the_line_one_types_in(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, _):
        await pilot.press("slash")
        assert "speaker:name said by" in screen_lines(pilot)[-1]


async def test_a_search_in_vain_goes_away_on_escape(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("1", "slash", *"zeppelin", "enter")
        assert "NO PASSAGE" in screen_text(pilot)
        await pilot.press("escape")
        assert app.browse.reading.target.kind == "case"
        assert "NO PASSAGE" not in screen_text(pilot)
        assert app.browse.pane.list.has_focus


async def test_a_search_that_found_something_stays(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("1", "slash", *"pumps", "enter", "escape")
        assert app.browse.reading.target.kind == "search"


async def test_what_a_speaker_said_leads_to_its_words(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("slash", *"speaker", "colon", *"byrne pumps", "enter")
        assert "SAID BY ADA BYRNE" in screen_text(pilot)
        await pilot.press("down", "down", "enter")
        page = app.browse.reader.page
        assert page.target.kind == "source"
        stop = page.stops[app.browse.reader.stop]
        assert "pumps were sound" in page.blocks[stop.block].text[stop.start : stop.end]
