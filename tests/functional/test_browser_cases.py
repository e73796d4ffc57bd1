"""Opening another case inside the browser: known ones, the bundled one, any folder; what is no case changes nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from browsing import screen_lines
from invented import write_invented
from textual.pilot import Pilot

from dossier.case import open_case, remember
from dossier.tui.app import DossierApp


@pytest.fixture
def database(halcyon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return halcyon


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A folder with a database of its own, opened once."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "dossier.toml").write_text('title = "The ferry inquiry"\n')
    (folder / "letter.txt").write_text("Ada Byrne wrote to Tom Hale.\n")
    case = open_case(folder)
    case.places.db.parent.mkdir()
    write_invented(case.places.db, title="The ferry inquiry")
    remember(case)
    return folder


@asynccontextmanager
async def browser(database: Path) -> AsyncIterator[tuple[Pilot[None], DossierApp]]:
    app = DossierApp(database)
    # Whether the documents changed is another question: nothing is built here.
    app._build = lambda: None  # type: ignore[method-assign]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield pilot, app


async def test_a_known_case_is_opened_by_a_few_letters(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        assert "The Halcyon" in screen_lines(pilot)[0]
        await pilot.press("c", *"inq")
        await pilot.press("enter")
        assert "The ferry inquiry" in screen_lines(pilot)[0]
        assert app.browse.panes[0].list.has_focus
        await pilot.press("down", "enter")
        assert app.browse.reader.page.title == "Tobias Renn"
        # The case that was left leaves nothing behind.
        assert len(app._screen_stacks) == 1
        assert app.browse.session.database == open_case(ferry).places.db


async def test_a_folder_is_opened_by_its_path(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        await pilot.press("c")
        app.screen.query_one("#answer").value = f"{ferry.parent}/fer"
        await pilot.pause()
        await pilot.press("enter")
        assert "The ferry inquiry" in screen_lines(pilot)[0]


async def test_the_palette_opens_cases_too(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        for words in ("ferry inquiry", "the bundled case"):
            await pilot.press("ctrl+p", *words)
            await pilot.press("enter")
        assert app.browse.session.database.parent.name.startswith("soyuz")


async def test_what_is_no_case_is_told_and_changes_nothing(database: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with browser(database) as (pilot, app):
        await pilot.press("c")
        app.screen.query_one("#answer").value = str(tmp_path / "empty")
        await pilot.pause()
        await pilot.press("enter")
        assert "The Halcyon" in screen_lines(pilot)[0]
        assert any("holds no documents" in notice.message for notice in app._notifications)
        await pilot.press("2", "enter")
        assert app.browse.reader.page.target.kind == "event"


async def test_back_goes_to_the_case_that_was_open_before_and_finds_it_as_it_was_left(
    database: Path, ferry: Path
) -> None:
    async with browser(database) as (pilot, app):
        await pilot.press("3", "down", "space", "2", "enter", "n")
        await pilot.press("down")
        before = app.browse
        left = (before.reader.page.target, before.reader.cursor, before.pane.list.cursor, tuple(before.pins))
        assert left[1]
        assert left[3]
        await pilot.press("c", *"inq", "enter")
        await pilot.press("down", "enter")
        assert "The ferry inquiry" in screen_lines(pilot)[0]
        await pilot.press("left_square_bracket", "left_square_bracket")
        await pilot.pause(0.3)
        again = app.browse
        assert again is not before
        assert "The Halcyon" in screen_lines(pilot)[0]
        assert (again.reader.page.target, again.reader.cursor, again.pane.list.cursor, tuple(again.pins)) == left
        assert again.reads
        assert again.pane is again.panes[1]
        await pilot.press("right_square_bracket")
        await pilot.pause(0.3)
        assert "The ferry inquiry" in screen_lines(pilot)[0]
        assert app.browse.panes[0].list.cursor == 1
        await pilot.press("right_square_bracket")
        assert app.browse.reader.page.title == "Tobias Renn"
        assert len(app._screen_stacks) == 1


async def test_each_case_keeps_its_own_orders(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        first = app.browse.pane.listing.sort
        await pilot.press("s")
        chosen = app.browse.pane.listing.sort
        assert chosen != first
        await pilot.press("c", *"inq", "enter")
        assert app.browse.pane.listing.sort == first
        await pilot.press("2", "s")
        await pilot.press("4", "left_square_bracket")
        await pilot.pause(0.3)
        assert "The Halcyon" in screen_lines(pilot)[0]
        assert [pane.listing.sort for pane in app.browse.panes] == [
            chosen, *(pane.listing.sorts[0] for pane in app.browse.panes[1:])]
