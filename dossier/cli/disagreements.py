"""`dossier disagreements`: where the sources differ."""

import sqlite3
import sys
from collections.abc import Iterator
from itertools import chain, islice

import click

from dossier.case import Case
from dossier.cli.listing import one_called, pin
from dossier.cli.options import Wanted, case_options, database, list_options
from dossier.cli.output import line_width, narrate, print_csv, print_json, print_lines, print_tabs
from dossier.export.json_export import record
from dossier.present.fields import ENDLESS
from dossier.present.markdown import page_markdown
from dossier.present.matters_page import matter_blocks
from dossier.present.page import DISAGREEMENTS, Page
from dossier.present.plain import plain_lines
from dossier.present.records import Record
from dossier.store.queries import disagreements
from dossier.store.queries.disagreements import Asked, MatterRow
from dossier.store.queries.filters import Noun

COLUMNS = ("id", "kind", "attribute", "question", "side", "value", "voices", "source", "path", "line", "start", "end",
           "text")  # fmt: skip


@click.command(name="disagreements", short_help="List where the sources differ.")
@list_options(Noun.EVENT, sortable=False)
@click.option("--about", metavar="NAME", help="Only what an event, a person or another entity is in question in.")
@click.option("--source", metavar="SOURCE", help="Only what a source takes a side in: its path, label or id.")
@click.option("--attribute", metavar="WORD", help="Only what is compared by: date, quantity, cause, denial, …")
@click.option("--agreements", is_flag=True, help="Instead, what was compared and agrees.")
@case_options
def command(
    case: Case, wanted: Wanted, about: str | None, source: str | None, attribute: str | None, agreements: bool,
) -> int:  # fmt: skip
    """List where the sources differ, the weightiest matter first, each answer with the words that give it.

    LETTERS are beginnings of words of the question, in any order. Through a pipe, each line is one passage of one
    answer with all columns between tabs.
    """
    with database(case) as connection:
        target = about and one_called(connection, "event or entity", about, _KINDS).id
        where = source and pin(connection, "source", source).id
        asked = Asked(wanted.letters, target, where, attribute, agreements)
        found = islice(disagreements.select(connection, asked), wanted.limit)
        first = next(found, None)
        _print(connection, found if first is None else chain([first], found), wanted.form)
    if first is None:
        narrate("dossier: nothing found.")
    return 0 if first else 1


_KINDS = ("person", "organization", "place", "vehicle", "event", "statement")


def _print(connection: sqlite3.Connection, matters: Iterator[MatterRow], form: str | None) -> None:
    if form == "json":
        print_json(found for matter in matters if (found := record(connection, "disagreement", matter.id)))
    elif form == "csv":
        print_csv(_answers(connection, matters), COLUMNS)
    elif form == "md" or sys.stdout.isatty():
        width = ENDLESS if form == "md" else line_width()
        blocks = [block for matter in matters
                  for block in matter_blocks(matter, disagreements.values(connection, matter.id), width)]
        page = Page(DISAGREEMENTS, "", blocks)
        print_lines(page_markdown(connection, page) if form == "md" else plain_lines(connection, page, width))
    else:
        print_tabs(answer.values() for answer in _answers(connection, matters))


def _answers(connection: sqlite3.Connection, matters: Iterator[MatterRow]) -> Iterator[Record]:
    for matter in matters:
        for row in disagreements.values(connection, matter.id):
            yield {
                "id": matter.id, "kind": matter.kind, "attribute": matter.attribute, "question": matter.question,
                "side": row.side + 1, "value": row.value, "voices": row.voices, "source": row.source,
                "path": row.path, "line": row.line, "start": row.start, "end": row.end, "text": row.words,
            }  # fmt: skip
