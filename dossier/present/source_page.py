"""A source as a page: its passages as they read, with everything that was found marked in them.

Blocks are made when they are looked at. Offsets are code points of the source's text; in a block they count
from its displayed text, where format syntax (`marks`) is left out.
"""

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import overload

from dossier.present.cells import clean
from dossier.present.marks import DIFFERS
from dossier.present.page import Block, Page, Run, Stop, Target
from dossier.query.matches import find_matches
from dossier.query.parse import parse
from dossier.store.queries import entities, events, passages, sources
from dossier.store.queries.events import SpanOfReport
from dossier.store.queries.passages import MarkRow, PassageRow
from dossier.store.search import passages_in

_ROLES = {
    "heading": "heading", "caption": "caption", "quote": "quote", "byline": "caption", "table row": "text",
    "reference": "dim", "boilerplate": "dim",
}  # fmt: skip
_LONG = ("direct", "indirect", "disputed")
_NAMES = ("person", "organization", "place", "vehicle")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A passage as displayed, and how places in it map to the source and back."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    """(place in the displayed text, place in the source) where each piece between two hidden marks begins."""

    def place(self, offset: int) -> int:
        """Where a code point of the source is displayed; what is hidden is where the next piece begins."""
        piece = max(bisect_right(self.pieces, offset, key=lambda p: p[1]) - 1, 0)
        shown, start = self.pieces[piece]
        limit = self.pieces[piece + 1][0] if piece + 1 < len(self.pieces) else len(self.text)
        return max(min(shown + offset - start, limit), 0)


def show_passage(passage: PassageRow) -> _Shown:
    """The passage without its hidden marks, on one line."""
    if not passage.marks:
        return _Shown(clean(passage.text), ((0, passage.start),))
    text, pieces, place = "", list[tuple[int, int]](), passage.start
    for start, end in (*passage.marks, (passage.end, passage.end)):
        if start > place or not pieces:
            pieces.append((len(text), place))
            text += passage.text[place - passage.start : start - passage.start]
        place = max(place, end)
    return _Shown(clean(text), tuple(pieces))


class PassageBlocks(Sequence[Block]):
    """The passages of one source as blocks, made one by one."""

    def __init__(
        self, rows: Sequence[PassageRow], marks: Sequence[MarkRow], reports: Sequence[SpanOfReport]
    ) -> None:
        self._rows, self._marks, self._reports = rows, marks, reports
        self._starts = [mark.start for mark in marks]
        self._reported = [report.start for report in reports]
        self._block = lru_cache(400)(self._make)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self._block(place) for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._block(index)

    def _make(self, index: int) -> Block:
        passage = self._rows[index]
        shown = show_passage(passage)
        text, indent, hang, space = self.shape(index)
        role = _ROLES.get(passage.kind, "text")
        if passage.kind == "heading" and index == 0:
            role = "title"
        marks = self._within(passage)
        runs = tuple(_run(mark, shown, hang) for mark in marks)
        gutter, target = self._gutter(passage, marks)
        return Block(
            text, role, runs, target, gutter, indent, hang, space, (passage.start, passage.end),
        )  # fmt: skip

    def _within(self, passage: PassageRow) -> Sequence[MarkRow]:
        """The marks of a passage, the longer kinds first, so that names and dates in them keep their colour."""
        found = self._marks[bisect_left(self._starts, passage.start) : bisect_left(self._starts, passage.end)]
        return sorted(found, key=lambda mark: (mark.kind not in _LONG, mark.start))

    def _gutter(self, passage: PassageRow, marks: Sequence[MarkRow]) -> tuple[str, Target | None]:
        """What the margin shows of a passage, and what Enter on it opens: a dispute first, else the first statement
        or event in it."""
        disputed = next((mark for mark in marks if mark.kind == "disputed"), None)
        if disputed is not None:
            return DIFFERS, Target("disagreement", disputed.target)
        said = next((mark for mark in marks if mark.kind in ("direct", "indirect")), None)
        if said is not None:
            return "“", Target("statement", said.target)
        first = bisect_left(self._reported, passage.start)
        if first < len(self._reported) and self._reports[first].start < passage.end:
            return "·", Target("event", self._reports[first].event)
        return "", None

    def _tight(self, index: int) -> bool:
        """Whether a passage follows the one above without an empty line: lists, tables, references."""
        kinds = {self._rows[index].kind, self._rows[index - 1].kind}
        return len(kinds) == 1 and kinds <= {"list item", "table row", "reference", "boilerplate", "byline"}

    def shape(self, index: int) -> tuple[str, int, int, int]:
        """Text, indent, hang and space of a block, without the cost of its runs: all that laying out needs."""
        passage = self._rows[index]
        text = show_passage(passage).text
        bullet = _bullet(passage, text)
        indent = 2 * max(passage.level - 1, 0) if passage.kind == "list item" else 0
        return bullet + text, indent, len(bullet), int(index > 0 and not self._tight(index))


def _bullet(passage: PassageRow, text: str) -> str:
    return "• " if passage.kind == "list item" and not text[:1].isdigit() else ""


def _run(mark: MarkRow, shown: _Shown, shift: int) -> Run:
    target = Target("entity", mark.target) if mark.kind in _NAMES else None
    role = {"direct": "said", "indirect": "reported-speech"}.get(mark.kind, mark.kind)
    return Run(shown.place(mark.start) + shift, shown.place(mark.end) + shift, role, target)


def source_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The page of a source, at the words the target names; None where the source is gone."""
    source = sources.get(connection, target.id)
    if source is None:
        return None
    if source.fault is not None:
        return Page(target, source.label, (
            Block(source.label or source.path, "title"), Block("This document could not be read.", "fault", space=1),
            Block(source.fault, space=1), Block(source.path, "secondary", space=1)))
    rows = passages.of_source(connection, source.id)
    marks = passages.marks(connection, source.id)
    stops, at = _stops(connection, target, rows, marks)
    blocks = PassageBlocks(rows, marks, events.of_source(connection, source.id))
    return Page(target, source.label, blocks, stops, at, focused=bool(target.focus), every_block=True)


