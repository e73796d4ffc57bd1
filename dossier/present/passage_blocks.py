"""The passages of a source as blocks of a page, each made when it is looked at."""

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from dossier.present.marks import DECIDED, DIFFERS, HAPPENS, SAID, STATUS_MARKS
from dossier.present.page import RULE, Block, Run, Sign, Target
from dossier.present.passage_text import COLUMN_CELLS, Shown, cells_of, emphasis, is_hidden, is_rule, show_passage
from dossier.store.queries.events import SpanOfReport
from dossier.store.queries.passages import MarkRow, PassageRow

NAMES = ("person", "organization", "place", "vehicle")
FOLDABLE = frozenset({"reference", "boilerplate"})
_ROLES = {
    "heading": "heading", "caption": "caption", "quote": "quote", "byline": "caption", "table row": "text",
    "reference": "dim", "boilerplate": "dim",
}  # fmt: skip
_TIGHT = frozenset({"list item", "table row", "reference", "boilerplate", "byline"})
_LONG = ("direct", "indirect", "disputed")
_RUN_ROLES = {"direct": "said", "indirect": "reported-speech"}
_SIGNS = {"direct": SAID, "indirect": SAID, "disputed": DIFFERS}
_RANK = (DIFFERS, DECIDED, SAID)
"""Which sign of a passage comes first where there is room for one; the others follow."""
_LINE = "─" * 12

Shape = tuple[str, int, int, int]
"""Text, indent, hang and space of a block."""


def leads_to(mark: MarkRow, source: str) -> Target:
    """What a marked span of a source opens; a date, how it was read."""
    if mark.kind in _SIGNS:
        return Target("disagreement" if mark.kind == "disputed" else "statement", mark.target)
    if mark.kind in NAMES:
        return Target("entity", mark.target)
    return Target("why", source, mark.start, mark.end, "source")


class BlocksAsked(Sequence[Block]):
    """Blocks of a page, each made when it is looked at."""

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self.made(place) for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self.made(index)

    @abstractmethod
    def made(self, index: int) -> Block:
        """The block of a number that there is."""


