"""The first page: what most sources tell and where they differ, each in a line of the width there is."""

import sqlite3
from pathlib import Path

import pytest
from invented import write_invented

from dossier.present.case_page import case_page
from dossier.present.cells import width_of
from dossier.present.matter_page import answers_within
from dossier.store.connection import open_reader
from dossier.store.queries.disagreements import Asked, select
from dossier.store.queries.events import widely_told
from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import ids
from dossier.store.queries.tellers import answers_of


@pytest.fixture
def reader(tmp_path: Path) -> sqlite3.Connection:
    return open_reader(write_invented(tmp_path / "dossier.db"))


def test_what_several_sources_tell_stands_in_its_order_and_nothing_else(reader: sqlite3.Connection) -> None:
    found = widely_told(reader, 8)
    assert found
    assert all(event.sources > 1 for event in found)
    listed = {rowid: place for place, rowid in enumerate(ids(reader, Noun.EVENT))}
    assert [listed[event.rowid] for event in found] == sorted(listed[event.rowid] for event in found)
    most = max(found, key=lambda event: event.sources)
    assert [event.id for event in widely_told(reader, 1)] == [most.id]


@pytest.mark.parametrize("width", [34, 60, 120])
def test_each_matter_has_its_answers_in_one_line(reader: sqlite3.Connection, width: int) -> None:
    matters = list(select(reader, Asked()))
    answers = answers_of(reader, [matter.id for matter in matters])
    assert matters
    for matter in matters:
        line = answers_within(matter, answers[matter.id], width)
        assert 0 < width_of(line) <= width


def test_answers_without_room_are_counted(reader: sqlite3.Connection) -> None:
    matter = next(select(reader, Asked()))
    row = answers_of(reader, [matter.id])[matter.id][0]
    rows = [row._replace(value=value) for value in ("a loose hatch", "a cracked valve in the hold", "sabotage")]
    assert answers_within(matter._replace(attribute="cause"), rows, 24) == "a loose hatch · 2 more"
    assert answers_within(matter._replace(attribute="cause"), rows, 99).endswith("hold · sabotage")


@pytest.mark.parametrize("width", [36, 40, 70])
def test_lines_of_events_and_answers_do_not_wrap(reader: sqlite3.Connection, width: int) -> None:
    blocks = case_page(reader, width).blocks
    told = [block for block in blocks if block.target is not None and block.target.kind == "event"]
    assert told
    assert all(block.indent + width_of(block.text) <= width for block in told)
