"""The keys at the bottom are those that are of use where one is."""

from pathlib import Path

from browsing import browser_of, screen_lines


async def test_the_way_back_stands_in_the_lists_while_there_is_one(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, _):
        assert "[ back" not in screen_lines(pilot)[-1]
        assert "0 case" in screen_lines(pilot)[-1]
        await pilot.press("1", "enter", "escape")
        assert "[ back" in screen_lines(pilot)[-1]
        await pilot.press("left_square_bracket")
        assert "[ back" not in screen_lines(pilot)[-1]


async def test_what_was_done_stands_beside_the_keys(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, _):
        await pilot.press("3", "enter", "z")
        last = screen_lines(pilot)[-1]
        assert last.index("move") < last.index("Nothing here can be folded away.") < last.index("? keys")
