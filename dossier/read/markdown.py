"""Blocks of a Markdown document, with exact offsets into the text as read.

markdown-it-py decides what the blocks are and tells the lines they stand on; the offsets of their words, and of the
syntax around these, are found here, because its tokens do not carry them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.model.source import Block, BlockKind
from dossier.model.span import Span
from dossier.read.inline import inline_marks
from dossier.read.limits import MOST_MARKS

_LINE_END = re.compile(r"\r\n|\r|\n")
_SIGNS = (
    re.compile(r"^ {0,3}#{1,6} +\S", re.M),
    re.compile(r"(?<!\*)\*\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?!\*)"),
    re.compile(r"\[[^\[\]\n]{1,300}\]\([^()\s]{0,500}\)"),
    re.compile(r"^ {0,3}(?:```|~~~)", re.M),
)
_FIELD = re.compile(r"[\w-]+:|\s|- ")
_LONGEST_FRONT = 100
_ENOUGH_KINDS, _ENOUGH_SIGNS = 2, 3
_SAMPLE = 200_000
_LONGEST_WORDS = 20_000
"""Code points of one block up to which its inline syntax is looked for; longer blocks are shown as they are."""


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """A block as the parser tells it: its lines, and the words on them as the parser has them."""

    kind: BlockKind
    first: int
    last: int
    level: int
    words: tuple[Token, ...]


def looks_like_markdown(text: str) -> bool:
    """Whether a text without the suffix is Markdown: two kinds of its unmistakable syntax, or one kind three times.

    Lists, rules and single stars are no evidence: plain text has them too.
    """
    counts = [sum(1 for _ in sign.finditer(text[:_SAMPLE])) for sign in _SIGNS]
    return sum(map(bool, counts)) >= _ENOUGH_KINDS or max(counts) >= _ENOUGH_SIGNS


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Split Markdown into blocks, in order, disjoint, together holding everything that is not white space.

    Syntax that a reader need not see is in `marks`; where it cannot be told from words for certain, nothing is marked.
    """
    lines = _lines(text)
    owners: list[_Leaf | None] = [None] * len(lines)
    front = _front_matter(text, lines)
    body = "\n" * front + text[lines[front].start :] if front else text
    for number in range(front):
        fence = number in (0, front - 1)
        owners[number] = _Leaf(BlockKind.RULE if fence else BlockKind.PARAGRAPH, number, number + 1, 0, ())
    for leaf in _leaves(_parser().parse(body)):
        owners[leaf.first : leaf.last] = [leaf] * (leaf.last - leaf.first)
    blocks = []
    for owner, numbered in groupby(enumerate(owners), key=lambda item: item[1]):
        span = _trimmed(text, lines, [number for number, _ in numbered])
        if span and owner:
            blocks.append(Block(owner.kind, span, owner.level, _marks(text, lines, owner, span)))
        elif span:
            # Lines the parser keeps to itself: link definitions, empty list items, the line under a table's head.
            blocks.append(Block(BlockKind.PARAGRAPH, span, marks=(span,)))
    return tuple(blocks)


def _parser() -> MarkdownIt:
    """CommonMark with tables. Indented text is a paragraph, not code: documents of a case are prose."""
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "html_block"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def _lines(text: str) -> list[Span]:
    """The text's lines without their ends, counted as the parser counts them."""
    ends = list(_LINE_END.finditer(text))
    starts = [0, *(end.end() for end in ends)]
    return [Span(a, b) for a, b in zip(starts, [*(end.start() for end in ends), len(text)], strict=True)]


def _front_matter(text: str, lines: Sequence[Span]) -> int:
    """How many lines at the top are fields between two lines of dashes, as many Markdown tools write them."""
    if lines[0].of(text).rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:_LONGEST_FRONT], 1):
        words = line.of(text).rstrip()
        if words in ("---", "..."):
            return number + 1 if number > 1 and number + 1 < len(lines) else 0
        if words and not _FIELD.match(words):
            return 0
    return 0


def _leaves(tokens: Sequence[Token]) -> Iterator[_Leaf]:
    """Blocks that hold words or are syntax by themselves, in order of lines."""
    quotes = lists = 0
    for number, token in enumerate(tokens):
        if token.type.startswith("blockquote"):
            quotes += token.nesting
        elif token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            lists += token.nesting
        elif not token.map:
            continue
        elif token.type == "tr_open":
            cells = takewhile(lambda cell: cell.type != "tr_close", _from(tokens, number))
            words = tuple(cell for cell in cells if cell.type == "inline")
            yield _Leaf(BlockKind.TABLE_ROW, token.map[0], token.map[1], 0, words)
        elif token.type in ("fence", "hr"):
            kind = BlockKind.CODE if token.type == "fence" else BlockKind.RULE
            yield _Leaf(kind, token.map[0], token.map[1], 0, ())
        elif token.type in ("heading_open", "paragraph_open"):
            kind, level = _kind(token, quotes, lists)
            yield _Leaf(kind, token.map[0], token.map[1], level, (tokens[number + 1],))


