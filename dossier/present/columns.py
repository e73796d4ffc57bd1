"""Texts side by side: each in a column of its own, wrapped there; a line of the page has a line of every column."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from dossier.present.cells import clean, width_of
from dossier.present.page import Block, Run, Target
from dossier.present.wrap import line_starts

GAP = 3
"""Cells between two columns."""


class Paragraph(NamedTuple):
    """Of a column: pieces of text with their roles, and where they lead."""

    pieces: tuple[tuple[str, str], ...] = ()
    target: Target | None = None


class _Line(NamedTuple):
    text: str
    runs: tuple[Run, ...]
    begins: Target | None
    """What the paragraph leads to that begins here."""


def columns_in(width: int, least: int) -> int:
    """How many columns of at least so many cells stand side by side in a width."""
    return max((width + GAP) // (least + GAP), 1)


def column_cells(width: int, number: int) -> int:
    """The cells of each of so many columns in a width."""
    return (width - GAP * (number - 1)) // number


def side_by_side(texts: Sequence[Sequence[Paragraph]], width: int, number: int, *, indent: int = 2) -> Iterator[Block]:
    """Texts in `number` columns of a page of `width` cells. A line leads to what begins first on it; each word, to
    what its paragraph leads to."""
    cells = column_cells(width - indent, number)
    columns = [list(_column(paragraphs, cells)) for paragraphs in _balanced(texts, number, cells)]
    for row in zip_longest(*columns):
        text, runs = "", list[Run]()
        for place, line in enumerate(row):
            if line is not None and line.text:
                text += " " * (place * (cells + GAP) - width_of(text))
                runs += (run._replace(start=run.start + len(text), end=run.end + len(text)) for run in line.runs)
                text += line.text
        begins = next((line.begins for line in row if line is not None and line.begins), None)
        yield Block(text, "text", tuple(runs), begins, indent=indent)


def _balanced(texts: Sequence[Sequence[Paragraph]], number: int, width: int) -> list[list[Paragraph]]:
    """The texts in order, each whole in the column that is the shortest so far, an empty line between two."""
    columns: list[list[Paragraph]] = [[] for _ in range(number)]
    heights = [0] * number
    for text in texts:
        shortest = heights.index(min(heights))
        columns[shortest] += [Paragraph(), *text] if columns[shortest] else text
        heights[shortest] += 1 + sum(len(line_starts(_words(one), width)) for one in text)
    return columns


def _column(paragraphs: Sequence[Paragraph], width: int) -> Iterator[_Line]:
    """The lines of a column; paragraphs in a row that lead to the same begin once."""
    above: Target | None = None
    for paragraph in paragraphs:
        begins = None if paragraph.target == above else paragraph.target
        for text, runs in _lines(paragraph, width):
            yield _Line(text, runs, begins)
            begins = None
        above = paragraph.target


def _words(paragraph: Paragraph) -> str:
    return "".join(clean(words) for words, _ in paragraph.pieces)


def _lines(paragraph: Paragraph, width: int) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """The lines of a paragraph, each piece of them in its role."""
    text = _words(paragraph)
    starts = line_starts(text, width)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        shown = text[start:end].rstrip()
        runs, place = [], 0
        for words, role in paragraph.pieces:
            first, last = max(place - start, 0), min(place + len(words) - start, len(shown))
            if first < last:
                runs.append(Run(first, last, role, paragraph.target))
            place += len(words)
        yield shown, tuple(runs)
