"""Annotations kept between builds, by content, annotator and model. Derived: losing it costs time and nothing else."""

import os
import sqlite3
import zlib
from functools import cache
from hashlib import sha256 as new_sha256
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from dossier import resources
from dossier.model.annotation import Annotations

_TABLE = """
CREATE TABLE IF NOT EXISTS annotations (
  sha256 TEXT, format TEXT, model TEXT, version TEXT, content BLOB, PRIMARY KEY (sha256, format, model, version)
) WITHOUT ROWID
"""
_PACKAGE = Path(__file__).resolve().parent.parent
_PARTS = ("annotate/**/*.py", "model/**/*.py", "read/**/*.py", "lexis.py", "hours.py", "messages.py")
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_decoder = msgspec.json.Decoder(Annotations)


class AnnotationCache:
    """An SQLite file of annotations, readable by its owner only.

    Never raises for the state of the file: a damaged one is made anew, and where none can be kept nothing is found.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the file `path`; its folder is made where missing."""
        self._path = path
        self._connection = _open(path)
        if self._connection is None:
            self._remake()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def get(self, sha256: str, model: str, *, format: str = "") -> Annotations | None:  # noqa: A002 - the record's word
        """The annotations that this annotator and this model made of such content; None where there are none."""
        query = "SELECT content FROM annotations WHERE (sha256, format, model, version) = (?, ?, ?, ?)"
        rows = self._run(query, (sha256, format, model_stamp(model), annotator_version()))
        try:
            return _decoder.decode(zlib.decompress(rows[0][0])) if rows else None
        except (zlib.error, TypeError, msgspec.DecodeError):
            return None

    def put(self, sha256: str, model: str, annotations: Annotations, *, format: str = "") -> None:  # noqa: A002
        """Keep annotations; those that other versions of the annotator made of the same content are dropped."""
        key = (sha256, format, model_stamp(model), annotator_version())
        content = zlib.compress(msgspec.json.encode(annotations), 1)
        self._run("DELETE FROM annotations WHERE sha256 = ? AND version <> ?", (sha256, annotator_version()))
        self._run("INSERT OR REPLACE INTO annotations VALUES (?, ?, ?, ?, ?)", (*key, content))

    def close(self) -> None:
        """Close the file; further calls find nothing."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _run(self, query: str, values: tuple[object, ...]) -> list[tuple[bytes]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) in _DAMAGED:
                self.close()
                self._remake()
            return []

    def _remake(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return
        self._connection = _open(self._path)


def _open(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))
        connection = sqlite3.connect(path, isolation_level=None, timeout=5)
    except (OSError, sqlite3.Error):
        return None
    try:
        # A crash may lose this file or damage it; both are mended by annotating again.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_TABLE)
    except sqlite3.Error:
        connection.close()
        return None
    return connection


@cache
def annotator_version() -> str:
    """A hash over `annotator_files`, so that it is never out of date."""
    digest = new_sha256()
    for file in annotator_files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def annotator_files() -> list[Path]:
    """The source files and word lists that decide what annotations are."""
    files = [file for part in _PARTS for file in _PACKAGE.glob(part)]
    return sorted([*files, *resources.words().glob("*.txt")])


@cache
def model_stamp(model: str) -> str:
    """The model's name with its version and spaCy's: a newer model under the same name is another one."""
    versions = [model]
    meta = Path(model) / "meta.json"
    if meta.is_file():
        versions.append(new_sha256(meta.read_bytes()).hexdigest()[:16])
    for package in (model, "spacy"):
        try:
            versions.append(metadata.version(package))
        except (metadata.PackageNotFoundError, ValueError):
            continue
    return " ".join(versions)
