"""What a reader keeps: bookmarks and searches to come back to, sources read."""

from dossier.present.page import KEPT
from dossier.store.queries.filters import Noun
from dossier.tui.actions.decisions import DecisionActions
from dossier.tui.actions.reading import ReadingActions
from dossier.tui.messages import DecisionWanted


class KeepingActions(DecisionActions, ReadingActions):
    """Keeps what the cursor is on or what is looked at, and shows what is kept."""

    def action_bookmark(self) -> None:
        """Keep the row, the selected words, the passage under the cursor or the page; kept already, it is let go."""
        if not self.reads:
            if self.row is not None:
                self.post_message(DecisionWanted(self.row.id, turn="bookmark"))
            return
        page = self.reader.page.target
        if page.kind == "kept":
            self._forget()
        elif page.kind == "search":
            self.post_message(DecisionWanted("", turn="save-search", value=page.id))
        else:
            words = self.reader.selection or self.passage
            self.post_message(DecisionWanted("" if words else page.id, turn="bookmark", selection=words))

    def _forget(self) -> None:
        """On the page of what is kept: let go what the cursor is on."""
        from dossier.present.kept_page import behind  # noqa: PLC0415 (only when asked for)

        target = self.reader.block.target if self.reader.block is not None else None
        if target is None:
            return
        decision: str | None = target.id
        if target.kind != "decisions":
            decision = self.session.ask(lambda connection: behind(connection, target), None)
        if decision is not None:
            self.post_message(DecisionWanted(decision, turn="forget"))

    def action_kept(self) -> None:
        """Bookmarks and searches."""
        self.open(KEPT)

    def action_turn_read(self) -> None:
        """The source that is read or under the cursor counts as read, or as unread again."""
        source = ""
        if self.reads and self.reader.page.target.kind == "source":
            source = self.reader.page.target.id
        elif self.pane.listing.noun is Noun.SOURCE and self.row is not None:
            source = self.row.id
        if source in self.session.seen:
            self.turn_seen(source)
            self.notify("unread again", markup=False)
        elif source:
            self.post_message(DecisionWanted(source, turn="turn-read"))
        else:
            self.notify("Only a source is read: open one, or choose one in Sources.", markup=False)
