"""The frame of the browse screen: three linked panes, the reader, and on wide terminals what belongs to the selection.

What keys do with it is in `dossier/tui/actions/`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from dossier.present.page import PageKind, Target
from dossier.present.rows import entity_line, event_line, source_line
from dossier.store.queries.filters import Noun, Pin
from dossier.tui.commands import LISTS, READER, SEARCH
from dossier.tui.keymap import Keymap
from dossier.tui.linked import Linker
from dossier.tui.lists import Lists
from dossier.tui.messages import RowHighlighted
from dossier.tui.preferences import Preferences
from dossier.tui.session import Session
from dossier.tui.trail import Trail
from dossier.tui.typing_line import TypingLine
from dossier.tui.visits import Stay
from dossier.tui.widgets.key_line import KeyLine
from dossier.tui.widgets.pane import KINDS, Pane
from dossier.tui.widgets.reading import Reading
from dossier.tui.widgets.role_styles import COMPONENTS
from dossier.tui.widgets.row_list import Rows
from dossier.tui.widgets.top_bar import TopBar

WIDE = 180
WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-normal"), (WIDE, "-wide")]
HEIGHTS = [(0, "-flat"), (10, "-tall")]
"""From how many columns and lines on the screen has a class that the style sheets lay it out by."""
PAGE_OF: dict[Noun, PageKind] = {Noun.ENTITY: "entity", Noun.EVENT: "event", Noun.SOURCE: "source"}


class CaseScreen(Screen[None]):
    """Owns what is selected, pinned and shown; widgets tell it by messages, it tells them by calls."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    AUTO_FOCUS = None
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in Textual, but a change of focus does not repaint the whole screen (20 kB)."""

    @dataclass(eq=False)
    class Delivered(Message):
        """A query of a lane was answered."""

        call: Callable[[], None]

    def __init__(
        self, session_of: Callable[[Callable[[Callable[[], None]], object]], Session], keymap: Keymap,
        preferences: Preferences,
    ) -> None:  # fmt: skip
        super().__init__()
        self.keymap, self.preferences = keymap, preferences
        self.session = session_of(lambda call: self.post_message(self.Delivered(call)))
        fetch = self.session.rows
        self.panes = (
            Pane(1, "People", Rows(Noun.ENTITY, partial(fetch, Noun.ENTITY), entity_line), kind=KINDS[0]),
            Pane(2, "Events", Rows(Noun.EVENT, partial(fetch, Noun.EVENT), event_line)),
            Pane(3, "Sources", Rows(Noun.SOURCE, partial(fetch, Noun.SOURCE), source_line)),
        )
        for pane in self.panes:
            pane.listing.take(preferences.sort(self.session.database, pane.listing.noun))
        self.pane = self.panes[0]
        """The pane that leads: the one that has the focus, or had it last."""
        self.pins: list[Pin] = []
        self.stay: Stay | None = None
        """How the case was left the last time, where it is come back to and not loaded yet."""
        self.top = TopBar()
        self.reading = Reading("reader", self.session.pages, number="4", pins=lambda: tuple(self.pins),
                               show_board=self.show_board)  # fmt: skip
        self.belonging = Reading("detail", self.session.details, title="Selected")
        self._beside: Target | None = None
        """What the third column shows."""
        self.reasons_from: Widget | None = None
        """The list of which a row was asked why it is so; None where that was asked in the reader."""
        self.reader, self.detail = self.reading.view, self.belonging.view
        self.trail = Trail()
        self.lists = Lists(self.panes, self.session, self.follow)
        self.typing = TypingLine(
            self.top, self.reading, lambda widget: self.set_focus(widget or self.pane.list), self.list_again)
        self._keys = KeyLine(keymap.shown)
        self._linker = Linker(self, self.panes, self.session)

    def update_node_styles(self, animate: bool = True) -> None:
        """Apply the style sheets to all widgets anew; not before the first layout, when each has just had them."""
        if self.outer_size:
            super().update_node_styles(animate)

    def compose(self) -> ComposeResult:
        """Top line, panes, reader, detail, keys."""
        # What Textual would add after the first layout, which would be done again then.
        for edge, breakpoints in zip(self.app.size, (WIDTHS, HEIGHTS), strict=True):
            self.add_class(max(at for at in breakpoints if at[0] <= edge)[1], update=False)
        self.pane.add_class("-current", update=False)
        yield self.top
        with Horizontal(id="body"):
            with Vertical(id="panes"):
                yield from self.panes
            yield self.reading
            yield self.belonging
        yield self._keys
        yield Static("dossier needs at least 40 × 10 cells.\nq quits.", id="too-small", markup=False)

    def on_mount(self) -> None:
        """The detail is for looking at; a first pane is chosen."""
        self.detail.can_focus = False
        for pane in self.panes:
            pane.show_head()
        if self.session.connection is not None:
            self.set_focus(self.pane.list)

    @property
    def reads(self) -> bool:
        """Whether keys go to the reader. (What a widget itself knows of its focus comes later.)"""
        return self.focused is self.reader

    @property
    def awaited(self) -> bool:
        """Whether keys are for a page that is not shown yet."""
        return self.reads and self.reading.awaited

    @property
    def where(self) -> str:
        """The place that keys have a meaning in."""
        return SEARCH if self.top.input.has_focus else READER if self.reads else LISTS

    @on(Delivered)
    def _run_delivered(self, message: Delivered) -> None:
        message.call()

    @property
    def row(self) -> Any | None:
        """The row under the cursor of the leading pane."""
        return self.pane.list.row(self.pane.list.cursor)

    @property
    def row_target(self) -> Target | None:
        """The page of that row."""
        return None if self.row is None else Target(PAGE_OF[self.pane.listing.noun], self.row.id)

    def pane_of(self, noun: Noun) -> Pane:
        """The pane that lists a noun."""
        return next(pane for pane in self.panes if pane.listing.noun is noun)

    def list_again(self) -> None:
        """Pins, letters, kind or order changed: list what they leave."""
        self.lists.show_all(self.pins)

    def open(self, target: Target) -> None:
        """Go to a page, in the reader."""
        self.reading.open(target)
        self.set_focus(self.reader)

    def show_board(self, target: Target) -> None:
        """The present place of the reader's history is a board."""

    def used(self, name: str) -> None:
        """A command was used, by key or by mouse."""

    @on(RowHighlighted)
    def _selection_moved(self, message: RowHighlighted) -> None:
        if self.pane_of(message.noun) is self.pane:
            self.follow()

    def lead(self, pane: Pane) -> None:
        """This pane leads from now on."""
        if pane is not self.pane:
            # Where all panes are seen they look the same with and without it, and styling one anew takes 3 ms.
            alone = not self.classes.isdisjoint(("-narrow", "-alone"))
            self.pane.set_class(False, "-current", update=alone)
            pane.set_class(True, "-current", update=alone)
            self.pane = pane
            self.follow()

    def follow(self) -> None:
        """The other panes, and on wide terminals the third column, show what belongs to the selected row."""
        self._linker.lead(self.pane)
        self._beside = None
        self._show_beside()

    def _show_beside(self) -> None:
        """In the third column the page of the selected row; where the reader has that page, how it was concluded."""
        target = self.row_target
        if self.size.width < WIDE or target is None:
            return
        if target.kind == "source":
            beside = target._replace(kind="document")
        elif target == self.reading.target:
            beside = Target("why", target.id, focus=target.kind)
        else:
            beside = target
        if beside != self._beside:
            self._beside = beside
            self.belonging.peek(beside)

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        for pane in self.panes:
            if pane.list.has_focus:
                self.lead(pane)
        for pane in self.panes:
            pane.show_head()
        self.reading.show_head()
        self.show_keys()
        self._show_beside()

    @on(events.ScreenSuspend)
    def _covered(self) -> None:
        self.reader.look_away()
        if self.app.screen.is_modal:
            self._keys.show_others(getattr(self.app.screen, "keys", ()))

    @on(events.ScreenResume)
    def _uncovered(self) -> None:
        self.reader.look()
        self.show_keys()

    def show_keys(self) -> None:
        """The keys of where one is, in the line at the bottom."""
        self._keys.show_for(self.where, () if self.reads or self.reading.behind else ("back",))
