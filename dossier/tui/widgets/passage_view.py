"""The reader: a page of which words can be selected and runs of passages folded away, by keys and with the mouse."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingsMap, BindingType
from textual.message import Message

from dossier.model.selection import Selection
from dossier.present.cells import cut
from dossier.present.flow import Line
from dossier.present.page import FOLD, Block, Page, Target
from dossier.tui.commands import MOVES, bindings
from dossier.tui.messages import TargetOpened
from dossier.tui.select_commands import SELECT_COMMANDS
from dossier.tui.widgets.page_painter import MARGIN, signs_in
from dossier.tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from dossier.present.folding import FoldedBlocks
    from dossier.tui.widgets.selecting import Selecting


def _folds(blocks: Sequence[Block]) -> "FoldedBlocks | None":
    """The blocks, where they are those of a source, which alone can be folded; its modules come with the first."""
    if isinstance(blocks, list | tuple):
        return None
    from dossier.present.folding import FoldedBlocks  # noqa: PLC0415 (not needed for the first frame)

    return blocks if isinstance(blocks, FoldedBlocks) else None


class PassageView(PageView):
    """Shows a page, and knows what is selected in it."""

    # Of two bindings of one key the first that applies is taken: those of a selection apply while there is one.
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SELECT_COMMANDS), *bindings(MOVES)]
    ALLOW_SELECT = False
    """Of Textual's own selection, which knows nothing of sources."""

    class Selected(Message):
        """Something is selected, or nothing any more."""

    def on_mount(self) -> None:
        """The user's keys."""
        keymap = getattr(self.app, "keymap", None)
        if keymap is not None and keymap.keys:
            self._bindings = BindingsMap([*keymap.bindings_of(SELECT_COMMANDS), *keymap.bindings_of(MOVES)])

    def page_left(self) -> None:
        """What was selected was so on the page before."""
        self.selecting.drop()

    def page_kept(self, page: Page) -> Page:
        """The same page, newly made, with what was folded."""
        blocks, before = _folds(page.blocks), _folds(self.page.blocks)
        if blocks is not None and before is not None and blocks.folds == before.folds:
            return page._replace(blocks=blocks.with_closed(before.closed))
        return page

    def page_grown(self, before: int) -> None:
        """So many blocks were added before those shown."""
        self.selecting.shift(before)

    def selected_part(self, block: int) -> tuple[int, int]:
        """What of a block's text is selected."""
        return self.selecting.part(block, self.page.blocks[block])

    # Folding

    @property
    def foldable(self) -> bool:
        """Whether the page has passages that can be folded away."""
        blocks = _folds(self.page.blocks)
        return blocks is not None and bool(blocks.folds)

    @property
    def folded(self) -> bool:
        """Whether some are."""
        blocks = _folds(self.page.blocks)
        return blocks is not None and bool(blocks.closed)

    def fold(self) -> None:
        """Fold all of them away; or open them, where one is."""
        if (blocks := _folds(self.page.blocks)) is not None:
            self._refold(blocks.turned())

    def _refold(self, blocks: "FoldedBlocks") -> None:
        line = self._flow.line(self.top)
        place = None if line is None or not self.top else self._visible(blocks, line.block)
        self.selecting.drop()
        self.page = self.page._replace(blocks=blocks)
        self._lay_out()
        self.cursor = self._visible(blocks, self.cursor)
        if self.stop >= 0 and not self._flow.shown(self.page.stops[self.stop].block):
            self.stop = -1
        if place is not None and line is not None:
            self.scroll_to_line(self._flow.line_of(place, line.start if place == line.block else 0))
        self.refresh()
        self._tell_moved()

    @staticmethod
    def _visible(blocks: "FoldedBlocks", index: int) -> int:
        """The block, or the line that stands for it."""
        start = blocks.fold_at(index)
        return start if start is not None and start in blocks.closed else index

    def unfold(self, index: int) -> bool:
        """Open the run that a block is folded into; whether there was one."""
        blocks = _folds(self.page.blocks)
        if blocks is None or blocks.fold_at(index) not in blocks.closed:
            return False
        self._refold(blocks.with_closed(blocks.closed - {blocks.fold_at(index)}))
        return True

    # Selecting

    @cached_property
    def selecting(self) -> "Selecting":
        """What is selected here; its modules come with the first page, not with the first frame."""
        from dossier.tui.widgets.selecting import Selecting  # noqa: PLC0415 (as above)

        return Selecting(self)

    @property
    def selection(self) -> Selection | None:
        """The words of a source that are selected; None where nothing is, or the page is of something else."""
        return self.selecting.selection

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a selection do what they do without one where there is none."""
        return self.selecting.on or action not in ("extend", "extend_line", "turn_selection", "leave_selection")

    def action_select(self) -> None:
        """Begin to select; on, select more."""
        if self.selecting.on:
            self.selecting.widen()
        else:
            self.selecting.begin()

    def action_extend(self, unit: str, step: int) -> None:
        """A word, letter or sentence more or less."""
        self.selecting.extend(unit, step)

    def action_extend_line(self, step: int) -> None:
        """A line more or less."""
        self.selecting.extend_line(step)

    def action_turn_selection(self) -> None:
        """Move the other end."""
        self.selecting.turn()

    def action_leave_selection(self) -> None:
        """Select nothing."""
        self.selecting.drop()

    def selection_changed(self) -> None:
        """Say so."""
        self.post_message(self.Selected())

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Words may be selected from here."""
        self.selecting.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """To there."""
        self.selecting.drag(event)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """No further."""
        self.selecting.release()

    def on_click(self, event: events.Click) -> None:
        """A click on a marked span, a sign in the margin or a line that leads somewhere opens it; elsewhere it moves
        the cursor. Two select a word, three a sentence, four a passage."""
        line = self._flow.line(event.y + self.top)
        if self.bar_clicked(event) or self.selecting.dragged or line is None or line.number < 0:
            return
        block = self.page.blocks[line.block]
        indent = block.indent + (block.hang if line.number else 0)
        words = block.text[line.start : line.end]
        before = cut(words, max(event.x - MARGIN - indent, 0))
        self.selecting.click((line.block, line.start + len(before)), event.chain)
        if self._selectable(line.block):
            self.move_to(line.block)
        if block.role == FOLD:
            self.unfold(line.block)
        elif event.chain == 1:
            target = self._clicked(block, line, event.x, line.start + len(before), beyond=len(before) == len(words))
            if target is not None:
                self.post_message(TargetOpened(target))

    def _clicked(self, block: Block, line: Line, x: int, place: int, *, beyond: bool) -> Target | None:
        """What a click at a place of a line opens."""
        if x < MARGIN:
            signs = signs_in(block, line)
            return signs[min(max(x - 1, 0), len(signs) - 1)].target if signs else None
        hit = [] if beyond else [run.target for run in block.runs if run.target and run.start <= place < run.end]
        return hit[-1] if hit else None if self.page.every_block else block.target
