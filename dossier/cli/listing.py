"""What the list commands have in common: rows in pages, narrowed by pins and letters, printed in the form asked for."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import click

from dossier.case import Case
from dossier.cli.options import Wanted, database
from dossier.cli.output import narrate, print_csv, print_json, print_line, print_tabs
from dossier.present.rows import Cell
from dossier.query.parse import parse
from dossier.store.queries import ids
from dossier.store.queries.filters import Noun, Pin, Restriction
from dossier.store.search import search_labels

PAGE = 500
"""Rows read at a time; SQLite allows 32,766 parameters to a statement."""
CANDIDATES = 1_000
"""Labels looked at to find what a filter names."""

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """How one noun is listed."""

    noun: Noun
    rows: Callable[[sqlite3.Connection, Sequence[int]], dict[int, Row]]
    line: Callable[[Row, int], tuple[Cell, ...]]
    """A row as a person reads it, in so many cells."""
    columns: tuple[str, ...]
    """Attributes of a row, as JSON, CSV and pipes have them."""


def print_list(case: Case, listing: Listing[Row], wanted: Wanted, *, kind: str = "", **filters: str | None) -> int:
    """Print what is wanted of a list; the exit status is 1 where that is nothing.

    `kind` is that of the entities listed. `filters` name rows of other lists by id, name or path (`source`,
    `person`, `event`); only what belongs to all of them is printed. Raises click.UsageError where such a name
    fits nothing, or several things.
    """
    with database(case) as connection:
        pins = tuple(pin(connection, what, name) for what, name in filters.items() if name is not None)
        restriction = Restriction(pins, wanted.letters)
        found = ids.ids(
            connection, listing.noun, kind=kind, sort=wanted.sort, restriction=restriction,
            limit=-1 if wanted.limit is None else wanted.limit,
        )  # fmt: skip
        _print(_pages(connection, listing, found), listing, wanted.form)
    if not found:
        narrate("dossier: nothing found.")
    return 0 if found else 1


def pin(connection: sqlite3.Connection, kind: str, name: str) -> Pin:
    """The one source, person or event that `name` means: by its id, else by exactly its name, else by its words.

    Raises click.UsageError where there is none or more than one.
    """
    noun = {"source": Noun.SOURCE, "event": Noun.EVENT}.get(kind, Noun.ENTITY)
    if ids.rowid(connection, noun, name) is not None:
        return Pin(noun, name, "" if noun is not Noun.ENTITY else kind, name)
    quoted = parse(name.replace('"', " ").replace("-", " "))
    called = [
        hit for hit in search_labels(connection, quoted, limit=CANDIDATES)
        if hit.noun is noun and (noun is not Noun.ENTITY or hit.kind == kind)
    ]  # fmt: skip
    exact = [hit for hit in called if hit.name.casefold() == name.casefold()] or called
    if len(exact) == 1:
        return Pin(noun, exact[0].id, "" if noun is not Noun.ENTITY else kind, exact[0].name)
    if not exact:
        raise click.UsageError(f"No {kind} is called “{name}”.")
    known = "; ".join(f"{hit.name} ({hit.id})" for hit in exact[:5])
    raise click.UsageError(f"“{name}” can mean more than one {kind}: {known}. Give the id.")


def _pages(connection: sqlite3.Connection, listing: Listing[Row], found: Sequence[int]) -> Iterator[Row]:
    for start in range(0, len(found), PAGE):
        page = found[start : start + PAGE]
        rows = listing.rows(connection, page)
        yield from (rows[rowid] for rowid in page)


def _print(rows: Iterator[Row], listing: Listing[Row], form: str | None) -> None:
    if form == "json":
        print_json(_record(row, listing.columns) for row in rows)
    elif form == "csv":
        print_csv((_record(row, listing.columns) for row in rows), listing.columns)
    elif sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        for row in rows:
            print_line("".join(cell.text for cell in listing.line(row, width)).rstrip())
    else:
        print_tabs(_record(row, listing.columns).values() for row in rows)


def _record(row: Row, columns: Sequence[str]) -> dict[str, Any]:
    return {column: getattr(row, column) for column in columns}
