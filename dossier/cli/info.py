"""`dossier info`: where the files of a case lie, and how to erase them."""

import shlex
from pathlib import Path

import click

from dossier.case import Case, changed
from dossier.cli.options import case_options
from dossier.cli.output import print_json, print_line
from dossier.errors import DatabaseError
from dossier.store.connection import read_meta


@click.command(name="info", short_help="Say where a case's files lie and how to erase them.")
@click.option("--json", "as_json", is_flag=True, help="A JSON array with one object.")
@case_options
def command(case: Case, as_json: bool) -> int:
    """Say where the database, cache and decisions of a case lie, and how to erase them."""
    facts = {
        "title": case.title, "case": str(case.root), "database": str(case.places.db), "cache": str(case.places.cache),
        "decisions": str(case.places.decisions), "state": _state(case),
    }  # fmt: skip
    if as_json:
        print_json([facts])
        return 0
    for name, value in facts.items():
        print_line(f"{name:<10} {value}")
    if case.places.reason:
        print_line(f"{'':<10} ({case.places.reason}, so these do not lie in the case)")
    # The star also takes the log that SQLite keeps beside a database.
    derived = " ".join(shlex.quote(str(path)) + "*" for path in (case.places.db, case.places.cache, case.places.lock))
    print_line("")
    print_line("The documents are never written to. Database and cache are derived: dossier makes them again.")
    print_line(f"To erase what is derived:          rm -f {derived}")
    decided = [case.places.decisions, *filter(Path.is_dir, case.places.elsewhere)]
    for folder in decided[1:]:
        print_line(f"Decisions also lie in, and hold:   {folder}")
    print_line(f"To erase your decisions for good:  rm -rf {shlex.join(map(str, decided))}")
    return 0


def _state(case: Case) -> str:
    """In a few words, whether the database is there and fits the documents."""
    database: Path = case.places.db
    if not database.exists():
        return "not built yet"
    try:
        made_by = read_meta(database).get("program", "?")
    except DatabaseError as error:
        return str(error)
    if not case.root.is_dir():
        return f"built by dossier {made_by}; the folder of the documents is gone"
    size = f"{database.stat().st_size / 1_000_000:.1f} MB"
    return f"{size}, {'older than the documents' if changed(case, database) else 'up to date'}"
