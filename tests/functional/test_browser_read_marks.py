"""Which sources were read is shown, and what counts as read without having been said so is told."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from browsing import browser_of, screen_lines, screen_text, until
from textual.pilot import Pilot

from dossier.case.writer import keep_writer
from dossier.present.marks import READ
from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import AskScreen
from dossier.tui.widgets import seen


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands on the screen counts as seen sooner than for a person."""
    monkeypatch.setattr(seen, "STOOD_SECONDS", 0.05)


async def opened(pilot: Pilot[None], app: DossierApp) -> None:
    await until(pilot, lambda: app.browse.panes[2].listing.unread == 2)
    await pilot.press("3")


async def test_without_a_name_everything_is_unread_until_all_of_it_was_seen(kestrel: Path, tmp_path: Path) -> None:
    (tmp_path / "user" / "writer").unlink()
    async with browser_of(kestrel) as (pilot, app):
        await opened(pilot, app)
        assert "unread" not in app.browse.panes[2].head.plain
        assert READ not in screen_text(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        await pilot.pause()
        assert "All of it was seen: read. r turns that back" in screen_text(pilot)
        assert "move" in screen_lines(pilot)[-1]
        assert "1 unread of 2" in app.browse.panes[2].head.plain
        assert screen_text(pilot).count(READ) == 1
        await pilot.press("3", "r")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 2)
        assert not isinstance(app.screen, AskScreen)
    assert not (kestrel / ".dossier" / "decisions").exists()


async def test_what_was_read_without_a_name_is_kept_once_there_is_one(kestrel: Path, tmp_path: Path) -> None:
    (tmp_path / "user" / "writer").unlink()
    async with browser_of(kestrel) as (pilot, app):
        await opened(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        keep_writer("Zoe")
        app._load()
        await pilot.pause()
        await pilot.press("3", "down", "enter")
        journal = kestrel / ".dossier" / "decisions" / "zoe.jsonl"
        await until(pilot, lambda: journal.exists() and journal.read_text().count('"read"') == 2)
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 0)


async def test_a_source_that_counted_as_read_by_itself_is_unread_again(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, app):
        await opened(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        await pilot.press("r")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 2)
        assert any(note.message == "unread again" for note in app._notifications)


LONG = "\n\n".join(f"Paragraph {number} tells of nothing much." for number in range(80)) + "\n"


async def test_a_jump_to_the_end_reads_nothing_and_reading_on_does(
    build_case: Callable[[Path, Mapping[str, str]], Path], tmp_path: Path
) -> None:
    keep_writer("Ada")
    async with browser_of(build_case(tmp_path / "long", {"long.txt": LONG})) as (pilot, app):
        await pilot.press("3", "enter", "G")
        await asyncio.sleep(0.2)
        await pilot.pause()
        assert app.browse.panes[2].listing.unread == 1
        await pilot.press("g")
        for _ in range(8):
            await asyncio.sleep(0.1)
            await pilot.press("pagedown")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 0)


async def test_what_is_passed_over_is_not_read(kestrel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "STOOD_SECONDS", 3.0)
    async with browser_of(kestrel) as (pilot, app):
        await opened(pilot, app)
        await pilot.press("enter", "escape", "down", "enter")
        await pilot.pause()
        assert app.browse.panes[2].listing.unread == 2


async def test_under_a_dialog_the_keys_are_those_of_the_dialog(kestrel: Path) -> None:
    async with browser_of(kestrel) as (pilot, _):
        await pilot.press("1", "a")
        assert "leave it" in screen_lines(pilot)[-1]
        assert "search" not in screen_lines(pilot)[-1]
        await pilot.press("escape")
        assert "search" in screen_lines(pilot)[-1]
