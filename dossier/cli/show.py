"""`dossier show`: one person, event, source, statement or disagreement as plain text."""

import sqlite3

import click

from dossier.case import Case
from dossier.cli.options import case_options, database, form_options
from dossier.cli.output import line_width, narrate, print_json, print_lines
from dossier.export.json_export import record
from dossier.present.cells import short
from dossier.present.fields import ENDLESS
from dossier.present.markdown import page_markdown
from dossier.present.page import Target, page_of
from dossier.present.plain import plain_lines
from dossier.present.show import shown
from dossier.store.queries.naming import KINDS, Named, find, nearest

LISTED = 20
"""The most candidates named where a name can mean several things."""
NAME_CELLS = 60


@click.command(name="show", short_help="Print one person, event, source, statement, disagreement.")
@click.argument("words", nargs=-1, required=True, metavar="NAME-OR-ID")
@click.option("--why", is_flag=True, help="Also by which rule each thing was concluded, and on what grounds.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is, where a name can mean several things.")
@form_options("json", "md", json="A JSON array with one object, as in the export.")
@case_options
def command(case: Case, words: tuple[str, ...], why: bool, kind: str | None, form: str | None) -> int:
    """Print one person, organization, place, vehicle, event, source, statement or disagreement, each line with its
    place.

    NAME-OR-ID is an id, or a name, alias, label, question, title or path, or beginnings of its words; case and accents
    do not matter. Exit status 1 means that nothing is called so, 2 that several things are: they are named on stderr.
    """
    name, kinds = " ".join(words), KINDS if kind is None else (kind,)
    with database(case) as connection:
        found = find(connection, name, kinds)
        if len(found) != 1:
            return _several(name, found) if found else _nothing(name, nearest(connection, name, kinds))
        if form == "json":
            print_json(filter(None, [record(connection, found[0].kind, found[0].id)]))
        else:
            _print(connection, found[0], why, markdown=form == "md")
    return 0


def _print(connection: sqlite3.Connection, found: Named, why: bool, *, markdown: bool) -> None:
    width = ENDLESS if markdown else line_width()
    page = shown(connection, Target(page_of(found.kind), found.id), why=why, width=width)
    if page is not None:
        print_lines(page_markdown(connection, page) if markdown else plain_lines(connection, page, width))


def _several(name: str, found: list[Named]) -> int:
    narrate(f"dossier: “{name}” can mean {len(found)} things. Give one of these ids, or more of its name:")
    _list(found)
    return 2


def _nothing(name: str, near: list[Named]) -> int:
    narrate(f"dossier: nothing is called “{name}”." + (" The nearest names:" if near else ""))
    _list(near)
    return 1


def _list(found: list[Named]) -> None:
    width = max((len(one.id) for one in found[:LISTED]), default=0)
    for one in found[:LISTED]:
        narrate(f"  {one.id:<{width}}  {one.kind:<12}  {short(one.name, NAME_CELLS)}")
    if len(found) > LISTED:
        narrate(f"  … and {len(found) - LISTED} more")
