"""Where the cursor is after a decision: beside what is gone, on what was made, back where it was."""

from pathlib import Path

from browsing import browser_of, listed, until

from dossier.tui.app import DossierApp


def under_the_cursor(app: DossierApp, pane: int) -> str:
    row = app.browse.panes[pane].list.row(app.browse.panes[pane].list.cursor)
    return "" if row is None else getattr(row, "name", "") or row.label


async def test_after_a_rejection_the_cursor_is_on_the_next_row_and_back_when_it_is_taken_back(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        people = listed(app, 0)
        assert len(people) >= 3
        await pilot.press("down", "a", "x", "y")
        await until(pilot, lambda: people[1] not in listed(app, 0))
        assert under_the_cursor(app, 0) == people[2]
        await pilot.press("end", "u")
        await until(pilot, lambda: listed(app, 0) == people)
        assert under_the_cursor(app, 0) == people[1]
        await pilot.press("U")
        await until(pilot, lambda: people[1] not in listed(app, 0))
        assert under_the_cursor(app, 0) == people[2]


async def test_where_the_last_row_goes_the_cursor_is_on_the_one_before(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        people = listed(app, 0)
        await pilot.press("end", "a", "x", "y")
        await until(pilot, lambda: people[-1] not in listed(app, 0))
        assert under_the_cursor(app, 0) == people[-2]


async def test_after_a_merge_the_cursor_is_on_what_was_merged_and_back_when_it_is_taken_back(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        people = listed(app, 0)
        for first, other in (("Thomas Reeve", "reeves"), ("Tomas Reeves", "thomas")):
            await pilot.press("home", *["down"] * people.index(first))
            await pilot.press("a", "m", *other)
            await pilot.press("enter")
            await until(pilot, lambda: len(listed(app, 0)) == len(people) - 1)
            assert "Reeve" in under_the_cursor(app, 0)
            await pilot.press("u")
            await until(pilot, lambda: listed(app, 0) == people)
            assert under_the_cursor(app, 0) == first
