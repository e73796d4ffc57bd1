"""`dossier build`: read a folder of documents into its database."""

from pathlib import Path

import click


@click.command(name="build", short_help="Read a folder of documents into its database.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="CASE")
@click.option("--db", type=click.Path(path_type=Path), metavar="FILE", help="Keep the database there, nothing in CASE.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes; else by the amount of text.")
@click.option("--force", is_flag=True, help="Annotate every document anew, whatever the cache holds.")
@click.option("--progress", type=click.Choice(["json"]), help="Progress as JSON, one object a line, on stdout.")
def command(folder: Path, db: Path | None, jobs: int | None, force: bool, progress: str | None) -> int:
    """Read the documents in the folder CASE, work out people, events and sources, and write the database.

    A reader that has the database open sees the old state or the new one. Exit status 1 means that some documents
    could not be read; they are named on stderr.
    """
    from dossier.case import choose, remember  # noqa: PLC0415  (late: `--help` needs neither)
    from dossier.cli.building import build_with_progress  # noqa: PLC0415

    case = choose(folder, db=db)
    report = build_with_progress(case, jobs=jobs, force=force, as_json=progress == "json")
    remember(case)
    return 1 if report.faults else 0
