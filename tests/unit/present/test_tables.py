"""Lists for a terminal: aligned, no wider than it, and what matters most is left out last."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dossier.present.tables import ENTITIES, EVENTS, MEASURED, SOURCES, TIMELINE, table_lines
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.events import EventRow
from dossier.store.queries.sources import SourceRow

HOSTILE = ("\x1b[2Jx", "[red]", "日本語" * 40, "x" * 500, "a\u202eb", "a\tb\nc", "e\u0301" * 80, "")
names = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))


def person(name: str, role: str | None = "captain", mentions: int = 12) -> EntityRow:
    return EntityRow(1, "e", "person", name, name, role, None, "principal", mentions, 2, 3, (9, 0, 3))


def event(label: str, status: str = "reported", *, inferred: bool = False) -> EventRow:
    return EventRow(1, "v", label, "go", "1911-03-03", "1911-03-03", "1911-03-03", status, 1, 1, inferred)


def source(label: str, fault: str | None = None) -> SourceRow:
    return SourceRow(1, "s", 0, f"in/{label}.txt", label, label, None, None, "1911-03", None, None, 9, 1, 1, fault,
                     True)  # fmt: skip


@given(rows=st.lists(st.tuples(names, st.none() | names), max_size=6), width=st.integers(1, 160))
def test_no_line_is_wider_than_the_terminal_or_acts_on_it(rows: list[tuple[str, str | None]], width: int) -> None:
    lines = [
        *table_lines([person(name, role) for name, role in rows], ENTITIES, width),
        *table_lines([event(name) for name, _ in rows], EVENTS, width),
        *table_lines([source(name, role) for name, role in rows], SOURCES, width),
    ]
    assert len(lines) == (3 * (len(rows) + 1) if rows else 0)
    assert all(cell_len(line) <= width for line in lines)
    assert not any(ord(char) < 32 or char == "\u202e" for line in lines for char in line)


def column(lines: Sequence[str], head: str) -> list[str]:
    """What stands under a head that is aligned at the left, up to the next gap."""
    start = lines[0].index(head)
    return [line[start:].split("  ")[0] for line in lines[1:]]


def test_columns_stand_under_their_heads() -> None:
    lines = list(table_lines([person("Ada Byrne"), person("Li", "mate", 3)], ENTITIES, 100))
    assert column(lines, "NAME") == ["Ada Byrne", "Li"]
    assert column(lines, "DESCRIBED AS") == ["captain", "mate"]
    end = lines[0].index("MENTIONS") + len("MENTIONS")
    assert [line[:end].split()[-1] for line in lines[1:]] == ["12", "3"]


def test_a_column_that_nobody_fills_is_left_out() -> None:
    assert "DESCRIBED AS" not in next(table_lines([person("Ada Byrne", None)], ENTITIES, 100))


@pytest.mark.parametrize(("width", "heads"), [
    (160, ["DATE", "EVENT", "STATUS", "REPORTS", "SOURCES"]), (80, ["DATE", "EVENT", "STATUS", "SOURCES"]),
    (40, ["DATE", "EVENT", "STATUS"]),
])  # fmt: skip
def test_that_an_event_is_alleged_is_never_left_out(width: int, heads: list[str]) -> None:
    lines = list(table_lines([event("x " * 60, "alleged")], EVENTS, width))
    assert lines[0].split() == heads
    assert "alleged" in lines[1]


def test_a_document_that_could_not_be_read_says_why() -> None:
    (_, line) = table_lines([source("chart", "It is no text.")], SOURCES, 80)
    assert line.startswith("✗ chart: It is no text.")


def test_a_timeline_shows_who_tells_of_an_event_and_who_is_silent() -> None:
    (_, line) = table_lines([event("x " * 90)._replace(spread=(2, 0, 1))], TIMELINE, 80)
    assert line.endswith("●·●")


def test_a_long_list_is_not_held_back_until_its_end() -> None:
    def rows() -> object:
        yield from (person(f"Name {number}") for number in range(MEASURED + 1))
        raise AssertionError("read too far")

    lines = table_lines(rows(), ENTITIES, 100)  # type: ignore[arg-type]
    assert [next(lines).split()[0] for _ in range(3)] == ["NAME", "Name", "Name"]
