"""Keys that arrive at once, on a slow machine: each goes to what those before it lead to."""

import sqlite3
import time
from pathlib import Path

import pytest
from browsing import browser_of, decided, until
from terminal import Terminal
from textual import events

from dossier.case import open_case
from dossier.decide import show, take
from dossier.model.decision import Verb
from dossier.store import connection as opening
from dossier.store.queries.naming import find
from dossier.store.queries.subjects import subject_of
from dossier.tui import lane, session
from dossier.tui.app import DossierApp
from dossier.tui.screens.ask import AskScreen
from dossier.tui.widgets.search_input import SearchInput

A_QUERY_TAKES = 0.03
"""Seconds."""


@pytest.fixture
def slow(kestrel: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case about which something was decided, and whose database answers slowly."""
    case = open_case(kestrel)
    with opening.open_reader(case.places.db) as connection:
        (reeve,) = find(connection, "Thomas Reeve", ("person",))
        subject = subject_of(connection, reeve)
    take(case, "ada", Verb.TAG, [subject], value="quay")
    assert show(case)

    def slowly(path: Path) -> sqlite3.Connection:
        connection = opening.open_reader(path)
        connection.set_trace_callback(lambda _: time.sleep(A_QUERY_TAKES))
        return connection

    for module in (session, lane):
        monkeypatch.setattr(module, "open_reader", slowly)
    return kestrel


def type_at_once(app: DossierApp, *keys: str) -> None:
    """As a terminal hands over what was typed while the program was busy."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize(("key", "screen"), [
    ("a", "ChoiceScreen"), ("e", "ChoiceScreen"), ("c", "AskScreen"), ("t", "TimelineScreen"), ("m", "MatrixScreen"),
    ("question_mark", "HelpScreen"),
])  # fmt: skip
async def test_no_key_reaches_the_screen_below_the_one_that_is_being_prepared(
    slow: Path, key: str, screen: str
) -> None:
    async with browser_of(slow) as (pilot, app):
        before = app.browse.reading.target
        type_at_once(app, key, "u", "d", "0")
        await until(pilot, lambda: type(app.screen).__name__ == screen)
        await until(pilot, lambda: not app._under_way)
        assert app.browse.reading.target == before or key in ("t", "m")
        assert app.browse.reading.target.kind != "disagreements"
    assert [one["verb"] for one in decided(slow)] == ["tag"]


async def test_what_is_typed_ahead_goes_through_a_decision_in_order(slow: Path) -> None:
    async with browser_of(slow) as (pilot, app):
        type_at_once(app, "a", "r", "ctrl+u", *"Captain X", "enter", "2")
        await until(pilot, lambda: [one["verb"] for one in decided(slow)] == ["tag", "rename"])
        await until(pilot, lambda: app.screen is app.browse)
        await until(pilot, lambda: app.browse.pane is app.browse.panes[1])


async def test_letters_for_a_question_stand_in_its_line_in_order(slow: Path) -> None:
    async with browser_of(slow) as (pilot, app):
        type_at_once(app, "c", *"/quit/undo")
        await until(pilot, lambda: isinstance(app.screen, AskScreen) and not app._under_way)
        assert app.screen.query_one(SearchInput).value == "/quit/undo"


async def test_keys_wait_for_the_page_that_they_are_for(slow: Path) -> None:
    async with browser_of(slow) as (pilot, app):
        type_at_once(app, "D", "enter")
        await until(pilot, lambda: not app._under_way)
        await until(pilot, lambda: app.browse.reader.page.target.kind == "decisions"
                    and bool(app.browse.reader.page.target.id))  # fmt: skip


async def test_on_a_board_nothing_typed_ahead_is_lost(slow: Path) -> None:
    async with browser_of(slow) as (pilot, app):
        type_at_once(app, "t", "g", "right", "enter")
        await until(pilot, lambda: app.browse.reader.page.target.kind == "event")
        first = app.browse.reader.page.target
        type_at_once(app, "left_square_bracket", "g", "enter")
        await until(pilot, lambda: app.browse.reader.page.target.kind == "event"
                    and app.browse.reader.page.target != first)  # fmt: skip


def test_a_decision_typed_in_one_go_in_a_terminal(kestrel: Path) -> None:
    with Terminal(["-m", "dossier", str(kestrel)]) as terminal:
        terminal.wait_for("Thomas Reeve")
        terminal.wait_for("IN THIS CASE")
        terminal.send(b"ar\x15Captain Hale, quietly\ru")
        terminal.wait_for("took back: rename")
        terminal.press("q")
        assert terminal.end() == 0
    assert [one["verb"] for one in decided(kestrel)] == ["rename", "undo"]