class PassageBlocks(BlocksAsked):
    """Passages in order, with what was found in them; a passage that is all syntax takes no line."""

    def __init__(
        self, source: str, rows: Sequence[PassageRow], marks: Sequence[MarkRow], reports: Sequence[SpanOfReport],
        noted: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`noted` are the spans, in order, that a reader said something about."""
        self._source, self.rows, self._marks, self._reports, self._noted = source, rows, marks, reports, noted
        self._starts = [mark.start for mark in marks]
        self._reported = [report.start for report in reports]
        self._columns = lru_cache(40)(self._columns_of)
        self._block = lru_cache(400)(self._make)

    def __len__(self) -> int:
        return len(self.rows)

    def made(self, index: int) -> Block:
        """A passage."""
        return self._block(index)

    def shown(self, index: int) -> Shown:
        """A passage as displayed."""
        row = self.rows[index]
        if row.kind != "table row" or not row.marks:
            return show_passage(row)
        return show_passage(row, self._columns(self._table(index)))

    def shape(self, index: int) -> Shape | None:
        """Of a block, without the cost of its runs: all that laying out needs. None where it takes no line."""
        row = self.rows[index]
        if is_hidden(row):
            return (_LINE, 0, 0, 1) if index and is_rule(row) else None
        shown = self.shown(index)
        indent = 2 * (row.level if row.kind == "quote" else max(row.level - 1, 0) if row.kind == "list item" else 0)
        above = self._above(index)
        tight = above is not None and above.kind == row.kind and row.kind in _TIGHT
        return shown.text, indent, shown.hang, int(above is not None and not tight)

    @property
    def folds(self) -> list[tuple[int, int]]:
        """Lists of references and runs of boilerplate of more than one line: half-open ranges of blocks."""
        found, start, lines = [], 0, 0
        for index, row in enumerate((*self.rows, None)):
            if row is not None and (row.kind in FOLDABLE or is_hidden(row)):
                lines += not is_hidden(row)
                continue
            if lines > 1:
                found.append((start, index))
            start, lines = index + 1, 0
        return found

    def _above(self, index: int) -> PassageRow | None:
        """The passage shown above one; an empty line separates kinds, and all but lists, tables and references."""
        while index > 0:
            index -= 1
            row = self.rows[index]
            if not row.marks or not is_hidden(row) or (index and is_rule(row)):
                return row
        return None

    def _make(self, index: int) -> Block:
        row, shape = self.rows[index], self.shape(index)
        span = (row.start, row.end)
        if shape is None:
            return Block("", span=span)
        text, indent, hang, space = shape
        if text == _LINE and is_hidden(row):
            return Block(text, RULE, space=space, span=span)
        shown, marks = self.shown(index), self._within(row)
        runs = [Run(start, end, role) for start, end, role in emphasis(row, shown)]
        runs += (self._run(mark, shown) for mark in marks)
        signs = sorted(self._signs(row, shown, marks))
        first = min(signs, key=lambda sign: (_rank(sign.mark), sign.place), default=None)
        return Block(text, self._role(index), tuple(runs), first.target if first else None, first.mark if first else "",
                     indent, hang, space, span, shown.pieces, tuple(signs), shown.cells)  # fmt: skip

    def _role(self, index: int) -> str:
        row = self.rows[index]
        if row.kind == "heading":
            return "title" if self._above(index) is None else "heading" if row.level < 3 else "subheading"
        head = row.kind == "table row" and row.marks and self._table(index)[0] == index
        return "strong" if head and index + 1 < len(self.rows) and is_hidden(self.rows[index + 1]) else _ROLES.get(
            row.kind, "text")

    def _within(self, row: PassageRow) -> Sequence[MarkRow]:
        """The marks of a passage, the longer kinds first, so that names and dates in them keep their colour."""
        found = self._marks[bisect_left(self._starts, row.start) : bisect_left(self._starts, row.end)]
        return sorted(found, key=lambda mark: (mark.kind not in _LONG, mark.start))

    def _run(self, mark: MarkRow, shown: Shown) -> Run:
        return Run(shown.place(mark.start), shown.place(mark.end), _RUN_ROLES.get(mark.kind, mark.kind),
                   leads_to(mark, self._source))  # fmt: skip

    def _signs(self, row: PassageRow, shown: Shown, marks: Sequence[MarkRow]) -> Iterator[Sign]:
        """What the margin shows: disputes, statements, events, and what a reader noted."""
        for mark in marks:
            if mark.kind in _SIGNS:
                yield Sign(shown.place(mark.start), _SIGNS[mark.kind], leads_to(mark, self._source))
        for report in self._reports[bisect_left(self._reported, row.start) : bisect_left(self._reported, row.end)]:
            sign = STATUS_MARKS.get(report.status, HAPPENS)
            yield Sign(shown.place(report.start), sign, Target("event", report.event))
        first = bisect_left(self._noted, (row.start, 0))
        for start, end in self._noted[first : bisect_left(self._noted, (row.end, 0))]:
            yield Sign(shown.place(start), DECIDED, Target("why", self._source, start, end, "source"))

    def _table(self, index: int) -> tuple[int, int]:
        """The rows of the table that a row belongs to; what is hidden between them belongs to it."""
        first = last = index
        while first > 0 and (self.rows[first - 1].kind == "table row" or is_hidden(self.rows[first - 1])):
            first -= 1
        while last + 1 < len(self.rows) and (
                self.rows[last + 1].kind == "table row" or is_hidden(self.rows[last + 1])):
            last += 1
        while self.rows[first].kind != "table row":
            first += 1
        return first, last + 1

    def _columns_of(self, table: tuple[int, int]) -> tuple[int, ...]:
        """How wide each column of a table is, but for the last."""
        widths: list[int] = []
        for row in self.rows[slice(*table)]:
            for place, cells in enumerate(cells_of(row)[:-1] if row.kind == "table row" else ()):
                widths += [0] * (place == len(widths))
                widths[place] = max(widths[place], min(cells, COLUMN_CELLS))
        return tuple(widths)


def _rank(mark: str) -> int:
    return _RANK.index(mark) if mark in _RANK else len(_RANK)
