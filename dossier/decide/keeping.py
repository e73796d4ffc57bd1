"""What a reader keeps for their own way through a case, in the journal: what was read, bookmarks, searches.

Each is on the disk when it returns, and shows after `dossier.decide.show`.
"""

import sqlite3

from dossier.case import Case
from dossier.decide import take
from dossier.model.decision import Decision, Verb
from dossier.model.selection import Selection
from dossier.store.queries import kept
from dossier.store.queries.naming import with_id
from dossier.store.queries.subjects import subject_of


def mark_read(case: Case, by: str, connection: sqlite3.Connection, source: str) -> Decision | None:
    """A reader has read a source, given by id; None where they had, or it is gone, or could not be read. Raises as
    `dossier.decide.take`."""
    named = with_id(connection, source)
    if named is None or not kept.readable(connection, source) or kept.readings(connection, source, by):
        return None
    return take(case, by, Verb.READ, [subject_of(connection, named)])


def mark_unread(case: Case, by: str, connection: sqlite3.Connection, source: str) -> Decision | None:
    """A reader wants to read a source again; None where they never did. Raises as `dossier.decide.take`."""
    undoings = [drop(case, by, reading) for reading in kept.readings(connection, source, by)]
    return undoings[-1] if undoings else None


def bookmark(case: Case, by: str, connection: sqlite3.Connection, about: str | Selection) -> Decision | None:
    """A place to come back to: a thing by id, or words. None where it is gone. Raises as `dossier.decide.take`."""
    named = with_id(connection, about.id if isinstance(about, Selection) else about)
    return take(case, by, Verb.BOOKMARK, [subject_of(connection, named)]) if named is not None else None


def save_search(case: Case, by: str, query: str) -> Decision:
    """A query to ask again. Raises as `dossier.decide.take`."""
    return take(case, by, Verb.SEARCH, value=" ".join(query.split()))


def drop(case: Case, by: str, decision: str) -> Decision:
    """Take back what was kept, by the id of the decision. Raises as `dossier.decide.take`."""
    return take(case, by, Verb.UNDO, value=decision)
