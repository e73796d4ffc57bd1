"""No key ends the browser where the database of its own connection cannot be read any more."""

from pathlib import Path

import pytest
from browsing import browser, browser_of
from textual.pilot import Pilot

from dossier.present.page import Target
from dossier.tui.screens.browse import BrowseScreen
from dossier.tui.session import LOST


def lose(screen: BrowseScreen) -> None:
    """As a damaged file does: each query fails from now on."""
    assert screen.session.connection is not None
    screen.session.connection.close()


def said(pilot: Pilot[None]) -> list[str]:
    return [note.message for note in pilot.app._notifications]


async def test_what_is_looked_for_by_name_opens_all_the_same(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        assert screen.row is not None
        id_ = screen.row.id
        lose(screen)
        screen.come_to(Target("entity", id_))
        await pilot.pause()
        assert screen.reader.page.target.id == id_


KEYS = ["1 down", "2 down enter", "3 enter y o w", "slash a d a enter y", "t enter", "t down enter", "m enter",
        "e escape", "B b", "ctrl+p a d a enter", "0 d w", "space x f a escape s", "1 . .", "3 enter G"]  # fmt: skip


@pytest.mark.parametrize("keys", KEYS)
async def test_no_key_needs_it(halcyon: Path, keys: str) -> None:
    async with browser(halcyon) as (pilot, screen):
        lose(screen)
        await pilot.press(*keys.split())
        await pilot.pause()
        assert pilot.app.is_running


@pytest.mark.parametrize("keys", ["a", "r", "3 r", "b", "enter b", "u", "U", "R", "D enter a", "3 enter G"])
async def test_what_cannot_be_decided_says_so(kestrel: Path, keys: str) -> None:
    async with browser_of(kestrel) as (pilot, app):
        lose(app.browse)
        await pilot.press(*keys.split())
        await pilot.pause()
        assert app.is_running
        assert app.screen is app.browse


@pytest.mark.parametrize("letter", "mr")
async def test_a_question_that_stands_already_cannot_be_answered(kestrel: Path, letter: str) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await pilot.press("a", letter)
        question = app.screen
        assert question is not app.browse
        lose(app.browse)
        await pilot.press(*"reeves", "down", "enter")
        await pilot.pause()
        assert app.is_running
        assert app.screen is question or LOST in said(pilot)
