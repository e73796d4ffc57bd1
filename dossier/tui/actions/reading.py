"""What one does with what one reads: select, copy with the citation, open the original, fold away, mark as read."""

import os
import sqlite3
from pathlib import Path, PurePosixPath

from textual import on
from textual.app import SuspendNotSupported
from textual.timer import Timer

from dossier.model.selection import Selection
from dossier.present.page import Target, closed_up
from dossier.store.queries.filters import Noun
from dossier.store.queries.overview import folder
from dossier.tui.commands import COMMANDS
from dossier.tui.messages import DecisionWanted
from dossier.tui.screens.case import CaseScreen
from dossier.tui.select_commands import select_hints
from dossier.tui.session import LOST
from dossier.tui.timing import after
from dossier.tui.widgets.passage_view import PassageView

SAID_SECONDS = 4.0
"""How long the line at the bottom says what was done."""
ADVICE_SECONDS = 12.0


class ReadingActions(CaseScreen):
    """Keys of the reader; copying does in the panes, too."""

    _advised = False
    """Whether it was told how copies get through to the terminal."""
    _saying: Timer | None = None
    """Until when something is said."""

    def say(self, words: str) -> None:
        """Say what was done, in the line at the bottom, for a while."""
        self._keys.say(words)
        if self._saying is not None:
            self._saying.stop()
        self._saying = after(self, SAID_SECONDS, lambda: self._keys.say(""))

    @on(PassageView.Selected)
    def show_keys(self) -> None:
        """The keys of where one is."""
        if self.reads and self.reader.selecting.on:
            self._keys.show_keys(select_hints(self.keymap.shown))
        else:
            super().show_keys()

    # Selecting and copying

    def action_select(self) -> None:
        """Begin to select words in the reader."""
        self.set_focus(self.reader)
        self.reader.action_select()

    def action_copy(self) -> None:
        """Copy what is selected, else the line under the cursor, with where it stands in which source."""
        connection = self.session.connection
        if connection is None:
            return
        from dossier.present.citation import cited, evidence_of, words_at  # noqa: PLC0415 (as above)

        words, targets = self._to_copy()
        selected, report = (self.reader.selection, self._report) if self.reads else (None, None)
        quoted = report is not None or (self.reads and self.reader.page.target.kind == "source")
        try:
            words = words_at(connection, report) if report else words
            if not words:
                self.say("Nothing here to copy.")
                return
            evidence = [selected] if selected else [
                place for target in targets for place in evidence_of(connection, target)]
            text = cited(connection, words, evidence, quoted=quoted)
        except sqlite3.Error:
            self.say(LOST)
            return
        self.app.copy_to_clipboard(text)
        self._tell_copied(words, len({place.source for place in evidence}), len(text.encode()))

    def _tell_copied(self, words: str, sources: int, size: int) -> None:
        from dossier.tui.clipboard import advice, sent  # noqa: PLC0415 (not needed for the first frame)

        self.say(sent(words, sources, size))
        if not self._advised and (how := advice(os.environ)):
            self._advised = True
            self.notify(how, timeout=ADVICE_SECONDS, markup=False)

    @property
    def _report(self) -> Target | None:
        """The report of an event that the reader is at: its words may stand beside those of others."""
        reader = self.reader
        if reader.page.target.kind != "event" or reader.selecting.on:
            return None
        target = reader.page.stops[reader.stop].target if reader.stop >= 0 else reader.block and reader.block.target
        return target if target and target.kind == "source" and target.start is not None else None

    def _to_copy(self) -> tuple[str, list[Target]]:
        """The words, and what they rest on."""
        if not self.reads:
            row, target = self.row, self.row_target
            return ("", []) if row is None or target is None else (getattr(row, "name", "") or row.label, [target])
        page, block = self.reader.page, self.reader.block
        if self.reader.selecting.on:
            return self.reader.selecting.words, self.reader.selecting.targets
        if report := self._report:
            return "", [report]
        if block is None:
            return page.title, [page.target]
        if page.target.kind == "source" and block.span:
            return block.text, [Target("source", page.target.id, *block.span)]
        return closed_up(block.text), [block.target or page.target]

    # The original

    def action_original(self) -> None:
        """Open the document itself, at the line the cursor is on where the program can go there."""
        place = self._place_read()
        if place is None:
            self.say("No document stands behind this: open a passage, or choose a source.")
            return
        from dossier.store.queries import passages  # noqa: PLC0415 (not needed for the first frame)

        found = self.session.ask(
            lambda connection: (folder(connection), *passages.place(connection, place.source, place.start)), None)
        if found is None:
            self.say(LOST)
            return
        self._open_original(*found)

    def _place_read(self) -> Selection | None:
        """The place in a source that one is at."""
        if not self.reads:
            target = self.row_target
        else:
            page, block = self.reader.page, self.reader.block
            if self.reader.selection is not None:
                return self.reader.selection
            if page.target.kind == "source":
                start, end = block.span if block and block.span else (0, 0)
                return Selection(page.target.id, start, end)
            target = block.target if block and block.target else page.target
        if target is None:
            return None
        from dossier.present.citation import evidence_of  # noqa: PLC0415 (not needed for the first frame)

        return next(iter(self.session.ask(lambda connection: evidence_of(connection, target), ())), None)

    def _open_original(self, root: str, path: str, line: int) -> None:
        from dossier.tui import opener  # noqa: PLC0415 (only when asked for)

        inside = bool(path) and not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts
        file = Path(root) / path
        if not (root and inside and file.is_file()):
            self.say(f"{path or 'The document'} is no longer where it was read" + (f": {root}" if root else "."))
            return
        how = opener.opening(file.absolute(), line)
        if how is None:
            self.say(f"No program here opens {path}: set PAGER, or open {file} yourself.")
            return
        try:
            if how.in_terminal:
                with self.app.suspend():
                    opener.run(how)
                self.refresh(layout=True)
            else:
                opener.start(how)
        except (OSError, SuspendNotSupported) as error:
            self.say(f"{path} could not be opened: {error}")
            return
        self.say(how.tell(path, line) + ".")

    # Folding, and what was read

    def action_fold(self) -> None:
        """Fold references and boilerplate away, or show them again."""
        if self.reader.foldable:
            self.reader.fold()
            self.reading.show_head()
        else:
            self.say("Nothing here can be folded away.")

    @on(PassageView.AllSeen)
    def _all_seen(self, message: PassageView.AllSeen) -> None:
        """All of a source has been on the screen for a while: it is read."""
        source = message.source
        if message.view is not self.reader or self.session.is_read(source):
            return
        from dossier.store.queries.kept import readable  # noqa: PLC0415 (not needed for the first frame)

        # Of what could not be read, the page says why: that is no reading of it.
        if not self.session.ask(lambda connection: readable(connection, source), False):
            return
        if self.session.reader is None:
            self.turn_seen(source)
        else:
            self.post_message(DecisionWanted(source, turn="read"))
        turn = next(command for command in COMMANDS if command.name == "read")
        self.say(f"All of it was seen: read. {self.keymap.shown(turn)} turns that back")

    def turn_seen(self, source: str) -> None:
        """Without a name, a source counts as read in this session; or no longer."""
        seen, pane = self.session.seen, self.pane_of(Noun.SOURCE)
        seen.symmetric_difference_update({source})
        self.lists.mark_again(pane, pane.listing.unread + (1 if source not in seen else -1))
