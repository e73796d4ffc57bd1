"""Queries off the interface's thread: one thread and one read-only connection a lane, the newest query wins."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dossier.errors import DatabaseError
from dossier.store.connection import open_reader

Query = Callable[[sqlite3.Connection], Any]
Deliver = Callable[[Callable[[], None]], object]
"""Runs a function on the interface's thread."""


class Lane:
    """Runs queries one after another in a thread of its own.

    A query submitted while another waits or runs replaces it: the waiting one is dropped, the running one is
    interrupted, and neither is delivered. The thread starts with the first query and ends by `close`.
    """

    def __init__(self, database: Path, deliver: Deliver) -> None:
        self._database = database
        self._deliver = deliver
        self._changed = threading.Condition()
        self._waiting: tuple[int, Query, Callable[[Any], None]] | None = None
        self._newest = self._answered = 0
        self._connection: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None
        self._open = True
        self._replaced = False

    def submit(self, query: Query, then: Callable[[Any], None]) -> None:
        """Run `query` in the lane's thread and `then`, with what it gave, in the interface's."""
        with self._changed:
            self._newest += 1
            self._waiting = (self._newest, query, then)
            if self._connection is not None:
                self._connection.interrupt()
            self._changed.notify()
            # One query that fails by a mistake of ours must not leave all later ones unanswered.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._work, daemon=True, name="dossier-query")
                self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether the newest query has neither been answered nor failed."""
        return self._answered < self._newest

    def reopen(self) -> None:
        """Open the database again before the next query: another file may lie there."""
        self._replaced = True

    def cancel(self) -> None:
        """Forget what waits or runs."""
        with self._changed:
            self._newest += 1
            self._answered = self._newest
            self._waiting = None
            if self._connection is not None:
                self._connection.interrupt()

    def close(self) -> None:
        """End the thread; what still runs is interrupted and not delivered."""
        with self._changed:
            self._open = False
            self._changed.notify()
        self.cancel()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            number, query, then = job
            try:
                if self._replaced:
                    self._close()
                self._replaced = False
                if self._connection is None:
                    self._connection = open_reader(self._database)
                result = query(self._connection)
            except (sqlite3.Error, DatabaseError):
                # Interrupted by a newer query, or the database is being replaced: whoever replaces it asks again.
                self._answered = max(self._answered, number)
                continue
            if number == self._newest:
                self._deliver(lambda then=then, result=result, number=number: self._hand_over(number, then, result))  # type: ignore[misc]
        self._close()

    def _close(self) -> None:
        with self._changed:
            # Whoever cancels must not interrupt a connection that is closed.
            closing, self._connection = self._connection, None
        if closing is not None:
            closing.close()

    def _hand_over(self, number: int, then: Callable[[Any], None], result: Any) -> None:
        if number == self._newest and self._open:
            self._answered = number
            then(result)

    def _next(self) -> tuple[int, Query, Callable[[Any], None]] | None:
        with self._changed:
            while self._waiting is None and self._open:
                self._changed.wait()
            job, self._waiting = self._waiting, None
            return job if self._open else None
