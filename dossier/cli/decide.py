"""`dossier decide`: correct what the program found, for good."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
from dossier.model.entity import NAMED_KINDS
from dossier.model.event import EventStatus
from dossier.present.cells import clean
from dossier.store.queries.subjects import mention_anchors, subject_of

ENTITY = ("person", "organization", "place", "vehicle")
ANYTHING = (*ENTITY, "event", "statement", "disagreement", "source")


@dataclass(frozen=True, slots=True)
class _Act:
    """How one verb is written on the command line."""

    verb: Verb
    help: str
    kinds: tuple[str, ...] = ANYTHING
    """What it can be about."""
    several: bool = False
    """Whether it takes two or more things of one sort."""
    value: str = ""
    """What follows the thing, as the help calls it; empty where nothing does."""
    valid: Callable[[str], bool] = bool
    """Whether a value can be meant."""
    must: str = ""
    """What a value must be, for the message."""


_ACTS = (
    _Act(Verb.MERGE, "Two or more are one: people, organizations, …, or events.", (*ENTITY, "event"), several=True),
    _Act(Verb.APART, "They are not the same, and never to be merged.", (*ENTITY, "event"), several=True),
    _Act(Verb.RENAME, "Give an entity or an event another name.", (*ENTITY, "event"), value="NAME"),
    _Act(Verb.ALIAS, "Give an entity a further name.", ENTITY, value="NAME"),
    _Act(Verb.KIND, "It is of another kind.", ENTITY, False, "KIND", lambda v: v in NAMED_KINDS,
         "one of " + ", ".join(NAMED_KINDS)),
    _Act(Verb.REJECT, "It is none: no person, no event, nothing that was said, no disagreement."),
    _Act(Verb.CONFIRM, "It is as the program found it."),
    _Act(Verb.REDATE, "An event happened at another date.", ("event",), False, "EDTF",
         lambda v: bounds(v) != (None, None), "a date in EDTF, such as 1911, 1911-03, 1911-03-04/1911-03-05, 1911~"),
    _Act(Verb.STATUS, "An event stands otherwise.", ("event",), False, "STATUS", lambda v: v in set(EventStatus),
         "one of " + ", ".join(EventStatus)),
    _Act(Verb.SETTLE, "A disagreement is settled; --why says how.", ("disagreement",)),
    _Act(Verb.DISMISS, "It is no disagreement at all.", ("disagreement",)),
    _Act(Verb.NOTE, "Write a note, in Markdown.", value="TEXT"),
    _Act(Verb.TAG, "Put a tag on it.", value="TAG"),
    _Act(Verb.UNTAG, "Take a tag off it.", value="TAG"),
)  # fmt: skip


@click.group(name="decide", short_help="Correct what the program found.")
def command() -> None:
    """Correct what the program found: merge, rename, reject, redate, note, …

    A decision goes to a journal beside the case, outlives every rebuild, and can be undone at any time (dossier undo).
    Things are given by name or by id, as `dossier show` takes them. The id of the decision is printed.
    """


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    why = click.option("--why", default="", metavar="TEXT", help="The reason; it is kept with the decision.")
    return case_options(writer_option(why(function)))


def _add(act: _Act) -> None:
    """Make the command of one verb."""

    @command.command(name=act.verb.value, short_help=act.help, help=act.help)
    @click.argument("things", nargs=-1 if act.several else 1, required=True, metavar="THING" + " THING…" * act.several)
    @_options
    def run(case: Case, by: str, why: str, things: str | tuple[str, ...], value: str = "") -> int:
        names = (things,) if isinstance(things, str) else things
        if act.value and not act.valid(value):
            raise click.UsageError(f"“{clean(value)}” is not {act.must or 'anything to write'}.")
        with database(case) as connection:
            subjects = _subjects(connection, names, act)
        return _decide(case, by, act.verb, subjects, value, why)

    if act.value:
        click.argument("value", metavar=act.value)(run)


def _subjects(connection: sqlite3.Connection, names: Sequence[str], act: _Act) -> list[Subject]:
    found = [one_called(connection, "thing", name, act.kinds) for name in names]
    if act.several and len({one.id for one in found}) < 2:
        raise click.UsageError(f"To {act.verb} takes two different things.")
    if len({one.kind if one.kind == "event" else "entity" for one in found}) > 1:
        raise click.UsageError("An event and an entity cannot be one.")
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


for _act in _ACTS:
    _add(_act)
