"""Which sources are unread is shown from the start, and what counts as read without having been said so is told."""

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from dossier.case.writer import keep_writer
from dossier.present.marks import UNREAD
from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import AskScreen


def shown(app: DossierApp) -> str:
    strips = app.browse._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def opened(pilot: Pilot[None], app: DossierApp) -> None:
    await settled(pilot, lambda: app.browse.panes[2].listing.unread == 2)
    await pilot.press("3")
    await pilot.pause(0.1)


async def settled(pilot: Pilot[None], so: Callable[[], bool]) -> None:
    for _ in range(200):
        if so():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


async def test_without_a_name_everything_is_unread_until_its_end_was_seen(kestrel: Path, tmp_path: Path) -> None:
    (tmp_path / "user" / "writer").unlink()
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        assert "2 unread" in app.browse.panes[2].head.plain
        assert shown(app).count(f"{UNREAD} ") >= 2
        await pilot.press("enter")
        await settled(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        await pilot.pause(0.1)
        assert "counts as read. r makes it unread again" in shown(app)
        await pilot.press("3", "r")
        await settled(pilot, lambda: app.browse.panes[2].listing.unread == 2)
        assert not isinstance(app.screen, AskScreen)
    assert not (kestrel / ".dossier" / "decisions").exists()


async def test_what_was_read_without_a_name_is_kept_once_there_is_one(kestrel: Path, tmp_path: Path) -> None:
    (tmp_path / "user" / "writer").unlink()
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        await pilot.press("enter")
        await settled(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        keep_writer("Zoe")
        app._load()
        await pilot.pause(0.2)
        await pilot.press("3", "down", "enter")
        journal = kestrel / ".dossier" / "decisions" / "zoe.jsonl"
        await settled(pilot, lambda: journal.exists() and journal.read_text().count('"read"') == 2)
        await settled(pilot, lambda: app.browse.panes[2].listing.unread == 0)


async def test_a_source_that_counted_as_read_by_itself_is_unread_again(kestrel: Path) -> None:
    app = DossierApp(kestrel / ".dossier" / "dossier.db", case=kestrel)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        await pilot.press("enter")
        await settled(pilot, lambda: app.browse.panes[2].listing.unread == 1)
        await pilot.press("r")
        await settled(pilot, lambda: app.browse.panes[2].listing.unread == 2)
        assert any(note.message == "unread again" for note in app._notifications)
