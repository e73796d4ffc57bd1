"""Opening pages in the reader, and going back and forward over them."""

from textual import on

from dossier.present.page import CASE, DISAGREEMENTS, Target
from dossier.store.queries.ids import rowid
from dossier.tui.messages import CaseStepped, RowOpened, TargetOpened
from dossier.tui.screens.case import PAGE_OF, CaseScreen


class PageActions(CaseScreen):
    """What leads to a page."""

    @on(RowOpened)
    def _open_row(self, message: RowOpened) -> None:
        rows = self.pane_of(message.noun).list
        row = rows.row(rows.cursor)
        if row is not None:
            self.used("open")
            self.open(Target(PAGE_OF[message.noun], row.id))

    @on(TargetOpened)
    def _open_target(self, message: TargetOpened) -> None:
        # From a page to what it tells of, the lists stay where one left them: one reads on, and comes back to them.
        if self.reading.target.kind == "search":
            self.come_to(message.target)
        else:
            self.open(message.target)

    def come_to(self, target: Target) -> None:
        """Open what was looked for by name. Where it is listed its list leads, with the cursor there, so that the
        others show what belongs to what is read; the focus is the reader's."""
        noun = next((noun for noun, kind in PAGE_OF.items() if kind == target.kind), None)
        if noun is not None:
            pane, row = self.pane_of(noun), self.session.ask(lambda found: rowid(found, noun, target.id), None)
            place = None if row is None else pane.list.place_of(row)
            if place is not None:
                pane.list.move_to(place)
                self.lead(pane)
        self.open(target)

    def action_history(self, step: int) -> None:
        """Back or forward, to the place as it was left; at the ends, to the case that was open before, or after."""
        if self.reading.step(step):
            self.show_keys()
        else:
            self.post_message(CaseStepped(step))

    def action_case(self) -> None:
        """The case at a glance."""
        self.open(CASE)

    def action_disagreements(self) -> None:
        """Where the sources differ."""
        self.open(DISAGREEMENTS)

    def action_why(self) -> None:
        """How what the cursor is on was concluded; of a passage, all that it supports."""
        from dossier.present.why_page import why_target  # noqa: PLC0415 (not needed for the first frame)

        row = self.row_target
        target = None
        if self.reads:
            target = why_target(self.reader.page.target, self.reader.block, self.reader.selection)
        elif row is not None:
            target = why_target(row)
        if target is None:
            self.notify("Nothing here was concluded.", markup=False)
        else:
            # From reasons of reasons one goes back to those first.
            self.reasons_from = None if self.reads else self.pane.list
            self.open(target)

    def action_stop(self, step: int) -> None:
        """Next or previous mention or hit."""
        self.reader.go_to_stop(step)
