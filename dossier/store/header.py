"""The marks in a database file's header that tell whose it is, read without opening it as a database.

Kept apart from `schema.py` so that a reader never imports sqlite-utils. The places of the fields are those of
the SQLite file format, section 1.3 "The Database Header" (https://www.sqlite.org/fileformat.html).
"""

import struct
from pathlib import Path
from typing import NamedTuple

from dossier.errors import DatabaseError

SCHEMA_VERSION = 10
APPLICATION_ID = 0x64737372
"""`dssr`: tells a dossier database from any other SQLite file."""
PAGE_SIZE = 4096

_MAGIC = b"SQLite format 3\0"
_LENGTH = 100


class Header(NamedTuple):
    """What the first 100 bytes of a database file say."""

    page_size: int
    schema_version: int
    application_id: int

    @property
    def ours(self) -> bool:
        """Whether some version of dossier wrote it."""
        return self.application_id == APPLICATION_ID

    @property
    def current(self) -> bool:
        """Whether this version of dossier can read it and copy a new build over it."""
        return self.ours and (self.page_size, self.schema_version) == (PAGE_SIZE, SCHEMA_VERSION)


def read_header(path: Path) -> Header:
    """The header of the database file at `path`.

    Raises DatabaseError where there is no such file, it is no regular file, it is empty or shorter than a
    header, or it does not start as a SQLite database does.
    """
    try:
        if not path.is_file():
            raise DatabaseError(_absent(path))
        with path.open("rb") as file:
            head = file.read(_LENGTH)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        raise DatabaseError(f"{path} is empty and no database. Make one with: dossier build CASE --db {path}")
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise DatabaseError(f"{path} is not a database. Give a case folder, or a file that `dossier build` made.")
    (page_size,) = struct.unpack_from(">H", head, 16)
    schema_version, application_id = struct.unpack_from(">I4xI", head, 60)
    # The format writes the largest page size, 65,536, as 1: it has only two bytes for it.
    return Header(65536 if page_size == 1 else page_size, schema_version, application_id)


def _absent(path: Path) -> str:
    if path.is_dir():
        return f"{path} is a folder, not a database."
    if path.exists():
        return f"{path} is not a regular file, so it cannot be a database."
    return f"There is no database {path}. Make one with: dossier build CASE --db {path}"
