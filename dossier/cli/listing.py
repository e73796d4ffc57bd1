"""What the list commands have in common: rows in pages, narrowed by pins and letters, printed in the form asked for."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import click

from dossier.case import Case
from dossier.cli.options import Wanted, database
from dossier.cli.output import narrate, print_csv, print_json, print_line, print_lines, print_tabs
from dossier.present.cells import clean
from dossier.present.exports import resting
from dossier.present.markdown import table_markdown
from dossier.present.records import PLURALS, Record
from dossier.present.tables import Column, table_lines
from dossier.store.queries import ids, overview
from dossier.store.queries.filters import UNRESTRICTED, Noun, Pin, Restriction
from dossier.store.queries.naming import Named, find

PAGE = 500
"""Rows read at a time; SQLite allows 32,766 parameters to a statement."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """How one noun is listed."""

    noun: Noun
    rows: Callable[[sqlite3.Connection, Sequence[int]], dict[int, Row]]
    table: tuple[Column[Row], ...]
    """What a terminal shows of it."""
    columns: tuple[str, ...]
    """Attributes of a row, as JSON, CSV and pipes have them."""


def print_list(
    case: Case, listing: Listing[Row], wanted: Wanted, *, kind: str = "", within: Restriction = UNRESTRICTED,
    **filters: str | None,
) -> int:  # fmt: skip
    """Print what is wanted of a list; the exit status is 1 where that is nothing.

    `kind` is that of the entities listed, `within` what restricts them besides. `filters` name rows of other lists
    by id, name or path (`source`, `person`, `event`); only what belongs to all of them is printed. Raises
    click.UsageError where such a name fits nothing, or several things.
    """
    with database(case) as connection:
        restriction = within._replace(pins=pins_of(connection, **filters), letters=wanted.letters)
        found = ids.ids(
            connection, listing.noun, kind=kind, sort=wanted.sort, restriction=restriction,
            limit=-1 if wanted.limit is None else wanted.limit,
        )  # fmt: skip
        if wanted.form == "md":
            rows = list(_pages(connection, listing, found))
            title = f"{overview.title(connection)}: {PLURALS.get(kind, listing.noun.value)}"
            print_lines(table_markdown(connection, title, rows, listing.table, resting(connection, listing.noun, rows)))
        else:
            print_rows(
                _pages(connection, listing, found), wanted.form, listing.table, listing.columns,
                lambda row: {column: getattr(row, column) for column in listing.columns},
            )  # fmt: skip
    if not found:
        narrate("dossier: nothing found.")
    return 0 if found else 1


def pins_of(connection: sqlite3.Connection, **filters: str | None) -> tuple[Pin, ...]:
    """What `filters` name of other lists by id, name or path (`source`, `person`, `event`).

    Raises click.UsageError where such a name fits nothing, or several things.
    """
    return tuple(pin(connection, what, name) for what, name in filters.items() if name is not None)


def pin(connection: sqlite3.Connection, kind: str, name: str) -> Pin:
    """The one source, person or event that `name` means (see `dossier.store.queries.naming.find`).

    Raises click.UsageError where there is none or more than one.
    """
    found = one_called(connection, kind, name, (kind,))
    noun = {"source": Noun.SOURCE, "event": Noun.EVENT}.get(kind, Noun.ENTITY)
    return Pin(noun, found.id, "" if noun is not Noun.ENTITY else kind, found.name)


def one_called(connection: sqlite3.Connection, what: str, name: str, kinds: Sequence[str]) -> Named:
    """The one thing of these kinds that `name` means; `what` is what to call it.

    Raises click.UsageError where there is none or more than one.
    """
    found = find(connection, name, kinds)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(f"No {what} is called “{clean(name)}”.")
    known = clean("; ".join(f"{one.name} ({one.id})" for one in found[:5]))
    raise click.UsageError(f"“{clean(name)}” can mean more than one {what}: {known}. Give the id.")


def _pages(connection: sqlite3.Connection, listing: Listing[Row], found: Sequence[int]) -> Iterator[Row]:
    for start in range(0, len(found), PAGE):
        page = found[start : start + PAGE]
        rows = listing.rows(connection, page)
        yield from (rows[rowid] for rowid in page)


def print_rows(
    rows: Iterable[Row], form: str | None, table: Sequence[Column[Row]], columns: Sequence[str],
    record: Callable[[Row], Record],
) -> None:  # fmt: skip
    """Print rows as JSON, CSV, a table for a terminal, or values between tabs for a pipe."""
    if form == "json":
        print_json(map(record, rows))
    elif form == "csv":
        print_csv(map(record, rows), columns)
    elif sys.stdout.isatty():
        for line in table_lines(rows, table, shutil.get_terminal_size().columns):
            print_line(line)
    else:
        print_tabs(record(row).values() for row in rows)
