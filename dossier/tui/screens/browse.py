"""The browse screen: the frame of `screens/case.py` with the keys of `dossier/tui/actions/`."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from dossier.tui.actions.boards import BoardActions
from dossier.tui.actions.cases import CaseActions
from dossier.tui.actions.hint import HintActions
from dossier.tui.actions.keeping import KeepingActions
from dossier.tui.actions.layout import LayoutActions
from dossier.tui.actions.loading import Loading
from dossier.tui.actions.narrowing import NarrowingActions
from dossier.tui.actions.pages import PageActions
from dossier.tui.actions.panes import PaneActions
from dossier.tui.actions.reading import ReadingActions
from dossier.tui.commands import COMMANDS, bindings
from dossier.tui.widgets.text_line import TextLine


class BrowseScreen(
    BoardActions, CaseActions, HintActions, KeepingActions, LayoutActions, NarrowingActions, PageActions, PaneActions,
    ReadingActions, Loading,
):  # fmt: skip
    """A feature with keys of its own is a class in `actions/` more in this list, and its commands in `commands.py`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMMANDS)]

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
            # As for the key: what has the focus is asked first.
            own = self.focused is not None and hasattr(self.focused, f"action_{what.partition('(')[0]}")
            await (self.focused if own and self.focused is not None else self).run_action(what)
        elif verb in ("sort", "letters"):
            self.clicked_head(message.line, verb)
