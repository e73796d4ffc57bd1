"""What is selected in the reader, by keys or with the mouse."""

from typing import TYPE_CHECKING

from textual import events

from dossier.model.selection import Selection
from dossier.present.cells import cut, width_of
from dossier.present.page import Block, Target
from dossier.present.stretch import Place, Stretch, Unit, around, grown, whole_word, widened, words_of
from dossier.tui.widgets.page_painter import MARGIN

if TYPE_CHECKING:
    from dossier.tui.widgets.passage_view import PassageView

_CHAINS = {2: Unit.WORD, 3: Unit.SENTENCE, 4: Unit.PASSAGE}
"""What so many clicks in a row select."""


class Selecting:
    """A stretch of a view's page; whoever changes it has what looks different drawn again."""

    def __init__(self, view: "PassageView") -> None:
        self._view = view
        self.stretch: Stretch | None = None
        self._pressed: Place | None = None
        self._column: tuple[Place | None, int] = (None, 0)
        """Where moving by lines led to, and the column in which it goes on, in cells."""
        self.dragged = False
        """Whether the button that is down, or was, has moved: then its release is no click."""

    @property
    def on(self) -> bool:
        """Whether anything is selected."""
        return self.stretch is not None

    @property
    def words(self) -> str:
        """The words that are selected, as they are displayed."""
        return words_of(self._view.page.blocks, self.stretch).strip() if self.stretch else ""

    @property
    def selection(self) -> Selection | None:
        """Where they stand in their source, without format syntax at the ends; None where that is no source."""
        page = self._view.page
        if self.stretch is None or page.target.kind != "source":
            return None
        (first, start), (last, end) = self.stretch.start, self.stretch.end
        while first < last and not (page.blocks[first].pieces and start < len(page.blocks[first].text)):
            first, start = first + 1, 0
        while last > first and not (page.blocks[last].pieces and end):
            last, end = last - 1, len(page.blocks[last - 1].text)
        if not (page.blocks[first].pieces and page.blocks[last].pieces and end):
            return None
        place, limit = page.blocks[first].offset(start), page.blocks[last].offset(end - 1) + 1
        return Selection(page.target.id, place, limit) if place < limit else None

    @property
    def targets(self) -> list[Target]:
        """What the lines lead to that are selected, wholly or in part; each once."""
        if self.stretch is None:
            return []
        blocks = self._view.page.blocks[self.stretch.start[0] : self.stretch.end[0] + 1]
        return list(dict.fromkeys(block.target for block in blocks if block.target)) or [self._view.page.target]

    def part(self, block: int, shown: Block) -> tuple[int, int]:
        """What of a block's text is selected."""
        return self.stretch.part(block, len(shown.text)) if self.stretch else (0, 0)

    def begin(self) -> None:
        """Select the stop that the view is at, else the first word in view of what the cursor is on."""
        view = self._view
        if 0 <= view.stop < len(view.page.stops):
            stop = view.page.stops[view.stop]
            last = (stop.block, stop.end)
            self._change(Stretch((stop.block, stop.start), last, last))
        elif view.block is not None:
            start = 0
            line = view.flow.line(max(view.top, view.flow.top(view.cursor)))
            if line is not None and line.block == view.cursor:
                start = max(line.start, 0)
            self._change(around(view.page.blocks, (view.cursor, start), Unit.WORD))

    def widen(self) -> None:
        """To whole sentences, then to whole passages."""
        if self.stretch is not None:
            self._change(widened(self._view.page.blocks, self.stretch))

    def extend(self, unit: str, step: int) -> None:
        """Move its end by a unit of `stretch.Unit`."""
        if self.stretch is not None:
            self._change(grown(self._view.page.blocks, self.stretch, Unit(unit), step))
            self._follow()

    def extend_line(self, step: int) -> None:
        """Move its end to the line above or below, to the same column, and on to the end of the word there."""
        if self.stretch is None:
            return
        flow, (block, place) = self._view.flow, self.stretch.head
        y = flow.line_of(block, max(place - (self.stretch.head == self.stretch.end), 0))
        here = flow.line(y)
        if here is None:
            return
        # On the way over several lines it stays the column that the first of these moves was made from.
        moved, column = self._column
        if moved != self.stretch.head:
            column = width_of(self._view.page.blocks[block].text[here.start : place])
        head = None
        while head is None and 0 <= (y := y + step) < flow.height:
            head = self._place(y, column)
        if head is not None:
            blocks, stretch = self._view.page.blocks, self.stretch.to(head)
            self._change(stretch.to(whole_word(blocks, stretch.head, int(stretch.head == stretch.end))))
            self._column = self.stretch.head, column
            self._follow()

    def turn(self) -> None:
        """Move the other end from now on."""
        if self.stretch is not None:
            self.stretch = self.stretch.turned
            self._follow()

    def drop(self) -> None:
        """Select nothing."""
        self._change(None)

    def shift(self, blocks: int) -> None:
        """As many blocks more are above it now."""
        if self.stretch is not None:
            self.stretch = Stretch(*((block + blocks, place) for block, place in self.stretch))

    # The mouse

    def press(self, event: events.MouseDown) -> None:
        """A button goes down: here a selection may begin."""
        self.dragged = False
        view = self._view
        # What cannot have the focus, as the third column, cannot be copied from.
        begins = event.button == 1 and event.x < view.line_width and view.can_focus
        self._pressed = self._at(event) if begins else None
        if self._pressed is not None:
            self._view.capture_mouse()

    def drag(self, event: events.MouseMove) -> None:
        """It moves: everything from where it went down to where it is."""
        if self._pressed is None:
            return
        view = self._view
        if not 0 <= event.y < view.size.height:
            view.scroll_to_line(view.top + (1 if event.y > 0 else -1))
        place = self._at(event)
        if place is not None and (self.dragged or place != self._pressed):
            self.dragged = True
            self._change(Stretch(self._pressed, self._pressed, place))

    def release(self) -> None:
        """It comes up."""
        if self._pressed is not None:
            self._pressed = None
            self._view.release_mouse()

    def click(self, place: Place, chain: int) -> None:
        """Select the word, the sentence or the passage that was clicked so many times in a row."""
        unit = _CHAINS.get(chain) if self._view.can_focus else None
        self._change(None if unit is None else around(self._view.page.blocks, place, unit))

    def _at(self, event: events.MouseEvent) -> Place | None:
        y = max(0, min(event.y, self._view.size.height - 1)) + self._view.top
        return self._place(y, None, x=event.x)

    def _place(self, y: int, column: int | None, *, x: int = 0) -> Place | None:
        """The place in a line at a cell of its text, or of the view; None where no text stands in it."""
        line = self._view.flow.line(y)
        if line is None or line.number < 0:
            return None
        block = self._view.page.blocks[line.block]
        if column is None:
            column = x - MARGIN - block.indent - (block.hang if line.number else 0)
        return line.block, line.start + len(cut(block.text[line.start : line.end].rstrip(), max(column, 0)))

    def _follow(self) -> None:
        assert self.stretch is not None
        view, (block, place) = self._view, self.stretch.head
        if block != view.cursor:
            view.move_to(block)
        view.bring_into_view(view.flow.line_of(block, place))

    def _change(self, new: Stretch | None) -> None:
        """Draw again the lines between where its ends were and where they are."""
        old, self.stretch = self.stretch, new
        if old == new:
            return
        if old is None or new is None:
            whole = old or new
            assert whole is not None
            ranges = [(whole.start, whole.end)]
        else:
            ranges = [(old.start, new.start), (old.end, new.end)]
        for one, other in ranges:
            if one != other:
                self._view.refresh_words(min(one, other), max(one, other))
        self._view.selection_changed()
