"""From the timeline to the matrix, to the disagreements and back, with the keys of the panes; the matrix of another
kind."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from browsing import browser, screen_lines
from invented import write_invented
from textual.app import App
from textual.command import CommandList
from textual.pilot import Pilot
from textual.screen import Screen

from dossier.tui.app import DossierApp
from dossier.tui.screens.board import PATIENCE, BoardScreen
from dossier.tui.screens.matrix import MatrixScreen
from dossier.tui.screens.timeline import TimelineScreen
from dossier.tui.widgets.pane import KINDS


def board(pilot: Pilot[None]) -> BoardScreen:
    assert isinstance(pilot.app.screen, BoardScreen)
    return pilot.app.screen


def matrix(pilot: Pilot[None]) -> MatrixScreen:
    assert isinstance(pilot.app.screen, MatrixScreen)
    return pilot.app.screen


async def test_each_board_leads_to_the_other_and_back_from_there_to_where_one_was(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("t", "right", "right")
        event = board(pilot).place
        await pilot.press("m", "down", "t")
        assert isinstance(board(pilot), TimelineScreen)
        await pilot.press("escape")
        assert matrix(pilot).left.spot.row == 1
        await pilot.press("escape")
        assert board(pilot).place == event
        await pilot.press("t")
        assert pilot.app.screen is screen


@pytest.mark.parametrize("key", ["t", "m"])
async def test_a_board_leads_to_the_disagreements_and_they_back_to_it(halcyon: Path, key: str) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press(key, "down", "d")
        assert pilot.app.screen is screen
        assert screen.reader.page.target.kind == "disagreements"
        await pilot.press("left_square_bracket")
        kept = board(pilot).left
        assert (kept.spot.row if isinstance(board(pilot), MatrixScreen) else kept.view.lane) == 1


async def test_forward_leads_again_to_what_one_came_back_from(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("t", "right", "enter", "left_square_bracket", "right_square_bracket")
        assert pilot.app.screen is screen
        assert screen.reader.page.title == "Halcyon runs aground on the Carrick bar"
        await pilot.press("left_square_bracket", "left_square_bracket", "right_square_bracket")
        assert isinstance(board(pilot), TimelineScreen)


async def test_where_nothing_lies_ahead_one_stays(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, _):
        await pilot.press("m", "right_square_bracket", "down")
        assert matrix(pilot).left.spot.row == 1


async def test_the_matrix_of_the_next_kind_leaves_the_pane_as_it_is(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("m", "down", "full_stop")
        assert matrix(pilot).left.spot.row == 0
        assert "Matrix · organizations × sources" in screen_lines(pilot)[0]
        assert "Harbour Board" in "\n".join(matrix(pilot).board.plain)
        await pilot.press("comma", "comma")
        assert matrix(pilot).left.kind == KINDS[-1]
        await pilot.press("full_stop", "full_stop", "enter", "left_square_bracket")
        assert board(pilot).place.id == "organization"
        await pilot.press("escape", "m")
        assert screen.panes[0].listing.kind == matrix(pilot).left.kind == "person"


@pytest.mark.parametrize("times", range(1, len(KINDS)))
async def test_one_can_go_on_from_a_kind_of_which_there_is_nothing(kestrel: Path, times: int) -> None:
    async with browser(kestrel / ".dossier" / "dossier.db", (60, 16)) as (pilot, _):
        await pilot.press("m", *["full_stop"] * times, "down", "right", "pagedown", "m", "G")
        assert matrix(pilot).left.kind == KINDS[times]
        await pilot.press("t", "escape")
        assert matrix(pilot).left.kind == KINDS[times]


async def test_letters_that_narrow_people_narrow_no_organizations(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("f", "z", "enter", "m", "full_stop")
        assert screen.panes[0].listing.letters == "z"
        assert "Harbour Board" in "\n".join(matrix(pilot).board.plain)


@pytest.mark.parametrize("key", ["t", "m"])
async def test_the_way_back_is_told_on_a_narrow_terminal(halcyon: Path, key: str) -> None:
    async with browser(halcyon, (80, 24)) as (pilot, _):
        await pilot.press(key)
        assert "Esc back" in screen_lines(pilot)[-1]


@pytest.mark.parametrize("keys", [["t"], ["m"], ["t", "m"], ["m", "t"], ["t", "m", "escape"]])
async def test_a_board_is_painted_once_and_nothing_is_seen_before_it(
    halcyon: Path, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    async with browser(halcyon) as (pilot, _):
        await pilot.press(*keys[:-1])
        painted: list[str] = []
        display = App._display

        def noted(app: App[None], screen: Screen[None], update: object) -> None:
            if update is not None:
                painted.append("\n".join(board(pilot).board.plain) if screen is app.screen else "another screen")
            display(app, screen, update)  # type: ignore[arg-type]

        monkeypatch.setattr(App, "_display", noted)
        await pilot.press(keys[-1])
        assert painted == ["\n".join(board(pilot).board.plain)]
        assert "Halcyon" in painted[0]


async def test_a_board_that_takes_its_time_has_its_frame_meanwhile(
    halcyon: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MatrixScreen, "_draw", lambda _: None)
    async with browser(halcyon) as (pilot, _):
        await pilot.press("m")
        await pilot.pause(2 * PATIENCE)
        assert not board(pilot).held_back


async def test_the_palette_knows_the_keys_of_a_board_and_opens_what_has_a_name(halcyon: Path) -> None:
    async with browser(halcyon) as (pilot, screen):
        await pilot.press("t", "ctrl+p", *"closer", "enter")
        left = board(pilot).left
        assert left.chart.axis.scale.name == "hours"
        await pilot.press("ctrl+p", *"bookmark")
        assert pilot.app.screen.query_one(CommandList).option_count == 0
        await pilot.press("escape", "ctrl+p", *"harbour board", "enter")
        assert pilot.app.screen is screen
        assert screen.reader.page.title == "Harbour Board"
        await pilot.press("left_square_bracket")
        assert board(pilot).left.chart.axis.scale.name == "hours"


def written_again(database: Path) -> None:
    """As a build does: other rows, in a file that takes the place of the one that is open."""
    new = write_invented(database.with_name("other.db"), extra={"a.txt": "The log of Renn\n\nTobias Renn wrote.\n"})
    connection = sqlite3.connect(new)
    with connection:
        connection.execute("UPDATE events SET rowid = rowid + 100")
    connection.close()
    os.replace(new, database)


@pytest.mark.parametrize("again", [(), ("escape", "t")])
async def test_the_timeline_follows_a_database_that_took_the_place_of_its_own(
    halcyon: Path, tmp_path: Path, again: tuple[str, ...]
) -> None:
    app = DossierApp(Path(shutil.copy(halcyon, tmp_path / "own.db")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("2", "down", "t")
        before = board(pilot).place
        written_again(tmp_path / "own.db")
        app.look_at_database()
        await pilot.pause()
        await pilot.press(*again)
        assert board(pilot).place == before
        assert "Halcyon runs aground on the Carrick bar" in "\n".join(board(pilot).board.plain)
        await pilot.press("enter")
        assert app.browse.reader.page.title == "Halcyon runs aground on the Carrick bar"


async def test_the_matrix_does_so_too(halcyon: Path, tmp_path: Path) -> None:
    app = DossierApp(Path(shutil.copy(halcyon, tmp_path / "own.db")))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("m", "down")
        assert "3 sources" in screen_lines(pilot)[0]
        written_again(tmp_path / "own.db")
        app.look_at_database()
        await pilot.pause()
        assert "4 sources" in screen_lines(pilot)[0]
        assert matrix(pilot).left.spot.row == 1
