"""The help tells of two keys that are each other's way back in one row, whatever keys a user gave them."""

from pathlib import Path

import pytest

from dossier.tui.board_commands import MATRIX, TIMELINE
from dossier.tui.commands import LISTS
from dossier.tui.keymap import Keymap
from dossier.tui.screens.help import help_page

ACROSS = "the event or column before"


def rows(where: str, **keys: tuple[str, ...]) -> list[str]:
    """The rows of the help that tell of moving across a board."""
    changed = {f"board.{name}": value for name, value in keys.items()}
    texts = [" ".join(block.text.split()) for block in help_page(where, Keymap(Path("keys.toml"), changed)).blocks]
    return [text for text in texts if ACROSS in text or text.endswith("the next one")]


@pytest.mark.parametrize("where", [TIMELINE, MATRIX, LISTS])
def test_both_keys_stand_in_one_row(where: str) -> None:
    assert rows(where) == [f"← → {ACROSS}, the next one"]


def test_keys_of_the_user_stand_there_too() -> None:
    assert rows(TIMELINE, left=("b",), right=("n", "right")) == [f"b n → {ACROSS}, the next one"]


@pytest.mark.parametrize(("gone", "left"), [("left", ["→ the next one"]), ("right", [f"← {ACROSS}"])])
def test_a_key_that_was_taken_away_is_not_told(gone: str, left: list[str]) -> None:
    assert rows(TIMELINE, **{gone: ()}) == left
