"""What one document alone shows, before anything is known of the rest of the case."""

from dataclasses import dataclass
from enum import StrEnum

from dossier.model.date import DateExpression
from dossier.model.quantity import Quantity
from dossier.model.source import Source
from dossier.model.span import Span


class PassageKind(StrEnum):
    """What a passage is for its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    QUOTE = "quote"
    BYLINE = "byline"
    REFERENCE = "reference"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a source. Passages do not overlap and together hold all that is not white space."""

    kind: PassageKind
    span: Span
    level: int = 0
    marks: tuple[Span, ...] = ()
    """Syntax of the format that a reader need not see."""
    label: Span | None = None
    """The label of an infobox or table line: `Launch date` in `Launch date6 June 2018`."""
    duplicate_of: int | None = None
    """Index of the earlier passage whose words this one repeats (a caption printed twice)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the language model sees it, offsets in the source's text."""

    start: int
    end: int
    lemma: str
    pos: str
    """Universal part of speech."""
    tag: str
    dep: str
    """Dependency label; empty where the sentence was not parsed."""
    head: int
    """Index of the head within the sentence; its own index at the root."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence within one passage."""

    span: Span
    passage: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class CandidateName:
    """A span that may be a name, and who says so."""

    span: Span
    passage: int
    label: str
    """In the OntoNotes scheme, whatever the pipeline: PERSON, ORG, GPE, LOC, FAC, PRODUCT, NORP, EVENT, …"""
    origin: str
    """`model`, `reference`, `byline`, `credit`, `crew list`, `title`, …"""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; one utterance over several paragraphs is one quotation."""

    span: Span
    """With its marks."""
    parts: tuple[Span, ...]
    """The quoted words without marks, one span a paragraph."""
    passage: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a numbered reference list, taken apart."""

    passage: int
    number: int
    authors: tuple[Span, ...] = ()
    title: Span | None = None
    publisher: Span | None = None
    published: Span | None = None
    accessed: Span | None = None


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A marker in running text that points to a reference: `[5]`."""

    span: Span
    passage: int
    number: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of a source's metadata that the document itself states."""

    field: str
    """`title`, `publisher`, `author`, `published`, `kind` or `language`."""
    value: str
    span: Span | None
    """The words that say so; None where the form of the whole document says it."""
    rule: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """Everything the per-source half finds in one document. Holds no path and no id, so that it can be
    cached by content."""

    sha256: str
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[CandidateName, ...]
    dates: tuple[DateExpression, ...]
    quotations: tuple[Quotation, ...]
    references: tuple[Reference, ...]
    footnotes: tuple[FootnoteMark, ...]
    stated: tuple[Stated, ...]
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document of a case with what it shows on its own: the input of the per-case half."""

    source: Source
    annotations: Annotations
