"""What the three panes list: the first rows at once, all of them from a thread, each pane keeping its row."""

import sqlite3
from array import array
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dossier.case.writer import writer
from dossier.store.queries.filters import Noun, Pin, Restriction
from dossier.store.queries.ids import count, ids
from dossier.store.queries.kept import unread
from dossier.tui.session import Session
from dossier.tui.trail import Stand, row_for
from dossier.tui.widgets.pane import Listing, Pane

BARS = 2
"""Lines of the screen above and below the lists."""
FIRST_ROWS = 200
"""Rows of each list that are there with the first frame; the rest follow from a thread."""


class _Asked(NamedTuple):
    """What one pane shall list, as it was when it was asked for."""

    listing: Listing
    kind: str
    sort: str
    restriction: Restriction
    stand: Stand
    """Where the cursor was."""


class _Listed(NamedTuple):
    """The answer."""

    asked: _Asked
    ids: "array[int]"
    total: int
    kept: int | None
    """Where the row under the cursor is now: its rowid."""
    unread: int = 0
    """Sources of the case that the user has not read to their end."""


class Lists:
    """Fills the panes; `shown` is called whenever they list something new."""

    def __init__(self, panes: Sequence[Pane], session: Session, shown: Callable[[], None]) -> None:
        self._panes, self._session, self._shown = panes, session, shown

    def show_first(self, connection: sqlite3.Connection) -> None:
        """The first rows of each list: a millisecond, whatever the size of the case."""
        for pane in self._panes:
            listing = pane.listing
            first = ids(connection, listing.noun, kind=listing.kind, sort=listing.sort, limit=FIRST_ROWS)
            listing.complete = len(first) < FIRST_ROWS
            pane.list.show(first)
        self.share_lines()

    def show_all(self, pins: Sequence[Pin], *, kept: Sequence[Stand] = ()) -> None:
        """All rows under the pins and each pane's letters.

        Where another database is read than before, `kept` says where the cursors were.
        """
        asked = []
        for pane, stand in zip(self._panes, kept or [Stand(pane.id_of_row) for pane in self._panes], strict=True):
            pane.listing.pins = tuple(pins)
            listing = pane.listing
            asked.append(_Asked(listing, listing.kind, listing.sort, listing.restriction, stand))
        seen = frozenset(self._session.seen)
        self._session.lists.submit(
            lambda connection: [_listed(connection, what, seen) for what in asked],
            lambda found: self._show(found, fresh=bool(kept)))

    def share_lines(self) -> None:
        """Where not all rows can be seen at once, no list has more lines than rows: the others have them.

        While rows are hidden all stays as it is, and the kinds of the first list are of many lengths: it has its share.
        """
        if any(pane.listing.pins or pane.listing.letters for pane in self._panes):
            return
        crowded = sum(pane.lines for pane in self._panes) > self._panes[0].app.size.height - BARS
        for pane in self._panes:
            pane.at_most(pane.lines if crowded and pane.listing.complete and not pane.listing.kind else None)

    def mark_again(self, pane: Pane, unread: int) -> None:
        """What the user read without a name changed: so many sources are unread now."""
        pane.listing.unread = unread
        pane.list.draw_again()
        pane.show_head()

    def _show(self, found: Sequence[_Listed], *, fresh: bool) -> None:
        for pane, listed in zip(self._panes, found, strict=True):
            pane.listing.total, pane.listing.complete = listed.total, True
            pane.listing.unread = listed.unread
            rows, before = pane.list, pane.list.ids
            if not fresh and before and listed.ids[: len(before)] == before:
                if len(listed.ids) != len(before):
                    rows.extend(listed.ids)
            else:
                # The cursor may have moved on since the question was asked.
                unmoved = fresh or pane.id_of_row == listed.asked.stand.row
                rows.show(listed.ids, keep=listed.kept if unmoved else rows.rowid)
            rows.empty = _empty(listed.asked.restriction)
            pane.show_head()
        self.share_lines()
        self._shown()


def _listed(connection: sqlite3.Connection, asked: _Asked, seen: frozenset[str]) -> _Listed:
    noun, restriction = asked.listing.noun, asked.restriction
    found = ids(connection, noun, kind=asked.kind, sort=asked.sort, restriction=restriction)
    restricted = bool(restriction.pins or restriction.letters)
    total = count(connection, noun, kind=asked.kind) if restricted else len(found)
    kept = row_for(connection, noun, asked.stand, found)
    not_read = unread(connection, writer() or "", seen) if noun is Noun.SOURCE else 0
    return _Listed(asked, found, total, kept, not_read)


def _empty(restriction: Restriction) -> str:
    """What an empty list says."""
    if restriction.letters:
        return "Nothing here begins so."
    return "Nothing here belongs to what is pinned." if restriction.pins else "None."
