"""The timeline as lines of text, on an invented case: lanes, dates as each source gives them, and who is silent."""

import sqlite3
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from invented import write_invented
from synthetic import write_synthetic

from dossier.present import timeline
from dossier.present.cells import width_of
from dossier.present.rows import Cell
from dossier.present.timeline import (
    Chart,
    Size,
    View,
    chart_of,
    in_view,
    lane_events,
    legend_line,
    moved,
    nearest,
    place_of,
    read_lanes,
    zoomed,
)
from dossier.present.timeline_view import timeline_lines
from dossier.store.connection import open_reader
from dossier.store.queries.filters import UNRESTRICTED, Noun, Pin, Restriction

SIZE = Size(100, 30)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    database = tmp_path_factory.mktemp("crowd") / "dossier.db"
    write_synthetic(database, people=200, events=3_000, sources=40, passages=3_000)
    return open_reader(database)


def drawn(reader: sqlite3.Connection, chart: Chart, view: View, size: Size = SIZE) -> list[str]:
    view = in_view(chart, view, size)
    lines = timeline_lines(reader, chart, view, size, read_lanes(reader, chart, view, size))
    return ["".join(cell.text for cell in line).rstrip() for line in lines]


def lane(lines: list[str], label: str) -> str:
    return next(line for line in lines if line.lstrip("▌ ").startswith(label))[SIZE.label + 3 :]


def test_each_source_has_the_event_where_it_puts_it(reader: sqlite3.Connection) -> None:
    lines = drawn(reader, chart_of(reader, UNRESTRICTED, SIZE.axis), View(at=1))
    courier, gazette = lane(lines, "Halcyon strikes"), lane(lines, "The loss of")
    # 3 March, as the Courier has it, and 4 March, as the Gazette has it: six hours a column.
    assert gazette.index("≠") - courier.index("≠") == 4
    assert lane(lines, "all sources")[courier.index("≠")] == "≠"


def test_what_the_marks_in_view_mean_comes_first(reader: sqlite3.Connection) -> None:
    narrow = Size(40, 30)
    lanes = [(Cell("Denied by ◆ all", "name"), Cell(" ", "text"), Cell("✗", "related current"), Cell(" ✓", ""))]
    legend = "".join(cell.text for cell in legend_line(narrow, lanes)).split()
    assert legend[:4] == ["✗", "denied", "◆", "reported"]
    shown = drawn(reader, chart_of(reader, UNRESTRICTED, SIZE.axis), View(at=1))
    assert any(line.lstrip().startswith("◆ reported") for line in shown)


def test_the_event_under_the_cursor_is_told_below_and_who_is_silent(reader: sqlite3.Connection) -> None:
    lines = drawn(reader, chart_of(reader, UNRESTRICTED, SIZE.axis), View(at=1), Size(120, 34))
    text = "\n".join(lines)
    assert "  03–04 Mar 1911    ≠ Halcyon runs aground on the Carrick bar" in text
    assert "03 Mar 1911       “ran aground on the Carrick bar on the night of 3 March 1911”" in text
    assert "04 Mar 1911       “On 4 March 1911 the ferry Halcyon was lost at Carrick”" in text
    assert "no passage joined in: Keeper's log" in text
    assert "≠ Had the light failed?" in text
    assert "2 of 3 · 1 has no date" in text


@pytest.mark.parametrize("size", [Size(40, 12), Size(80, 22), Size(120, 36), Size(200, 58), Size(20, 5)])
def test_no_line_is_wider_than_the_screen_and_there_are_no_more_of_them(
    reader: sqlite3.Connection, size: Size
) -> None:
    chart = chart_of(reader, UNRESTRICTED, size.axis)
    for at in range(len(chart.moments.rowids)):
        lines = drawn(reader, chart, View(at=at), size)
        assert len(lines) <= size.height
        assert max(map(width_of, lines)) <= size.width


