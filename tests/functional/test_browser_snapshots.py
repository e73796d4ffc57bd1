"""Pictures of the browser on an invented case. Look at each before accepting a new one.

A picture is an SVG in `__snapshots__/`; `pytest --snapshot-update` writes them anew.
"""

from pathlib import Path
from typing import Any

import pytest

from dossier.tui.app import DossierApp


def picture(snap_compare: Any, database: Path, keys: str, size: tuple[int, int]) -> bool:
    """Whether the screen after some keys (separated by spaces) is as it was."""
    return bool(snap_compare(DossierApp(database), press=keys.split(), terminal_size=size))


VIEWS = {
    "at first": "",  # three panes, the most mentioned person selected, what belongs to them bright; the first keys
    "a source": "3 enter n n",
    "a person": "s enter",
    "an event": "2 down enter",
    "a search": "slash l a m",
    "where the sources differ": "d",
    "a disagreement": "d enter",
    "why": "3 enter j j w",
    "the keys": "question_mark",
}
"""By what is to be seen: the keys that lead there."""
SIZES = ((80, 24), (120, 40), (200, 60))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.replace(" ", "-"))
def test_views(snap_compare: Any, halcyon: Path, view: str, size: tuple[int, int]) -> None:
    """On a small terminal one pane and the reader, on a wide one a third column for what is selected."""
    assert picture(snap_compare, halcyon, VIEWS[view], size)


def test_a_source_with_everything_marked(snap_compare: Any, halcyon: Path) -> None:
    """Names in the colour of their kind, quotations in the margin and in italics, boilerplate dimmed."""
    assert picture(snap_compare, halcyon, "3 enter n n", (120, 36))


def test_pinned_and_narrowed(snap_compare: Any, halcyon: Path) -> None:
    """Two chips on top, a pane narrowed by letters, counts that tell shown and all."""
    assert picture(snap_compare, halcyon, "s s G space 3 space 1 f r e enter", (120, 36))


@pytest.mark.parametrize("theme", ["light", "high-contrast", "terminal"])
def test_themes(snap_compare: Any, halcyon: Path, theme: str) -> None:
    """An event and its two reports, each with its own date, in the themes after the dark one."""
    steps = ["light", "high-contrast", "terminal"].index(theme) + 1
    assert picture(snap_compare, halcyon, "2 down enter" + " T" * steps, (120, 36))
