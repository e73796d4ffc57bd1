"""Pictures of the timeline and the matrix on an invented case, at three sizes. Look at each before
accepting a new one (`pytest --snapshot-update`)."""

from pathlib import Path
from typing import Any

import pytest

from dossier.tui.app import DossierApp


@pytest.mark.parametrize(("keys", "size"), [
    ("2 down t down", (80, 24)), ("2 down t", (120, 40)), ("2 down t down down plus", (200, 60)),
    ("m down right", (80, 24)), ("m down", (120, 40)), ("m m down", (120, 40)),
])  # fmt: skip
def test_boards(snap_compare: Any, halcyon: Path, keys: str, size: tuple[int, int]) -> None:
    """Lanes and the event under the cursor; a grid and the cell under it."""
    assert snap_compare(DossierApp(halcyon), press=keys.split(), terminal_size=size)
