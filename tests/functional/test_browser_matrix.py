"""The matrix through Textual's pilot: opened, moved on, turned, and left for the passages of a cell."""

from pathlib import Path

import pytest
from invented import write_invented
from textual.pilot import Pilot

from dossier.tui.app import DossierApp
from dossier.tui.screens.matrix import MatrixScreen


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db")


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause(0.15)
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.15)


def shown(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, MatrixScreen)
    return "\n".join(screen.board.plain)


async def test_a_cell_opens_the_places_where_a_source_names_somebody(database: Path) -> None:
    app = DossierApp(database)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m", "down", "down")
        assert "is named 2 times in Halcyon strikes the Carrick bar" in shown(pilot)
        await press(pilot, "enter")
        page = app.browse.reader.page
        assert page.title == "Halcyon strikes the Carrick bar"
        assert len(page.stops) == 2
        await press(pilot, "left_square_bracket")
        assert "is named 2 times in Halcyon strikes the Carrick bar" in shown(pilot)


async def test_it_turns_to_who_appears_with_whom(database: Path) -> None:
    app = DossierApp(database)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m", "m", "down")
        assert "never in one passage" in shown(pilot)
        await press(pilot, "escape")
        assert app.screen is app.browse


async def test_it_is_of_the_kind_that_the_first_pane_lists(database: Path) -> None:
    async with DossierApp(database).run_test(size=(80, 24)) as pilot:
        await press(pilot, "full_stop", "m", "right", "right", "G")
        assert "Harbour Board" in shown(pilot)


async def test_a_click_moves_and_a_second_one_opens(database: Path) -> None:
    app = DossierApp(database)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "m")
        screen = app.screen
        assert isinstance(screen, MatrixScreen)
        await pilot.click(screen.board, offset=(70, 3))
        await press(pilot)
        assert screen.left.spot.row == 1
        assert screen.left.spot.column == 1
        await pilot.click(screen.board, offset=(70, 3), times=2)
        await press(pilot)
        assert app.screen is app.browse
