"""Pictures of the browser on an invented case. Look at each before accepting a new one.

A picture is an SVG in `__snapshots__/`; `pytest --snapshot-update` writes them anew.
"""

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


def picture(snap_compare: Any, database: Path, keys: str, size: tuple[int, int]) -> bool:
    """Whether the screen after some keys (separated by spaces) is as it was."""

    async def run_before(pilot: Pilot[None]) -> None:
        await pilot.pause(SETTLE)
        for key in keys.split():
            await pilot.press(key)
            await pilot.pause(SETTLE / 2)
        await pilot.pause(SETTLE)

    return bool(snap_compare(DossierApp(database), run_before=run_before, terminal_size=size))


def test_at_first(snap_compare: Any, database: Path) -> None:
    """Three panes, the most mentioned person selected, what belongs to them bright; the case and its first keys."""
    assert picture(snap_compare, database, "", (120, 36))


def test_a_source_with_everything_marked(snap_compare: Any, database: Path) -> None:
    """Names in the colour of their kind, quotations in the margin and in italics, boilerplate dimmed."""
    assert picture(snap_compare, database, "3 enter n n", (120, 36))


def test_a_person(snap_compare: Any, database: Path) -> None:
    """A person's page; its cursor on the first line that leads somewhere."""
    assert picture(snap_compare, database, "s enter", (120, 36))


def test_pinned_and_narrowed(snap_compare: Any, database: Path) -> None:
    """Two chips on top, a pane narrowed by letters, counts that tell shown and all."""
    assert picture(snap_compare, database, "s s G space 3 space 1 f r e enter", (120, 36))


def test_a_search(snap_compare: Any, database: Path) -> None:
    """Names and titles, then passages by source with what was found marked."""
    assert picture(snap_compare, database, "slash l a m", (120, 36))


def test_light(snap_compare: Any, database: Path) -> None:
    """The light theme: an event and its two reports, each with its own date."""
    assert picture(snap_compare, database, "2 down enter T", (120, 36))


def test_narrow(snap_compare: Any, database: Path) -> None:
    """80 × 24: one pane and the reader, the other panes in its head."""
    assert picture(snap_compare, database, "2 down enter escape", (80, 24))


def test_wide(snap_compare: Any, database: Path) -> None:
    """200 × 60: a third column with the page of what is selected."""
    assert picture(snap_compare, database, "down", (200, 60))


def test_where_the_sources_differ(snap_compare: Any, database: Path) -> None:
    """Each question with its answers and their words; what agrees apart from it."""
    assert picture(snap_compare, database, "d", (120, 36))


def test_a_disagreement(snap_compare: Any, database: Path) -> None:
    """One question: each answer over the passages that give it."""
    assert picture(snap_compare, database, "d enter", (80, 24))


def test_why(snap_compare: Any, database: Path) -> None:
    """All that a passage supports, each with the rule behind it."""
    assert picture(snap_compare, database, "3 enter j j w", (120, 36))
