"""Below a matrix: the passages that the cell under the cursor counts, as the reader shows them, as many as there is
room for."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from dossier.present.cells import short
from dossier.present.excerpts import excerpt
from dossier.present.passage_text import show_passage
from dossier.present.rows import Cell
from dossier.present.wrap import line_starts
from dossier.store.queries import appearances, mentions, passages
from dossier.store.queries.filters import Noun

Line = tuple[Cell, ...]

MOST_LINES = 3
"""Of a passage."""
MARGIN = 6
"""Cells beside the words, the quotation marks among them."""


class _Place(NamedTuple):
    """A passage, and in it the name that is counted."""

    text: str
    start: int
    end: int


def passage_lines(
    connection: sqlite3.Connection, by: Noun, kind: str, one: str, other: str, *, width: int, lines: int
) -> list[Line]:
    """In at most `lines` lines the passages that name `one`, of this kind, in the source `other`, or, `by` entities,
    beside the entity `other`; where not all are shown, the last line says so."""
    found = list(_places(connection, by, one, other, lines + 1)) if lines > 0 else []
    each = max(min(MOST_LINES, lines // max(len(found), 1)), 1)
    told: list[Line] = []
    for place in found:
        words = list(_wrapped(place, kind, max(width - MARGIN, 10), each))
        if len(told) + len(words) + (place is not found[-1]) > lines and told:
            told.append((Cell("  … and more: Enter", "secondary"),))
            break
        told += words
    return told[:lines]


def _places(connection: sqlite3.Connection, by: Noun, one: str, other: str, limit: int) -> Iterator[_Place]:
    if by is Noun.ENTITY:
        found = [(both.passage, both.start, both.end) for both in appearances.beside(connection, one, other, limit)]
    else:
        found = mentions.in_passages(connection, one, other, limit)
    rows = passages.rows(connection, [passage for passage, _, _ in found])
    for passage, start, end in found:
        shown = show_passage(rows[passage])
        yield _Place(shown.text, shown.place(start), shown.place(end))


def _wrapped(place: _Place, kind: str, width: int, lines: int) -> Iterator[Line]:
    """A passage around the name in it, which keeps its colour, in so many lines at most."""
    around = lines * width - (place.end - place.start)
    before = min(place.start, around // 2 if lines > 1 else width // 4)
    words, start, end = excerpt(place.text, place.start, place.end, before=before, after=max(around - before, 0))
    starts = line_starts(words, width)
    for number, begin in enumerate(starts[:lines]):
        stop = starts[number + 1] if number + 1 < len(starts) else len(words)
        cut = number + 1 == lines and lines < len(starts)
        text = short(words[begin:].rstrip(), width) if cut else words[begin:stop].rstrip()
        first, last = (max(min(edge - begin, len(text)), 0) for edge in (start, end))
        last_line = number + 1 == min(lines, len(starts))
        yield (Cell("   " if number else "  “", "said"), Cell(text[:first], "said"), Cell(text[first:last], kind),
               Cell(text[last:] + "”" * last_line, "said"))  # fmt: skip
