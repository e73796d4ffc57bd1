"""One of the three panes: a head that says what it lists and how much of it, and the list."""

from dataclasses import dataclass, field
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from dossier.present.cells import width_of
from dossier.store.queries.filters import Noun, Pin, Restriction
from dossier.store.queries.ids import SORTS
from dossier.tui.widgets.row_list import RowList, Rows
from dossier.tui.widgets.text_line import Piece, TextLine

KINDS = ("person", "organization", "place", "vehicle")
HEAD_LINES = 1
LEAST_LINES = 3
"""Of a pane with few rows."""
KIND_TABS = {"person": "People", "organization": "Orgs", "place": "Places", "vehicle": "Vehicles"}


@dataclass(slots=True)
class Listing:
    """What a pane lists at present."""

    noun: Noun
    kind: str = ""
    sort: str = ""
    letters: str = ""
    total: int | None = None
    """Rows without any restriction; None until they were counted."""
    pins: tuple[Pin, ...] = ()
    complete: bool = True
    """Whether all rows are listed, not only the first ones."""
    unread: int = 0
    """How many sources the user has not read."""
    sorts: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.sorts = tuple(SORTS[self.noun])
        self.sort = self.sort or self.sorts[0]

    @property
    def restriction(self) -> Restriction:
        """The pins and letters that narrow it."""
        return Restriction(self.pins, self.letters)

    def take(self, sort: str) -> None:
        """This order from now on, where there is such a one."""
        if sort in self.sorts:
            self.sort = sort

    def next_sort(self) -> None:
        """On to the next order."""
        self.sort = self.sorts[(self.sorts.index(self.sort) + 1) % len(self.sorts)]


class Pane(Vertical):
    """Head and list of one noun."""

    def __init__(self, number: int, title: str, rows: Rows, *, kind: str = "") -> None:
        super().__init__(id=f"pane-{number}")
        self._number, self._title = number, title
        self.listing = Listing(rows.noun, kind)
        self.head = TextLine(fill="─", fill_role="rule")
        self.list = RowList(rows, number)

    def compose(self) -> ComposeResult:
        """Head and list."""
        yield self.head
        yield self.list

    @property
    def id_of_row(self) -> str | None:
        """The id of the row under the cursor."""
        row: Any = self.list.row(self.list.cursor)
        return None if row is None else row.id

    def on_resize(self) -> None:
        """What its head says depends on the room; one that was hidden comes back so, too."""
        self.show_head()

    @property
    def lines(self) -> int:
        """Of all its rows and its head."""
        return len(self.list.ids) + HEAD_LINES

    def at_most(self, lines: int | None) -> None:
        """Take no more lines than these; None: as many as its share is."""
        # To take away what is not there lays the screen out anew.
        if lines is not None or self.styles.inline.has_rule("max_height"):
            self.styles.max_height = None if lines is None else max(lines, LEAST_LINES)

    def show_head(self) -> None:
        """Say what is listed; repaints only when something changed."""
        if self.screen.has_class("-narrow"):
            self._show_narrow_head()
            return
        focused = self.list.has_focus
        left = [Piece(f"{self._number} ", "chosen" if focused else "number")]
        if self.listing.noun is Noun.ENTITY:
            # With letters, there is room for them only in place of the other kinds.
            for kind in (self.listing.kind,) if self.listing.letters else KINDS:
                chosen = kind == self.listing.kind
                role = ("chosen" if focused else "title") if chosen else "tab"
                left += [Piece(KIND_TABS[kind], role, f"kind:{kind}"), Piece(" ", "spacer")]
        else:
            left += [Piece(self._title, "chosen" if focused else "title", f"pane:{self._number - 1}"),
                     Piece(" ", "spacer")]
        if self.listing.letters:
            left += [Piece(f"‹{self.listing.letters}›", "chip", "letters"), Piece(" ", "spacer")]
        by = f"by {self.listing.sort}"
        room = self._room(left) - len(by) - len("  · ")
        right = (Piece(f" {self._counts(room)} · ", "secondary"), Piece(by, "tab", "sort"))
        self.head.show(tuple(left), right)

    def _show_narrow_head(self) -> None:
        """On a narrow terminal one pane is seen at a time: its head names the others."""
        titles = (KIND_TABS[self.listing.kind] if self.listing.kind else "People", "Events", "Sources")
        left: list[Piece] = []
        for number, title in enumerate(titles, 1):
            role = "tab" if number != self._number else "chosen" if self.list.has_focus else "title"
            left += [Piece(f"{number} {title}", role, f"pane:{number - 1}"), Piece(" ", "spacer")]
        if self.listing.letters:
            left += [Piece(f"‹{self.listing.letters}›", "chip", "letters"), Piece(" ", "spacer")]
        self.head.show(tuple(left), (Piece(f" {self._counts(self._room(left) - 1)}", "secondary"),))

    def _room(self, left: list[Piece]) -> int:
        """Cells of the head that its left end leaves."""
        return self.size.width - sum(width_of(piece.text) for piece in left)

    def _counts(self, room: int) -> str:
        """How many rows are listed, of how many, and how many of them belong to the row selected elsewhere, or are
        unread.

        Where both are more than `room` cells, those that belong to it.
        """
        total = self.listing.total
        shown = len(self.list.ids) if self.listing.complete or total is None else total
        all_of = f"{shown:,}" if total is None or total <= shown else f"{shown:,}/{total:,}"
        related = self.list.related_count
        if related in (None, shown):
            unread = f"{self.listing.unread:,} unread of {all_of}"
            return unread if 0 < self.listing.unread < shown and width_of(unread) <= room else all_of
        both = f"{related:,} linked of {all_of}"
        return both if width_of(both) <= room else f"{related:,} linked"
