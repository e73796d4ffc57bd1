"""What happens after a while happens, also where the processor is away just then."""

import asyncio
import time

import pytest
from textual.app import App, ComposeResult
from textual.containers import Container
from textual.pilot import Pilot
from textual.timer import _time

from dossier.tui.timing import PromptlySized, after


class Filled(PromptlySized):
    """One widget as large as the terminal."""

    def compose(self) -> ComposeResult:
        yield Container()


class Away:
    """A clock that is far on at each of the next looks, as where the processor is away between them."""

    def __init__(self) -> None:
        self.skipped, self.times = 0.0, 0

    def __call__(self) -> float:
        if self.times:
            self.times -= 1
            self.skipped += 1.0
        return time.monotonic() + self.skipped


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Away:
    clock = Away()
    monkeypatch.setattr(_time, "get_time", clock)
    return clock


async def _until(pilot: Pilot[None], so: asyncio.Event) -> None:
    for _ in range(50):
        if not so.is_set():
            await asyncio.sleep(0.01)
            await pilot.pause()


def test_a_timer_goes_off_where_the_processor_is_away(away: Away) -> None:
    async def run() -> bool:
        async with App[None]().run_test() as pilot:
            rung = asyncio.Event()
            away.times = 300
            after(pilot.app, 0.01, rung.set)
            await _until(pilot, rung)
            return rung.is_set()

    assert asyncio.run(run())


def test_the_last_size_counts_where_the_processor_is_away(away: Away) -> None:
    async def run() -> list[tuple[int, int]]:
        sizes = []
        async with Filled().run_test(size=(80, 24)) as pilot:
            for size in ((100, 30), (60, 20), (120, 40)):
                away.times = 300
                await pilot.resize_terminal(*size)
                await pilot.pause()
                sizes.append(tuple(pilot.app.query_one(Container).size))
        return sizes

    assert asyncio.run(run()) == [(100, 30), (60, 20), (120, 40)]
