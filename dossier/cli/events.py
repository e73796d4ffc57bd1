"""`dossier events`: what happened, by date."""

import click

from dossier.case import Case
from dossier.cli.listing import Listing, print_list
from dossier.cli.options import Wanted, case_options, list_options
from dossier.present.records import COLUMNS
from dossier.present.tables import EVENTS
from dossier.store.queries import events
from dossier.store.queries.filters import Noun

LISTING = Listing(Noun.EVENT, events.rows, EVENTS, COLUMNS[Noun.EVENT])


@click.command(name="events", short_help="List what happened, by date.")
@list_options(Noun.EVENT)
@click.option("--source", metavar="SOURCE", help="Only those that a source reports: its path, label or id.")
@click.option("--person", metavar="PERSON", help="Only those with a person: name or id.")
@case_options
def command(case: Case, wanted: Wanted, source: str | None, person: str | None) -> int:
    """List the events of a case by date, with their status: reported, alleged, denied, planned or ruled out.

    LETTERS are beginnings of words of the label, in any order. Dates are EDTF (ISO 8601-2). Through a pipe, each
    line has all columns between tabs.
    """
    return print_list(case, LISTING, wanted, source=source, person=person)
