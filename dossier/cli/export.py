"""`dossier export`: a case as data for other programs."""

import sys

import click

from dossier.case import Case
from dossier.cli.options import case_options, database
from dossier.export import json_export


@click.command(name="export", short_help="Print a case as JSON.")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
@case_options
def command(case: Case, form: str) -> int:
    """Print a case as one JSON object: sources, people, organizations, places, vehicles, dates, events, statements.

    Every piece of evidence has its source, its offsets in code points of the source's text, and its words.
    """
    with database(case) as connection:
        json_export.export(connection, sys.stdout)
    return 0
