"""Passages that can be folded away, each run of them behind one line."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.present.page import FOLD, Block
from dossier.present.passage_blocks import BlocksAsked, PassageBlocks, Shape
from dossier.present.passage_text import is_hidden

_MANY = {"reference": "references", "boilerplate": "lines of boilerplate"}


@dataclass(frozen=True, slots=True)
class FoldedBlocks(BlocksAsked):
    """The blocks of a source with some runs folded; every block keeps its number."""

    blocks: PassageBlocks
    folds: Sequence[tuple[int, int]] = ()
    """The runs that can be folded, in order: half-open ranges of blocks."""
    closed: frozenset[int] = field(default=frozenset())
    """Where the runs begin that are folded."""

    def __len__(self) -> int:
        return len(self.blocks)

    def made(self, index: int) -> Block:
        """A block; of a run that is folded, the line that stands for it, and nothing for the others."""
        start = self.fold_at(index)
        if start is None or start not in self.closed:
            return self.blocks[index]
        return Block(self._summary(start), FOLD, space=1) if index == start else Block("")

    def shape(self, index: int) -> Shape | None:
        """Of a block; None where it is folded away."""
        start = self.fold_at(index) if self.closed else None
        if start is None or start not in self.closed:
            return self.blocks.shape(index)
        return (self._summary(start), 0, 0, 1) if index == start else None

    def fold_at(self, index: int) -> int | None:
        """Where the run begins that a block belongs to."""
        place = bisect_right(self.folds, index, key=lambda run: run[0]) - 1
        return self.folds[place][0] if place >= 0 and index < self.folds[place][1] else None

    def with_closed(self, closed: frozenset[int]) -> "FoldedBlocks":
        """The same with these runs folded, and no others."""
        return FoldedBlocks(self.blocks, self.folds, closed)

    def turned(self) -> "FoldedBlocks":
        """All runs open where one is folded, else all folded."""
        return self.with_closed(frozenset() if self.closed else frozenset(start for start, _ in self.folds))

    def _summary(self, start: int) -> str:
        end = next(end for begin, end in self.folds if begin == start)
        rows = [row for row in self.blocks.rows[start:end] if not is_hidden(row)]
        counts = Counter(row.kind for row in rows)
        return "▸ " + " and ".join(f"{number} {_MANY[kind]}" for kind, number in counts.items())
