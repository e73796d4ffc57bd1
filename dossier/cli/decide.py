"""`dossier decide`: correct what the program found, for good."""

import sqlite3
import sys
from collections.abc import Sequence

import click

from dossier.case import Case
from dossier.cli.deciding import NAMEABLE, decide, decide_options, named_exactly, one_place, subject_called, tell_date
from dossier.cli.options import database
from dossier.cli.output import narrate
from dossier.model.decision import Subject, Verb
from dossier.present.acts import ACTS, Act, Takes
from dossier.present.cells import clean
from dossier.present.consequences import a
from dossier.store.queries.naming import Named, find
from dossier.store.queries.subjects import selected, subject_of

_TYPED = frozenset({Takes.WORDS, Takes.TEXT, Takes.CHOICE})
_AUTO = _TYPED | {Takes.NOTHING, Takes.REASON, Takes.OTHER}
"""What the acts take that are commands of one form; the others have modules of their own."""


class Verbs(click.Group):
    """Loads the verbs that have modules of their own when one is asked for, or all are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all verbs."""
        _load()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name."""
        _load()
        return super().get_command(ctx, cmd_name)


@click.group(name="decide", short_help="Correct what the program found.", cls=Verbs)
def command() -> None:
    """Correct what the program found: merge, rename, reject, redate, add, note, …

    A decision goes to a journal beside the case, outlives every rebuild, and can be undone at any time (dossier undo).
    Things are given by their whole name (case and accents aside), another name of theirs, or their id; words of a
    document by their place, as in letter.txt:12. The id of the decision is printed.
    """


def _add(act: Act) -> None:
    """Make the command of one verb."""
    said = f"{act.help[0].upper()}{act.help[1:]}."
    written = f" Where {act.value.upper()} is “-”, it is read from standard input." * (act.takes is Takes.TEXT)
    others = act.takes is Takes.OTHER

    @command.command(name=act.verb.value, short_help=said, help=said + written)
    @click.argument("things", nargs=-1 if others else 1, required=True, metavar="THING" + " THING…" * others)
    @decide_options
    def run(case: Case, by: str, why: str, things: str | tuple[str, ...], value: str = "") -> int:
        names = (things,) if isinstance(things, str) else things
        if act.takes is Takes.TEXT and value == "-":
            value = sys.stdin.buffer.read().decode("utf-8", "replace")
        meant = act.meaning(value) if act.takes in _TYPED else value
        if act.takes in _TYPED and not meant:
            raise click.UsageError(f"“{clean(value)}” is not {act.must}.")
        if act.verb is Verb.REDATE:
            tell_date(value, meant)
        with database(case) as connection:
            subjects = _subjects(connection, names, act)
        return decide(case, by, act.verb, subjects, value=meant, why=why)

    if act.takes in _TYPED:
        click.argument("value", metavar=act.value.upper())(run)


def _subjects(connection: sqlite3.Connection, names: Sequence[str], act: Act) -> list[Subject]:
    if "passage" in act.kinds:
        return [_thing_or_words(connection, name, act) for name in names]
    found = [named_exactly(connection, "thing", name, act.kinds) for name in names]
    if act.takes is Takes.OTHER and len({one.id for one in found}) < 2:
        raise click.UsageError(_one_already(act, names, found[0]))
    if act.verb is Verb.MERGE and len({one.kind for one in found}) > 1:
        kinds = " and ".join(f"“{clean(one.name)}” is {a(one.kind)}" for one in found)
        raise click.UsageError(f"{kinds}. Say first of which kind they are: dossier decide kind")
    if act.verb is Verb.MERGE and found[0].kind == "person":
        _warn(found)
    return [subject_of(connection, one) for one in found]


def _warn(people: Sequence[Named]) -> None:
    """Say where names differ as no one person's do; who gives them in full may know better."""
    from dossier.present.namesakes import against  # noqa: PLC0415  (late: the rules for names, for a merge only)

    for one in people[1:]:
        if told := against(people[0].name, one.name):
            narrate(f"dossier: take care: {told}")


def _one_already(act: Act, names: Sequence[str], one: Named) -> str:
    """Why there is nothing to join or to keep apart."""
    if len(names) < 2:
        return f"To {act.verb} takes two things. Name the other one, too."
    said = " and ".join(f"“{clean(name)}”" for name in dict.fromkeys(names))
    mean = f"{said} {'both mean' if len(names) == 2 else 'all mean'} {clean(one.name)} ({one.id})"
    if len(set(names)) == 1:
        mean = f"{said} is {clean(one.name)} ({one.id}) each time"
    if act.verb is Verb.MERGE:
        return f"{mean}: they are one already."
    return f"{mean}. To make two of them, say which mentions are the other's: dossier decide split"


def _thing_or_words(connection: sqlite3.Connection, name: str, act: Act) -> Subject:
    """A thing by name or id, else the passage on a line of a document."""
    kinds = [kind for kind in act.kinds if kind in NAMEABLE]
    path, _, line = name.rpartition(":")
    if path and line.isdigit() and not find(connection, name, kinds):
        return selected(connection, one_place(connection, name))
    return subject_called(connection, name, kinds)


def _load() -> None:
    from dossier.cli import decide_sources, decide_who, decide_words  # noqa: PLC0415  (late: they need this module)

    for module in (decide_sources, decide_who, decide_words):
        for verb in module.COMMANDS:
            command.add_command(verb)


for _act in ACTS:
    if _act.takes in _AUTO:
        _add(_act)
