"""A passage in the making, and the blocks of a document as drafts: sentences joined, edit links split off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dossier.annotate.view import clean_view
from dossier.model.annotation import PassageKind
from dossier.model.source import Block, BlockKind, Source
from dossier.model.span import Span

_KINDS = {
    BlockKind.HEADING: PassageKind.HEADING,
    BlockKind.PARAGRAPH: PassageKind.PARAGRAPH,
    BlockKind.LIST_ITEM: PassageKind.LIST_ITEM,
    BlockKind.QUOTE: PassageKind.QUOTE,
    BlockKind.TABLE_ROW: PassageKind.TABLE_ROW,
    BlockKind.CODE: PassageKind.PARAGRAPH,
    BlockKind.RULE: PassageKind.BOILERPLATE,
}
_EDIT_LINK = re.compile(r"\s*Edit this (?:at|on) \w+\s*$")
_MARKER = re.compile(r"(?<=\S)\s?\[\d{1,3}\]")
_OPEN_END = re.compile(r"[\w,–—-]$")
_GOES_ON = re.compile(r"[a-zà-öø-ÿ]+(?![A-Z\w])")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_FEWEST_WORDS = 6
_LONGEST_JOIN = 5_000
"""Code points beyond which lines are no longer joined: no sentence is that long, and no rule may run away."""


@dataclass(slots=True)
class Draft:
    """A passage whose kind is still open."""

    kind: PassageKind
    span: Span
    raw: str
    """The passage as the source has it."""
    words: str
    """The passage without marks and footnote markers, white space made single blanks."""
    level: int = 0
    marks: tuple[Span, ...] = ()
    label: Span | None = None
    duplicate_of: int | None = None
    line_break_only: bool = False
    """Whether only a line break, no blank line, parts it from the one before."""
    settled: bool = False
    """Whether a step has decided what it is."""
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.words.split())

    def settle(self, kind: PassageKind) -> None:
        """Decide what it is."""
        self.kind = kind
        self.settled = True

    @property
    def is_open_paragraph(self) -> bool:
        """Whether it is still what every unmarked block is at first."""
        return not self.settled and self.kind is PassageKind.PARAGRAPH

    @property
    def ends_sentence(self) -> bool:
        """Whether the words end as a sentence does."""
        return bool(_SENTENCE_END.search(self.words))


def drafts(source: Source) -> list[Draft]:
    """The blocks of a source as drafts, in order."""
    found: list[Draft] = []
    for block in _joined(source.text, source.blocks):
        for piece in _split_edit_link(source.text, block):
            piece.line_break_only = _follows_at_once(source.text, found, piece.span)
            found.append(piece)
    return found


def _joined(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks, with a sentence that a line break or blank line has torn apart put together again."""
    run: list[Block] = []
    for block in blocks:
        if run and not _goes_on(text, run, block):
            yield _one(run)
            run = []
        run.append(block)
    if run:
        yield _one(run)


def _goes_on(text: str, run: Sequence[Block], block: Block) -> bool:
    last = run[-1]
    if last.kind is not BlockKind.PARAGRAPH or block.kind is not BlockKind.PARAGRAPH:
        return False
    if block.span.end - run[0].span.start > _LONGEST_JOIN or not _GOES_ON.match(text, block.span.start):
        return False
    before = text[last.span.start : last.span.end][-200:]
    return bool(_OPEN_END.search(before)) and len(before.split()) >= _FEWEST_WORDS


def _one(run: Sequence[Block]) -> Block:
    if len(run) == 1:
        return run[0]
    marks = tuple(mark for block in run for mark in block.marks)
    return Block(run[0].kind, Span(run[0].span.start, run[-1].span.end), run[0].level, marks)


def _split_edit_link(text: str, block: Block) -> Iterator[Draft]:
    found = _EDIT_LINK.search(text, max(block.span.start, block.span.end - 60), block.span.end)
    if not found or found.start() == block.span.start:
        yield _draft(text, block)
        return
    yield _draft(text, _part(block, block.kind, Span(block.span.start, found.start())))
    link = found[0].lstrip()
    start = found.end() - len(link)
    yield _draft(text, _part(block, BlockKind.PARAGRAPH, Span(start, start + len(link.rstrip()))))


def _part(block: Block, kind: BlockKind, span: Span) -> Block:
    """A part of a block, with the marks that lie in it."""
    level = block.level if kind is block.kind else 0
    return Block(kind, span, level, tuple(mark for mark in block.marks if span.contains(mark)))


def _draft(text: str, block: Block) -> Draft:
    words = _MARKER.sub("", clean_view(text, block.span, block.marks).text)
    settled = block.kind in (BlockKind.RULE, BlockKind.CODE)
    return Draft(_KINDS[block.kind], block.span, block.span.of(text), words, block.level, block.marks, settled=settled)


def _follows_at_once(text: str, found: Sequence[Draft], span: Span) -> bool:
    if not found:
        return False
    gap = text[found[-1].span.end : span.start]
    return gap.count("\n") <= 1 and gap.replace("\r\n", "\n").count("\r") <= 1
