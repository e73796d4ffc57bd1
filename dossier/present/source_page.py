"""A source as a page: its passages as they read, with everything that was found marked in them.

Offsets are code points of the source's text; in a block they count from its displayed text, where format syntax is
left out. Of a long source the part around the words asked for can be had first, and the whole of it after that.
"""

import sqlite3

from dossier.present.folding import FoldedBlocks
from dossier.present.page import Block, Page, Target
from dossier.present.passage_blocks import PassageBlocks
from dossier.present.source_stops import SourceStops, spans_of
from dossier.store.queries import events, kept, passages, sources
from dossier.store.queries.filters import WHOLE, Reach
from dossier.store.queries.sources import SourceRow


def source_page(connection: sqlite3.Connection, target: Target, reach: Reach = WHOLE) -> Page | None:
    """The page of a source, at the words the target names; None where the source is gone.

    `reach` is what of a long source to show, where not all of it.
    """
    source = sources.get(connection, target.id)
    if source is None:
        return None
    if source.fault is not None:
        return _unreadable(source, target)
    rows = passages.of_source(connection, source.id, reach)
    marks = passages.marks(connection, source.id, reach)
    reports = events.of_source(connection, source.id, reach)
    noted = [(note.start, note.end) for note in kept.passage_notes(connection, source.id)]
    blocks = PassageBlocks(source.id, rows, marks, reports, noted)
    spans, at = spans_of(connection, target, rows, marks, reports)
    return Page(target, source.label, FoldedBlocks(blocks, blocks.folds), SourceStops(blocks, spans), at,
                focused=bool(target.focus), every_block=True)  # fmt: skip


def _unreadable(source: SourceRow, target: Target) -> Page:
    assert source.fault is not None
    return Page(target, source.label, (
        Block(source.label or source.path, "title"), Block("This document could not be read.", "fault", space=1),
        Block(source.fault, space=1), Block(source.path, "secondary", space=1)))
