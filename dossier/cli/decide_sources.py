"""`dossier decide field|read|unread|search`: what is known of a document, what was read, and what to ask again."""

import click

from dossier.case import Case
from dossier.cli.deciding import date_typed, decide, decide_options, named_exactly, subject_called
from dossier.cli.options import database
from dossier.cli.output import narrate, print_line
from dossier.cli.writing import in_effect
from dossier.curation import FIELDS
from dossier.decide.keeping import mark_read, mark_unread
from dossier.model.decision import Decision, Verb
from dossier.present.cells import clean
from dossier.store.queries.kept import readable


@click.command(name="field", short_help="Say what a document does not say of itself.")
@click.argument("source")
@click.argument("field", type=click.Choice(sorted(FIELDS)))
@click.argument("value")
@decide_options
def _field(case: Case, by: str, why: str, source: str, field: str, value: str) -> int:
    """Title, publisher, author, date, kind or address of a document."""
    if field == "published":
        value = date_typed(value)
    with database(case) as connection:
        subject = subject_called(connection, source, ("source",), "source")
    return decide(case, by, Verb.FIELD, [subject], value=f"{field}={value}", why=why)


@click.command(name="read", short_help="You have read a document.")
@click.argument("source")
@decide_options
def _read(case: Case, by: str, why: str, source: str) -> int:
    """You have read a document. This is kept for you, and corrects nothing."""
    with database(case) as connection:
        found = named_exactly(connection, "source", source, ("source",))
        if not readable(connection, found.id):
            raise click.UsageError(f"“{clean(found.name)}” could not be read, so nobody can have read it here.")
        decision = mark_read(case, by, connection, found.id)
    return _kept(case, decision, f"“{clean(found.name)}” is read", "was read already")


@click.command(name="unread", short_help="You want to read a document again.")
@click.argument("source")
@decide_options
def _unread(case: Case, by: str, why: str, source: str) -> int:
    """You want to read a document again."""
    with database(case) as connection:
        found = named_exactly(connection, "source", source, ("source",))
        decision = mark_unread(case, by, connection, found.id)
    return _kept(case, decision, f"“{clean(found.name)}” is unread", "was not read")


def _kept(case: Case, decision: Decision | None, said: str, already: str) -> int:
    if decision is None:
        narrate(f"dossier: it {already}.")
        return 1
    in_effect(case, decision.id)
    narrate(f"dossier: {said}.")
    print_line(decision.id)
    return 0


@click.command(name="search", short_help="Keep a search to ask it again.")
@click.argument("query")
@decide_options
def _search(case: Case, by: str, why: str, query: str) -> int:
    """Keep a search, as `dossier search` takes it, to ask it again."""
    if not query.strip():
        raise click.UsageError("A search must be some words.")
    return decide(case, by, Verb.SEARCH, [], value=" ".join(query.split()), why=why)


COMMANDS = (_field, _read, _unread, _search)
