"""`dossier decisions`: what was decided, by whom, and how it stands."""


import click

from dossier.case import Case
from dossier.cli.listing import print_rows
from dossier.cli.options import case_options, database, form_options
from dossier.cli.output import narrate
from dossier.decide import journals
from dossier.model.decision import State
from dossier.present.decisions_page import corrections
from dossier.present.tables import DECISIONS
from dossier.store.queries import decisions
from dossier.store.queries.decisions import DecisionRow

COLUMNS = ("id", "at", "by", "verb", "subject", "value", "why", "state", "against")


@click.command(name="decisions", short_help="List what was decided.")
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only those that stand so.")
@click.option("--all", "everything", is_flag=True, help="Also what was read, bookmarks and saved searches.")
@form_options("json", "csv")
@case_options
def command(case: Case, state: str | None, everything: bool, form: str | None) -> int:
    """List what was decided about a case, the latest first, and how it stands.

    What readers keep for their own way (what they read, bookmarks, searches) is left out without --all.

    `orphan` waits for a document that is gone; `contradicted` stands against another decision. Lines of a journal that
    were damaged are named on stderr.
    """
    with database(case) as connection:
        known = decisions.rows(connection, state=state)
        found = known if everything else corrections(known)
        print_rows(found, form, DECISIONS, COLUMNS, DecisionRow._asdict)
    for damage in journals(case).damage:
        narrate(f"dossier: {damage.journal}:{damage.line}: {damage.reason}.")
    if not found:
        narrate("dossier: nothing was decided.")
    return 0 if found else 1
