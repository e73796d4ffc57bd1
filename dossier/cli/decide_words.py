"""`dossier decide split|part|add|add-event|add-statement`: decisions that point to words of a document."""

import sqlite3
from collections.abc import Callable, Sequence

import click

from dossier.case import Case
from dossier.cli.deciding import (
    date_typed,
    decide,
    decide_options,
    named_exactly,
    one_place,
    path_and_line,
    subject_called,
)
from dossier.cli.options import database
from dossier.curation.adding import SPEECH
from dossier.model.decision import Anchor, Subject, Verb
from dossier.present.acts import ENTITY
from dossier.present.cells import clean
from dossier.present.consequences import merged_whole, merged_words
from dossier.store.found import Found
from dossier.store.queries.naming import Named
from dossier.store.queries.subjects import everywhere, mention_anchors, report_anchors, selected

_WORDS = "Only these words of the line, letter by letter; else the whole passage."


@click.command(name="split", short_help="Some mentions are somebody else.")
@click.argument("thing")
@click.argument("place", metavar="PATH:LINE")
@click.option("--as", "name", default="", metavar="NAME", help="What to call the other; else as the mention has it.")
@decide_options
def _split(case: Case, by: str, why: str, thing: str, place: str, name: str) -> int:
    """The mentions of an entity on one line of a document are of another entity of the same kind."""
    whole, anchors = _apart(case, "entity", ENTITY, thing, place, mention_anchors)
    if not anchors:
        raise click.UsageError(f"“{clean(whole.name)}” is not named in {clean(place)}.")
    return decide(case, by, Verb.SPLIT, [Subject(whole.kind, whole.name, anchors)], value=name, why=why)


@click.command(name="part", short_help="Some reports tell of another event.")
@click.argument("event")
@click.argument("place", metavar="PATH:LINE")
@click.option("--as", "label", default="", metavar="LABEL", help="What to call the other; else as the words have it.")
@decide_options
def _part(case: Case, by: str, why: str, event: str, place: str, label: str) -> int:
    """The reports of an event on one line of a document tell of an event of their own."""
    whole, anchors = _apart(case, "event", ("event",), event, place, report_anchors)
    if not anchors:
        raise click.UsageError(f"“{clean(whole.name)}” is not reported in {clean(place)}.")
    called = label or " ".join(anchors[0].text.split())
    return decide(case, by, Verb.PART, [Subject("event", whole.name, anchors)], value=called, why=why)


def _apart(
    case: Case, noun: str, kinds: tuple[str, ...], called: str, place: str, at: Callable[..., tuple[Anchor, ...]]
) -> tuple[Named, tuple[Anchor, ...]]:
    """What is called so, and what of it stands at a place and shall be another; `at` finds that."""
    path, line = path_and_line(place)
    with database(case) as connection:
        whole = named_exactly(connection, noun, called, kinds)
        anchors = at(connection, whole.id, path, line)
        _refuse_merged(connection, whole, anchors)
    return whole, anchors


def _refuse_merged(connection: sqlite3.Connection, whole: Named, anchors: Sequence[Anchor]) -> None:
    """What was merged comes apart by taking back the merge; otherwise nothing would happen."""
    merged = merged_whole(connection, whole, Found(connection).places(anchors)) if anchors else None
    if merged is not None:
        raise click.UsageError(merged_words(merged, f"dossier undo {merged.merge}"))


@click.command(name="add", short_help="A name that was not found.")
@click.argument("kind", type=click.Choice(ENTITY))
@click.argument("name")
@click.option("--at", "place", default="", metavar="PATH:LINE", help="Only there; else wherever the name stands.")
@click.option("--words", default="", metavar="TEXT", help="The words that name it, where they are not NAME.")
@decide_options
def _add_name(case: Case, by: str, why: str, kind: str, name: str, place: str, words: str) -> int:
    """Someone or something named NAME is in the documents; every mention of it is looked for, or taken as given."""
    if not name.strip():
        raise click.UsageError("A name must be some words.")
    with database(case) as connection:
        subject = (selected(connection, one_place(connection, place, words or name), kind, name) if place
                   else everywhere(connection, kind, name, words))  # fmt: skip
    if words and not place and not subject.anchors:
        raise click.UsageError(f"“{clean(words)}” has a capital: make it the NAME, or say where (--at letter.txt:12).")
    return decide(case, by, Verb.ADD, [subject], why=why)


@click.command(name="add-event", short_help="An event that was not found.")
@click.argument("label")
@click.argument("place", metavar="PATH:LINE")
@click.option("--date", default="", metavar="DATE", help="When it happened: 4 March 1911, 1911-03-04~, …")
@click.option("--words", default="", metavar="TEXT", help=_WORDS)
@decide_options
def _add_event(case: Case, by: str, why: str, label: str, place: str, date: str, words: str) -> int:
    """The words in a place of a document tell of an event."""
    if not label.strip():
        raise click.UsageError("A label must be some words.")
    date = date_typed(date)
    with database(case) as connection:
        subject = selected(connection, one_place(connection, place, words), "event", label)
    return decide(case, by, Verb.ADD, [subject], value=date, why=why)


@click.command(name="add-statement", short_help="A statement that was not found.")
@click.argument("place", metavar="PATH:LINE")
@click.argument("speakers", nargs=-1)
@click.option("--words", default="", metavar="TEXT", help=_WORDS)
@click.option("--direct", "kind", flag_value=SPEECH[0], help="The words are the speaker's own.")
@decide_options
def _add_statement(
    case: Case, by: str, why: str, place: str, speakers: tuple[str, ...], words: str, kind: str | None
) -> int:  # fmt: skip
    """The words in a place of a document are somebody's statement; without speakers it is not known whose."""
    with database(case) as connection:
        said = selected(connection, one_place(connection, place, words), "statement")
        who = [subject_called(connection, name, (*ENTITY, "anonymous"), "speaker") for name in speakers]
    return decide(case, by, Verb.ADD, [said, *who], value=kind or SPEECH[1], why=why)


COMMANDS = (_split, _part, _add_name, _add_event, _add_statement)
