"""The matrix through Textual's pilot: opened, moved on, turned, and left for the passages of a cell."""

from pathlib import Path

from textual.pilot import Pilot

from dossier.tui.app import DossierApp
from dossier.tui.screens.matrix import MatrixScreen


def shown(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, MatrixScreen)
    return "\n".join(screen.board.plain)


async def test_a_cell_opens_the_places_where_a_source_names_somebody(halcyon: Path) -> None:
    app = DossierApp(halcyon)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "down", "down")
        assert "is named 2 times in Halcyon strikes the Carrick bar" in shown(pilot)
        await pilot.press("enter")
        page = app.browse.reader.page
        assert page.title == "Halcyon strikes the Carrick bar"
        assert len(page.stops) == 2
        await pilot.press("left_square_bracket")
        assert "is named 2 times in Halcyon strikes the Carrick bar" in shown(pilot)


async def test_it_turns_to_who_appears_with_whom(halcyon: Path) -> None:
    app = DossierApp(halcyon)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "m", "down")
        assert "never in one passage" in shown(pilot)
        await pilot.press("escape")
        assert app.screen is app.browse


async def test_it_is_of_the_kind_that_the_first_pane_lists(halcyon: Path) -> None:
    async with DossierApp(halcyon).run_test(size=(80, 24)) as pilot:
        await pilot.press("full_stop", "m", "right", "right", "G")
        assert "Harbour Board" in shown(pilot)


async def test_a_click_moves_and_a_second_one_opens(halcyon: Path) -> None:
    app = DossierApp(halcyon)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        screen = app.screen
        assert isinstance(screen, MatrixScreen)
        await pilot.click(screen.board, offset=(70, 5))
        assert screen.left.spot.row == 1
        assert screen.left.spot.column == 1
        await pilot.click(screen.board, offset=(70, 5), times=2)
        assert app.screen is app.browse
