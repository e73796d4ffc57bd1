"""A passage as displayed: without format syntax, on one line, and how places in it map to the source and back."""

import re
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dossier.present.cells import clean, width_of
from dossier.store.queries import passages
from dossier.store.queries.events import ReportRow
from dossier.store.queries.filters import Reach
from dossier.store.queries.passages import PassageRow

GAP = "  "
"""Between the cells of a table."""
COLUMN_CELLS = 24
"""To how many cells at most a column of a table is filled; what is longer is followed by the gap alone."""
WIDEST_HANG = 40
_NUMBER = re.compile(r"\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?")
_BREAK = re.compile(r"\s*[\n\r]\s*")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")
_EMPHASIS = {"*": "emphasis", "_": "emphasis", "**": "strong", "__": "strong"}


class Shown(NamedTuple):
    """The displayed text of a passage; offsets are code points of the source's text."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    """(place in the displayed text, place in the source) where each piece between two hidden marks begins."""
    lead: int = 0
    """Code points of the bullet or number before the words."""
    hang: int = 0
    """Cells before its lines after the first: of the bullet or number, or of all columns of a table but the last."""
    cells: tuple[int, ...] = ()
    """Of a row of a table: where in the displayed text each of its cells begins."""

    def place(self, offset: int) -> int:
        """Where a code point of the source is displayed; what is hidden is where the next piece begins."""
        piece = max(bisect_right(self.pieces, offset, key=lambda p: p[1]) - 1, 0)
        shown, start = self.pieces[piece]
        limit = self.pieces[piece + 1][0] if piece + 1 < len(self.pieces) else len(self.text)
        return max(min(shown + offset - start, limit), self.lead)


def is_hidden(passage: PassageRow) -> bool:
    """Whether all of it is syntax of the format: a rule between sections, the line under the head of a table."""
    if not passage.marks:
        return False
    place = passage.start
    for start, end in passage.marks:
        if passage.text[place - passage.start : start - passage.start].strip():
            return False
        place = max(place, end)
    return not passage.text[place - passage.start :].strip()


def is_rule(passage: PassageRow) -> bool:
    """Whether a passage is a line between sections."""
    return _RULE.fullmatch(passage.text) is not None


def show_passage(passage: PassageRow, columns: Sequence[int] = ()) -> Shown:
    """The passage without its hidden marks, on one line, behind a bullet or its number where it is an item of a list.

    `columns` are the cells that each column of its table takes, but for the last.
    """
    text = lead = _lead(passage)
    cuts, in_table = _cuts(passage), passage.kind == "table row"
    if not cuts:
        return Shown(lead + clean(passage.text), ((len(lead), passage.start),), len(lead), len(lead), (0,) * in_table)
    pieces, place, widths, cells = list[tuple[int, int]](), passage.start, iter(columns), [len(lead)]
    for start, end, instead in (*cuts, (passage.end, passage.end, "")):
        words = passage.text[place - passage.start : max(start, place) - passage.start]
        if len(text) == len(lead):
            # A break after syntax at the beginning, as below the fence of code, is no blank.
            skipped = len(words) - len(_BREAK.sub("", words, count=1)) if _BREAK.match(words) else 0
            place, words = place + skipped, words[skipped:]
        if words:
            pieces.append((len(text), place))
            text += words
        begun, gaps = len(text) > len(lead), instead.count(GAP)
        # Before the first cell the first bar is the border of the table.
        for _ in range(gaps if begun else gaps - 1):
            text += " " * (next(widths, 0) - width_of(text[cells[-1] :])) + GAP
            cells.append(len(text))
        if not gaps and end > place and begun:
            text += instead
        place = max(place, end)
    if in_table or "\n" in passage.text:
        text = text.rstrip()
    row = tuple(begin for begin in cells if in_table and begin < len(text))
    hang = sum(columns) + len(GAP) * len(columns) if sum(columns) < WIDEST_HANG else len(lead)
    return Shown(clean(text), tuple(pieces) or ((len(lead), passage.start),), len(lead), hang or len(lead), row)


def cells_of(passage: PassageRow) -> list[int]:
    """How many terminal cells the words in each column of a table's row take."""
    return [width_of(cell) for cell in show_passage(passage, (0,)).text.split(GAP)]


def emphasis(passage: PassageRow, shown: Shown) -> Iterator[tuple[int, int, str]]:
    """What the document emphasizes: places in the displayed text, and `emphasis` or `strong`."""
    begun: list[tuple[str, int]] = []
    for start, end in passage.marks:
        sign = passage.text[start - passage.start : end - passage.start]
        if sign not in _EMPHASIS:
            continue
        if any(sign == opened for opened, _ in begun):
            while begun:
                opened, place = begun.pop()
                if opened == sign:
                    yield shown.place(place), shown.place(start), _EMPHASIS[sign]
                    break
        else:
            begun.append((sign, end))


def _lead(passage: PassageRow) -> str:
    """What an item of a list begins with, its number where it has one, else a bullet; and a paragraph's number."""
    if passage.kind not in ("list item", "reference", "paragraph", "quote"):
        return ""
    if passage.marks and passage.marks[0][0] == passage.start:
        number = passage.text[: passage.marks[0][1] - passage.start].strip()
        if _NUMBER.fullmatch(number):
            return f"{number} "
    return "• " if passage.kind == "list item" and not passage.text[:1].isdigit() else ""


def _cuts(passage: PassageRow) -> list[tuple[int, int, str]]:
    """What is not shown as it stands, in order, and what is shown instead: syntax, and breaks of lines."""
    cuts = [(start, end, _instead(passage, passage.text[start - passage.start : end - passage.start]))
            for start, end in passage.marks]
    if "\n" in passage.text or "\r" in passage.text:
        # A single line break is shown as a blank anyway, at its own place.
        cuts += [(passage.start + found.start(), passage.start + found.end(), " ")
                 for found in _BREAK.finditer(passage.text) if found.end() - found.start() > 1]
        cuts.sort()
    return cuts


def _instead(passage: PassageRow, sign: str) -> str:
    """What is shown instead of syntax: a gap between the columns of a table, be it where a label is glued to its value
    (an empty mark), a blank where it ends a line."""
    if passage.kind == "table row" and ("|" in sign or not sign):
        # Empty cells have nothing but bars around them, which are one piece of syntax.
        return GAP * max(sign.count("|"), 1)
    return " " if "\n" in sign or "\r" in sign else ""


class DisplayedWords:
    """Words of a source as the reader of the browser shows them, of some places of it."""

    def __init__(self, connection: sqlite3.Connection, source: str, places: Sequence[tuple[int, int]]) -> None:
        """`places` are those that will be asked for."""
        first = min((start for start, _ in places), default=0)
        last = max((end for _, end in places), default=0)
        begin = passages.around(connection, source, first, 0).start
        self._rows = passages.of_source(connection, source, Reach(begin, last)) if places else []

    def of(self, start: int, end: int) -> str:
        """The words from one code point to another."""
        return " ".join(_words(row, start, end) for row in self._rows if row.start < end and row.end > start)


def as_shown(connection: sqlite3.Connection, reports: Sequence[ReportRow]) -> list[ReportRow]:
    """Reports of an event with their words as the reader shows them."""
    rows = passages.rows(connection, [*{report.passage for report in reports}])
    return [report._replace(shown=_words(rows[report.passage], report.start, report.end)) for report in reports]


def _words(passage: PassageRow, start: int, end: int) -> str:
    """What is displayed of a passage from one code point of the source to another."""
    shown = show_passage(passage)
    return shown.text[shown.place(start) if passage.start <= start else 0 : shown.place(end)]
