"""The reader's decisions: asked for here, taken by the application."""

from dossier.model.selection import Selection
from dossier.present.page import DECISIONS
from dossier.tui.messages import DecisionWanted
from dossier.tui.screens.case import CaseScreen


class DecisionActions(CaseScreen):
    """Says what is to be decided, about what the cursor is on."""

    def action_decide(self) -> None:
        """Decide about selected words, else about what the cursor is on; where several things are there, about the one
        that is chosen then."""
        if self.reads and self.reader.selection is not None:
            self.post_message(DecisionWanted("", selection=self.reader.selection))
        elif self.reads:
            things = self.reader.things
            several = len(things) > (1 if self.passage is None else 0)
            self.post_message(DecisionWanted(
                self.reader.about.id, selection=self.passage, among=tuple(things) if several else ()))
        elif self.row is not None:
            self.post_message(DecisionWanted(self.row.id))

    @property
    def passage(self) -> Selection | None:
        """The passage under the cursor; None where no source is read."""
        page, block = self.reader.page, self.reader.block
        if page.target.kind != "source" or block is None or block.span is None:
            return None
        return Selection(page.target.id, *block.span)

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
