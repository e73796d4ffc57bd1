"""What a reader keeps in the browser: bookmarks, searches, what was read; and how the screen was shared out."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.build import build
from dossier.case import open_case
from dossier.case.writer import keep_writer
from dossier.store.queries.kept import bookmarks, searches
from dossier.tui.app import DossierApp
from dossier.tui.preferences import read_preferences

LETTER = """The Kestrel

On 3 May 1911 Captain Ada Byrne left Cork. Thomas Reeve was on the quay. Byrne waved.

"The pumps were sound," Byrne said.
"""


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("kestrel")
    (case / "letter.txt").write_text(LETTER)
    build(open_case(case))
    return case


@pytest.fixture
def case(annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    keep_writer("Ada")
    folder = tmp_path / "case"
    (folder / ".dossier").mkdir(parents=True)
    (folder / "letter.txt").write_text(LETTER)
    (folder / ".dossier" / "cache.db").write_bytes((annotated / ".dossier" / "cache.db").read_bytes())
    build(open_case(folder))
    return folder


@asynccontextmanager
async def browser(case: Path) -> AsyncIterator[tuple[Pilot[None], DossierApp]]:
    app = DossierApp(case / ".dossier" / "dossier.db", case=case, preferences=read_preferences())
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.browse.panes[2].list.ids) > 0)
        yield pilot, app


async def until(pilot: Pilot[None], so: Callable[[], bool], seconds: float = 20) -> None:
    for _ in range(int(seconds / 0.05)):
        if so():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


def kept(app: DossierApp) -> list[str]:
    connection = app.browse.session.connection
    assert connection is not None
    return [*(mark.name for mark in bookmarks(connection)), *(f"/{one.query}" for one in searches(connection))]


async def test_a_row_a_passage_and_a_search_are_kept_listed_opened_and_let_go(case: Path) -> None:
    async with browser(case) as (pilot, app):
        reader = app.browse.reader
        await pilot.press("b")
        await until(pilot, lambda: kept(app) == ["Ada Byrne"])
        await pilot.press("3", "enter")
        await until(pilot, lambda: reader.page.target.kind == "source")
        await pilot.press("down", "b")
        await until(pilot, lambda: len(kept(app)) == 2)
        await pilot.press("slash", *"pumps", "enter")
        await until(pilot, lambda: reader.page.target.kind == "search" and reader.has_focus)
        await pilot.press("b")
        await until(pilot, lambda: "/pumps" in kept(app))
        await pilot.press("B")
        await until(pilot, lambda: reader.page.target.kind == "kept")
        lines = [block.text for block in reader.page.blocks if block.target]
        assert ["passage" in lines[0], "Ada Byrne" in lines[1], "pumps" in lines[2]] == [True] * 3
        await pilot.press("enter")
        await until(pilot, lambda: reader.page.target.kind == "source")
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: reader.page.target.kind == "kept")
        await pilot.press("b")
        await until(pilot, lambda: kept(app) == ["Ada Byrne", "/pumps"])
        await until(pilot, lambda: len([block for block in reader.page.blocks if block.target]) == 2)
        await pilot.press("G", "b")
        await until(pilot, lambda: kept(app) == ["Ada Byrne"])


async def test_a_second_time_lets_go(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("b")
        await until(pilot, lambda: kept(app) == ["Ada Byrne"])
        await pilot.press("b")
        await until(pilot, lambda: kept(app) == [])


async def test_the_screen_is_shared_out_as_it_was_left(case: Path) -> None:
    async with browser(case) as (pilot, app):
        before = app.browse.panes[0].size.width
        await pilot.press("less_than_sign", "less_than_sign", "2", "s")
        await pilot.pause(0.2)
        width, sort = app.browse.panes[0].size.width, app.browse.panes[1].listing.sort
        assert width < before
    async with browser(case) as (pilot, app):
        await pilot.pause(0.2)
        assert (app.browse.panes[0].size.width, app.browse.panes[1].listing.sort) == (width, sort)
        assert sort != app.browse.panes[1].listing.sorts[0]
        await pilot.press(*["greater_than_sign"] * 20)
        await pilot.pause(0.2)
        assert app.browse.reading.size.width >= 30


async def test_one_part_alone_follows_the_focus(case: Path) -> None:
    async with browser(case) as (pilot, app):
        await pilot.press("4", "Z")
        await pilot.pause(0.2)
        assert (app.browse.reading.size.width, app.browse.panes[0].size.width) == (120, 0)
        await pilot.press("2")
        await pilot.pause(0.2)
        assert [part.display for part in (app.browse.reading, *app.browse.panes)] == [False, False, True, False]
        await pilot.press("Z", "1")
        await pilot.pause(0.2)
        assert [part.display for part in (app.browse.reading, *app.browse.panes)] == [True] * 4
