"""Linked panes: what belongs to the row under the cursor, emphasized in the other panes."""

import sqlite3
import time
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from textual.timer import Timer
from textual.widget import Widget

from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import related
from dossier.tui.lane import Lane
from dossier.tui.widgets.pane import Listing, Pane

REPEAT_SECONDS = 0.12
"""Moves closer together than this come from a key held down (terminals repeat at 25 to 40 a second)."""
HOLD_SECONDS = 0.03
"""How long after the last of them the other panes follow; with the query and the repaint below 50 ms."""


class Related(NamedTuple):
    """The rows of one list that belong to a row of another."""

    rowids: frozenset[int]
    first: int | None
    """Place in the list of the first of them."""


class Linker:
    """Lets the panes follow the cursor of one of them: at once for a single move, after the last of a run of moves."""

    def __init__(self, owner: Widget, panes: Sequence[Pane], lane: Lane) -> None:
        self._owner, self._panes, self._lane = owner, panes, lane
        self._last = 0.0
        self._timer: Timer | None = None
        self._leader: Pane | None = None

    def lead(self, pane: Pane) -> None:
        """The cursor of a pane moved, or the pane got the focus."""
        now, self._leader = time.monotonic(), pane
        held, self._last = now - self._last < REPEAT_SECONDS, now
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if held:
            self._timer = self._owner.set_timer(HOLD_SECONDS, self._follow)
        else:
            self._follow()

    def _follow(self) -> None:
        leader = self._leader
        if leader is None:
            return
        row = leader.list.row(leader.list.cursor)
        others = [pane for pane in self._panes if pane is not leader]
        if row is None:
            self._apply(leader, dict.fromkeys(others))
            return
        wanted = {pane: (pane.listing, pane.list.ids) for pane in others}
        noun, id_ = leader.listing.noun, row.id
        self._lane.submit(
            lambda connection: {
                pane: _related(connection, *what, to=noun, id_=id_) for pane, what in wanted.items()
            },
            lambda found: self._apply(leader, found),
        )

    def _apply(self, leader: Pane, found: dict[Pane, Related | None]) -> None:
        leader.list.emphasize(None)
        leader.show_head()
        for pane, belonging in found.items():
            if belonging is None:
                pane.list.emphasize(None)
            else:
                pane.list.emphasize(belonging.rowids, belonging.first)
            pane.show_head()


def _related(
    connection: sqlite3.Connection, listing: Listing, ids: "array[int]", *, to: Noun, id_: str
) -> Related:
    rowids = frozenset(related(connection, listing.noun, kind=listing.kind, to=to, id=id_))
    if listing.pins or listing.letters:
        rowids = rowids.intersection(ids)
    first = next((place for place, rowid in enumerate(ids) if rowid in rowids), None) if rowids else None
    return Related(rowids, first)
