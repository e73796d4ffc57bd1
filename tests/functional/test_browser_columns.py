"""Pages whose lines stand in columns are made anew for another width, also for one that came while a board was open;
the line between the panes and the reader is dragged."""

import json
from pathlib import Path

import pytest
from invented import write_invented

from dossier.present.page import Target
from dossier.tui.app import DossierApp
from dossier.tui.preferences import Preferences

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
        assert begins.startswith("“On 4 March 1911 the ferry")
        await pilot.press("y")
        assert app.clipboard.splitlines()[0] == "“On 4 March 1911 the ferry Halcyon was lost at Carrick”"
        assert "gazette.md:3" in app.clipboard
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert reader.page.target == Target("source", *(stop.target or Target("case", ""))[1:4])


async def test_the_line_between_panes_and_reader_is_dragged_and_stays(halcyon: Path, tmp_path: Path) -> None:
    app = DossierApp(halcyon, preferences=Preferences(hinted=True, file=tmp_path / "browser.json"))
    async with app.run_test(size=(120, 40)) as pilot:
        line = app.browse.reading.region.x
        await pilot.mouse_down(offset=(line, 20))
        for x in (line - 4, line - 20):
            await pilot.hover(offset=(x, 20))
        await pilot.mouse_up(offset=(line - 20, 20))
        await pilot.pause()
        assert abs(app.browse.reading.region.x - (line - 20)) <= 1
        kept = json.loads((tmp_path / "browser.json").read_text())["panes"]
        await pilot.hover(offset=(line + 20, 20))
        assert app.browse.preferences.panes == kept
        # What goes down inside the reader selects words and moves nothing.
        await pilot.mouse_down(app.browse.reader, offset=(0, 5))
        await pilot.hover(app.browse.reader, offset=(20, 5))
        await pilot.mouse_up(app.browse.reader, offset=(20, 5))
        assert app.browse.preferences.panes == kept
