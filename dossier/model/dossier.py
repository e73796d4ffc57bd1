"""Everything a build concludes about one case: what `build` hands to `store`."""

from dataclasses import dataclass

from dossier.model.annotation import Passage
from dossier.model.citation import Citation
from dossier.model.date import DateMention
from dossier.model.disagreement import Matter
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.source import Fault, Source
from dossier.model.span import Span
from dossier.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Attribute:
    """A piece of a source's metadata with what it rests on."""

    field: str
    """`title`, `publisher`, `author`, `published`, `kind`, `language` or `url`."""
    value: str
    inferred: bool
    span: Span | None
    """The words in the source that say so."""
    basis: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its passages and what is known about it."""

    source: Source
    passages: tuple[Passage, ...]
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The people, events and sources of one case."""

    title: str
    description: str
    documents: tuple[Document, ...]
    faults: tuple[Fault, ...]
    entities: tuple[Entity, ...]
    dates: tuple[DateMention, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    disagreements: tuple[Matter, ...] = ()
    """What the sources differ on, the weightiest first."""
    agreements: tuple[Matter, ...] = ()
    """What was compared and agrees."""
