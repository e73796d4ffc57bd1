"""What the reader shows and a decision takes away: what became of it is said, and it is there again once undone."""

from pathlib import Path

import pytest
from browsing import browser_of, decided, listed, screen_text, until


@pytest.mark.parametrize(("pane", "row"), [("1", 0), ("2", 1)])
async def test_what_is_rejected_while_it_is_read_says_so_and_comes_back(kestrel: Path, pane: str, row: int) -> None:
    async with browser_of(kestrel) as (pilot, app):
        before = listed(app, row)
        await pilot.press(pane, "enter")
        title = app.browse.reader.page.title
        await pilot.press(pane, "a", "x", "y")
        await until(pilot, lambda: len(listed(app, row)) == len(before) - 1)
        assert not any("no longer" in note.message for note in app._notifications)
        assert any("takes it back" in note.message for note in app._notifications)
        assert "Rejected: it is hidden" in screen_text(pilot)
        assert app.browse.reader.page.title == f"{title} · rejected"
        await pilot.press("4", "a", "u")
        await until(pilot, lambda: listed(app, row) == before)
        await until(pilot, lambda: app.browse.reader.page.title == title)
    assert [one["verb"] for one in decided(kestrel)] == ["reject", "undo"]


async def test_who_is_merged_away_while_being_read_is_read_under_the_other_name(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        names = listed(app, 0)
        less = names.index("Thomas Reeve")
        await pilot.press("1", *["down"] * less, "enter")
        assert app.browse.reader.page.title == "Thomas Reeve"
        await pilot.press("a", "m", "ctrl+u", *"ada byrne", "enter")
        await until(pilot, lambda: len(listed(app, 0)) == len(names) - 1)
        await pilot.pause()
        assert not any("no longer" in note.message for note in app._notifications)
        read = app.browse.reader.page
        assert read.target.kind == "entity"
        assert {"Ada Byrne", "Thomas Reeve"} & set(read.title.split("\n"))
        assert app.browse.reading.target == read.target
