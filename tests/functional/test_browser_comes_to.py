"""What is looked for by name is found in its list, too; what one reads on to leaves the lists where they are."""

import threading
from pathlib import Path

import pytest
from browsing import browser
from textual.pilot import Pilot

from dossier.present.page import Target
from dossier.tui import palette
from dossier.tui.messages import TargetOpened
from dossier.tui.screens.browse import BrowseScreen


def names(screen: BrowseScreen) -> list[str]:
    rows = screen.panes[0].list
    return [rows.row(place).name for place in range(len(rows.ids))]  # type: ignore[union-attr]


async def looked_for(pilot: Pilot[None], words: str) -> None:
    await pilot.press("ctrl+p", *words)
    await pilot.pause(0.5)
    await pilot.press("enter")
    await pilot.pause()


async def test_by_the_palette_the_list_goes_there_and_the_reader_has_the_focus(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("2", "down")
        last = names(screen)[-1]
        await looked_for(pilot, last)
        assert screen.reader.page.title == last
        assert screen.row is not None
        assert screen.row.name == last
        assert screen.pane is screen.panes[0]
        assert screen.reads


async def test_letters_are_looked_up_behind_the_keys(halcyon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a case of 100,000 names those that begin with one letter take a quarter of a second."""
    threads = set[int]()
    looked_up = palette.search_labels
    monkeypatch.setattr(palette, "search_labels",
                        lambda *what, **how: (threads.add(threading.get_ident()), looked_up(*what, **how))[1])
    async with browser(halcyon) as (pilot, screen):
        await looked_for(pilot, names(screen)[-1])
        assert screen.reads
    assert threads
    assert threading.get_ident() not in threads


async def test_what_the_list_does_not_have_moves_nothing(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("down")
        row, place = screen.row, screen.session.connection.execute(  # type: ignore[union-attr]
            "SELECT id FROM entities WHERE kind = 'place'").fetchone()[0]
        screen.come_to(Target("entity", place))
        await pilot.pause()
        assert screen.reader.page.target.id == place
        assert screen.row == row


async def test_from_search_results_the_lists_go_along_and_from_other_pages_they_do_not(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        first, *_, last = [screen.panes[0].list.row(at).id for at in range(len(names(screen)))]  # type: ignore[union-attr]
        await pilot.press("enter")
        screen.reader.post_message(TargetOpened(Target("entity", last)))
        await pilot.pause()
        assert screen.reader.page.target.id == last
        assert screen.row is not None
        assert screen.row.id == first
        await pilot.press("slash", *"lamp", "enter")
        await pilot.pause()
        assert screen.reading.target.kind == "search"
        screen.reader.post_message(TargetOpened(Target("entity", last)))
        await pilot.pause()
        assert screen.row.id == last
