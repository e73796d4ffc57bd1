"""The reader's decisions: asked for here, taken by the application."""

from dossier.present.page import DECISIONS
from dossier.tui.messages import DecisionWanted
from dossier.tui.screens.case import CaseScreen


class DecisionActions(CaseScreen):
    """Says what is to be decided, about what the cursor is on."""

    def action_decide(self) -> None:
        """Decide about what the cursor is on."""
        if self.reader.has_focus:
            self.post_message(DecisionWanted(self.reader.about.id))
        elif self.row is not None:
            self.post_message(DecisionWanted(self.row.id))

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
