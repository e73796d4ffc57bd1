"""What the commands that decide have in common: whose decision it is, and that it shows when they return."""

import functools
import sys
from collections.abc import Callable
from typing import Any

import click

from dossier.case import Case
from dossier.case.writer import keep_writer, login, writer
from dossier.cli.options import database
from dossier.cli.output import narrate
from dossier.curation.journal import file_name
from dossier.decide import bring_into_effect
from dossier.store.queries import decisions

_WAITS = {
    "orphan": "it waits: what it is about is not in the documents as they are",
    "contradicted": "it has no effect: another decision says the opposite (dossier decisions)",
    "invalid": "it has no effect: it cannot be applied to that",
}


def writer_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --by; the command gets the writer's name as `by`, which is asked once where there is somebody to ask."""

    @click.option("--by", default=None, metavar="NAME", help="Whose decision it is; else the name given before.")
    @functools.wraps(command)
    def with_writer(by: str | None, **rest: Any) -> Any:
        return command(by=by or _known(), **rest)

    return with_writer


def _known() -> str:
    name = writer()
    if name is None and sys.stdin.isatty():
        name = click.prompt("Your name, for the journal of decisions", default=login(), err=True)
        file_name(name)
        keep_writer(name)
    return name or login()


def in_effect(case: Case, decision: str) -> None:
    """Have the database show a decision; say so on stderr where it changes nothing, or is not kept in the case."""
    if case.decided_outside:
        narrate(f"dossier: {case.decided_outside}.")
    bring_into_effect(case)
    with database(case) as connection:
        state = next((row.state for row in decisions.rows(connection) if row.id == decision), "")
    if state in _WAITS:
        narrate(f"dossier: kept, but {_WAITS[state]}.")
