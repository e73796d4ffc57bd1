"""The user's own keys, in every place that has keys."""

from pathlib import Path

import pytest
from invented import write_invented
from textual.pilot import Pilot

from dossier.tui.app import DossierApp
from dossier.tui.keymap import read_keymap
from dossier.tui.screens.timeline import TimelineScreen

KEYS = """
"move.down" = ["down", "i"]
"select.word" = ["right", "i"]
"select.turn" = "X"
"timeline.whole" = "*"
"board.close" = "B"
"""


@pytest.fixture
def app(tmp_path: Path) -> DossierApp:
    file = tmp_path / "keys.toml"
    file.write_text(KEYS)
    keymap = read_keymap(file)
    assert keymap.faults == ()
    return DossierApp(write_invented(tmp_path / "dossier.db"), keymap=keymap)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause(0.15)


def footer(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_while_words_are_selected_a_key_means_what_it_is_to_mean_there(app: DossierApp) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await press(pilot, "3", "enter", "i")
        reader = app.browse.reader
        assert reader.cursor > 0
        at = reader.cursor
        await press(pilot, "v")
        words = reader.selecting.words
        await press(pilot, "i", "right")
        assert reader.cursor == at
        assert len(reader.selecting.words.split()) == len(words.split()) + 2
        assert " X other end" in footer(pilot)
        await press(pilot, "escape", "down")
        assert not reader.selecting.on
        assert reader.cursor > at


async def test_a_board_is_closed_by_the_key_that_was_given_to_that(app: DossierApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "t")
        assert isinstance(app.screen, TimelineScreen)
        assert " B back" in footer(pilot)
        assert " * all" in footer(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "B")
        assert app.screen is app.browse
