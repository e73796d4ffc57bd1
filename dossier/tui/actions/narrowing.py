"""What makes the lists shorter: pins, letters, and the search line they are typed into."""

from textual import on
from textual.widgets import Input

from dossier.store.queries.filters import Noun, Pin
from dossier.tui.screens.case import CaseScreen
from dossier.tui.widgets.search_input import SearchInput


class NarrowingActions(CaseScreen):
    """Pins rows as filters, narrows panes, searches."""

    def action_pin(self) -> None:
        """Pin the row under the cursor, or unpin it."""
        row, listing = self.row, self.pane.listing
        if row is None or (listing.noun is Noun.SOURCE and row.fault):
            return
        name = row.name if listing.noun is Noun.ENTITY else row.label
        self.used("pin")
        pin = Pin(listing.noun, row.id, listing.kind, name)
        if pin in self.pins:
            self.pins.remove(pin)
        else:
            self.pins.append(pin)
        self.pins_changed()

    def action_unpin(self, index: int = -1) -> None:
        """Remove a pin, the last one by default."""
        if self.pins:
            self.pins.pop(index)
            self.pins_changed()

    def pins_changed(self) -> None:
        """Show what is pinned, and what it leaves."""
        self.top.show_pins(tuple(self.pins))
        self.list_again()
        if self.reading.target.kind == "search":
            self.reading.open_again()

    def action_search(self) -> None:
        """Type a search."""
        self.used("search")
        self.typing.search(self.focused)

    def action_narrow(self) -> None:
        """Type letters that narrow the pane."""
        self.typing.narrow(self.pane, self.focused)

    @on(Input.Changed, "#search")
    def _typed(self, message: Input.Changed) -> None:
        # Of the last letters typed before Enter, word comes after Enter itself.
        if self.focused is self.top.input:
            self.typing.typed(message.value)

    @on(Input.Submitted, "#search")
    @on(SearchInput.Left)
    def _typed_enough(self) -> None:
        self.typing.enough()

    @on(SearchInput.Cancelled)
    def _typed_in_vain(self) -> None:
        self.typing.in_vain()

    def action_step_out(self) -> None:
        """From reasons back to what they were asked of; out of the reader; then letters, then pins go."""
        if self.reads and self.reading.target.kind == "why" and self.reading.step(-1):
            if self.reasons_from is not None:
                self.set_focus(self.reasons_from)
        elif self.reads:
            if self.reading.target.kind == "search" and not any(block.target for block in self.reader.page.blocks):
                # A page that found nothing is none to come back to.
                self.reading.step(-1)
            self.set_focus(self.pane.list)
        elif self.pane.listing.letters:
            self.pane.listing.letters = ""
            self.list_again()
        elif self.pins:
            self.action_unpin()
