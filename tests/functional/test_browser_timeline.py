"""The timeline through Textual's pilot: opened, moved on, zoomed, left, and found again as it was."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from dossier.tui.app import DossierApp
from dossier.tui.screens.timeline import TimelineScreen
from dossier.tui.widgets.passage_view import PassageView


@asynccontextmanager
async def browser(halcyon: Path, *keys: str, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    async with DossierApp(halcyon).run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        yield pilot


def shown(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, TimelineScreen)
    return "\n".join(screen.board.plain)


def reading(pilot: Pilot[None]) -> str:
    app = pilot.app
    assert isinstance(app, DossierApp)
    assert app.screen is app.browse
    return app.browse.reader.page.title


async def test_it_opens_at_the_event_that_is_selected(halcyon: Path) -> None:
    async with browser(halcyon, "2", "down", "t") as pilot:
        assert "03–04 Mar 1911    ≠ Halcyon runs aground on the Carrick bar" in shown(pilot)


async def test_arrows_go_from_event_to_event_and_enter_opens_it(halcyon: Path) -> None:
    async with browser(halcyon, "t", "right", "right", "left", "enter") as pilot:
        assert reading(pilot) == "Halcyon runs aground on the Carrick bar"


async def test_in_the_lane_of_a_source_enter_opens_its_words(halcyon: Path) -> None:
    async with browser(halcyon, "t", "down", "down", "right", "enter") as pilot:
        assert reading(pilot) == "The loss of the Halcyon"
        app = pilot.app
        assert isinstance(app, DossierApp)
        stop = app.browse.reader.page.stops[app.browse.reader.page.at]
        assert app.browse.reader.page.blocks[stop.block].text[stop.start : stop.end] == (
            "On 4 March 1911 the ferry Halcyon was lost at Carrick")


async def test_escape_goes_back_to_the_page_before(halcyon: Path) -> None:
    async with browser(halcyon, "2", "enter", "t", "escape") as pilot:
        assert reading(pilot) == "The lamp goes out at nine"


async def test_the_back_key_finds_the_timeline_as_it_was_left(halcyon: Path) -> None:
    async with browser(halcyon, "t", "right", "minus", "enter", "left_square_bracket") as pilot:
        assert isinstance(pilot.app.screen, TimelineScreen)
        assert "Halcyon runs aground on the Carrick bar" in shown(pilot)
        left = pilot.app.screen.left
        assert left is not None
        assert left.chart.axis.scale.name == "weeks"


async def test_zooming_changes_the_scale_and_keeps_the_event(halcyon: Path) -> None:
    async with browser(halcyon, "t", "right") as pilot:
        names = []
        for key in ("plus", "plus", "minus", "minus", "minus", "0"):
            await pilot.press(key)
            screen = pilot.app.screen
            assert isinstance(screen, TimelineScreen)
            assert screen.left is not None
            names.append(screen.left.chart.axis.scale.name)
            assert "Halcyon runs aground on the Carrick bar" in shown(pilot)
        assert names == ["hours", "minutes", "hours", "days", "weeks", "days"]


async def test_what_is_pinned_leaves_its_events(halcyon: Path) -> None:
    async with browser(halcyon, "3", "down", "down", "space", "t") as pilot:
        assert "1 of 1" in shown(pilot)


async def test_why_is_asked_of_the_event(halcyon: Path) -> None:
    async with browser(halcyon, "t", "right", "w") as pilot:
        assert reading(pilot) == "Why: Halcyon runs aground on the Carrick bar"


async def test_a_click_goes_to_the_nearest_event(halcyon: Path) -> None:
    async with browser(halcyon, "t") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, TimelineScreen)
        await pilot.click(screen.board, offset=(80, 2))
        assert "Apr 1911          ○ Inquiry of the Harbour Board" in shown(pilot)


async def test_a_held_key_loses_no_step(halcyon: Path) -> None:
    async with browser(halcyon, "t") as pilot:
        await pilot.press("right", "right", "left", "right")
        assert "Apr 1911          ○ Inquiry of the Harbour Board" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (30, 8)])
async def test_it_survives_any_size(halcyon: Path, size: tuple[int, int]) -> None:
    async with browser(halcyon, "t", "right", "plus", size=size) as pilot:
        await pilot.resize_terminal(100, 30)
        assert "Halcyon runs aground" in shown(pilot)


async def test_help_tells_the_keys_of_the_timeline_first(halcyon: Path) -> None:
    async with browser(halcyon, "t", "question_mark") as pilot:
        app = pilot.app
        assert isinstance(app, DossierApp)
        page = app.screen.query_one(PassageView).page
        assert page.blocks[0].text == "Keys on the timeline"
        assert "closer: down to minutes" in "".join(block.text for block in page.blocks[:30])
        await pilot.press("escape", "escape")
        assert app.screen is app.browse


async def test_a_move_repaints_what_changed_and_no_more(halcyon: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual takes the browser below for visible, and would have it all painted again with every answer."""
    whole: list[bool] = []
    painted = Compositor.render_full_update
    monkeypatch.setattr(
        Compositor, "render_full_update", lambda self, **how: (whole.append(True), painted(self, **how))[1])
    async with browser(halcyon, "t", "right") as pilot:
        whole.clear()
        await pilot.press("right", "left", "down", "up")
        assert not whole


async def test_the_wheel_goes_through_the_lanes(halcyon: Path) -> None:
    async with browser(halcyon, "t") as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, TimelineScreen)
        screen.board.post_message(MouseScrollDown(screen.board, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert screen.left is not None
        assert screen.left.view.lane == 1
