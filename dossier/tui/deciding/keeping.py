"""What a reader keeps in the browser: what was read, bookmarks, searches."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from dossier.case import Case
from dossier.case.writer import writer
from dossier.decide import keeping
from dossier.model.decision import Decision
from dossier.model.selection import Selection
from dossier.store.queries import kept
from dossier.store.queries.naming import with_id
from dossier.tui.deciding.taking import Taking

UNREADABLE = "That document could not be read, so there is nothing to decide about it yet."


@dataclass(frozen=True, slots=True)
class Keeping:
    """One of these, for one key."""

    taking: Taking

    def mark_read(self, source: str) -> None:
        """All of a source was seen. Nobody is asked for a name on that account; what was read before there was one
        is kept now."""
        by, connection, seen = writer(), self.taking.connection, self.taking.session.seen
        if by is None or not kept.readable(connection, source):
            return
        for one in (*(one for one in sorted(seen) if one != source), source):
            if not kept.readings(connection, one, by):
                self._write(partial(keeping.mark_read, by=by, connection=connection, source=one), "")
        seen.clear()

    def turn_read(self, source: str) -> None:
        """Read, or unread where it was read."""
        if kept.readable(self.taking.connection, source):
            self.taking.as_writer(lambda by: self._turn_read(source, by))
        else:
            self.taking.say(UNREADABLE)

    def _turn_read(self, source: str, by: str) -> None:
        connection = self.taking.connection
        if kept.readings(connection, source, by):
            self._write(lambda case: keeping.mark_unread(case, by, connection, source), "unread again")
        else:
            self._write(lambda case: keeping.mark_read(case, by, connection, source), "read")

    def bookmark(self, about: str | Selection) -> None:
        """Set a bookmark, or remove it where there is one."""
        self.taking.as_writer(lambda by: self._bookmark(about, by))

    def _bookmark(self, about: str | Selection, by: str) -> None:
        connection = self.taking.connection
        target = about.id if isinstance(about, Selection) else about
        thing = with_id(connection, target)
        if thing is None:
            self.taking.say("There is nothing here to bookmark.")
        elif thing.kind == "source" and not kept.readable(connection, target):
            self.taking.say(UNREADABLE)
        elif marks := kept.bookmarked(connection, target):
            for mark in marks:
                self._write(lambda case, mark=mark: keeping.drop(case, by, mark), "bookmark removed")  # type: ignore[misc]
        else:
            self._write(lambda case: keeping.bookmark(case, by, connection, about), "bookmark set")

    def save_search(self, query: str) -> None:
        """Keep a query to ask it again."""
        asked = " ".join(query.split())
        if not asked:
            self.taking.say("There is no search to keep: / begins one.")
        elif any(one.query == asked for one in kept.searches(self.taking.connection)):
            self.taking.say(f"“{asked}” is kept already.")
        else:
            self.taking.as_writer(lambda by: self._write(
                lambda case: keeping.save_search(case, by, asked), f"kept the search “{asked}”"))  # fmt: skip

    def forget(self, decision: str) -> None:
        """Remove a bookmark or a saved search."""
        self.taking.as_writer(lambda by: self._write(lambda case: keeping.drop(case, by, decision), "removed"))

    def _write(self, act: Callable[[Case], Decision | None], told: str) -> None:
        self.taking.write(act, told)
