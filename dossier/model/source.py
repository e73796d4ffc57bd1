"""A document as read: its text, and the blocks its format shows."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.span import Span


class BlockKind(StrEnum):
    """What the format itself says of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    TABLE_ROW = "table row"
    CODE = "code"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Block:
    """One block, its outer white space left out."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Depth of a heading (1 is the title's) or of a list item; 0 elsewhere."""
    marks: tuple[Span, ...] = ()
    """Spans inside the block that are syntax of the format, not text: `**`, `# `, `](url)`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a case, as read and before anything is concluded from it."""

    id: str
    path: str
    """Relative to the case, with `/`."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    format: str
    """`text` or `markdown`."""
    text: str
    """The decoded file: a byte order mark dropped, newlines as they are. All offsets point into it."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A document, or a stage of one, that could not be worked on. Never fatal to a build."""

    path: str
    stage: str
    """`read` or `annotate`."""
    reason: str
    """What happened and what to do, for a person."""
