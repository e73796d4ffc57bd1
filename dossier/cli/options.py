"""Options that several commands share, and the database they mean."""

import functools
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from dossier.case import Case, changed, choose, example
from dossier.cli.output import narrate
from dossier.store.connection import open_reader
from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import SORTS

Command = Callable[..., Any]

AT_LEAST_ONE = click.IntRange(min=1)
"""How many lines can be wanted: of none there would be nothing to say, and "nothing found" would be wrong."""
_FORMS = {
    "json": "A JSON array of objects.", "csv": "Comma-separated values with a head line.",
    "md": "Markdown, with footnotes to the passages.",
}  # fmt: skip
_PATH = click.Path(path_type=Path)


def case_options(command: Command) -> Command:
    """Add --case, --db and --example to a command, which gets the one case they mean as `case`.

    Raises DossierError where there is no such case, click.UsageError where more than one is named.
    """

    @click.option("--case", "folder", type=_PATH, metavar="CASE", help="The case's folder; else the last case opened.")
    @click.option("--db", type=_PATH, metavar="FILE", help="A database made by `dossier build`.")
    @click.option("--example", "bundled", is_flag=True, help="The bundled case.")
    @functools.wraps(command)
    def with_case(folder: Path | None, db: Path | None, bundled: bool, **rest: Any) -> Any:
        if bundled and (folder or db):
            raise click.UsageError("--example is a case of its own: leave --case and --db away.")
        case = example() if bundled else choose(folder, db=db)
        for warning in case.warnings:
            narrate(f"dossier: {warning}")
        return command(case=case, **rest)

    return with_case


def form_options(*forms: str, **told: str) -> Callable[[Command], Command]:
    """Add an option for each of these forms; the command gets the one that is wanted as `form`, None without any.
    `told` says of a form what it is where that is not the usual.

    Raises click.UsageError where two are wanted: none of them is more wanted than the other.
    """

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_form(**rest: Any) -> Any:
            wanted = [form for form in forms if rest.pop(f"as_{form}")]
            if len(wanted) > 1:
                both = " and ".join(f"--{form}" for form in wanted)
                raise click.UsageError(f"{both} exclude each other: give one of them.")
            return command(form=wanted[0] if wanted else None, **rest)

        options: Command = with_form
        for form in reversed(forms):
            options = click.option(f"--{form}", f"as_{form}", is_flag=True, help=told.get(form, _FORMS[form]))(options)
        return options

    return decorate


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a list is wanted, and in which form."""

    letters: str
    limit: int | None
    form: str | None
    """`json`, `csv`, `md` or None for lines."""
    sort: str


def list_options(noun: Noun, *, sortable: bool = True) -> Callable[[Command], Command]:
    """Add what every list takes: letters to narrow by, --limit, --json, --csv, and --sort where it is `sortable`;
    the command gets `wanted`."""
    orders = list(SORTS[noun])
    sort_option = click.option("--sort", type=click.Choice(orders), default=orders[0], show_default=True)

    def decorate(command: Command) -> Command:
        @click.argument("letters", nargs=-1, metavar="[LETTERS]…")
        @click.option("--limit", type=AT_LEAST_ONE, metavar="N", help="At most N lines.")
        @form_options("json", "csv", "md")
        @functools.wraps(command)
        def with_wanted(
            letters: tuple[str, ...], limit: int | None, form: str | None, sort: str = orders[0], **rest: Any
        ) -> Any:
            return command(wanted=Wanted(" ".join(letters), limit, form, sort), **rest)

        return sort_option(with_wanted) if sortable else with_wanted

    return decorate


@contextmanager
def database(case: Case) -> Iterator[sqlite3.Connection]:
    """A read-only connection to the case's database, which is built first where there is none.

    Where the documents have changed since, a line on stderr says so: a list must not take as long as a build.
    Raises DossierError where the case cannot be built or read.
    """
    if not case.places.db.exists():
        from dossier.cli.building import build_with_progress  # noqa: PLC0415  (late: only where nothing is built)

        build_with_progress(case)
    elif changed(case, case.places.db):
        names = [str(case.root), *(["--db", str(case.places.db)] if case.places.chosen else [])]
        bring_in = f"dossier build {shlex.join(names)}"
        narrate(f"dossier: documents or decisions have changed since. To bring them in: {bring_in}")
    with closing(open_reader(case.places.db)) as connection:
        yield connection
