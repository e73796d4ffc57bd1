"""What of a view can be written to a file, and in which forms: lines of text, each with its end.

Pages become Markdown with footnotes to their passages, lists that or comma-separated values.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dossier.present.cells import clean
from dossier.present.dates import date_words
from dossier.present.escape import escaped
from dossier.present.fields import ENDLESS
from dossier.present.footnotes import Footnotes
from dossier.present.markdown import page_markdown, table_markdown
from dossier.present.marks import event_mark
from dossier.present.matrix import Grid
from dossier.present.page import Page, Target
from dossier.present.pages import open_page
from dossier.present.plain import plain_lines
from dossier.present.records import COLUMNS, csv_lines, csv_rows, record_of
from dossier.present.show import shown
from dossier.present.tables import ENTITIES, EVENTS, SOURCES, Column
from dossier.store.queries import entities, events, sources
from dossier.store.queries.appearances import first_places, in_passages, in_sources
from dossier.store.queries.filters import Noun, Pin, Restriction
from dossier.store.queries.ids import ids
from dossier.store.queries.places import Span, words_of
from dossier.store.queries.timeline import moments

PAGE = 500
"""Rows read at a time."""
PLAIN_CELLS = 100
MOST_SOURCES, MOST_COLUMNS = 50, 500
"""Of an event with more reports, and a grid with more columns, the rest is left out."""
_ROWS: dict[Noun, Callable[[sqlite3.Connection, Sequence[int]], dict[int, Any]]] = {
    Noun.ENTITY: entities.rows, Noun.EVENT: events.rows, Noun.SOURCE: sources.rows}
_TABLES: dict[Noun, tuple[Column[Any], ...]] = {Noun.ENTITY: ENTITIES, Noun.EVENT: EVENTS, Noun.SOURCE: SOURCES}


class Form(NamedTuple):
    """One way to write a view."""

    key: str
    """A letter that chooses it."""
    label: str
    suffix: str
    lines: Callable[[sqlite3.Connection], Iterable[str]]


class Exportable(NamedTuple):
    """A view that can be written."""

    name: str
    """What it is called; the file is named after it."""
    forms: tuple[Form, ...]


def page_export(target: Target, title: str, pins: tuple[Pin, ...] = ()) -> Exportable:
    """A page, as Markdown or as plain text."""

    def markdown(connection: sqlite3.Connection) -> Iterator[str]:
        page = _page(connection, target, pins, ENDLESS)
        return _ended(page_markdown(connection, page) if page else ())

    def plain(connection: sqlite3.Connection) -> Iterator[str]:
        page = _page(connection, target, pins, PLAIN_CELLS)
        return _ended(plain_lines(connection, page, PLAIN_CELLS) if page else ())

    return Exportable(title, (Form("m", "Markdown, with footnotes to its passages", ".md", markdown),
                              Form("t", "plain text, each line with its place", ".txt", plain)))  # fmt: skip


def _page(connection: sqlite3.Connection, target: Target, pins: tuple[Pin, ...], width: int) -> Page | None:
    """The page; a document with what is known of it before its text."""
    whole = target.kind == "source"
    return shown(connection, target, width=width) if whole else open_page(connection, target, pins=pins, width=width)


def list_export(noun: Noun, title: str, restriction: Restriction, *, kind: str = "", sort: str = "") -> Exportable:
    """A list as it is narrowed and ordered."""

    def found(connection: sqlite3.Connection) -> Sequence[int]:
        return ids(connection, noun, kind=kind, sort=sort, restriction=restriction)

    def markdown(connection: sqlite3.Connection) -> Iterator[str]:
        listed = found(connection)
        rows = list(_rows(connection, noun, listed))
        return _ended(table_markdown(connection, title, rows, _TABLES[noun], resting(connection, noun, rows)))

    def values(connection: sqlite3.Connection) -> Iterator[str]:
        rows = _rows(connection, noun, found(connection))
        return csv_lines((record_of(noun, row) for row in rows), COLUMNS[noun])

    return _both(title, markdown, values)


def timeline_export(title: str, restriction: Restriction) -> Exportable:
    """The dated events in order, each with what every source tells of it."""

    def markdown(connection: sqlite3.Connection) -> Iterator[str]:
        return _ended(_timeline(connection, title, moments(connection, restriction).rowids))

    def values(connection: sqlite3.Connection) -> Iterator[str]:
        rows = _rows(connection, Noun.EVENT, moments(connection, restriction).rowids)
        return csv_lines((record_of(Noun.EVENT, row) for row in rows), COLUMNS[Noun.EVENT])

    return _both(title, markdown, values)


def matrix_export(title: str, grid: Grid) -> Exportable:
    """All rows and columns of a matrix."""

    def markdown(connection: sqlite3.Connection) -> Iterator[str]:
        head, *body = _matrix(connection, grid)
        yield f"# {escaped(clean(title))}\n\n{_table_line(head)}|{' --- |' + ' ---: |' * (len(head) - 1)}\n"
        yield from map(_table_line, body)

    def values(connection: sqlite3.Connection) -> Iterator[str]:
        return csv_rows(_matrix(connection, grid))

    return _both(title, markdown, values)


def _both(title: str, markdown: Callable[[sqlite3.Connection], Iterable[str]],
          values: Callable[[sqlite3.Connection], Iterable[str]]) -> Exportable:  # fmt: skip
    return Exportable(title, (Form("m", "Markdown, with footnotes to its passages", ".md", markdown),
                              Form("c", "CSV, for a spreadsheet", ".csv", values)))  # fmt: skip


def _ended(lines: Iterable[str]) -> Iterator[str]:
    return (line + "\n" for line in lines)


def _rows(connection: sqlite3.Connection, noun: Noun, rowids: Sequence[int]) -> Iterator[Any]:
    """The rows in order, a page at a time."""
    for start in range(0, len(rowids), PAGE):
        page = rowids[start : start + PAGE]
        found = _ROWS[noun](connection, page)
        yield from (found[rowid] for rowid in page if rowid in found)


def resting(connection: sqlite3.Connection, noun: Noun, rows: Sequence[Any]) -> dict[str, list[Span]]:
    """The words that each row of a list rests on, by id; of a name, where it first stands."""
    if noun is Noun.EVENT:
        return words_of(connection, [row.id for row in rows])
    return first_places(connection, [row.id for row in rows]) if noun is Noun.ENTITY else {}


def _timeline(connection: sqlite3.Connection, title: str, rowids: Sequence[int]) -> Iterator[str]:
    """A line an event, in order, with a note for each source that tells of it."""
    notes = Footnotes()
    yield f"# {escaped(clean(title))}"
    yield ""
    for start in range(0, len(rowids), PAGE):
        rows = list(_rows(connection, Noun.EVENT, rowids[start : start + PAGE]))
        spans = words_of(connection, [row.id for row in rows], MOST_SOURCES)
        for event in rows:
            told = f"{event_mark(event)} {escaped(clean(event.label))}".lstrip()
            marks = "".join(notes.mark(span) for span in spans.get(event.id, ()))
            yield f"- **{escaped(date_words(event.date))}** {told}{marks}"
    yield from notes.lines(connection)


def _matrix(connection: sqlite3.Connection, grid: Grid) -> Iterator[list[str]]:
    """The head, then each row: its name, and how often or in how many passages."""
    by_source = grid.by is Noun.SOURCE
    across = list(_rows(connection, grid.by, grid.columns[:MOST_COLUMNS]))
    count = in_sources if by_source else in_passages
    yield ["", *(row.label if by_source else row.name for row in across)]
    for start in range(0, len(grid.rows), PAGE):
        rows = list(_rows(connection, Noun.ENTITY, grid.rows[start : start + PAGE]))
        numbers = count(connection, [row.id for row in rows], [row.id for row in across])
        for row in rows:
            yield [row.name, *(str(numbers.get((row.id, other.id), "")) for other in across)]


def _table_line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escaped(clean(cell)) for cell in cells) + " |\n"