def _from(tokens: Sequence[Token], number: int) -> Iterator[Token]:
    return (tokens[at] for at in range(number, len(tokens)))


def _kind(token: Token, quotes: int, lists: int) -> tuple[BlockKind, int]:
    if token.type == "heading_open":
        return BlockKind.HEADING, int(token.tag[1:])
    if quotes:
        return BlockKind.QUOTE, quotes
    return (BlockKind.LIST_ITEM, lists) if lists else (BlockKind.PARAGRAPH, 0)


def _trimmed(text: str, lines: Sequence[Span], numbers: Sequence[int]) -> Span | None:
    start, end = lines[numbers[0]].start, lines[numbers[-1]].end
    words = text[start:end]
    stripped = words.strip()
    if not stripped:
        return None
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(stripped))


def _marks(text: str, lines: Sequence[Span], leaf: _Leaf, span: Span) -> tuple[Span, ...]:
    """What is not words: the gaps between the pieces of words on the block's lines, and the syntax among the words."""
    if leaf.kind is BlockKind.RULE:
        return (span,)
    if leaf.kind is BlockKind.CODE:
        return _fence_marks(text, lines, leaf, span)
    if not leaf.words:
        return ()
    rows = [lines[number] for number in range(leaf.first, leaf.last)]
    pieces: list[Span] = []
    syntax: list[Span] = []
    for token in leaf.words:
        found = _locate(text, token.content, rows, pieces[-1].end if pieces else span.start)
        if found is None:
            return ()
        pieces += found
        syntax += _inline(token.content, found)
    marks = _gaps(text, span, pieces) + syntax
    return tuple(sorted(marks)) if len(marks) <= MOST_MARKS else ()


def _fence_marks(text: str, lines: Sequence[Span], leaf: _Leaf, span: Span) -> tuple[Span, ...]:
    """The line that opens the fence, and the last one where it closes it."""
    opening = Span(span.start, min(lines[leaf.first].end, span.end))
    last = max(number for number in range(leaf.first, leaf.last) if lines[number].start < span.end)
    closing = Span(max(lines[last].start, span.start), span.end)
    closes = closing.start >= opening.end and not closing.of(text).strip(" \t`~>")
    return (opening, closing) if closes else (opening,)


def _locate(text: str, content: str, rows: Sequence[Span], start: int) -> list[Span] | None:
    """Where each line of a token's content stands in the text; None where the parser has changed the words."""
    pieces = []
    row = 0
    for line in content.split("\n"):
        words = line.strip().replace("\ufffd", "\0")
        for row in range(row, len(rows)):  # noqa: B020 - goes on where the last line was found
            at = _find(text, words, max(start, rows[row].start), rows[row].end)
            if at >= 0:
                break
        else:
            return None
        start = at + len(words)
        pieces.append(Span(at, start))
    return pieces


def _find(text: str, words: str, start: int, end: int) -> int:
    """Like `str.find`; the parser has put U+FFFD where the text has NUL."""
    line = text[start:end].replace("\ufffd", "\0")
    at = line.find(words)
    return start + at if at >= 0 else -1


def _inline(content: str, pieces: Sequence[Span]) -> list[Span]:
    """The inline syntax of a token, moved from its content to the text."""
    if len(content) > _LONGEST_WORDS:
        return []
    stripped = "\n".join(line.strip() for line in content.split("\n"))
    starts = []
    at = 0
    for piece in pieces:
        starts.append((at, piece))
        at += len(piece) + 1
    return [
        Span(piece.start + max(mark.start - at, 0), piece.start + min(mark.end - at, len(piece)))
        for mark in inline_marks(stripped)
        for at, piece in starts
        if mark.start < at + len(piece) and at < mark.end
    ]


def _gaps(text: str, span: Span, pieces: Sequence[Span]) -> list[Span]:
    edges = [span.start, *(edge for piece in pieces for edge in (piece.start, piece.end)), span.end]
    gaps = (Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    return [gap for gap in gaps if not gap.of(text).isspace()]
