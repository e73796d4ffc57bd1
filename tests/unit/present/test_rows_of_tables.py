"""Rows of a table, be they marked as such or an infobox whose labels are glued to their values: each cell for itself in
the reader, in a report of an event, in notes and in Markdown, and every place still that of the document."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from dossier.present.exports import page_export
from dossier.present.page import Target
from dossier.present.pages import open_page
from dossier.present.plain import plain_lines
from dossier.store.connection import open_reader

BOX = """The ferry Aurelia

Published 5 March 1911

OwnerNorthern Line
Launch date6 June 1901
BuilderHarland and Wolff
Launch siteBelfast

The ferry Aurelia sank on 4 March 1911. Ada Byrne said the pumps were sound.
"""
LIST = """# The crew

| Name | Rank | Wages |
| --- | --- | --- |
| Ada Byrne | *Captain* | 12 |
| Tom Hale | Stoker | |

Ada Byrne signed it on 3 March 1911.
"""

YEARS = """# The years

|  | 1910 | 1911 |
| --- | --- | --- |
| Ada Byrne | Mate | Captain |
| Tom Hale |  | Stoker |
| | | nobody |

Ada Byrne signed it on 3 March 1911.
"""


@pytest.fixture(scope="module")
def reader(
    build_case: Callable[[Path, Mapping[str, str]], Path], tmp_path_factory: pytest.TempPathFactory
) -> sqlite3.Connection:
    texts = {"box.txt": BOX, "crew.md": LIST, "years.md": YEARS}
    folder = build_case(tmp_path_factory.mktemp("tables") / "case", texts)
    return open_reader(folder / ".dossier" / "dossier.db")


def source(reader: sqlite3.Connection, path: str) -> Target:
    return Target("source", reader.execute("SELECT id FROM sources WHERE path = ?", [path]).fetchone()[0])


def exported(reader: sqlite3.Connection, target: Target, form: int = 0) -> str:
    return "".join(page_export(target, "").forms[form].lines(reader))


def test_a_label_stands_apart_from_its_value_and_each_keeps_its_place(reader: sqlite3.Connection) -> None:
    page = open_page(reader, source(reader, "box.txt"))
    assert page is not None
    block = next(block for block in page.blocks if block.text.startswith("Launch date"))
    assert re.split(" {2,}", block.text) == ["Launch date", "6 June 1901"]
    for place, char in enumerate(block.text):
        assert char == " " or BOX[block.offset(place)] == char
    assert [block.text[begin:].split()[0] for begin in block.cells] == ["Launch", "6"]


def test_the_report_of_an_event_has_its_cells_apart(reader: sqlite3.Connection) -> None:
    event = reader.execute(
        "SELECT event FROM reports JOIN passages ON passages.id = passage WHERE passages.text LIKE 'Launch date6%'"
    ).fetchone()
    page = open_page(reader, Target("event", event[0]))
    assert page is not None
    text = "\n".join(plain_lines(reader, page, 100))
    assert re.search(r"Launch date {2,}6 June 1901", text)
    assert "date6" not in text


@pytest.mark.parametrize(("path", "cells"), [
    ("box.txt", [("Launch date", "6 June 1901"), ("Builder", "Harland and Wolff"), ("Launch site", "Belfast")]),
    ("crew.md", [("Name", "Rank"), ("Ada Byrne", "Captain"), ("Tom Hale", "Stoker")]),
    ("years.md", [("", "1910"), ("1910", "1911"), ("Tom Hale", ""), ("", "Stoker"), ("", "nobody")]),
])  # fmt: skip
def test_in_markdown_they_are_a_table(reader: sqlite3.Connection, path: str, cells: list[tuple[str, str]]) -> None:
    html = re.sub(r"\[\^\d+\]", "", MarkdownIt().enable("table").render(exported(reader, source(reader, path))))
    assert html.count("<table>") == 1
    for first, second in cells:
        assert re.search(f"<t[hd]>{re.escape(first)}</t[hd]>\\s*<t[hd]>{re.escape(second)}</t[hd]>", html), html


@pytest.mark.parametrize("form", [0, 1])
def test_notes_and_plain_text_have_nothing_glued(reader: sqlite3.Connection, form: int) -> None:
    text = exported(reader, source(reader, "box.txt"), form)
    assert "Launch date" in text
    assert not re.search("date6|siteBelfast", text)


def test_an_empty_cell_keeps_its_column(reader: sqlite3.Connection) -> None:
    page = open_page(reader, source(reader, "years.md"))
    assert page is not None
    rows = [block for block in page.blocks if block.cells]
    assert len({row.cells for row in rows}) == 1
    assert [[row.text[begin:].split("  ")[0] for begin in row.cells] for row in rows] == [
        ["", "1910", "1911"], ["Ada Byrne", "Mate", "Captain"], ["Tom Hale", "", "Stoker"], ["", "", "nobody"]]
    for row in rows:
        for place, char in enumerate(row.text):
            assert char == " " or YEARS[row.offset(place)] == char
