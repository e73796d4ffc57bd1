"""`dossier sources`: the documents of a case."""

import click

from dossier.case import Case
from dossier.cli.listing import Listing, print_list
from dossier.cli.options import Wanted, case_options, list_options
from dossier.present.records import COLUMNS
from dossier.present.tables import SOURCES
from dossier.store.queries import sources
from dossier.store.queries.filters import Noun

LISTING = Listing(Noun.SOURCE, sources.rows, SOURCES, COLUMNS[Noun.SOURCE])


@click.command(name="sources", short_help="List the documents.")
@list_options(Noun.SOURCE)
@click.option("--person", metavar="PERSON", help="Only those that name a person: name or id.")
@click.option("--event", metavar="EVENT", help="Only those that report an event: its label or id.")
@case_options
def command(case: Case, wanted: Wanted, person: str | None, event: str | None) -> int:
    """List the documents of a case, those that could not be read among them, with the reason.

    LETTERS are beginnings of words of the label or path, in any order. Through a pipe, each line has all columns
    between tabs.
    """
    return print_list(case, LISTING, wanted, person=person, event=event)
