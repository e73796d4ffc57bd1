"""Where the cursors are once a decision shows: on what it made, on what it brought back, or beside what it hid."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dossier.store.queries.filters import Noun
from dossier.store.queries.ids import rowid
from dossier.tui.messages import Decided
from dossier.tui.widgets.pane import Pane

BESIDE = 4
"""Rows below and above the cursor of which one takes its place, where its own row goes: a merge takes one away."""


class Stand(NamedTuple):
    """Where the cursor of a pane stood, and where it would rather be."""

    row: str | None
    """Id of the row under it."""
    beside: tuple[str, ...] = ()
    """Ids of the rows that take its place: the next ones, then those before, from near to far."""
    back: str = ""
    """Id of the row to go back to, because what was decided there was taken back."""
    decision: str = ""
    """The decision; where the row is gone, what it made of it comes first."""


class Trail:
    """Remembers at which row of which pane each decision was taken."""

    def __init__(self) -> None:
        self._taken: dict[str, tuple[Noun, str]] = {}
        self._last: Decided | None = None

    def decided(self, message: Decided, pane: Pane) -> None:
        """A decision was taken while this pane led."""
        self._last = message
        if pane.id_of_row is not None:
            self._taken[message.decision] = (pane.listing.noun, pane.id_of_row)

    def shown(self) -> None:
        """The last decision is in effect, and the lists have been asked for."""
        self._last = None

    def stands(self, panes: Iterable[Pane]) -> list[Stand]:
        """The stands of these panes, as the last decision would have them."""
        return [self._stand(pane) for pane in panes]

    def _stand(self, pane: Pane) -> Stand:
        stand = Stand(pane.id_of_row, _beside(pane))
        if self._last is None:
            return stand
        noun, row = self._taken.get(self._last.takes_back, (None, ""))
        return stand._replace(back=row if noun is pane.listing.noun else "", decision=self._last.meant)


def _beside(pane: Pane) -> tuple[str, ...]:
    at = pane.list.cursor
    places = [*range(at + 1, at + 1 + BESIDE), *range(at - 1, at - 1 - BESIDE, -1)]
    return tuple(row.id for row in map(pane.list.row, places) if row is not None)


def row_for(connection: sqlite3.Connection, noun: Noun, stand: Stand, listed: Sequence[int]) -> int | None:
    """The rowid of the row of a list that a cursor belongs on; None where neither it nor any beside it is there."""
    made: list[str] = []
    if stand.decision:
        from dossier.store.queries.decisions import touched  # noqa: PLC0415 (only when something was decided)

        made = touched(connection, stand.decision)
    for wanted in (stand.back, stand.row, *made, *stand.beside):
        found = rowid(connection, noun, wanted) if wanted else None
        if found is not None and found in listed:
            return found
    return None
