"""Linked panes: what belongs to the row under the cursor, emphasized in the other panes."""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from functools import partial
from math import isqrt
from typing import NamedTuple

from textual.timer import Timer
from textual.widget import Widget

from dossier.store.queries import links
from dossier.store.queries.filters import Noun, Restriction
from dossier.store.queries.links import Chosen
from dossier.tui.session import Session
from dossier.tui.timing import after
from dossier.tui.widgets.pane import Pane
from dossier.tui.widgets.row_list import Linked

REPEAT_SECONDS = 0.08
"""Moves closer together than this come from a key held down (most systems repeat it 25 to 40 times a second)."""
HOLD_SECONDS = 0.03
"""How long after the last of them the other panes follow; with the query and the repaint below 50 ms."""


class _Asked(NamedTuple):
    """What one pane lists when it is asked what of it belongs to the selected row."""

    noun: Noun
    kind: str
    sort: str
    restriction: Restriction
    rows: int
    """How many rows it lists."""
    in_view: Sequence[int]
    """The rowids of those that are seen."""


class _Found(NamedTuple):
    """The answer."""

    number: int
    """How many rows belong to it."""
    first: int | None
    """The rowid of the first of them, where none of those in view is one."""


class Linker:
    """Lets the panes follow the cursor of one of them: at once for a single move, after the last of a run of moves."""

    def __init__(self, owner: Widget, panes: Sequence[Pane], session: Session) -> None:
        self._owner, self._panes, self._session = owner, panes, session
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
            self._timer = after(self._owner, HOLD_SECONDS, self._follow)
        else:
            self._follow()

    def _follow(self) -> None:
        leader = self._leader
        if leader is None:
            return
        row = leader.list.row(leader.list.cursor)
        others = [pane for pane in self._panes if pane is not leader]
        if row is None:
            self._show(leader, dict.fromkeys(others))
            return
        to, asked = Chosen(leader.listing.noun, row.id), {pane: _asked(pane) for pane in others}
        self._session.links.submit(
            lambda connection: {pane: _found(connection, what, to) for pane, what in asked.items()},
            lambda found: self._show(leader, {pane: self._linked(pane, to, of) for pane, of in found.items()}))

    def _linked(self, pane: Pane, to: Chosen, found: _Found) -> Linked:
        first = None if found.first is None else pane.list.place_of(found.first)
        return Linked(partial(self._session.among, pane.listing.noun, to=to), found.number, first)

    def _show(self, leader: Pane, linked: Mapping[Pane, Linked | None]) -> None:
        leader.list.emphasize(None)
        leader.show_head()
        for pane, what in linked.items():
            pane.list.emphasize(what)
            pane.show_head()


def _asked(pane: Pane) -> _Asked:
    listing = pane.listing
    return _Asked(listing.noun, listing.kind, listing.sort, listing.restriction, len(pane.list.ids), pane.list.in_view)


def _found(connection: sqlite3.Connection, asked: _Asked, to: Chosen) -> _Found:
    noun, kind, sort, restriction, rows, in_view = asked
    number = links.number(connection, noun, kind, restriction, to)
    if not number or links.among(connection, noun, in_view, to):
        return _Found(number, None)
    # Spread evenly, the first of so many stands closer to the top than they are many.
    many = number > isqrt(rows)
    return _Found(number, links.first(connection, noun, kind, sort, restriction, to, many=many))
