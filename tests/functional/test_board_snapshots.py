"""Pictures of the timeline and the matrix on an invented case, at three sizes. Look at each before
accepting a new one (`pytest --snapshot-update`)."""

from pathlib import Path
from typing import Any

import pytest
from invented import write_invented
from textual.pilot import Pilot

from dossier.tui.app import DossierApp

SETTLE = 0.3


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)
    return write_invented(tmp_path / "dossier.db")


@pytest.mark.parametrize(("keys", "size"), [
    ("2 down t down", (80, 24)), ("2 down t", (120, 40)), ("2 down t down down plus", (200, 60)),
    ("m down right", (80, 24)), ("m down", (120, 40)), ("m m down", (120, 40)),
])  # fmt: skip
def test_boards(snap_compare: Any, database: Path, keys: str, size: tuple[int, int]) -> None:
    """Lanes and the event under the cursor; a grid and the cell under it."""

    async def run_before(pilot: Pilot[None]) -> None:
        await pilot.pause(SETTLE)
        for key in keys.split():
            await pilot.press(key)
            await pilot.pause(SETTLE / 2)
        await pilot.pause(SETTLE)

    assert snap_compare(DossierApp(database), run_before=run_before, terminal_size=size)
