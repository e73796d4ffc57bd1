"""`dossier decide`: correct what the program found, for good."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import click

from dossier.case import Case
from dossier.cli.listing import one_called
from dossier.cli.options import case_options, database
from dossier.cli.output import narrate, print_line
from dossier.cli.writing import in_effect, writer_option
from dossier.curation import FIELDS
from dossier.decide import take
from dossier.model.decision import Subject, Verb
from dossier.model.edtf import bounds
from dossier.present.acts import ACTS, ENTITY, Act
from dossier.present.cells import clean
from dossier.store.queries.subjects import mention_anchors, subject_of


@click.group(name="decide", short_help="Correct what the program found.")
def command() -> None:
    """Correct what the program found: merge, rename, reject, redate, note, …

    A decision goes to a journal beside the case, outlives every rebuild, and can be undone at any time (dossier undo).
    Things are given by name or by id, as `dossier show` takes them. The id of the decision is printed.
    """


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    why = click.option("--why", default="", metavar="TEXT", help="The reason; it is kept with the decision.")
    return case_options(writer_option(why(function)))


def _add(act: Act) -> None:
    """Make the command of one verb."""

    said = f"{act.help[0].upper()}{act.help[1:]}."

    @command.command(name=act.verb.value, short_help=said, help=said)
    @click.argument("things", nargs=-1 if act.others else 1, required=True, metavar="THING" + " THING…" * act.others)
    @_options
    def run(case: Case, by: str, why: str, things: str | tuple[str, ...], value: str = "") -> int:
        names = (things,) if isinstance(things, str) else things
        if act.value and not act.valid(value):
            raise click.UsageError(f"“{clean(value)}” is not {act.must}.")
        with database(case) as connection:
            subjects = _subjects(connection, names, act)
        return _decide(case, by, act.verb, subjects, value, why)

    if act.value:
        click.argument("value", metavar=act.value.upper())(run)


def _subjects(connection: sqlite3.Connection, names: Sequence[str], act: Act) -> list[Subject]:
    found = [one_called(connection, "thing", name, act.kinds) for name in names]
    if act.others and len({one.id for one in found}) < 2:
        raise click.UsageError(f"To {act.verb} takes two different things.")
    if act.verb is Verb.MERGE and len({one.kind for one in found}) > 1:
        kinds = " and ".join(f"“{clean(one.name)}” is a{'n' * (one.kind[0] in 'aeiou')} {one.kind}" for one in found)
        raise click.UsageError(f"{kinds}. Say first of which kind they are: dossier decide kind")
    return [subject_of(connection, one) for one in found]


def _decide(case: Case, by: str, verb: Verb, subjects: Sequence[Subject], value: str, why: str) -> int:
    decision = take(case, by, verb, subjects, value=value, why=why)
    in_effect(case, decision.id)
    named = " and ".join(f"“{clean(subject.name)}”" for subject in subjects)
    narrate(f"dossier: {verb} {named}. To take it back: dossier undo {decision.id}")
    print_line(decision.id)
    return 0


@command.command(name="split", short_help="Some mentions are somebody else.")
@click.argument("thing")
@click.argument("place", metavar="PATH:LINE")
@click.option("--as", "name", default="", metavar="NAME", help="What to call the other; else as the mention has it.")
@_options
def _split(case: Case, by: str, why: str, thing: str, place: str, name: str) -> int:
    """The mentions of an entity on one line of a document are of another entity of the same kind."""
    path, _, line = place.rpartition(":")
    if not path or not line.isdigit():
        raise click.UsageError(f"“{clean(place)}” is no place. Give the document and the line: letter.txt:12")
    with database(case) as connection:
        whole = one_called(connection, "entity", thing, ENTITY)
        anchors = mention_anchors(connection, whole.id, path, int(line))
        if not anchors:
            raise click.UsageError(f"“{clean(whole.name)}” is not named in {clean(place)}.")
    return _decide(case, by, Verb.SPLIT, [Subject(whole.kind, whole.name, anchors)], name, why)


@command.command(name="add", short_help="A name that was not found.")
@click.argument("kind", type=click.Choice(ENTITY))
@click.argument("name")
@_options
def _add_name(case: Case, by: str, why: str, kind: str, name: str) -> int:
    """Someone or something named NAME is in the documents; every mention of it is looked for."""
    return _decide(case, by, Verb.ADD, [Subject(kind, name)], "", why)


@command.command(name="speaker", short_help="A statement was made by somebody else.")
@click.argument("statement")
@click.argument("speakers", nargs=-1)
@_options
def _speaker(case: Case, by: str, why: str, statement: str, speakers: tuple[str, ...]) -> int:
    """Say who made a statement, or, without speakers, that it is not known."""
    with database(case) as connection:
        said = one_called(connection, "statement", statement, ("statement",))
        who = [one_called(connection, "speaker", name, (*ENTITY, "anonymous")) for name in speakers]
        subjects = [subject_of(connection, one) for one in (said, *who)]
    return _decide(case, by, Verb.SPEAKER, subjects, "", why)


@command.command(name="field", short_help="Say what a document does not say of itself.")
@click.argument("source")
@click.argument("field", type=click.Choice(sorted(FIELDS)))
@click.argument("value")
@_options
def _field(case: Case, by: str, why: str, source: str, field: str, value: str) -> int:
    """Title, publisher, author, date (EDTF), kind or address of a document."""
    if field == "published" and value and bounds(value) == (None, None):
        raise click.UsageError(f"“{clean(value)}” is no date in EDTF, such as 1911, 1911-03 or 1911-03-04.")
    with database(case) as connection:
        subject = subject_of(connection, one_called(connection, "source", source, ("source",)))
    return _decide(case, by, Verb.FIELD, [subject], f"{field}={value}", why)


for _act in ACTS:
    _add(_act)
