"""What the browser asks its database for, counted: as much for a case of any size."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import browser
from synthetic import write_synthetic

from dossier.store import connection
from dossier.tui import session


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "dossier.db"
    write_synthetic(path, people=400, events=2_000, sources=50, passages=500)
    return path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement that any connection runs."""
    statements: list[str] = []
    connect: Callable[[Path], sqlite3.Connection] = connection._connect

    def watched(path: Path) -> sqlite3.Connection:
        opened = connect(path)
        opened.set_trace_callback(lambda statement: statements.append(" ".join(statement.split())))
        return opened

    monkeypatch.setattr(connection, "_connect", watched)
    return statements


async def test_the_panes_open_the_database_once_and_list_each_noun_twice(
    synthetic: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    reader = session.open_reader
    monkeypatch.setattr(session, "open_reader", lambda path: opened.append(path) or reader(path))
    async with browser(synthetic) as (_pilot, screen):
        assert [len(pane.list.ids) for pane in screen.panes] == [400, 2_000, 50]
        assert opened == [synthetic]
    for noun in ("entities", "events", "sources"):
        # The first rows for the first frame, then all of them.
        lists = [one for one in asked if one.startswith(f"SELECT rowid FROM {noun} WHERE")]
        assert [one.rpartition(" ")[2] for one in lists if ", rowid LIMIT" in one] == ["200", "-1"]


async def test_a_move_reads_only_what_is_seen(synthetic: Path, asked: list[str]) -> None:
    async with browser(synthetic) as (pilot, screen):
        for keys in (["down"], ["down"], ["2"], ["down"], ["3"], ["down"], ["1"]):
            del asked[:]
            await pilot.press(*keys)
            linked = [one for one in asked if not one.startswith("SELECT value FROM meta")]
            for statement in linked:
                few = "rowid IN (" in statement or statement.endswith("LIMIT 1")
                assert few or statement.startswith(("SELECT count(*)", "SELECT events FROM entities")), statement
            # Of two other panes: how many, which of those in view, the first one, those in view there; and new rows.
            assert len(linked) <= 2 * 5 + 4
        assert screen.panes[1].list.related_count is not None
