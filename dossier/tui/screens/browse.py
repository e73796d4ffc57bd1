"""The browse screen: three linked panes, the reader, and on wide terminals what belongs to the selection."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from dossier.errors import DatabaseError
from dossier.present.page import CASE, DECISIONS, DISAGREEMENTS, PageKind, Target
from dossier.present.rows import entity_line, event_line, source_line
from dossier.store.queries import decisions
from dossier.store.queries.filters import Noun, Pin
from dossier.store.queries.overview import title
from dossier.tui.commands import COMMANDS, LISTS, READER, SEARCH, bindings
from dossier.tui.linked import Linker
from dossier.tui.lists import Lists
from dossier.tui.messages import DecisionWanted, Progressed, RowHighlighted, RowOpened, TargetOpened
from dossier.tui.session import Session
from dossier.tui.typing_line import TypingLine
from dossier.tui.widgets.key_line import KeyLine
from dossier.tui.widgets.pane import KINDS, Pane
from dossier.tui.widgets.reading import Reading
from dossier.tui.widgets.role_styles import COMPONENTS
from dossier.tui.widgets.row_list import Rows
from dossier.tui.widgets.search_input import SearchInput
from dossier.tui.widgets.text_line import TextLine
from dossier.tui.widgets.top_bar import TopBar

WIDE = 180
WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-normal"), (WIDE, "-wide")]
HEIGHTS = [(0, "-flat"), (10, "-tall")]
"""From how many columns and lines on the screen has a class that the style sheets lay it out by."""
PAGE_OF: dict[Noun, PageKind] = {Noun.ENTITY: "entity", Noun.EVENT: "event", Noun.SOURCE: "source"}


class BrowseScreen(Screen[None]):
    """Owns what is selected, pinned and shown; widgets tell it by messages, it tells them by calls."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    AUTO_FOCUS = None
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in Textual, but a change of focus does not repaint the whole screen (20 kB)."""

    @dataclass
    class Delivered(Message):
        """A query of a lane was answered."""

        call: Callable[[], None]

    def __init__(self, session_of: Callable[[Callable[[Callable[[], None]], object]], Session]) -> None:
        super().__init__()
        self.session = session_of(lambda call: self.post_message(self.Delivered(call)))
        fetch = self.session.rows
        self.panes = (
            Pane(1, "People", Rows(Noun.ENTITY, partial(fetch, Noun.ENTITY), entity_line), kind=KINDS[0]),
            Pane(2, "Events", Rows(Noun.EVENT, partial(fetch, Noun.EVENT), event_line)),
            Pane(3, "Sources", Rows(Noun.SOURCE, partial(fetch, Noun.SOURCE), source_line)),
        )
        self.top = TopBar()
        self.reading = Reading("reader", self.session.pages, number="4", pins=lambda: tuple(self._pins))
        self.belonging = Reading("detail", self.session.details, title="Selected")
        self.reader, self.detail = self.reading.view, self.belonging.view
        self._keys = KeyLine(id="keys")
        self._linker = Linker(self, self.panes, self.session.links)
        self._lists = Lists(self.panes, self.session, self._follow)
        self._pins: list[Pin] = []
        self._pane = self.panes[0]
        self._typing = TypingLine(
            self.top, self.reading, lambda widget: self.set_focus(widget or self._pane.list), self._list_again)
        self.unreadable: str | None = None
        """Why the database could not be opened."""

    def compose(self) -> ComposeResult:
        """Top line, panes, reader, detail, keys; where there is a database its rows are there with the first frame."""
        # What Textual would add after the first layout, which would be done again then.
        for edge, breakpoints in zip(self.app.size, (WIDTHS, HEIGHTS), strict=True):
            self.add_class(max(at for at in breakpoints if at[0] <= edge)[1], update=False)
        self._pane.add_class("-current", update=False)
        if self.session.database.exists():
            self._first_rows()
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
            self.set_focus(self._pane.list)

    @on(Delivered)
    def _run_delivered(self, message: Delivered) -> None:
        message.call()

    # Loading

    def _first_rows(self) -> None:
        """The title and the first rows of each list."""
        try:
            connection = self.session.connect()
        except DatabaseError as error:
            self.unreadable = str(error)
            return
        self._show_title()
        self._lists.show_first(connection)

    def _show_title(self) -> None:
        self.top.show_title(title(self.session.connection) if self.session.connection is not None else "")

    def load(self) -> None:
        """Show the database, newly opened or replaced; every place is kept."""
        fresh = self.session.connection is not None
        rows = [pane.id_of_row for pane in self.panes] if fresh else []
        if fresh:
            try:
                self.session.connect()
            except DatabaseError as error:
                self.notify(str(error), severity="warning", markup=False)
                return
            self._show_title()
        else:
            self._first_rows()
        self._lists.show_all(self._pins, kept=rows)
        self.top.show_news(self._waiting())
        if self.session.connection is not None:
            self.set_focus(self.focused or self._pane.list)
            self.reading.open_again()

    def _list_again(self) -> None:
        self._lists.show_all(self._pins)

    # Selection

    @on(RowHighlighted)
    def _selection_moved(self, message: RowHighlighted) -> None:
        pane = self._pane_of(message.noun)
        if pane is self._pane:
            self._follow()

    def _follow(self) -> None:
        """The other panes, and on wide terminals the third column, show what belongs to the selected row."""
        self._linker.lead(self._pane)
        row = self._pane.list.row(self._pane.list.cursor)
        if self.size.width >= WIDE and row is not None:
            self.belonging.peek(Target(PAGE_OF[self._pane.listing.noun], row.id))

    def _pane_of(self, noun: Noun) -> Pane:
        return next(pane for pane in self.panes if pane.listing.noun is noun)

    @on(events.DescendantFocus)
    def _focus_moved(self) -> None:
        for pane in self.panes:
            if pane.list.has_focus and pane is not self._pane:
                self._pane.set_class(False, "-current")
                pane.set_class(True, "-current")
                self._pane = pane
                self._follow()
        for pane in self.panes:
            pane.show_head()
        self.reading.show_head()
        self._keys.show_for(SEARCH if self.top.input.has_focus else READER if self.reader.has_focus else LISTS)

    # Pages

    @on(RowOpened)
    def _open_row(self, message: RowOpened) -> None:
        row = self._pane_of(message.noun).list.row(self._pane_of(message.noun).list.cursor)
        if row is not None:
            self.open(Target(PAGE_OF[message.noun], row.id))

    @on(TargetOpened)
    def _open_target(self, message: TargetOpened) -> None:
        self.open(message.target)

    def open(self, target: Target) -> None:
        """Go to a page, in the reader."""
        self.reading.open(target)
        self.set_focus(self.reader)

    def action_history(self, step: int) -> None:
        """Back or forward, to the place as it was left."""
        self.reading.step(step)

    def action_case(self) -> None:
        """The case at a glance."""
        self.open(CASE)

    def action_why(self) -> None:
        """How what the cursor is on was concluded; of a passage, all that it supports."""
        from dossier.present.why_page import why_target  # noqa: PLC0415 (not needed for the first frame)

        row = self._pane.list.row(self._pane.list.cursor)
        target = None
        if self.reader.has_focus:
            target = why_target(self.reader.page.target, self.reader.block)
        elif row is not None:
            target = why_target(Target(PAGE_OF[self._pane.listing.noun], row.id))
        if target is None:
            self.notify("Nothing here was concluded.", markup=False)
        else:
            self.open(target)

    def action_decide(self) -> None:
        """Decide about what the cursor is on."""
        row = self._pane.list.row(self._pane.list.cursor)
        if self.reader.has_focus:
            self.post_message(DecisionWanted(self.reader.about.id))
        elif row is not None:
            self.post_message(DecisionWanted(row.id))

    def action_undo(self) -> None:
        """Take back the last decision."""
        self.post_message(DecisionWanted("", turn="undo"))

    def action_redo(self) -> None:
        """Have again what was taken back."""
        self.post_message(DecisionWanted("", turn="redo"))

    def action_review(self) -> None:
        """Go through what is open."""
        self.post_message(DecisionWanted("", turn="review"))

    def action_decisions(self) -> None:
        """What was decided."""
        self.open(DECISIONS)

    def action_disagreements(self) -> None:
        """Where the sources differ."""
        self.open(DISAGREEMENTS)

    def action_stop(self, step: int) -> None:
        """Next or previous mention or hit."""
        self.reader.go_to_stop(step)

    # Panes

    def action_pane(self, number: int) -> None:
        """Focus a pane or the reader."""
        self.set_focus((*(pane.list for pane in self.panes), self.reader)[number])

    def action_next_pane(self, step: int) -> None:
        """Focus the next pane."""
        widgets = [*(pane.list for pane in self.panes), self.reader]
        at = widgets.index(self.focused) if self.focused in widgets else 0
        self.set_focus(widgets[(at + step) % len(widgets)])

    def action_kind(self, step: int) -> None:
        """The first pane lists the next kind of entity."""
        at = KINDS.index(self.panes[0].listing.kind)
        self.choose_kind(KINDS[(at + step) % len(KINDS)])

    def choose_kind(self, kind: str) -> None:
        """The first pane lists entities of this kind."""
        listing = self.panes[0].listing
        if kind != listing.kind:
            listing.kind, listing.letters = kind, ""
            self._list_again()
        self.set_focus(self.panes[0].list)

    def action_sort(self) -> None:
        """The next order of the pane."""
        self._pane.listing.next_sort()
        self._list_again()

    # Pins

    def action_pin(self) -> None:
        """Pin the row under the cursor, or unpin it."""
        row = self._pane.list.row(self._pane.list.cursor)
        if row is None or (self._pane.listing.noun is Noun.SOURCE and row.fault):
            return
        listing = self._pane.listing
        name = row.name if listing.noun is Noun.ENTITY else row.label
        pin = Pin(listing.noun, row.id, listing.kind, name)
        if pin in self._pins:
            self._pins.remove(pin)
        else:
            self._pins.append(pin)
        self._pins_changed()

    def action_unpin(self, index: int = -1) -> None:
        """Remove a pin, the last one by default."""
        if self._pins:
            self._pins.pop(index)
            self._pins_changed()

    def _pins_changed(self) -> None:
        self.top.show_pins(tuple(self._pins))
        self._list_again()
        if self.reading.target.kind == "search":
            self.reading.open_again()

    # Typing

    def action_search(self) -> None:
        """Type a search."""
        self._typing.search(self.focused)

    def action_narrow(self) -> None:
        """Type letters that narrow the pane."""
        self._typing.narrow(self._pane, self.focused)

    @on(Input.Changed, "#search")
    def _typed(self, message: Input.Changed) -> None:
        # Of the last letters typed before Enter, word comes after Enter itself.
        if self.focused is self.top.input:
            self._typing.typed(message.value)

    @on(Input.Submitted, "#search")
    @on(SearchInput.Left)
    def _typed_enough(self) -> None:
        self._typing.enough()

    @on(SearchInput.Cancelled)
    def _typed_in_vain(self) -> None:
        self._typing.in_vain()

    def action_step_out(self) -> None:
        """Out of the reader; then letters, then pins go."""
        if self.reader.has_focus:
            self.set_focus(self._pane.list)
        elif self._pane.listing.letters:
            self._pane.listing.letters = ""
            self._list_again()
        elif self._pins:
            self.action_unpin()

    @on(TextLine.Clicked)
    async def _line_clicked(self, message: TextLine.Clicked) -> None:
        verb, _, what = message.act.partition(":")
        if verb == "kind":
            self.choose_kind(what)
        elif verb == "pane":
            self.action_pane(int(what))
        elif verb == "unpin":
            self.action_unpin(int(what))
        elif verb == "action":
            await self.run_action(what)
        elif verb == "sort":
            self.action_sort()

    # Building

    def show_progress(self, case: str, progress: Progressed | None) -> None:
        """How far a build is: in the reader while there is nothing else to show, else at the top."""
        from dossier.present.build_page import build_page  # noqa: PLC0415 (not needed where nothing is built)

        if self.session.connection is not None:
            self.top.show_news(
                self._waiting() if progress is None else f"updating {progress.stage} {progress.done}/{progress.total}")
        else:
            page = build_page(case) if progress is None else build_page(
                case, progress.stage, progress.done, progress.total, progress.item)
            self.reader.show(page)

    def _waiting(self) -> str:
        """That decisions wait for something that is gone from the documents."""
        number = decisions.waiting(self.session.connection) if self.session.connection is not None else 0
        return f"{number} decision{'s wait' if number > 1 else ' waits'}: D" if number else ""

    def show_failure(self, reason: str, path: str) -> None:
        """Why there is nothing to show."""
        from dossier.present.build_page import failure_page  # noqa: PLC0415 (not needed where all is well)

        self.reader.show(failure_page(reason, path))
        self.set_focus(self.reader)

