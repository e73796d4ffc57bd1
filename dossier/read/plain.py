"""Blocks of a plain text file: blank lines, list shapes, quoted lines, tables, lines wrapped or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.model.source import Block, BlockKind
from dossier.model.span import Span
from dossier.read.limits import MOST_MARKS

_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|[\r\n\f]|$)")
_BULLET = re.compile(r"[-*+•‣◦▪–·](?=\s)\s*|(?:\d{1,3}[.)]|\([0-9a-zA-Z]{1,3}\)|[a-z]\))(?=\s)\s*")
_RULE = re.compile(r"(?:[-=_*~#•·—–]\s?){3,}$")
_QUOTED = re.compile(r"(?:>\s?)+")
_CELLS = re.compile(r"\t|\s*\|\s*")

_NARROW, _WIDE = 40, 120
"""Widths, in code points, between which people and programs wrap lines."""
_NARROWEST_SHARE = 0.65
_FEWEST_PAIRS, _WRAPPED_SHARE, _INSIDE_SHARE = 3, 0.6, 0.3
"""Line breaks needed as evidence, and the shares of them that a full line and the middle of a sentence must make."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    width: int
    """Of the line as it stands, indentation included."""
    kind: BlockKind


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Split plain text into blocks, in order, disjoint, together holding everything that is not white space.

    Lines of one paragraph are joined only in a document that shows a width at which its lines are wrapped; elsewhere a
    line is a block, because in saved web pages and lists it is.
    """
    groups = list(_groups(text))
    width = _wrap_width(groups)
    return tuple(block for group in groups for block in _blocks(group, width))


def _groups(text: str) -> Iterator[list[_Line]]:
    """Runs of lines that are not blank, without their outer white space."""
    group: list[_Line] = []
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if stripped:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            width = len(found[0].rstrip().expandtabs())
            group.append(_Line(start, start + len(stripped), stripped, width, _kind(stripped)))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _wrap_width(groups: Sequence[Sequence[_Line]]) -> int:
    """The width at which the document's lines are wrapped, or 0.

    A line was wrapped when the first word of the next would not have fitted any more; and prose that is wrapped goes
    on in the middle of a sentence, with a small letter.
    """
    pairs = [(a, b) for group in groups for a, b in pairwise(group)]
    widths = sorted(a.width for a, _ in pairs if a.width <= _WIDE)
    if len(pairs) < _FEWEST_PAIRS or not widths:
        return 0
    width = widths[min(len(widths) - 1, int(len(widths) * 0.95))]
    # Short lines say nothing: verse, addresses and last lines stand in wrapped documents, too.
    long = [(a, b) for a, b in pairs if a.width >= _NARROWEST_SHARE * width]
    wrapped = sum(width < a.width + 1 + _first_word(b) <= 2 * _WIDE for a, b in long)
    inside = sum(b.text[0].islower() for _, b in long)
    enough = wrapped >= _WRAPPED_SHARE * len(long) and inside >= _INSIDE_SHARE * len(long)
    return width if width >= _NARROW and enough else 0


def _first_word(line: _Line) -> int:
    return len(line.text.split(maxsplit=1)[0])


def _blocks(group: Sequence[_Line], width: int) -> Iterator[Block]:
    # An indented or narrowly set paragraph is wrapped at a width of its own; verse and addresses are narrower still.
    own = min(width, max(line.width for line in group)) if len(group) > 2 else width
    width = own if own >= _NARROWEST_SHARE * width else 0
    run: list[_Line] = []
    for line in group:
        if run and not _continues(run, line, width):
            yield _block(run)
            run = []
        run.append(line)
    if run:
        yield _block(run)


def _continues(run: Sequence[_Line], line: _Line, width: int) -> bool:
    kind = run[0].kind
    if line.kind is not (BlockKind.PARAGRAPH if kind is BlockKind.LIST_ITEM else kind) or kind is BlockKind.RULE:
        return False
    if kind is BlockKind.TABLE_ROW:
        return False
    if kind is BlockKind.QUOTE and _depth(run[-1].text) != _depth(line.text):
        return False
    return bool(width) and run[-1].width + 1 + _first_word(line) > width


def _block(run: Sequence[_Line]) -> Block:
    kind = run[0].kind
    block = Block(kind, Span(run[0].start, run[-1].end))
    if kind is BlockKind.RULE:
        return replace(block, marks=(block.span,))
    if kind is BlockKind.LIST_ITEM:
        return replace(block, level=1, marks=_marker(_BULLET, run[:1]))
    if kind is BlockKind.QUOTE:
        return replace(block, level=_depth(run[0].text), marks=_marker(_QUOTED, run))
    if kind is BlockKind.TABLE_ROW:
        cells = [Span(run[0].start + m.start(), run[0].start + m.end()) for m in _CELLS.finditer(run[0].text)]
        return replace(block, marks=tuple(cells) if len(cells) <= MOST_MARKS else ())
    return block


def _marker(pattern: re.Pattern[str], lines: Sequence[_Line]) -> tuple[Span, ...]:
    found = ((line, pattern.match(line.text)) for line in lines)
    return tuple(Span(line.start, line.start + match.end()) for line, match in found if match)


def _depth(text: str) -> int:
    match = _QUOTED.match(text)
    return match[0].count(">") if match else 0


def _kind(text: str) -> BlockKind:
    if _RULE.match(text):
        return BlockKind.RULE
    if text.startswith(">"):
        return BlockKind.QUOTE
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM
    # A line with a tab between words or at least two bars is a row of a table.
    return BlockKind.TABLE_ROW if "\t" in text or text.count("|") > 1 else BlockKind.PARAGRAPH
