"""Going from pane to pane; what the first one lists, and in which order."""

from textual.widget import Widget

from dossier.tui.screens.case import CaseScreen
from dossier.tui.widgets.pane import KINDS
from dossier.tui.widgets.text_line import TextLine


class PaneActions(CaseScreen):
    """Panes and the reader by number or in turn."""

    def action_pane(self, number: int) -> None:
        """Focus a pane or the reader."""
        self._go((*(pane.list for pane in self.panes), self.reader)[number])

    def action_next_pane(self, step: int) -> None:
        """Focus the next pane."""
        widgets = [*(pane.list for pane in self.panes), self.reader]
        at = widgets.index(self.focused) if self.focused in widgets else 0
        self._go(widgets[(at + step) % len(widgets)])

    def _go(self, widget: Widget) -> None:
        # Word that the focus moved comes later; a key typed ahead may be here before.
        for pane in self.panes:
            if pane.list is widget:
                self.lead(pane)
        self.set_focus(widget)

    def action_kind(self, step: int) -> None:
        """The first pane lists the next kind of entity."""
        at = KINDS.index(self.panes[0].listing.kind)
        self.choose_kind(KINDS[(at + step) % len(KINDS)])

    def choose_kind(self, kind: str) -> None:
        """The first pane lists entities of this kind."""
        listing = self.panes[0].listing
        if kind != listing.kind:
            listing.kind, listing.letters = kind, ""
            self.list_again()
        self._go(self.panes[0].list)

    def clicked_head(self, head: TextLine, verb: str) -> None:
        """The order of a pane, or the letters that narrow it, were clicked."""
        for pane in self.panes:
            if pane.head is head:
                self._go(pane.list)
                if verb == "letters":
                    pane.listing.letters = ""
                    self.list_again()
                else:
                    self.action_sort()

    def action_sort(self) -> None:
        """The next order of the pane."""
        listing = self.pane.listing
        listing.next_sort()
        self.preferences.choose_sort(self.session.database, listing.noun, listing.sort)
        self.list_again()
