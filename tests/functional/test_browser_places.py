"""Where the cursor is after a decision: beside what is gone, on what was made, back where it was."""

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from dossier.tui.app import DossierApp


async def until(pilot: Pilot[None], so: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for a thread; what never comes fails the test."""
    for _ in range(int(seconds / 0.05)):
        if so():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


def names(app: DossierApp, pane: int) -> list[str]:
    rows = app.browse.panes[pane].list
    found = [rows.row(place) for place in range(len(rows.ids))]
    return [getattr(row, "name", "") or row.label for row in found if row is not None]


def under_the_cursor(app: DossierApp, pane: int) -> str:
    row = app.browse.panes[pane].list.row(app.browse.panes[pane].list.cursor)
    return "" if row is None else getattr(row, "name", "") or row.label


async def opened(pilot: Pilot[None], app: DossierApp) -> None:
    await until(pilot, lambda: len(app.browse.panes[2].list.ids) > 0)
    await pilot.pause(0.2)


async def test_after_a_rejection_the_cursor_is_on_the_next_row_and_back_when_it_is_taken_back(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        people = names(app, 0)
        assert len(people) >= 3
        await pilot.press("down", "a", "x", "y")
        await until(pilot, lambda: people[1] not in names(app, 0))
        assert under_the_cursor(app, 0) == people[2]
        await pilot.press("end", "u")
        await until(pilot, lambda: names(app, 0) == people)
        assert under_the_cursor(app, 0) == people[1]
        await pilot.press("U")
        await until(pilot, lambda: people[1] not in names(app, 0))
        assert under_the_cursor(app, 0) == people[2]


async def test_where_the_last_row_goes_the_cursor_is_on_the_one_before(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        people = names(app, 0)
        await pilot.press("end", "a", "x", "y")
        await until(pilot, lambda: people[-1] not in names(app, 0))
        assert under_the_cursor(app, 0) == people[-2]


async def test_after_a_merge_the_cursor_is_on_what_was_merged_and_back_when_it_is_taken_back(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        people = names(app, 0)
        for first, other in (("Thomas Reeve", "reeves"), ("Tomas Reeves", "thomas")):
            await pilot.press("home", *["down"] * people.index(first))
            await pilot.press("a", "m", *other)
            await pilot.pause(0.3)
            await pilot.press("enter")
            await until(pilot, lambda: len(names(app, 0)) == len(people) - 1)
            assert "Reeve" in under_the_cursor(app, 0)
            await pilot.press("u")
            await until(pilot, lambda: names(app, 0) == people)
            assert under_the_cursor(app, 0) == first
