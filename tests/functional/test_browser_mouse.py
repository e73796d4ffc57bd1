"""The mouse: whatever looks as if it could be clicked can be."""

from pathlib import Path

from browsing import browser
from synthetic import write_synthetic
from textual.pilot import Pilot


async def click(pilot: Pilot[None], words: str, *, line: int | None = None) -> None:
    """Click on the first place, or that on a line, where the screen says some words."""
    strips = pilot.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    y = next(y for y, text in enumerate(lines) if words in text and line in (None, y))
    await pilot.click(offset=(lines[y].index(words), y))


async def test_heads_tabs_and_orders(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await click(pilot, "Orgs")
        assert screen.panes[0].listing.kind == "organization"
        await click(pilot, "Events")
        assert screen.panes[1].list.has_focus
        await click(pilot, "date")
        assert screen.panes[1].listing.sort != "date"
        await click(pilot, "order")
        assert (screen.pane, screen.panes[2].listing.sort != "order") == (screen.panes[2], True)
        await click(pilot, "The case")
        assert screen.reader.has_focus


async def test_chips_go_by_a_click(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("space", "f", *"in", "enter")
        assert (len(screen.pins), screen.panes[0].listing.letters) == (1, "in")
        await click(pilot, "‹in›")
        assert screen.panes[0].listing.letters == ""
        await click(pilot, "Ines Okonjo", line=0)
        assert screen.pins == []


async def test_keys_at_the_bottom_do_what_the_key_does(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await click(pilot, "disputes" if "disputes" in screen._keys.plain else "open", line=39)
        assert screen.reader.has_focus
        await click(pilot, "keys", line=39)
        assert pilot.app.screen is not screen


async def test_a_bar_goes_where_it_is_clicked(tmp_path: Path) -> None:
    large = tmp_path / "large.db"
    write_synthetic(large, people=500, events=10, sources=3, passages=50)
    async with browser(large) as (pilot, screen):
        rows = screen.panes[0].list
        assert await pilot.click(rows, offset=(rows.size.width - 1, rows.size.height - 1))
        await pilot.pause()
        assert rows.top == 500 - rows.size.height


async def test_a_row_is_chosen_by_one_click_and_opened_by_two(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await click(pilot, "Tobias Renn")
        assert screen.row is not None
        assert (screen.row.name, screen.reading.target.kind) == ("Tobias Renn", "case")
        await pilot.click(screen.panes[0].list, offset=(5, screen.panes[0].list.cursor), times=2)
        assert screen.reader.page.title == "Tobias Renn"
