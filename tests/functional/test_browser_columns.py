"""Pages whose lines stand in columns: made anew for another width, also for one that came while a board was open."""

from pathlib import Path

import pytest
from invented import write_invented

from dossier.present.page import Target
from dossier.tui.app import DossierApp

EVENT = ["2", "down", "enter", "Z"]


@pytest.fixture(scope="module")
def halcyon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_invented(tmp_path_factory.mktemp("case") / "dossier.db")


def page(app: DossierApp) -> list[str]:
    return [block.text for block in app.browse.reader.page.blocks]


def beside(app: DossierApp) -> bool:
    return any("Halcyon strikes" in text and "The loss of" in text for text in page(app))


async def test_reports_stand_side_by_side_where_there_is_room(halcyon: Path) -> None:
    app = DossierApp(halcyon)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press(*EVENT)
        assert beside(app)
        await pilot.resize_terminal(50, 30)
        await pilot.pause(0.3)
        assert not beside(app)
        await pilot.press("t")
        await pilot.resize_terminal(120, 30)
        await pilot.pause(0.3)
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert beside(app)


async def test_n_goes_from_report_to_report_and_enter_opens_it(halcyon: Path) -> None:
    app = DossierApp(halcyon)
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press(*EVENT, "n", "n")
        reader = app.browse.reader
        assert reader.here == "2 of 2"
        stop = reader.page.stops[reader.stop]
        begins = reader.page.blocks[stop.block].text[stop.start : stop.end]
        assert begins in ("04 Mar 1911", "On 4 March 1911 the ferry")
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert reader.page.target == Target("source", *(stop.target or Target("case", ""))[1:4])
