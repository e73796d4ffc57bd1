"""The blocks of a page laid out in lines of a width; only positions are kept, never wrapped text."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Protocol, runtime_checkable

from dossier.present.page import Block
from dossier.present.wrap import line_starts


@runtime_checkable
class Shaped(Protocol):
    """Blocks that can say what laying out needs without being made: text, indent, hang and space."""

    def shape(self, index: int) -> tuple[str, int, int, int] | None:
        """Of one block; None where it takes no line."""


class Line(NamedTuple):
    """One line of a laid out page."""

    block: int
    number: int
    """Within its block; -1 for the empty lines before it."""
    start: int
    end: int
    """Half-open, in the block's text."""


class Flow:
    """Where each block of a page begins, counted in lines of `width` cells.

    Laying out costs one pass over the text (some 40 ms a megabyte); lines are cut when they are looked at.
    """

    def __init__(self, blocks: Sequence[Block], width: int) -> None:
        self.blocks = blocks
        self.width = width
        # Asked once: whether an object follows a protocol takes longer to find out than to lay out a line.
        self._shape = blocks.shape if isinstance(blocks, Shaped) else self._shape_of_block
        heights = (self._height(index) for index in range(len(blocks)))
        self._tops = array("l", accumulate(heights, initial=0))
        self.starts = lru_cache(400)(self._starts)

    @property
    def height(self) -> int:
        """Lines of the whole page."""
        return self._tops[-1]

    def _shape_of_block(self, index: int) -> tuple[str, int, int, int] | None:
        block = self.blocks[index]
        return block.text, block.indent, block.hang, block.space

    def _height(self, index: int) -> int:
        shape = self._shape(index)
        if shape is None:
            return 0
        text, indent, hang, space = shape
        return space + len(line_starts(text, self.width - indent, hang=hang))

    def _starts(self, index: int) -> list[int]:
        shape = self._shape(index)
        return [0] if shape is None else line_starts(shape[0], self.width - shape[1], hang=shape[2])

    def shown(self, index: int) -> bool:
        """Whether a block takes a line."""
        return self._tops[index + 1] > self._tops[index]

    def top(self, index: int) -> int:
        """The line at which the text of a block begins, or where one that takes none would."""
        shape = self._shape(index)
        return self._tops[index] + (shape[3] if shape else 0)

    def bottom(self, index: int) -> int:
        """The line after the last one of a block."""
        return self._tops[index + 1]

    def lines_of(self, index: int) -> range:
        """The lines of a block, with the empty ones before it."""
        return range(self._tops[index], self._tops[index + 1])

    def line(self, y: int) -> Line | None:
        """What stands in line `y`; None below the page."""
        if not 0 <= y < self.height:
            return None
        index = bisect_right(self._tops, y) - 1
        number = y - self.top(index)
        if number < 0:
            return Line(index, -1, 0, 0)
        starts = self.starts(index)
        end = starts[number + 1] if number + 1 < len(starts) else len(self.blocks[index].text)
        return Line(index, number, starts[number], end)

    def line_of(self, index: int, place: int) -> int:
        """The line in which a place of a block's text stands."""
        return self.top(index) + bisect_right(self.starts(index), place) - 1