def test_pins_leave_their_events_and_their_lanes(reader: sqlite3.Connection) -> None:
    log = reader.execute("SELECT id, label FROM sources WHERE path = 'log.txt'").fetchone()
    chart = chart_of(reader, Restriction((Pin(Noun.SOURCE, *log[:1], "", log[1]),)), SIZE.axis)
    assert (len(chart.moments.rowids), len(chart.sources)) == (1, 1)
    nobody = chart_of(reader, Restriction(letters="zzzz"), SIZE.axis)
    assert drawn(reader, nobody, View()) == ["  No event here has a date."]


def test_moving_goes_through_the_events_of_the_lane(reader: sqlite3.Connection) -> None:
    chart = chart_of(reader, UNRESTRICTED, SIZE.axis)
    places = lane_events(reader, chart, 2)
    assert list(places) == [1, 2]
    assert moved(View(at=0), 1, places).at == 1
    assert moved(View(at=1), 1, places).at == 2
    assert moved(View(at=2), 1, places).at == 2
    assert moved(View(at=2), -10, places).at == 1
    assert moved(View(at=1), 1, array("q")).at == 1


def test_zooming_keeps_the_event_in_view(crowded: sqlite3.Connection) -> None:
    chart, view = chart_of(crowded, UNRESTRICTED, SIZE.axis), View(at=1234)
    for step in (1, 1, 1, 1, 1, 1, -1, -1, -20, 20):
        chart, view = zoomed(chart, view, step, SIZE)
        view = in_view(chart, view, SIZE)
        assert view.left <= place_of(chart, 1234) < view.left + SIZE.axis
        assert nearest(chart, place_of(chart, view.at)) <= view.at


def test_where_too_much_begins_it_is_counted(
    crowded: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = chart_of(crowded, UNRESTRICTED, SIZE.axis)
    counts = read_lanes(crowded, chart, in_view(chart, View(), SIZE), SIZE)
    assert isinstance(counts.every, dict)
    assert sum(counts.every.values()) == 3_000
    source = counts.rows[0].id
    told = crowded.execute("SELECT count(DISTINCT event) FROM reports WHERE source = ?", [source]).fetchone()[0]
    assert sum(counts.found[source].values()) == told
    monkeypatch.setattr(timeline, "MANY", 10_000)
    marks = read_lanes(crowded, chart, in_view(chart, View(), SIZE), SIZE)
    assert {mark.place for mark in marks.every} == set(counts.every)  # type: ignore[union-attr]
    assert {mark.place for mark in marks.found[source]} == set(counts.found[source])


def queries(reader: sqlite3.Connection, do: Callable[[], object]) -> int:
    asked: list[str] = []
    reader.set_trace_callback(asked.append)
    try:
        do()
    finally:
        reader.set_trace_callback(None)
    return len(asked)


def test_a_picture_takes_as_many_queries_at_any_size(
    reader: sqlite3.Connection, crowded: sqlite3.Connection
) -> None:
    for connection in (reader, crowded):
        chart = chart_of(connection, UNRESTRICTED, SIZE.axis)
        asked = queries(connection, lambda chart=chart, connection=connection: drawn(connection, chart, View(at=1)))
        assert asked <= 16


def test_a_source_without_words_of_an_event_before_christ(tmp_path: Path) -> None:
    """Years that SQLite's calendar does not have stand where they belong."""
    database = write_invented(tmp_path / "dossier.db")
    writer = sqlite3.connect(database)
    writer.execute("UPDATE events SET date = '-0043-03-15', earliest = '-0043-03-15', latest = '-0043-03-15' "
                   "WHERE label LIKE 'The lamp%'")
    writer.commit()
    writer.close()
    connection = open_reader(database)
    chart = chart_of(connection, UNRESTRICTED, SIZE.axis)
    assert list(chart.moments.starts) == sorted(chart.moments.starts)
    assert "15 Mar 44 BC        The lamp goes out" in "\n".join(drawn(connection, chart, View(at=0)))
