"""The open database of a browser: a connection for the interface's thread and a lane for each kind of query."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from dossier.store.connection import open_reader
from dossier.store.queries import entities, events, links, sources
from dossier.store.queries.filters import Noun
from dossier.store.queries.links import Chosen
from dossier.tui.lane import Deliver, Lane

_FETCH: dict[Noun, Callable[[sqlite3.Connection, Sequence[int]], dict[int, Any]]] = {
    Noun.ENTITY: entities.rows, Noun.EVENT: events.rows, Noun.SOURCE: sources.rows}

_Found = TypeVar("_Found")
_Otherwise = TypeVar("_Otherwise")

PATIENCE = 10.0
"""Seconds that an answer is waited for: a query of a database that is replaced meanwhile is never answered."""
LOST = "The case cannot be read at present: it is being replaced, or gone."
"""What is told where a query in the interface's thread fails."""


def tried(query: Callable[[], _Found], otherwise: _Otherwise) -> _Found | _Otherwise:
    """What a query finds in the interface's thread; `otherwise` where the database cannot be read.

    Its file may be gone, damaged or being replaced; the watch tells, and what replaces it is shown anew.
    """
    try:
        return query()
    except sqlite3.Error:
        return otherwise


class Session:
    """Connects when told to; the interface's own connection is for rows by rowid alone, half a millisecond a page."""

    def __init__(self, database: Path, deliver: Deliver) -> None:
        self.database = database
        self.connection: sqlite3.Connection | None = None
        self.state = 0
        """Which state of the database is read: another number when it was opened again, with other rowids, maybe."""
        self.links = Lane(database, deliver)
        self.lists = Lane(database, deliver)
        self.pages = Lane(database, deliver)
        self.details = Lane(database, deliver)
        self.questions = Lane(database, deliver)
        self.names = Lane(database, deliver)
        self.seen: set[str] = set()
        """Ids of the sources that were read as long as there was no name or folder to keep that under."""
        self._reader: str | None = None
        self._read: frozenset[str] | None = None
        self._lanes = (self.links, self.lists, self.pages, self.details, self.questions, self.names)

    def connect(self) -> sqlite3.Connection:
        """Open the database, or again where it is open. Raises DatabaseError."""
        fresh = open_reader(self.database)
        if self.connection is not None:
            self.connection.close()
            for lane in self._lanes:
                lane.reopen()
        self.connection, self._read = fresh, None
        self.state += 1
        return fresh

    def close(self) -> None:
        """End the lanes and the connection."""
        for lane in self._lanes:
            lane.close()
        if self.connection is not None:
            self.connection.close()

    def ask(
        self, query: Callable[[sqlite3.Connection], _Found], otherwise: _Otherwise
    ) -> _Found | _Otherwise:
        """What a query finds in the interface's thread; `otherwise` where no database is open, or it cannot be read."""
        connection = self.connection
        return otherwise if connection is None else tried(lambda: query(connection), otherwise)

    async def named(
        self, query: Callable[[sqlite3.Connection], _Found], otherwise: _Otherwise
    ) -> _Found | _Otherwise:
        """What is looked up by name, in a thread, for letters that begin many names take their time; `otherwise` where
        there is no answer in time."""
        if self.connection is None:
            return otherwise
        found: asyncio.Future[_Found] = asyncio.get_running_loop().create_future()
        self.names.submit(query, lambda answer: None if found.done() else found.set_result(answer))
        try:
            return await asyncio.wait_for(found, PATIENCE)
        except TimeoutError:
            return otherwise

    def rows(self, noun: Noun, rowids: Sequence[int]) -> dict[int, Any]:
        """Rows of a pane by rowid; none where no database is open yet."""
        found = self.ask(lambda connection: _FETCH[noun](connection, rowids), {})
        if noun is not Noun.SOURCE:
            return found
        return {rowid: row._replace(read=self.is_read(row.id)) for rowid, row in found.items()}

    def among(self, noun: Noun, rowids: Sequence[int], to: Chosen) -> frozenset[int]:
        """Which of these rows of a pane belong to the one chosen in another; none where no database is open."""
        return self.ask(lambda connection: links.among(connection, noun, rowids, to), frozenset())

    @property
    def reader(self) -> str | None:
        """The name that the user decides and reads under; None where none was given yet."""
        self._look_up_read()
        return self._reader

    def is_read(self, source: str) -> bool:
        """Whether the user has read a source; without a name, in this session."""
        self._look_up_read()
        return source in self.seen or source in (self._read or ())

    def _look_up_read(self) -> None:
        if self._read is None and self.connection is not None:
            from dossier.case.writer import writer  # noqa: PLC0415 (where there are sources)
            from dossier.store.queries.kept import read_sources  # noqa: PLC0415 (as above)

            self._reader = writer()
            by = self._reader or ""
            self._read = self.ask(lambda connection: read_sources(connection, by), frozenset()) if by else frozenset()
