"""Escape leads from reasons back to what they were asked of."""

from pathlib import Path

from browsing import browser


async def test_from_reasons_asked_in_the_reader_back_to_that_page(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("2", "enter")
        page = screen.reader.page.target
        await pilot.press("w")
        assert screen.reader.page.target.kind == "why"
        await pilot.press("escape")
        assert screen.reader.page.target == page
        assert screen.reads
        await pilot.press("escape")
        assert not screen.reads
        assert screen.reader.page.target == page


async def test_from_reasons_asked_of_a_row_back_to_its_list(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("2", "enter")
        page = screen.reader.page.target
        await pilot.press("1", "w")
        assert screen.reader.page.target.kind == "why"
        assert screen.reads
        await pilot.press("escape")
        assert screen.reader.page.target == page
        assert screen.focused is screen.panes[0].list
