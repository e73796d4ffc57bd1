"""Which case is meant, and opening it: a folder, a database that remembers one, the last case, the bundled one."""

from dataclasses import dataclass
from pathlib import Path

from dossier.case.last import last_opened
from dossier.case.manifest import read_manifest
from dossier.case.places import Places, places
from dossier.errors import CaseError, DatabaseError
from dossier.model.manifest import Manifest
from dossier.resources import example_case
from dossier.store.connection import read_meta


@dataclass(frozen=True, slots=True)
class Case:
    """A folder of documents with everything that belongs to it."""

    root: Path
    """Absolute. It may be gone where the case was opened from a database."""
    manifest: Manifest
    places: Places
    warnings: tuple[str, ...] = ()
    """What in the manifest means nothing."""

    @property
    def decided_outside(self) -> str:
        """Where decisions are kept, in words, where that is not in the case: it cannot be written to, or is the bundled
        one; empty where they are."""
        if self.places.decisions.is_relative_to(self.root):
            return ""
        return f"kept in {self.places.decisions}, because the case is not written to"

    @property
    def title(self) -> str:
        """What to call the case: the manifest's title, else the folder's name."""
        return self.manifest.title or self.root.name


def open_case(root: Path, db: Path | None = None) -> Case:
    """The case in the folder `root`, its database at `db` where one is given.

    Raises CaseError where there is no such folder, it cannot be entered, or its manifest is wrong.
    """
    folder = root.expanduser()
    try:
        if not folder.is_dir():
            known = "is not a folder" if folder.exists() else "does not exist"
            raise CaseError(f"{root} {known}. Give a folder of documents, or a database made by `dossier build`.")
        next(folder.iterdir(), None)
    except OSError as error:
        raise CaseError(f"{root} cannot be opened: {error.strerror}.") from error
    folder = folder.resolve()
    manifest, warnings = read_manifest(folder)
    return Case(folder, manifest, places(folder, db), warnings)


def database_case(db: Path) -> Case:
    """The case that the database file `db` was built from; without its manifest where its folder is gone.

    Raises DatabaseError where `db` is no dossier database, CaseError where the manifest is wrong.
    """
    remembered = read_meta(db).get("case")
    if not remembered:
        raise DatabaseError(f"{db} does not say which case it is of. Build it again: dossier build CASE --db {db}")
    root = Path(remembered)
    if root.is_dir():
        return open_case(root, db)
    return Case(root, Manifest(), places(root, db), (f"{root}, the folder of this case, is gone.",))


def example() -> Case:
    """The bundled case."""
    return open_case(example_case())


def choose(target: Path | None = None, *, db: Path | None = None) -> Case:
    """The case that the command line means: folder or database file `target`, kept in `db`; without either the
    last case opened, or the bundled one.

    Raises CaseError and DatabaseError as `open_case` and `database_case` do.
    """
    if target is not None and (target.is_dir() or not target.exists()):
        return open_case(target, db)
    if target is not None:
        return database_case(target)
    if db is not None:
        return database_case(db)
    return _last() or example()


def _last() -> Case | None:
    """The last case opened, where it can still be opened."""
    known = last_opened()
    if known is None:
        return None
    root, db = known
    if db and db.is_file():
        try:
            return database_case(db)
        except DatabaseError:
            return None
    return open_case(root) if root.is_dir() else None
