"""Opening the browser: at once where there is a database, after a look at the case where there is none.

The way to the first frame is counted in milliseconds: the manifest, the journal of what was opened last and
whether documents have changed are looked at behind it.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.errors import CaseError, DatabaseError

if TYPE_CHECKING:
    from dossier.case import Case


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
    there = _there(want)
    if there is None:
        return _browse_new(want)
    database, root = there
    from dossier.tui.launch import run  # noqa: PLC0415  (late: Textual, for the browser only)

    return run(database, case=root, stale=lambda: _has_changed(want, database))


def _there(want: Wanted) -> tuple[Path, Path | None] | None:
    """The database to open and the folder it is of; None where there is no database of this version yet."""
    from dossier.case.places import places  # noqa: PLC0415  (late: `--help` needs no case)
    from dossier.store.connection import check, read_meta  # noqa: PLC0415  (as above)

    root, db = _named(want)
    try:
        if root is None and db is not None:
            folder = Path(read_meta(db).get("case", ""))
            return db, folder if folder.is_absolute() and folder.is_dir() else None
        if root is None or not root.is_dir():
            return None
        root = root.resolve()
        database = places(root, db).db
        check(database)
    except (DatabaseError, OSError):
        return None
    return database, root


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

    return last_opened() or (example_case(), None)


def _browse_new(want: Wanted) -> int:
    """Open the browser on a case that has yet to be built, or say why there is none."""
    from dossier.case import changed, remember, require_documents  # noqa: PLC0415  (late: not where a database is)

    case = _case(want)
    if not case.places.db.exists():
        require_documents(case)
    from dossier.tui.launch import run  # noqa: PLC0415  (late: Textual, for the browser only)

    for warning in case.warnings:
        print(f"dossier: {warning}", file=sys.stderr)
    remember(case)
    database, root = case.places.db, case.root if case.root.is_dir() else None
    return run(database, case=root, stale=lambda: changed(case, database))


def _has_changed(want: Wanted, database: Path) -> bool:
    """Behind the first frame: note what was opened, and whether its documents are no longer those of the database."""
    from dossier.case import changed, remember  # noqa: PLC0415  (late: behind the first frame)

    case = _case(want)
    remember(case)
    return changed(case, database)


def _case(want: Wanted) -> "Case":
    from dossier.case import choose, example  # noqa: PLC0415  (late: not where a database is)

    return example() if want.example else choose(want.target, db=want.db)


def _need_terminal() -> None:
    """Raise CaseError where there is no terminal to draw on, with the commands that need none."""
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb"):
        return
    raise CaseError(
        "the browser needs a terminal, and this is none. For pipes and scripts there are: dossier search WORDS · "
        "dossier people · dossier events · dossier sources · dossier export --format json. See: dossier --help"
    )
