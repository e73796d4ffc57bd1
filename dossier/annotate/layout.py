"""Blocks to passages: what each block of a document is for its reader."""

from dossier.model.annotation import Passage, PassageKind
from dossier.model.source import Block, BlockKind, Source

_KINDS = {
    BlockKind.HEADING: PassageKind.HEADING,
    BlockKind.PARAGRAPH: PassageKind.PARAGRAPH,
    BlockKind.LIST_ITEM: PassageKind.LIST_ITEM,
    BlockKind.QUOTE: PassageKind.QUOTE,
    BlockKind.TABLE_ROW: PassageKind.TABLE_ROW,
    BlockKind.CODE: PassageKind.PARAGRAPH,
    BlockKind.RULE: PassageKind.BOILERPLATE,
}


def lay_out(source: Source) -> tuple[Passage, ...]:
    """The passages of a source, in order, disjoint, together holding everything that is not white space."""
    return tuple(_passage(block) for block in source.blocks)


def _passage(block: Block) -> Passage:
    return Passage(_KINDS[block.kind], block.span, block.level, block.marks)
