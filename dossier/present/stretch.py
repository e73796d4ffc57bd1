"""A stretch of a page: what is selected in it, and how it grows by letters, words, sentences and passages.

Places are (block, offset in the block's text); a stretch is half-open.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from dossier.present.page import FOLD, RULE, Block

Place = tuple[int, int]
Span = tuple[int, int]

_WORD = re.compile(r"\w+(?:['’.\-‐‑]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+\S)")
_SHORTENED = re.compile(r"(?:\b[^\W\d_]|\b[A-Z][a-z]{1,2})\.$")
"""A letter or a short capitalized word with a full stop rather stands for a name or a title than ends a sentence."""
_JOINERS = "\u200d\ufe0e\ufe0f"


class Unit(StrEnum):
    """By what a selection grows."""

    LETTER = "letter"
    WORD = "word"
    SENTENCE = "sentence"
    PASSAGE = "passage"


class Stretch(NamedTuple):
    """From the words it began with to the end that moves."""

    first: Place
    last: Place
    """Beginning and end of what it began with, which stays within."""
    head: Place
    """The end that moves: not after `first`, or not before `last`."""

    @property
    def start(self) -> Place:
        """Its first place."""
        return min(self.first, self.head)

    @property
    def end(self) -> Place:
        """The place behind it."""
        return max(self.last, self.head)

    @property
    def turned(self) -> "Stretch":
        """The same with its other end to be moved."""
        start, end = self.start, self.end
        return Stretch(start, start, end) if self.head < end else Stretch(end, end, start)

    def part(self, block: int, length: int) -> Span:
        """What of a block of so many code points is in it; empty spans begin where they end."""
        start, end = self.start, self.end
        if not start[0] <= block <= end[0]:
            return 0, 0
        return start[1] if block == start[0] else 0, end[1] if block == end[0] else length

    def to(self, head: Place) -> "Stretch":
        """The same with the end that moves at a place; what it began with stays within."""
        return self._replace(head=self.last if self.first < head < self.last else head)


@lru_cache(64)
def units(text: str, unit: Unit) -> Sequence[Span]:
    """The letters, words or sentences of a text, in order; a letter is one with the marks that combine with it."""
    if unit is Unit.WORD:
        return [match.span() for match in _WORD.finditer(text)]
    if unit is Unit.LETTER:
        starts = [place for place, char in enumerate(text) if not (place and _combines(char))]
        return list(zip(starts, [*starts[1:], len(text)], strict=True)) if text else []
    if unit is Unit.PASSAGE:
        return [(0, len(text))] if text else []
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if not _SHORTENED.search(text[: match.end()][-5:])]
    spans = []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        words = text[start:end]
        if words.strip():
            spans.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
    return spans


def _text(block: Block) -> str:
    """What of a block can be selected: not what the document does not say."""
    return "" if block.role in (FOLD, RULE) else block.text


def _combines(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char) in ("Mn", "Me")


def around(blocks: Sequence[Block], place: Place, unit: Unit) -> Stretch:
    """The letter, word or sentence at a place, else the next one of its block, else the last."""
    block, offset = place
    found = units(_text(blocks[block]), unit)
    if not found:
        return Stretch(place, place, place)
    index = min(bisect_right(found, offset, key=lambda span: span[1]), len(found) - 1)
    start, end = found[index]
    return Stretch((block, start), (block, end), (block, end))


def grown(blocks: Sequence[Block], stretch: Stretch, unit: Unit, step: int) -> Stretch:
    """The stretch with its moving end one unit further (1) or back (-1), over the borders of blocks."""
    first, last, head = stretch
    if (head >= last and step > 0) or head > last or (head == first and step > 0):
        return stretch._replace(head=max(_next(blocks, max(head, last), unit, step, edge=1), last))
    head = _next(blocks, min(head, first), unit, step, edge=0)
    return stretch._replace(head=min(head, first))


def widened(blocks: Sequence[Block], stretch: Stretch) -> Stretch:
    """To whole sentences; where it is those already, to whole passages."""
    for unit in (Unit.SENTENCE, Unit.PASSAGE):
        start = around(blocks, stretch.start, unit).first
        block, offset = stretch.end
        end = around(blocks, (block, max(offset - 1, 0)), unit).last
        wider = Stretch(min(start, stretch.start), max(end, stretch.end), max(end, stretch.end))
        if (wider.start, wider.end) != (stretch.start, stretch.end):
            return wider
    return stretch


def whole_word(blocks: Sequence[Block], place: Place, edge: int) -> Place:
    """The beginning (edge 0) or end (edge 1) of the word that a place is within; else the place itself."""
    block, offset = place
    inside = (span for span in units(_text(blocks[block]), Unit.WORD) if span[0] < offset < span[1])
    span = next(inside, None)
    return place if span is None else (block, span[edge])


def _next(blocks: Sequence[Block], place: Place, unit: Unit, step: int, *, edge: int) -> Place:
    """The next beginning (edge 0) or end (edge 1) of a unit from a place on; the place itself where there is none."""
    block, offset = place
    found = units(_text(blocks[block]), unit)
    search = bisect_right if step > 0 else bisect_left
    index = search(found, offset, key=lambda span: span[edge]) - (step < 0)
    while not 0 <= index < len(found):
        block += step
        if not 0 <= block < len(blocks):
            return place
        found = units(_text(blocks[block]), unit)
        index = 0 if step > 0 else len(found) - 1
    return block, found[index][edge]


def words_of(blocks: Sequence[Block], stretch: Stretch) -> str:
    """What is selected, as it is displayed: blocks on lines of their own, with empty lines as on the page."""
    text = ""
    for block in range(stretch.start[0], stretch.end[0] + 1):
        start, end = stretch.part(block, len(_text(blocks[block])))
        if end > start:
            text += ("\n" * (1 + blocks[block].space) if text else "") + _text(blocks[block])[start:end]
    return text
