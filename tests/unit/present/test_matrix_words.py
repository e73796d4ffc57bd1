"""Below the matrix stand the passages that a cell counts: each once, with the name in its colour, no line too long."""

import sqlite3

import pytest
from invented import write_invented

from dossier.present.cells import width_of
from dossier.present.matrix_words import Line, passage_lines
from dossier.store.connection import open_reader
from dossier.store.queries.filters import Noun

EXTRA = {"x.md": "\n\n".join((
    "**Tobias Renn** and Tobias Renn again. " + "The lamp was lit. " * 60,
    "Then " + "long before " * 60 + "Renn went home.", "Tobias Renn slept.", "Nobody woke Tobias Renn."))}  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    return open_reader(write_invented(tmp_path_factory.mktemp("case") / "dossier.db", extra=EXTRA))


def pairs(reader: sqlite3.Connection) -> list[tuple[Noun, str, str]]:
    named = reader.execute("SELECT DISTINCT entity, source FROM mentions WHERE form = 'name'").fetchall()
    beside = reader.execute(
        """SELECT DISTINCT a.entity, b.entity FROM mentions a JOIN mentions b ON b.passage = a.passage
           WHERE a.entity <> b.entity AND a.form = 'name' AND b.form = 'name'""").fetchall()
    return [*((Noun.SOURCE, *row) for row in named), *((Noun.ENTITY, *row) for row in beside)]


def text(line: Line) -> str:
    return "".join(cell.text for cell in line)


@pytest.mark.parametrize(("width", "lines"), [(30, 1), (60, 2), (119, 5), (199, 40)])
def test_no_line_is_too_long_and_none_too_many(reader: sqlite3.Connection, width: int, lines: int) -> None:
    found = pairs(reader)
    assert found
    for by, one, other in found:
        told = passage_lines(reader, by, "person", one, other, width=width, lines=lines)
        assert 0 < len(told) <= lines
        assert max(width_of(text(line)) for line in told) <= width
        assert any(cell.role == "person" and cell.text for line in told for cell in line)
        assert text(told[0]).startswith("  “")


def test_where_there_is_room_each_passage_is_told_once(reader: sqlite3.Connection) -> None:
    for by, one, other in pairs(reader):
        if by is Noun.SOURCE:
            count = reader.execute("SELECT count(DISTINCT passage) FROM mentions WHERE entity = ? AND source = ?"
                                   " AND form = 'name'", [one, other]).fetchone()[0]  # fmt: skip
            told = passage_lines(reader, by, "person", one, other, width=119, lines=200)
            assert sum(text(line).startswith("  “") for line in told) == count


def test_what_there_is_no_room_for_is_said(reader: sqlite3.Connection) -> None:
    one, other = reader.execute(
        """SELECT entity, source FROM mentions WHERE form = 'name' GROUP BY 1, 2 HAVING count(DISTINCT passage) > 2"""
    ).fetchone()
    told = passage_lines(reader, Noun.SOURCE, "person", one, other, width=119, lines=2)
    assert text(told[-1]).strip() == "… and more: Enter"
    assert passage_lines(reader, Noun.SOURCE, "person", one, other, width=119, lines=0) == []
