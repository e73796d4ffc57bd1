"""Which sources were read is shown, and what counts as read without having been said so is told."""

from pathlib import Path

from browsing import browser_of, screen_text, until
from textual.pilot import Pilot

from dossier.case.writer import keep_writer
from dossier.present.marks import READ
from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import AskScreen


async def opened(pilot: Pilot[None], app: DossierApp) -> None:
    await until(pilot, lambda: app.browse.panes[2].listing.unread == 2)
    await pilot.press("3")


async def test_without_a_name_everything_is_unread_until_its_end_was_seen(kestrel: Path, tmp_path: Path) -> None:
    (tmp_path / "user" / "writer").unlink()
    async with browser_of(kestrel) as (pilot, app):
        await opened(pilot, app)
        assert "unread" not in app.browse.panes[2].head.plain
        assert READ not in screen_text(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        await pilot.pause()
        assert "counts as read. r makes it unread again" in screen_text(pilot)
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
