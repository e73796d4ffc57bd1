"""What the documents of a case settle together: names, dates and publication dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.date import DateMention, Publication
from dossier.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Resolution:
    """The result of `resolve`: the input of `assemble`, beside the annotations."""

    entities: tuple[Entity, ...]
    """Every mention of the case is in exactly one of them."""
    dates: tuple[DateMention, ...]
    """In order of source and offset."""
    publications: tuple[Publication, ...]
    """One a source, in the order of the sources."""
    authors: Mapping[str, str] = field(default_factory=dict)
    """By source id: the id of the person who wrote it, where the reader says so."""
