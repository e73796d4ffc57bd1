"""Rows of the three panes as cells of a line: what each shows, in how much room, in which role.

A role is what the style sheets give a colour: `name`, `secondary`, `bar`, `date`, `mark`, `year`, `fault`. Few
cells a line: each change of style costs some 40 bytes on the way to the terminal.
"""


from typing import NamedTuple

from dossier.present.cells import fit, width_of
from dossier.present.dates import UNDATED, date_in, year_of
from dossier.present.marks import DECIDED, DIFFERS, bar, event_marks, length_words, source_mark
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.events import EventRow
from dossier.store.queries.sources import SourceRow

COUNT_CELLS = 5
DATE_CELLS = 11
MARK_CELLS = 2
YEAR_CELLS = 5
PUBLISHED_CELLS = 17
AMOUNT_CELLS = 5
CRAMPED, CRAMPED_DATE_CELLS = 30, 9
"""Up to so many cells a row has a column for its date that is no wider than a month with its year."""
NO_YEAR = "–"
LEAST_NAME = 12
ROOMY = 74
"""From so many cells on a row says more of the same."""


class Cell(NamedTuple):
    """A piece of a line in one style."""

    text: str
    role: str


def _named(name: str, width: int, *marks: str) -> str:
    """What a row is called, with its marks at the end."""
    ending = "".join(f" {mark}" for mark in marks if mark)
    return fit(name, width - width_of(ending)) + ending


def _decided(row: EntityRow | EventRow | SourceRow) -> str:
    """A mark where a reader decided something about a row."""
    return DECIDED if row.decided else ""


def entity_line(row: EntityRow, width: int, *, above: EntityRow | None = None) -> tuple[Cell, ...]:
    """Name, affiliation or role, number of mentions, and where in which sources; `width` cells in all."""
    spread = bar(row.spread) if width - COUNT_CELLS - len(row.spread) >= LEAST_NAME else ""
    rest = width - COUNT_CELLS - (len(spread) + 1 if spread else 0)
    described = row.affiliation or row.role or ""
    if rest >= ROOMY and row.affiliation and row.role:
        described = f"{row.role}, {row.affiliation}"
    side = min(rest * 3 // 8, 24 if rest < ROOMY else 40) if rest >= 28 and described else 0
    secondary = (" " + fit(described, side - 1) if side else "") + fit(str(row.mentions), COUNT_CELLS, right=True)
    cells = (Cell(_named(row.name, rest - side, _decided(row)), "name"), Cell(secondary, "secondary"))
    return (*cells, Cell(" " + spread, "bar")) if spread else cells


def event_line(row: EventRow, width: int, *, above: EventRow | None = None) -> tuple[Cell, ...]:
    """Year where it is another than in the line above, date, marks, label, number of reports.

    What is of no year says so in every line: it would be read as of the year above.
    """
    year = NO_YEAR if row.earliest is None and row.latest is None else year_of(row.date)
    shown = year if year == NO_YEAR or above is None or year_of(above.date) != year else ""
    count = fit(str(row.reports), 0 if width < 40 else 3 if width < 60 else COUNT_CELLS, right=True)
    marks = fit(event_marks(row)[:MARK_CELLS], MARK_CELLS) + " "
    if width < CRAMPED:
        # No column for the year: it is said with the date, as far as that goes.
        years, dates = 0, CRAMPED_DATE_CELLS
        date = date_in(row.date, dates - 1)
    else:
        years, dates = YEAR_CELLS, DATE_CELLS
        date = date_in(row.date, dates - 1, year=False)
    label = width - years - dates - len(marks) - width_of(count)
    return (
        Cell(fit(shown, years), "year"), *_dated(fit(date, dates - 1) + " ", marks),
        Cell(_named(row.label, label, _decided(row)), "name"), Cell(count, "secondary"),
    )  # fmt: skip


def _dated(date: str, marks: str) -> tuple[Cell, ...]:
    """A date and its marks; that sources differ stands out from it."""
    if not marks.startswith(DIFFERS):
        return (Cell(date + marks, "date"),)
    return Cell(date, "date"), Cell(DIFFERS, "fault"), Cell(marks.removeprefix(DIFFERS), "date")


def source_line(row: SourceRow, width: int, *, above: SourceRow | None = None) -> tuple[Cell, ...]:
    """Label, publisher and kind where there is room, how much is in it, date; or why the document could not be read."""
    if row.fault is not None:
        label = min(width // 2, 30)
        return Cell(fit("✗ " + (row.label or row.path), label), "fault"), Cell(
            " " + fit(row.fault, width - label - 1), "secondary")
    dates = CRAMPED_DATE_CELLS if width < CRAMPED else PUBLISHED_CELLS
    date = date_in(row.published, dates - 2) + source_mark(row) if row.published else UNDATED
    named = "".join(" " + fit(words, cells - 1) for words, cells, least in (
        (row.publisher, 15, 60), (row.kind, 15, ROOMY)) if words and width >= least)
    amount = fit(length_words(row.chars), AMOUNT_CELLS, right=True) if width >= 44 else ""
    name = Cell(_named(row.label, width - dates - width_of(named + amount), _decided(row)), "name")
    role = "date" if row.published else "secondary"
    when = Cell(" " + fit(date, dates - 1, right=True), role)
    return (name, Cell(named + amount, "secondary"), when) if named or amount else (name, when)
