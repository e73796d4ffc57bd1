"""The cases that were opened one after another in one browser, and how each of them was left."""

from typing import NamedTuple

from dossier.store.queries.filters import Pin
from dossier.tui.history import History
from dossier.tui.opening import Opening
from dossier.tui.trail import Stand


class Stay(NamedTuple):
    """How a case was left, to be found so again."""

    history: History
    """Of its reader."""
    pins: tuple[Pin, ...]
    listings: tuple[tuple[str, str], ...]
    """What kind each pane listed, and the letters that narrowed it."""
    stands: tuple[Stand, ...]
    """Where the cursor of each pane stood."""
    pane: int
    """The place of the pane that led."""
    reads: bool
    """Whether the reader had the focus."""


class Visits:
    """A line of cases with one of them present, as a browser's history is one of pages."""

    def __init__(self, first: Opening) -> None:
        self._line: list[tuple[Opening, Stay | None]] = [(first, None)]
        self._present = 0

    def leave(self, stay: Stay) -> None:
        """Note how the present case is left."""
        self._line[self._present] = (self._line[self._present][0], stay)

    def visit(self, opening: Opening) -> None:
        """Go to another case; what lay ahead is cut off."""
        self._line[self._present + 1 :] = [(opening, None)]
        self._present += 1

    def step(self, step: int) -> tuple[Opening, Stay | None] | None:
        """Go back (-1) or forward (1); None at the end of the line."""
        if not 0 <= self._present + step < len(self._line):
            return None
        self._present += step
        return self._line[self._present]
