"""Rows of the three panes as cells of a line: what each shows, in how much room, in which role.

A role is what the style sheets give a colour: `name`, `secondary`, `bar`, `date`, `mark`, `year`, `fault`. Few
cells a line: each change of style costs some 40 bytes on the way to the terminal.
"""


from typing import NamedTuple

from dossier.present.cells import fit, width_of
from dossier.present.dates import UNDATED, date_in, year_of
from dossier.present.marks import DECIDED, bar, event_mark, source_mark
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.events import EventRow
from dossier.store.queries.sources import SourceRow

COUNT_CELLS = 5
DATE_CELLS = 11
YEAR_CELLS = 5
PUBLISHED_CELLS = 17


class Cell(NamedTuple):
    """A piece of a line in one style."""

    text: str
    role: str


def _named(name: str, row: EntityRow | EventRow | SourceRow, width: int) -> str:
    """What a row is called, with a mark where a reader decided something about it."""
    return fit(name, width - 2) + " " + DECIDED if row.decided else fit(name, width)


def entity_line(row: EntityRow, width: int, *, above: EntityRow | None = None) -> tuple[Cell, ...]:
    """Name, affiliation or role, number of mentions, and where in which sources; `width` cells in all."""
    spread = bar(row.spread)
    rest = width - COUNT_CELLS - (len(spread) + 1 if spread else 0)
    described = row.affiliation or row.role or ""
    side = min(rest * 2 // 5, 24) if rest >= 28 else 0
    secondary = (" " + fit(described, side - 1) if side else "") + fit(str(row.mentions), COUNT_CELLS, right=True)
    cells = (Cell(_named(row.name, row, rest - side), "name"), Cell(secondary, "secondary"))
    return (*cells, Cell(" " + spread, "bar")) if spread else cells


def event_line(row: EventRow, width: int, *, above: EventRow | None = None) -> tuple[Cell, ...]:
    """Year where it is another than in the line above, date, mark, label, number of reports."""
    year = year_of(row.date)
    shown = year if above is None or year_of(above.date) != year else ""
    count = fit(str(row.reports), 0 if width < 40 else 3 if width < 60 else COUNT_CELLS, right=True)
    date = date_in(row.date, DATE_CELLS - 1, year=False) if row.date else "–"
    label = width - YEAR_CELLS - DATE_CELLS - 2 - width_of(count)
    return (
        Cell(fit(shown, YEAR_CELLS), "year"), Cell(fit(date, DATE_CELLS - 1) + " " + event_mark(row) + " ", "date"),
        Cell(_named(row.label, row, label), "name"), Cell(count, "secondary"),
    )  # fmt: skip


def source_line(row: SourceRow, width: int, *, above: SourceRow | None = None) -> tuple[Cell, ...]:
    """Label, publisher where there is room, date; or why the document could not be read."""
    if row.fault is not None:
        label = min(width // 2, 30)
        return Cell(fit("✗ " + (row.label or row.path), label), "fault"), Cell(
            " " + fit(row.fault, width - label - 1), "secondary")
    date = date_in(row.published, PUBLISHED_CELLS - 2) + source_mark(row) if row.published else UNDATED
    publisher = 18 if width >= 60 else 0
    label = width - PUBLISHED_CELLS - publisher
    named = " " + fit(row.publisher or "", publisher - 1) if publisher else ""
    name = Cell(_named(row.label, row, label), "name")
    cells = [name, Cell(named, "secondary")] if named else [name]
    role = "date" if row.published else "secondary"
    return (*cells, Cell(" " + fit(date, PUBLISHED_CELLS - 1, right=True), role))
