"""Where the database, cache, decisions and lock of a case lie, and folders that only their owner may enter."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from dossier.errors import CaseError
from dossier.resources import example_case

PRIVATE_FOLDER = 0o700
FOLDER = ".dossier"

_GITIGNORE = "/*\n!/decisions/\n"
"""Everything derived stays out of version control; the readers' decisions may go in."""


CHOSEN = "--db names it"
"""The reason of places beside a database of the user's choice."""


class Places(NamedTuple):
    """Paths that belong to one case. None of them need exist."""

    db: Path
    cache: Path
    decisions: Path
    """A folder, one journal a writer: there is written what is decided."""
    lock: Path
    reason: str = ""
    """Why they do not lie in the case's own folder; empty where they do."""
    elsewhere: tuple[Path, ...] = ()
    """Folders in which decisions lie that were written when the case could not be written to, or now cannot be: they
    hold as well."""

    @property
    def journals(self) -> tuple[Path, ...]:
        """Every folder in which decisions on the case may lie."""
        return (self.decisions, *self.elsewhere)

    @property
    def chosen(self) -> bool:
        """Whether the user named the database, so that the folder it lies in is not ours."""
        return self.reason == CHOSEN


def home() -> Path:
    """The user's data directory for dossier: `DOSSIER_HOME` where that is set, else the system's place for it."""
    if given := os.environ.get("DOSSIER_HOME"):
        return Path(given).expanduser().absolute()
    import platformdirs  # noqa: PLC0415  (late: not needed where DOSSIER_HOME is set)

    return platformdirs.user_data_path("dossier", appauthor=False)


def places(root: Path, db: Path | None = None) -> Places:
    """Where things live for the case in `root`: inside it, or in the user's data directory, or beside `db`.

    A `db` that is the case's own database changes nothing.
    """
    own, data = root / FOLDER, home() / "cases" / _key(root)
    found = _places(root, own, data, db)
    beside = [_beside(found.db, None).decisions] if found.chosen else []
    folders = (own / "decisions", data / "decisions", *beside)
    return found._replace(elsewhere=tuple(folder for folder in folders if folder != found.decisions))


def _places(root: Path, own: Path, data: Path, db: Path | None) -> Places:
    if root == example_case().resolve():
        usual = _in(data, "The bundled case is never written to")
    elif not _writable(own):
        usual = _in(data, f"{root} cannot be written to")
    else:
        usual = _in(own, "")
    if db is None or db.resolve() == usual.db.resolve():
        return usual
    return _beside(db.resolve(), own if usual.reason == "" else None)


def make_private(folder: Path) -> None:
    """Create `folder` and what is missing above it, open to their owner only.

    Raises CaseError where that is not possible.
    """
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        for path in reversed(missing):
            path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise CaseError(
            f"{folder} cannot be created: {error.strerror}. Choose another place with --db or DOSSIER_HOME."
        ) from error
    if folder.name == FOLDER and folder in missing:
        (folder / ".gitignore").write_text(_GITIGNORE, encoding="ascii")


def _in(folder: Path, reason: str) -> Places:
    return Places(folder / "dossier.db", folder / "cache.db", folder / "decisions", folder / "lock", reason)


def _beside(db: Path, own: Path | None) -> Places:
    """With a database of the user's choice nothing is written in the case but what its reader decides."""
    stem = db.with_suffix("")
    decisions = own / "decisions" if own else stem.with_name(stem.name + ".decisions")
    cache, lock = stem.with_name(stem.name + ".cache.db"), stem.with_name(stem.name + ".lock")
    return Places(db, cache, decisions, lock, CHOSEN)


def _writable(folder: Path) -> bool:
    return os.access(folder if folder.exists() else folder.parent, os.W_OK | os.X_OK)


def _key(root: Path) -> str:
    """A folder name for a case: readable, and different for every path."""
    import hashlib  # noqa: PLC0415  (late: not needed where a database is named)

    readable = re.sub(r"[^A-Za-z0-9]+", "-", root.name).strip("-")[:40].lower() or "case"
    return f"{readable}-{hashlib.sha256(os.fsencode(root)).hexdigest()[:12]}"
