"""How the screen is shared out: the width of the panes, and one part of it alone. What is chosen is kept."""

from textual import events, on

from dossier.tui.screens.case import CaseScreen
from dossier.tui.widgets.divided import Divided

LEAST, MOST = 20, 70
"""Percent of the screen that the panes can have."""
STEP = 5


class LayoutActions(CaseScreen):
    """Shares the screen between the panes and the reader."""

    _own = 0
    """The width that was given to the panes, where it is not that of the style sheet."""

    def on_mount(self) -> None:
        """As it was left the last time."""
        self._share()

    @on(events.Resize)
    def _resized(self) -> None:
        self._share()
        self.lists.share_lines()
        # A terminal that was small for a moment has lost what it showed, though nobody here saw it be small.
        if self.reader.page.title:
            self.refresh()

    @on(events.ScreenResume)
    def _seen_again(self) -> None:
        self.reading.rewrap()

    @on(events.DescendantFocus)
    def _focus_elsewhere(self) -> None:
        if self.has_class("-alone"):
            self.set_class(self.reads, "-reading")

    def action_widen(self, steps: int) -> None:
        """Give the panes more of the screen, or less."""
        if self.size.width:
            now = self.preferences.panes or round(100 * self.panes[0].size.width / self.size.width / STEP) * STEP
            self._give(now + steps * STEP)
            self.preferences.keep()

    @on(Divided.Dragged)
    def _border_dragged(self, message: Divided.Dragged) -> None:
        if message.by is self.reading and self.size.width and not self.has_class("-narrow"):
            self._give(round(100 * message.x / self.size.width))
            if message.dropped:
                self.preferences.keep()

    def _give(self, percent: int) -> None:
        self.preferences.panes = max(LEAST, min(MOST, percent))
        self._share()

    def action_alone(self) -> None:
        """Show only the part that has the focus, whichever has it; again shows all."""
        self.toggle_class("-alone")
        self.set_class(self.reads, "-reading")
        self._share()

    def _share(self) -> None:
        """Narrow terminals have a width of their own, which shows a list and a reader as well as can be."""
        own = 0 if self.has_class("-narrow") or self.has_class("-alone") else self.preferences.panes
        if own == self._own:
            return
        self._own = own
        styles = self.query_one("#panes").styles
        styles.width = f"{own}%" if own else None
        styles.max_width = "100%" if own else None
