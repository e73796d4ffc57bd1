"""`dossier people`: the people of a case; what lists of names have in common."""

import click

from dossier.case import Case
from dossier.cli.listing import Listing, print_list
from dossier.cli.options import Wanted, case_options, list_options
from dossier.model.entity import EntityKind
from dossier.present.records import COLUMNS
from dossier.present.tables import ENTITIES
from dossier.store.queries import entities
from dossier.store.queries.filters import Noun

LISTING = Listing(Noun.ENTITY, entities.rows, ENTITIES, COLUMNS[Noun.ENTITY])


def list_command(kind: EntityKind, plural: str, example: str) -> click.Command:
    """The command that lists the entities of one kind; `example` shows how letters narrow it."""

    @click.command(name=plural, short_help=f"List the {plural}.", help=f"""List the {plural} of a case, most mentioned
        first.

        LETTERS are beginnings of words in any order: {example}. Through a pipe, each line has all columns between
        tabs.""")
    @list_options(Noun.ENTITY)
    @click.option("--source", metavar="SOURCE", help="Only those named in a source: its path, label or id.")
    @click.option("--event", metavar="EVENT", help="Only those that take part in an event: its label or id.")
    @case_options
    def listed(case: Case, wanted: Wanted, source: str | None, event: str | None) -> int:
        return print_list(case, LISTING, wanted, kind=kind.value, source=source, event=event)

    return listed


command = list_command(EntityKind.PERSON, "people", '"mar cur" finds Marie Curie')
