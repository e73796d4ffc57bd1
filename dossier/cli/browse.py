"""Opening the browser on what the words of the command line mean."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dossier.errors import CaseError


class Wanted(NamedTuple):
    """What the words of the command line mean."""

    target: Path | None
    """A folder or a database file; None for the last case opened."""
    db: Path | None
    example: bool


def wanted(given: Mapping[str, Sequence[str]], targets: Sequence[str]) -> Wanted:
    """The case meant by the values of `--case`, `--db` and `--example` and by free words.

    Raises CaseError where they name more than one.
    """
    named = [*targets, *given.get("--case", [])]
    if len(named) > 1 or (named and "--example" in given):
        raise CaseError("Name one case: a folder, or a database made by `dossier build`. See: dossier --help")
    db = Path(given["--db"][-1]).expanduser() if "--db" in given else None
    return Wanted(Path(named[0]).expanduser() if named else None, db, "--example" in given)


def browse(want: Wanted) -> int:
    """Open the browser and return its exit status. Raises DossierError where there is nothing to open."""
    if want.target is not None and not want.target.exists():
        raise CaseError(f"{want.target} does not exist, and no command is called so. See: dossier --help")
    _need_terminal()
    from dossier.tui.opening import opening  # noqa: PLC0415  (late: `--help` needs no case)

    found = opening(*_named(want))
    for warning in found.warnings:
        print(f"dossier: {warning}", file=sys.stderr)
    from dossier.tui.launch import run  # noqa: PLC0415  (late: Textual, for the browser only)

    return run(found.database, case=found.folder, stale=found.stale)


def _named(want: Wanted) -> tuple[Path | None, Path | None]:
    """Folder and database that the words name."""
    from dossier.resources import example_case  # noqa: PLC0415  (late: `--help` needs no case)

    if want.example:
        return example_case(), None
    if want.target is not None:
        return (None, want.target) if want.target.is_file() else (want.target, want.db)
    if want.db is not None:
        return None, want.db
    from dossier.case.last import last_opened  # noqa: PLC0415  (late: only without words)

    root, db = last_opened() or (example_case(), None)
    if db is not None and db.is_file():
        return None, db
    return (root if root.is_dir() else example_case()), None


def _need_terminal() -> None:
    """Raise CaseError where there is no terminal to draw on, with the commands that need none."""
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb"):
        return
    raise CaseError(
        "the browser needs a terminal, and this is none. For pipes and scripts there are: dossier search WORDS · "
        "dossier people · dossier events · dossier sources · dossier export --format json. See: dossier --help"
    )
