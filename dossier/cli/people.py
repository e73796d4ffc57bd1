"""`dossier people`: the people of a case, or its organizations, places or vehicles."""

import click

from dossier.case import Case
from dossier.cli.listing import Listing, print_list
from dossier.cli.options import Wanted, case_options, list_options
from dossier.model.entity import EntityKind
from dossier.present.rows import entity_line
from dossier.store.queries import entities
from dossier.store.queries.filters import Noun

LISTING = Listing(
    Noun.ENTITY, entities.rows, entity_line,
    ("id", "name", "kind", "sort_name", "role", "affiliation", "appearance", "mentions", "sources", "events"),
)  # fmt: skip


@click.command(name="people", short_help="List people, organizations, places or vehicles.")
@list_options(Noun.ENTITY)
@click.option("--kind", type=click.Choice([kind.value for kind in EntityKind]), default="person", show_default=True)
@click.option("--source", metavar="SOURCE", help="Only those named in a source: its path, label or id.")
@click.option("--event", metavar="EVENT", help="Only those who take part in an event: its label or id.")
@case_options
def command(case: Case, wanted: Wanted, kind: str, source: str | None, event: str | None) -> int:
    """List the people of a case, most mentioned first.

    LETTERS are beginnings of words in any order: "mar cur" finds Marie Curie. Through a pipe, each line has all
    columns between tabs.
    """
    return print_list(case, LISTING, wanted, kind=kind, source=source, event=event)
