"""The matrix on an invented case: how often each source names whom, and who stands together in a passage."""

import sqlite3
from pathlib import Path

import pytest
from synthetic import write_synthetic

from dossier.present.cells import width_of
from dossier.present.matrix import (
    Grid,
    Room,
    Spot,
    axes,
    cells_of,
    grid_of,
    in_view,
    matrix_lines,
    plain_matrix,
    records,
    target_of,
)
from dossier.store.connection import open_reader
from dossier.store.queries.filters import UNRESTRICTED, Noun, Pin, Restriction

ROOM = Room(100, 20)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    database: Path = tmp_path_factory.mktemp("large") / "dossier.db"
    write_synthetic(database, people=500, events=500, sources=60, passages=1_000)
    return open_reader(database)


def drawn(reader: sqlite3.Connection, grid: Grid, spot: Spot = Spot(), room: Room = ROOM) -> list[str]:  # noqa: B008
    lines = matrix_lines(reader, grid, in_view(grid, spot, room), room)
    return ["".join(cell.text for cell in line) for line in lines]


def numbers(reader: sqlite3.Connection, grid: Grid) -> dict[tuple[str, str], int]:
    seen = axes(reader, grid, in_view(grid, Spot(), ROOM), ROOM)
    names = {id_: name for id_, name, _ in (*seen.rows, *seen.columns)}
    return {(names[one], names[other]): number for (one, other), number in cells_of(reader, grid, seen).items()}


def test_each_cell_counts_how_often_a_source_names_whom(reader: sqlite3.Connection) -> None:
    found = numbers(reader, grid_of(reader, UNRESTRICTED, "person", Noun.SOURCE))
    assert found["Aldous Verrin", "Halcyon strikes the Carrick bar"] == 2
    assert found["Tobias Renn", "Keeper's log"] == 1
    assert ("Aldous Verrin", "Keeper's log") not in found


def test_two_people_share_the_passages_that_name_both(reader: sqlite3.Connection) -> None:
    grid = grid_of(reader, UNRESTRICTED, "person", Noun.ENTITY)
    found = numbers(reader, grid)
    assert all(found[other, one] == number for (one, other), number in found.items())
    things = {kind: numbers(reader, grid_of(reader, UNRESTRICTED, kind, Noun.ENTITY)) for kind in ("place", "vehicle")}
    assert ("Halcyon", "Halcyon") not in things["vehicle"]


def test_under_the_grid_stands_what_the_cell_counts(reader: sqlite3.Connection) -> None:
    grid = grid_of(reader, UNRESTRICTED, "person", Noun.SOURCE)
    rows = [name for _, name, _ in axes(reader, grid, Spot(), ROOM).rows]
    lines = drawn(reader, grid, Spot(row=rows.index("Tobias Renn"), column=2))
    assert lines[-2] == "  Tobias Renn is named 1 time in Keeper's log"
    assert lines[-1].endswith("T. Renn”")
    assert drawn(reader, grid, Spot(row=rows.index("Aldous Verrin"), column=2))[-1] == (
        "  Aldous Verrin is never named in Keeper's log")


def test_a_cell_leads_to_its_passages(reader: sqlite3.Connection) -> None:
    grid = grid_of(reader, UNRESTRICTED, "person", Noun.SOURCE)
    seen = axes(reader, grid, Spot(), ROOM)
    row = [name for _, name, _ in seen.rows].index("Tobias Renn")
    named = target_of(reader, grid, Spot(row=row, column=2))
    assert named is not None
    assert (named.kind, named.id, named.focus) == ("source", seen.columns[2][0], seen.rows[row][0])
    never = target_of(reader, grid, Spot(row=row, column=0))
    assert never is not None
    assert (never.kind, never.id) == ("entity", seen.rows[row][0])


def test_pins_leave_rows_and_columns(reader: sqlite3.Connection) -> None:
    id_, label = reader.execute("SELECT id, label FROM sources WHERE path = 'log.txt'").fetchone()
    grid = grid_of(reader, Restriction((Pin(Noun.SOURCE, id_, "", label),)), "person", Noun.SOURCE)
    assert (len(grid.rows), len(grid.columns)) == (1, 1)
    assert drawn(reader, grid_of(reader, Restriction(letters="zzz"), "person", Noun.SOURCE)) == [
        "  Nothing here belongs to what is pinned."]


@pytest.mark.parametrize("room", [Room(40, 10), Room(80, 22), Room(120, 36), Room(200, 58), Room(26, 4)])
@pytest.mark.parametrize("by", [Noun.SOURCE, Noun.ENTITY])
def test_it_fits_any_screen_and_the_cursor_is_seen(large: sqlite3.Connection, room: Room, by: Noun) -> None:
    grid = grid_of(large, UNRESTRICTED, "person", by)
    for spot in (Spot(), Spot(row=250, column=30), Spot(row=10_000, column=10_000)):
        lines = drawn(large, grid, spot, room)
        assert len(lines) <= room.height
        assert max(map(width_of, lines[:-2])) <= room.width + 1
        assert room.height < 8 or any(line.startswith("▌") for line in lines)


def test_a_picture_takes_as_many_queries_at_any_size(
    reader: sqlite3.Connection, large: sqlite3.Connection
) -> None:
    for connection in (reader, large):
        grid = grid_of(connection, UNRESTRICTED, "person", Noun.SOURCE)
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        drawn(connection, grid)
        connection.set_trace_callback(None)
        assert len(asked) <= 8


@pytest.mark.parametrize("by", [Noun.SOURCE, Noun.ENTITY])
def test_its_twins_have_every_row_once(large: sqlite3.Connection, by: Noun) -> None:
    grid = grid_of(large, UNRESTRICTED, "person", by)
    everybody = sorted(name for (name,) in large.execute("SELECT name FROM entities WHERE kind = 'person'"))
    assert sorted(row["name"] for row in records(large, grid)) == everybody
    lines = [line for line in plain_matrix(large, grid, 100) if "·" in line or "▁" in line]
    assert len(lines) == len(everybody)


def test_whoever_crosses_with_themselves_is_told_as_often_as_named(reader: sqlite3.Connection) -> None:
    grid = grid_of(reader, UNRESTRICTED, "person", Noun.ENTITY)
    at = [name for _, name, _ in axes(reader, grid, Spot(), ROOM).rows].index("Aldous Verrin")
    total = reader.execute("SELECT mentions FROM entities WHERE name = 'Aldous Verrin'").fetchone()[0]
    assert f"  Aldous Verrin is named in all {total} times" in drawn(reader, grid, Spot(row=at, column=at))


def test_numbers_stand_at_the_right_of_their_column_and_dates_are_not_cut(reader: sqlite3.Connection) -> None:
    grid = grid_of(reader, UNRESTRICTED, "person", Noun.SOURCE)
    room = Room(80, 34)
    lines = drawn(reader, grid, room=room)
    ends = room.column(grid) * 1 + room.label + 10 - 2
    rows = lines[room.head(grid) : room.head(grid) + len(grid.rows)]
    assert {line[ends - 1] for line in rows} <= set("·123456789")
    assert "…" not in lines[room.head(grid) - 1]
