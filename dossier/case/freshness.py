"""What a build sees of a case, and whether the case has changed since."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from dossier import __version__
from dossier.case.case import Case
from dossier.case.manifest import NAME
from dossier.errors import CaseError, DatabaseError
from dossier.store.connection import open_reader
from dossier.store.queries.overview import remembered
from dossier.store.queries.sources import hashes

Seen = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds; (-1, -1) where the file cannot be looked at."""


def fingerprint(case: Case) -> dict[str, str]:
    """What the case is made of now: program version, hash of the manifest, size of each journal of decisions, and size
    and time of each document.

    A database keeps it (`meta`); `changed` compares.
    """
    # Text that JSON keeps in ASCII: a file name that is no UTF-8 could not be stored otherwise.
    return {
        "program": __version__, "manifest": _manifest(case), "documents": json.dumps(dict(_documents(case))),
        "journals": journals_seen(case),
    }  # fmt: skip


def changed(case: Case, db: Path) -> bool:
    """Whether `db` no longer shows the case as it is: another program version, manifest, decision or document.

    Documents are compared by path, size and time; where only the time differs, by what they hold. False where
    the case's folder is gone: there is nothing to build from. True where `db` cannot be read.
    """
    if not case.root.is_dir():
        return False
    try:
        with closing(open_reader(db)) as connection:
            meta = remembered(connection)
            now = {"program": __version__, "manifest": _manifest(case), "journals": journals_seen(case)}
            if any(meta.get(key) != value for key, value in now.items()):
                return True
            return _documents_differ(case, json.loads(meta["documents"]), connection)
    except (DatabaseError, sqlite3.Error, KeyError, ValueError):
        return True


def require_documents(case: Case) -> None:
    """Raise CaseError where the case's folder is gone or holds no documents; nothing is written to find out."""
    if not case.root.is_dir():
        raise CaseError(f"{case.root}, the folder of this case, is gone. Name the folder where it is now.")
    if next(_documents(case), None) is None:
        raise CaseError(f"{case.root} holds no documents. Put text or Markdown files there, or name another folder.")


def _documents_differ(case: Case, before: Mapping[str, list[int]], connection: sqlite3.Connection) -> bool:
    now = dict(_documents(case))
    if now.keys() != before.keys():
        return True
    touched = [path for path, seen in now.items() if seen != tuple(before[path])]
    if any(now[path][0] != before[path][0] for path in touched):
        return True
    known = hashes(connection) if touched else {}
    return any(_sha256(case.root / path) != known.get(path) for path in touched)


def _documents(case: Case) -> Iterator[tuple[str, Seen]]:
    from dossier.read.walk import walk  # noqa: PLC0415  (late: its package loads the readers of every format)

    for path in walk(case.root, case.manifest):
        try:
            status = os.lstat(case.root / path)
        except OSError:
            yield path, (-1, -1)
        else:
            yield path, (status.st_size, status.st_mtime_ns)


def journals_seen(case: Case) -> str:
    """What `fingerprint` keeps of the journals, name and size: a file that is only added to has changed when it is
    longer. Folders without any count for nothing: a copy of a database has other ones."""
    try:
        seen = [{path.name: path.stat().st_size for path in sorted(folder.glob("*.jsonl"))}
                for folder in case.places.journals]  # fmt: skip
        return json.dumps([files for files in seen if files])
    except OSError:
        return "[]"


def _manifest(case: Case) -> str:
    return _sha256(case.root / NAME) or ""


def _sha256(path: Path) -> str | None:
    """Of a regular file's bytes, in hexadecimal; None where it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
