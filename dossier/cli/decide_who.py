"""`dossier decide speaker|involve|exclude`: who said something, and who took part in what."""

import click

from dossier.case import Case
from dossier.cli.deciding import decide, decide_options, subject_called
from dossier.cli.options import database
from dossier.model.decision import Verb
from dossier.present.acts import ENTITY, ROLES, roles_of
from dossier.present.consequences import a


@click.command(name="speaker", short_help="A statement was made by somebody else.")
@click.argument("statement")
@click.argument("speakers", nargs=-1)
@decide_options
def _speaker(case: Case, by: str, why: str, statement: str, speakers: tuple[str, ...]) -> int:
    """Say who made a statement, or, without speakers, that it is not known."""
    with database(case) as connection:
        said = subject_called(connection, statement, ("statement",), "statement")
        who = [subject_called(connection, name, (*ENTITY, "anonymous"), "speaker") for name in speakers]
    return decide(case, by, Verb.SPEAKER, [said, *who], why=why)


@click.command(name="involve", short_help="Somebody or something took part in an event.")
@click.argument("event")
@click.argument("who")
@click.option("--role", type=click.Choice(ROLES), default=ROLES[-1], show_default=True)
@decide_options
def _involve(case: Case, by: str, why: str, event: str, who: str, role: str) -> int:
    """Somebody or something took part in an event, or did so in another role."""
    with database(case) as connection:
        subjects = [subject_called(connection, event, ("event",), "event"),
                    subject_called(connection, who, (*ENTITY, "anonymous"))]  # fmt: skip
    kind = subjects[1].kind
    if role not in roles_of(kind):
        raise click.UsageError(f"{a(kind).capitalize()} takes part as one of {', '.join(roles_of(kind))}: not {role}.")
    return decide(case, by, Verb.INVOLVE, subjects, value=role, why=why)


@click.command(name="exclude", short_help="Somebody or something took no part in an event.")
@click.argument("event")
@click.argument("who")
@decide_options
def _exclude(case: Case, by: str, why: str, event: str, who: str) -> int:
    """Somebody or something took no part in an event."""
    with database(case) as connection:
        subjects = [subject_called(connection, event, ("event",), "event"),
                    subject_called(connection, who, (*ENTITY, "anonymous"))]  # fmt: skip
    return decide(case, by, Verb.EXCLUDE, subjects, why=why)


COMMANDS = (_speaker, _involve, _exclude)
