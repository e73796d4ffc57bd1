"""What people type in the palette finds the command, and nothing that only has its letters; what decides is at hand."""

from pathlib import Path

import pytest
from invented import write_invented
from textual.command import CommandInput, CommandList

from dossier.tui.app import DossierApp
from dossier.tui.commands import LISTS, READER, footer
from dossier.tui.screens.ask import ChoiceScreen


@pytest.mark.parametrize(("typed", "first"), [("export", "export what you look at"), ("theme", "next theme")])
async def test_the_words_people_have_for_it(tmp_path: Path, typed: str, first: str) -> None:
    async with DossierApp(write_invented(tmp_path / "dossier.db")).run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p", *typed)
        assert pilot.app.screen.query_one(CommandInput).value == typed
        found = pilot.app.screen.query_one(CommandList)
        assert found.option_count == 1
        assert first in str(found.get_option_at_index(0).prompt)


async def test_export_is_chosen_in_the_palette(tmp_path: Path) -> None:
    async with DossierApp(write_invented(tmp_path / "dossier.db")).run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p", *"export")
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ChoiceScreen)


@pytest.mark.parametrize("where", [LISTS, READER])
def test_deciding_is_among_the_first_keys_at_the_bottom(where: str) -> None:
    assert "decide" in [label for _, label, _ in footer(where, lambda command: command.shown)][:5]
