"""`dossier matrix`: who is named in which source, or who together with whom."""

import sqlite3

import click

from dossier.case import Case
from dossier.cli.listing import pins_of
from dossier.cli.options import Wanted, case_options, database, list_options
from dossier.cli.output import line_width, print_found, print_json, print_text
from dossier.model.entity import EntityKind
from dossier.present.exports import matrix_export
from dossier.present.matrix import Grid, grid_of, plain_matrix, records
from dossier.store.queries.filters import Noun, Restriction
from dossier.store.queries.overview import title

KINDS = tuple(kind.value for kind in EntityKind if kind is not EntityKind.ANONYMOUS)


@click.command(name="matrix", short_help="List who is named where, or with whom.")
@list_options(Noun.ENTITY, sortable=False)
@click.option("--kind", type=click.Choice(KINDS), default=KINDS[0], show_default=True, help="What the rows are.")
@click.option("--together", is_flag=True, help="Columns are the same as the rows: how many passages name both.")
@click.option("--source", metavar="SOURCE", help="Only those named in a source: its path, label or id.")
@click.option("--event", metavar="EVENT", help="Only those that take part in an event: its label or id.")
@case_options
def command(
    case: Case, wanted: Wanted, kind: str, together: bool, source: str | None, event: str | None
) -> int:  # fmt: skip
    """List how often each source names each person (or organization, place, vehicle), most mentioned first.

    LETTERS are beginnings of words of the names, in any order. On a terminal there are as many columns as there is
    room for; --csv, --md and --json have all of them.
    """
    with database(case) as connection:
        restriction = Restriction(pins_of(connection, source=source, event=event), wanted.letters)
        grid = grid_of(connection, restriction, kind, Noun.ENTITY if together else Noun.SOURCE)
        grid = grid if wanted.limit is None else grid.first(wanted.limit)
        return _print(connection, grid, wanted.form)


def _print(connection: sqlite3.Connection, grid: Grid, form: str | None) -> int:
    if form is None or not grid.rows:
        return print_found(plain_matrix(connection, grid, line_width()))
    if form == "json":
        print_json(records(connection, grid))
    else:
        forms = {one.suffix: one for one in matrix_export(title(connection), grid).forms}
        print_text(forms[f".{form}"].lines(connection))
    return 0
