"""The places in a source that `n` and `N` go through: mentions, matches of a search, or all that stands there."""

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from dossier.present.page import Stop, Target
from dossier.present.passage_blocks import NAMES, PassageBlocks, leads_to
from dossier.query.matches import find_matches
from dossier.query.parse import parse
from dossier.store.queries import entities
from dossier.store.queries.events import SpanOfReport
from dossier.store.queries.passages import MarkRow, PassageRow
from dossier.store.search import passages_in


class Marked(NamedTuple):
    """A span of the source, in its code points, that a stop is at."""

    start: int
    end: int
    label: str
    target: Target | None


class SourceStops(Sequence[Stop]):
    """Stops in order of place, each made when it is asked for."""

    def __init__(self, blocks: PassageBlocks, spans: Sequence[Marked]) -> None:
        self._blocks, self._spans = blocks, spans
        self._starts = [row.start for row in blocks.rows]
        self._stop = lru_cache(400)(self._make)

    def __len__(self) -> int:
        return len(self._spans)

    @overload
    def __getitem__(self, index: int) -> Stop: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Stop]: ...
    def __getitem__(self, index: int | slice) -> Stop | Sequence[Stop]:
        if isinstance(index, slice):
            return [self._stop(place) for place in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._stop(index)

    def _make(self, index: int) -> Stop:
        span = self._spans[index]
        block = max(bisect_right(self._starts, span.start) - 1, 0)
        shown = self._blocks.shown(block)
        return Stop(block, shown.place(span.start), shown.place(span.end), span.label, span.target)


def spans_of(
    connection: sqlite3.Connection, target: Target, rows: Sequence[PassageRow], marks: Sequence[MarkRow],
    reports: Sequence[SpanOfReport],
) -> tuple[list[Marked], int]:  # fmt: skip
    """The spans to stop at, and which of them to begin at; -1 where the source is to be read from its beginning.

    With a focus: its mentions, or the matches of the query; without one: all that is marked, the words the target
    names among it.
    """
    entity = entities.get(connection, target.focus) if target.focus else None
    if target.focus and entity is None:
        spans = _matches(connection, target, rows)
    elif entity is not None:
        spans = [Marked(mark.start, mark.end, mark.kind, Target("entity", mark.target)) for mark in marks
                 if mark.kind in NAMES and mark.target == entity.id]
    else:
        spans = [Marked(mark.start, mark.end, mark.kind, leads_to(mark, target.id)) for mark in marks]
        spans += (Marked(one.start, one.end, "event", Target("event", one.event)) for one in reports)
        spans.sort(key=lambda span: (span.start, -span.end))
    if target.start is None or target.end is None:
        return spans, 0 if target.focus else -1
    place = bisect_right(spans, target.start, key=lambda span: span.start)
    exact = [at for at in range(place) if spans[at][:2] == (target.start, target.end)]
    if not exact:
        spans.insert(place, Marked(target.start, target.end, "words", None))
    return spans, exact[0] if exact else place


def _matches(connection: sqlite3.Connection, target: Target, rows: Sequence[PassageRow]) -> list[Marked]:
    query = parse(target.focus, typing=True)
    hit = set(passages_in(connection, query, target.id))
    return [Marked(row.start + start, row.start + end, "hit", None)
            for row in rows if row.id in hit for start, end in find_matches(row.text, query)]
