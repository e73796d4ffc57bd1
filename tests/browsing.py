"""The browser under Textual's pilot: opened on a case, waited for, and read off as whoever sits there would."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.timer import Timer

from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import Question
from dossier.tui.screens.browse import BrowseScreen

SOON = 0.1
"""Seconds. A timer that rings once, and no later, is part of what a key does; later ones take something away again."""
LOOK = 0.002
"""Seconds between two looks whether the browser is still at work."""


async def settled(_least: float = 0, _most: float = 0) -> None:
    """Until the browser has answered and drawn all that it was asked: no key waits, no thread runs, no query is open.

    Stands in for Textual's `wait_for_idle`, which takes a process that gets no processor for one that is done. A build
    beside the browser is not waited for.
    """
    app, quiet, end = active_app.get(), 0, monotonic() + 30
    while quiet < 2:
        await Pilot(app)._wait_for_screen()
        await asyncio.sleep(LOOK)
        if not (app.is_running and app.screen_stack):
            return
        app.screen._on_timer_update()
        quiet = 0 if _at_work(app) else quiet + 1
        assert monotonic() < end, "the browser does not come to rest"


def _at_work(app: App[Any]) -> bool:
    nodes = (node for screen in app.screen_stack for node in screen.walk_children(with_self=True))
    if any(_rings_soon(timer) for pump in (app, *nodes) for timer in pump._timers) or app.screen._callbacks:
        return True
    if any(not worker.is_finished for worker in app.workers if worker._thread_worker or worker.group != "default"):
        return True
    if not isinstance(app, DossierApp):
        return False
    return not app._framed or app._under_way or any(lane.busy for lane in app.browse.session._lanes)


def _rings_soon(timer: Timer) -> bool:
    return timer._repeat == 0 and timer._interval <= SOON and timer._task is not None and not timer._task.done()


async def until(pilot: Pilot[None], so: Callable[[], bool], seconds: float = 30) -> None:
    """Until what a process beside the browser does is seen; what never comes fails the test."""
    end = monotonic() + seconds
    while not so():
        assert monotonic() < end, "it never came to that"
        await pilot.pause(0.02)
    await pilot.pause()


@asynccontextmanager
async def browser(
    database: Path, size: tuple[int, int] = (120, 40), seen: list[Message] | None = None
) -> AsyncIterator[tuple[Pilot[None], BrowseScreen]]:
    """A browser over a database alone: nothing can be decided or built. `seen` gets every message there is."""
    app = DossierApp(database)
    async with app.run_test(size=size, message_hook=None if seen is None else seen.append) as pilot:
        await pilot.pause()
        yield pilot, app.browse


@asynccontextmanager
async def browser_of(case: Path, **how: Any) -> AsyncIterator[tuple[Pilot[None], DossierApp]]:
    """A browser over a built case, in which things can be decided. `how` goes to the application."""
    app = DossierApp(case / ".dossier" / "dossier.db", case=case, **how)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield pilot, app


def screen_lines(pilot: Pilot[None]) -> list[str]:
    """The screen, line by line."""
    return ["".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()]


def screen_text(pilot: Pilot[None]) -> str:
    """The screen."""
    return "\n".join(screen_lines(pilot))


def listed(app: DossierApp, pane: int) -> list[str]:
    """The names or labels in a pane, in their order."""
    rows = app.browse.panes[pane].list
    found = [rows.row(place) for place in range(len(rows.ids))]
    return [getattr(row, "name", "") or row.label for row in found if row is not None]


def question(app: DossierApp) -> Question:
    """What is being asked."""
    assert isinstance(app.screen, Question), app.screen
    return app.screen


def decided(case: Path, writer: str = "ada") -> list[dict[str, Any]]:
    """The decisions in a journal; but not what was read, for a short document is as soon as it is opened."""
    journal = case / ".dossier" / "decisions" / f"{writer}.jsonl"
    found = [json.loads(line)["decision"] for line in journal.read_text().splitlines()] if journal.exists() else []
    return [one for one in found if one["verb"] != "read"]
