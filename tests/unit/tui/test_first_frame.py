"""What is done before the first frame with rows, counted: times differ from machine to machine, these do not."""

import json
import os
import subprocess
import sys

import pytest
from invented import write_invented

PROGRAM = """
import asyncio, json, sys
from collections import Counter
from pathlib import Path

before = set(sys.modules)
from dossier.tui import launch
from dossier.tui.app import DossierApp
from dossier.store import connection
from textual.css.stylesheet import Stylesheet

asked, styled = [], Counter()
connect, apply = connection._connect, Stylesheet.apply

def watched(path):
    opened = connect(path)
    opened.set_trace_callback(asked.append)
    return opened

def counted(sheet, node, **how):
    styled[id(node)] += 1
    return apply(sheet, node, **how)

connection._connect, Stylesheet.apply = watched, counted

class Stopped(DossierApp):
    def _begin(self):
        widgets = list(self.screen.walk_children(with_self=True))
        print(json.dumps({
            "modules": sorted(set(sys.modules) - before),
            "asked": [statement for statement in asked if "PRAGMA" not in statement],
            "widgets": len(widgets),
            "sheets": sorted(Path(sheet).stem for sheet, _ in self.stylesheet.source if sheet.endswith(".tcss")),
            "styled": max(styled[id(widget)] for widget in widgets),
            "rows": [len(pane.list.ids) for pane in self.browse.panes],
        }))
        self.exit()

async def main():
    async with Stopped(Path(sys.argv[1])).run_test(size=(120, 40)) as pilot:
        await pilot.pause()

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What was counted in a program of its own, up to its first frame."""
    folder = tmp_path_factory.mktemp("case")
    database = write_invented(folder / "dossier.db")
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(database)], capture_output=True, text=True, check=True, timeout=60,
        env={**os.environ, "DOSSIER_HOME": str(folder / "home")})  # fmt: skip
    found: dict[str, list[str]] = json.loads(ended.stdout)
    return found


def test_rows_are_there(counted: dict[str, list[str]]) -> None:
    assert counted["rows"] == [4, 4, 4]


@pytest.mark.parametrize("late", [
    "click", "getpass", "hashlib", "markdown_it", "msgspec", "numpy", "rapidfuzz", "spacy", "sqlite_utils", "tomllib",
    "dossier.build", "dossier.case.case", "dossier.decide", "dossier.present.pages", "dossier.present.source_page",
    "dossier.present.stretch", "dossier.query.parse", "dossier.store.search", "dossier.tui.deciding",
    "dossier.tui.pace", "dossier.tui.palette", "dossier.tui.screens.ask", "dossier.tui.screens.board",
    "dossier.tui.widgets.selecting",
])
def test_what_it_does_not_show_is_not_loaded(counted: dict[str, list[str]], late: str) -> None:
    assert late not in counted["modules"]


def test_each_list_is_asked_for_its_first_rows_and_nothing_else_is_read(counted: dict[str, list[str]]) -> None:
    words = [" ".join(statement.split()).split(" WHERE")[0].split(" ORDER")[0] for statement in counted["asked"]]
    assert [word for word in words if word.startswith("SELECT rowid FROM")] == [
        f"SELECT rowid FROM {noun}" for noun in ("entities", "events", "sources")]
    # Beside these: whether it can be read, its title; the rows of each list; how many sources, for the bars of people.
    assert len(words) == 10


def test_no_widget_is_there_that_could_come_later_and_none_is_styled_twice(counted: dict[str, list[str]]) -> None:
    assert counted["widgets"] == 24
    assert counted["styled"] == 1


def test_no_style_sheet_is_read_that_nothing_needs_yet(counted: dict[str, list[str]]) -> None:
    assert counted["sheets"] == ["base", "panes", "roles"]
