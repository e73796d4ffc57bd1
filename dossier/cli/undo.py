"""`dossier undo`: take a decision back."""

import click

from dossier.case import Case
from dossier.cli.options import case_options
from dossier.cli.output import narrate, print_line
from dossier.cli.writing import in_effect, writer_option
from dossier.curation.ledger import holding, last_undoable
from dossier.decide import journals, take
from dossier.model.decision import Verb
from dossier.present.cells import clean


@click.command(name="undo", short_help="Take a decision back.")
@click.argument("decision", required=False, metavar="[ID]")
@writer_option
@case_options
def command(case: Case, by: str, decision: str | None) -> int:
    """Take back the decision ID, anybody's and however old, or without ID your last one that still holds.

    What was undone comes back by undoing the undoing, whose id is printed.
    """
    known = journals(case).decisions
    if decision is None:
        last = last_undoable(known, by)
        if last is None:
            narrate("dossier: there is nothing of yours to undo.")
            return 1
    else:
        last = next((one for one in known if one.id == decision), None)
        if last is None:
            raise click.UsageError(f"No decision has the id “{clean(decision)}”. See: dossier decisions")
        if not holding(known)[last.id]:
            narrate(f"dossier: {last.verb} was taken back already.")
            return 1
    undoing = take(case, by, Verb.UNDO, last.subjects, value=last.id)
    in_effect(case, undoing.id)
    named = ", ".join(f"“{clean(subject.name)}”" for subject in last.subjects)
    narrate(f"dossier: took back {last.verb} {named}. To have it again: dossier undo {undoing.id}")
    print_line(undoing.id)
    return 0
