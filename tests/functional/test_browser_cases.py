"""Opening another case inside the browser: known ones, the bundled one, any folder; what is no case changes nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from invented import write_invented
from textual.pilot import Pilot

from dossier.case import open_case, remember
from dossier.tui.app import DossierApp


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return write_invented(tmp_path / "dossier.db")


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
        await pilot.pause(0.2)
        yield pilot, app


async def settle(pilot: Pilot[None]) -> None:
    await pilot.pause(0.6)


def top_line(app: DossierApp) -> str:
    return "".join(segment.text for segment in app.screen._compositor.render_strips()[0])


async def test_a_known_case_is_opened_by_a_few_letters(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        assert "The Halcyon" in top_line(app)
        await pilot.press("c", *"inq")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "The ferry inquiry" in top_line(app)
        assert app.browse.panes[0].list.has_focus
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.browse.reader.page.title == "Tobias Renn"
        # The case that was left leaves nothing behind.
        assert len(app._screen_stacks) == 1
        assert app.browse.session.database == open_case(ferry).places.db


async def test_a_folder_is_opened_by_its_path(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        await pilot.press("c")
        app.screen.query_one("#answer").value = f"{ferry.parent}/fer"
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "The ferry inquiry" in top_line(app)


async def test_the_palette_opens_cases_too(database: Path, ferry: Path) -> None:
    async with browser(database) as (pilot, app):
        for words in ("ferry inquiry", "the bundled case"):
            await pilot.press("ctrl+p", *words)
            await pilot.pause(1)
            await pilot.press("enter")
            await settle(pilot)
        assert app.browse.session.database.parent.name.startswith("soyuz")


async def test_what_is_no_case_is_told_and_changes_nothing(database: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with browser(database) as (pilot, app):
        await pilot.press("c")
        app.screen.query_one("#answer").value = str(tmp_path / "empty")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "The Halcyon" in top_line(app)
        assert any("holds no documents" in notice.message for notice in app._notifications)
        await pilot.press("2", "enter")
        await settle(pilot)
        assert app.browse.reader.page.target.kind == "event"
