"""What the browser is to open: a database, the folder it is of, and whether that folder has changed since.

The way to the first frame is counted in milliseconds: where there is a database of this version, the manifest, the
journal of what was opened last and whether documents have changed are looked at behind it. Nothing here needs Textual.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dossier.errors import DatabaseError

if TYPE_CHECKING:
    from dossier.case import Case

Stale = Callable[[], bool]
"""Whether the documents changed since the database was built; may read files, so it is called in a thread."""


class Opening(NamedTuple):
    """A case to be opened."""

    database: Path
    """It need not exist yet."""
    folder: Path | None = None
    """What it is built from; None where that is gone."""
    stale: Stale | None = None
    warnings: tuple[str, ...] = ()
    """What in the manifest means nothing."""


def opening(folder: Path | None, db: Path | None = None) -> Opening:
    """How to open the case in `folder`, its database at `db` where one is given; or, without a folder, that of `db`.

    Raises DossierError where there is nothing to open.
    """
    known = _there(folder, db)
    if known is not None:
        database, root = known
        return Opening(database, root, lambda: _has_changed(folder, db, database))
    from dossier.case import changed, remember, require_documents  # noqa: PLC0415  (late: not where a database is)

    case = _case(folder, db)
    if not case.places.db.exists():
        require_documents(case)
    remember(case)
    database = case.places.db
    return Opening(database, case.root if case.root.is_dir() else None, lambda: changed(case, database), case.warnings)


def _there(folder: Path | None, db: Path | None) -> tuple[Path, Path | None] | None:
    """The database to open and the folder it is of; None where there is no database of this version yet."""
    from dossier.case.places import places  # noqa: PLC0415  (late: as few modules as can be)
    from dossier.store.connection import check, read_meta  # noqa: PLC0415  (as above)

    try:
        if folder is None and db is not None:
            root = Path(read_meta(db).get("case", ""))
            return db, root if root.is_absolute() and root.is_dir() else None
        if folder is None or not folder.is_dir():
            return None
        root = folder.resolve()
        database = places(root, db).db
        check(database)
    except (DatabaseError, OSError):
        return None
    return database, root


def _has_changed(folder: Path | None, db: Path | None, database: Path) -> bool:
    """Behind the first frame: note what was opened, and whether its documents are no longer those of the database."""
    from dossier.case import changed, remember  # noqa: PLC0415  (late: behind the first frame)

    case = _case(folder, db)
    remember(case)
    return changed(case, database)


def _case(folder: Path | None, db: Path | None) -> "Case":
    from dossier.case import database_case, open_case  # noqa: PLC0415  (late: not where a database is)
    from dossier.errors import CaseError  # noqa: PLC0415  (as above)

    if folder is not None:
        return open_case(folder, db)
    if db is None:
        raise CaseError("Name a case: a folder of documents, or a database made by `dossier build`.")
    return database_case(db)
