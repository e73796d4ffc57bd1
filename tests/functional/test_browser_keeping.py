"""What a reader keeps in the browser: bookmarks, searches, what was read; and how the screen was shared out."""

from pathlib import Path

from browsing import browser_of, until

from dossier.store.queries.kept import bookmarks, searches
from dossier.tui.app import DossierApp
from dossier.tui.preferences import read_preferences


def kept(app: DossierApp) -> list[str]:
    connection = app.browse.session.connection
    assert connection is not None
    return [*(mark.name for mark in bookmarks(connection)), *(f"/{one.query}" for one in searches(connection))]


async def test_a_row_a_passage_and_a_search_are_kept_listed_opened_and_let_go(kestrel: Path) -> None:
    async with browser_of(kestrel, preferences=read_preferences()) as (pilot, app):
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


async def test_a_second_time_lets_go(kestrel: Path) -> None:
    async with browser_of(kestrel, preferences=read_preferences()) as (pilot, app):
        await pilot.press("b")
        await until(pilot, lambda: kept(app) == ["Ada Byrne"])
        await pilot.press("b")
        await until(pilot, lambda: kept(app) == [])


async def test_the_screen_is_shared_out_as_it_was_left(kestrel: Path) -> None:
    async with browser_of(kestrel, preferences=read_preferences()) as (pilot, app):
        before = app.browse.panes[0].size.width
        await pilot.press("less_than_sign", "less_than_sign", "2", "s")
        width, sort = app.browse.panes[0].size.width, app.browse.panes[1].listing.sort
        assert width < before
    async with browser_of(kestrel, preferences=read_preferences()) as (pilot, app):
        await pilot.pause()
        assert (app.browse.panes[0].size.width, app.browse.panes[1].listing.sort) == (width, sort)
        assert sort != app.browse.panes[1].listing.sorts[0]
        await pilot.press(*["greater_than_sign"] * 20)
        assert app.browse.reading.size.width >= 30


async def test_one_part_alone_follows_the_focus(kestrel: Path) -> None:
    async with browser_of(kestrel, preferences=read_preferences()) as (pilot, app):
        await pilot.press("4", "Z")
        assert (app.browse.reading.size.width, app.browse.panes[0].size.width) == (120, 0)
        await pilot.press("2")
        assert [part.display for part in (app.browse.reading, *app.browse.panes)] == [False, False, True, False]
        await pilot.press("Z", "1")
        assert [part.display for part in (app.browse.reading, *app.browse.panes)] == [True] * 4
