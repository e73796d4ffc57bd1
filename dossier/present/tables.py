"""Lists for a terminal: columns that fit their content, a head line above, and nothing wider than the terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Generic, TypeVar

from dossier.present.cells import clean, cut, fit, width_of
from dossier.present.dates import date_in, date_words
from dossier.present.marks import bar, lanes, source_mark
from dossier.present.speech import said_words, speaker_words
from dossier.store.queries.decisions import DecisionRow
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.events import LANES, EventRow
from dossier.store.queries.sources import SourceRow
from dossier.store.queries.statements import StatementRow

GAP = 2
MEASURED = 500
"""Rows whose content decides the widths; those that follow are cut to them."""
DATE_CELLS = 24
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a list."""

    head: str
    words: Callable[[Row], str]
    most: int = 0
    """The most cells it takes; 0 is the one flexible column of a table, which takes what the others leave."""
    right: bool = False
    least: int = 0
    """For the flexible column: where it has less, others are left out."""
    spare: int = 0
    """Columns are left out from the highest number down; those of 0 stay."""


def table_lines(rows: Iterable[Row], columns: Sequence[Column[Row]], width: int) -> Iterator[str]:
    """A head line and a line for each row, at most `width` cells; nothing where there are no rows.

    Columns in which no row has anything are left out.
    """
    ahead = iter(rows)
    measured = list(islice(ahead, MEASURED))
    if not measured:
        return
    further = next(ahead, None)
    natural = {column.head: max(width_of(clean(column.words(row))) for row in measured) for column in columns}
    shown = [column for column in columns if natural[column.head] or not column.most or further is not None]
    cells = _cells(shown, natural, width, whole=further is None)
    flexible = _flexible(columns)
    while cells[flexible.head] < min(flexible.least, natural[flexible.head]) and any(one.spare for one in shown):
        shown.remove(max(shown, key=lambda column: column.spare))
        cells = _cells(shown, natural, width, whole=further is None)
    yield cut(_line(((column, column.head) for column in shown), cells), width)
    for row in chain(measured, [] if further is None else [further], ahead):
        yield cut(_line(((column, column.words(row)) for column in shown), cells), width)


def _flexible(columns: Sequence[Column[Row]]) -> Column[Row]:
    return next(column for column in columns if not column.most)


def _cells(columns: Sequence[Column[Row]], natural: dict[str, int], width: int, *, whole: bool) -> dict[str, int]:
    """Cells by head: a fixed column as much as it needs, the flexible one what is left, no more than it needs."""
    cells = {
        column.head: max(width_of(column.head), min(natural[column.head], column.most))
        for column in columns if column.most
    }  # fmt: skip
    flexible = _flexible(columns).head
    left = max(width - sum(cells.values()) - GAP * (len(columns) - 1), 1)
    wanted = max(natural[flexible], width_of(flexible))
    return {**cells, flexible: min(left, wanted) if whole else left}


def _line(words: Iterable[tuple[Column[Row], str]], cells: dict[str, int]) -> str:
    return (" " * GAP).join(
        fit(text, cells[column.head], right=column.right) for column, text in words).rstrip()  # fmt: skip


def _standing(event: EventRow) -> str:
    """In words what `dossier.present.marks.event_mark` says in one character."""
    if event.status != "reported" or event.disputed:
        return " ".join(["disputed"] * bool(event.disputed) + [event.status] * (event.status != "reported"))
    return "date inferred" if event.date and event.date_inferred else ""


def _source_name(source: SourceRow) -> str:
    return source.label if source.fault is None else f"✗ {source.label}: {source.fault}"


def _published(source: SourceRow) -> str:
    return date_words(source.published) + source_mark(source) if source.published else ""


ENTITIES: tuple[Column[EntityRow], ...] = (
    Column("NAME", lambda row: row.name, least=24),
    Column("DESCRIBED AS", lambda row: row.role or row.affiliation or "", 36, spare=1),
    Column("MENTIONS", lambda row: str(row.mentions), 8, right=True),
    Column("SOURCES", lambda row: str(row.sources), 7, right=True, spare=3),
    Column("EVENTS", lambda row: str(row.events), 6, right=True, spare=4),
    Column("BY SOURCE", lambda row: bar(row.spread), 9, spare=2),
)
EVENTS: tuple[Column[EventRow], ...] = (
    Column("DATE", lambda row: date_in(row.date, DATE_CELLS), DATE_CELLS),
    Column("EVENT", lambda row: row.label, least=48),
    Column("STATUS", _standing, 13),
    Column("REPORTS", lambda row: str(row.reports), 7, right=True, spare=2),
    Column("SOURCES", lambda row: str(row.sources), 7, right=True, spare=1),
)
TIMELINE: tuple[Column[EventRow], ...] = (
    *EVENTS[:3], Column("TOLD IN", lambda row: lanes(row.spread), LANES),
)
SOURCES: tuple[Column[SourceRow], ...] = (
    Column("SOURCE", _source_name, least=40),
    Column("PUBLISHED", _published, DATE_CELLS),
    Column("PUBLISHER", lambda row: row.publisher or "", 20, spare=1),
    Column("KIND", lambda row: row.kind or "", 20, spare=2),
    Column("PEOPLE", lambda row: str(row.people), 6, right=True, spare=3),
    Column("EVENTS", lambda row: str(row.events), 6, right=True, spare=4),
    Column("FILE", lambda row: row.path, 40, spare=5),
)
DECISIONS: tuple[Column[DecisionRow], ...] = (
    Column("ID", lambda row: row.id, 12),
    Column("WHEN", lambda row: row.at[:16].replace("T", " "), 16, spare=1),
    Column("BY", lambda row: row.by, 16, spare=2),
    Column("DECIDED", lambda row: row.verb, 8),
    Column("ABOUT", lambda row: " → ".join(filter(None, [row.subject, row.value])), least=30),
    Column("WHY", lambda row: row.why, 30, spare=3),
    Column("STANDS", lambda row: f"against {row.against}" if row.against else row.state.replace("holds", ""), 20),
)
STATEMENTS: tuple[Column[StatementRow], ...] = (
    Column("WHO", speaker_words, 26),
    Column("WHAT", said_words, least=48),
    Column("SOURCE", lambda row: row.source_label, 24, spare=1),
    Column("LINE", lambda row: str(row.line), 6, right=True, spare=2),
)
