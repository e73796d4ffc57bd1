"""What the verbs of `dossier decide` have in common: their options, what they are about, and taking the decision."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import click

from dossier.case import Case
from dossier.cli.listing import one_called
from dossier.cli.options import case_options
from dossier.cli.output import narrate, print_line
from dossier.cli.writing import in_effect, writer_option
from dossier.decide import take
from dossier.model.decision import Subject, Verb
from dossier.model.selection import Selection
from dossier.present.acts import DATED, dated
from dossier.present.cells import clean
from dossier.present.dates import date_words
from dossier.store.queries.naming import KINDS, Named, find
from dossier.store.queries.subjects import on_line, subject_of

NAMEABLE = frozenset(KINDS)
"""The kinds of things that have a name or an id."""


def decide_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --why, --by and the options of a case."""
    why = click.option("--why", default="", metavar="TEXT", help="The reason; it is kept with the decision.")
    return case_options(writer_option(why(function)))


def decide(
    case: Case, by: str, verb: Verb, subjects: Sequence[Subject], *, value: str = "", why: str = ""
) -> int:
    """Take a decision, have it in effect, and print its id; the exit status."""
    decision = take(case, by, verb, subjects, value=value, why=why)
    in_effect(case, decision.id)
    named = " and ".join(f"“{clean(subject.name)}”" for subject in subjects) or f"“{clean(value)}”"
    narrate(f"dossier: {verb} {named}. To take it back: dossier undo {decision.id}")
    print_line(decision.id)
    return 0


def date_typed(words: str) -> str:
    """The EDTF value of a date as it is typed, which is told where it is put otherwise; nothing stays nothing.

    Raises click.UsageError where it is none.
    """
    value = dated(words) if words else ""
    if words and not value:
        raise click.UsageError(f"“{clean(words)}” is not {DATED}.")
    tell_date(words, value)
    return value


def tell_date(words: str, value: str) -> None:
    """Say how a date was understood that was not typed in EDTF."""
    if value != words:
        narrate(f"dossier: “{clean(words)}” is understood as {date_words(value)} ({value}).")


def named_exactly(connection: sqlite3.Connection, what: str, name: str, kinds: Sequence[str]) -> Named:
    """The one thing of these kinds that has an id, or a name as a whole (case, accents and punctuation ignored): what
    is written down must not hang on a slip of the keyboard. `what` is what to call it.

    Raises click.UsageError where there is none, which names what begins so, or more than one.
    """
    if not find(connection, name, kinds, exact=True) and (begun := find(connection, name, kinds)):
        known = clean("; ".join(f"{one.name} ({one.id})" for one in begun[:5]))
        meant = f"It may be {known}" if len(begun) == 1 else f"It may be one of these: {known}"
        raise click.UsageError(f"No {what} is called just “{clean(name)}”. {meant}. Give the whole name, or the id.")
    return one_called(connection, what, name, kinds)


def subject_called(connection: sqlite3.Connection, name: str, kinds: Sequence[str], what: str = "thing") -> Subject:
    """The one thing of these kinds that a name or id means; `what` is what to call it. Raises click.UsageError."""
    return subject_of(connection, named_exactly(connection, what, name, kinds))


def path_and_line(place: str) -> tuple[str, int]:
    """The two parts of a place in a document. Raises click.UsageError where it has not two."""
    path, _, line = place.rpartition(":")
    if not path or not (line.isascii() and line.isdigit()):
        raise click.UsageError(f"“{clean(place)}” is no place. Give the document and the line: letter.txt:12")
    return path, int(line[:9])


def one_place(connection: sqlite3.Connection, place: str, words: str = "") -> Selection:
    """Words on a line of a document, or without words the passage that stands there.

    Raises click.UsageError where there is nothing, or the words stand there more than once.
    """
    path, line = path_and_line(place)
    found = on_line(connection, path, line, words)
    if found is None and words:
        raise click.UsageError(f"“{clean(words)}” does not stand in {clean(place)} exactly once, letter by letter.")
    if found is None:
        raise click.UsageError(f"Nothing stands in {clean(place)}. Give a document of the case and a line of it.")
    return found