def _stops(
    connection: sqlite3.Connection, target: Target, rows: Sequence[PassageRow], marks: Sequence[MarkRow]
) -> tuple[list[Stop], int]:
    """The places `n` goes through, and which of them to begin at.

    With a focus: its mentions, or the matches of the query; without one: every mention of a name.
    """
    starts = [row.start for row in rows]
    spans: list[tuple[int, int, str, Target | None]] = []
    entity = entities.get(connection, target.focus) if target.focus else None
    if target.focus and entity is None:
        spans = _matches(connection, target, rows)
    else:
        spans = [(mark.start, mark.end, mark.kind, Target("entity", mark.target)) for mark in marks
                 if mark.kind in _NAMES and (entity is None or mark.target == entity.id)]
    if target.start is not None and target.end is not None and (target.start, target.end) not in {
            span[:2] for span in spans}:
        spans.append((target.start, target.end, "words", None))
        spans.sort(key=lambda span: span[:2])
    stops, at = list[Stop](), 0
    for start, end, label, leads in spans:
        index = max(bisect_right(starts, start) - 1, 0)
        if target.start is not None and start <= target.start:
            at = len(stops)
        shown = show_passage(rows[index])
        shift = len(_bullet(rows[index], shown.text))
        stops.append(Stop(index, shown.place(start) + shift, shown.place(end) + shift, label, leads))
    return stops, at if target.start is not None or target.focus else -1


def _matches(
    connection: sqlite3.Connection, target: Target, rows: Sequence[PassageRow]
) -> list[tuple[int, int, str, Target | None]]:
    query = parse(target.focus, typing=True)
    hit = set(passages_in(connection, query, target.id))
    return [(row.start + start, row.start + end, "hit", None)
            for row in rows if row.id in hit for start, end in find_matches(row.text, query)]
