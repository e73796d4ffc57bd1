"""The user's own keys, in every place that has keys."""

from pathlib import Path

import pytest
from browsing import screen_text
from invented import write_invented

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


async def test_while_words_are_selected_a_key_means_what_it_is_to_mean_there(app: DossierApp) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("3", "enter", "i")
        reader = app.browse.reader
        assert reader.cursor > 0
        at = reader.cursor
        await pilot.press("v")
        words = reader.selecting.words
        await pilot.press("i", "right")
        assert reader.cursor == at
        assert len(reader.selecting.words.split()) == len(words.split()) + 2
        assert " X other end" in screen_text(pilot)
        await pilot.press("escape", "down")
        assert not reader.selecting.on
        assert reader.cursor > at


async def test_a_board_is_closed_by_the_key_that_was_given_to_that(app: DossierApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, TimelineScreen)
        assert " B back" in screen_text(pilot)
        assert " * all" in screen_text(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, TimelineScreen)
        await pilot.press("B")
        assert app.screen is app.browse
