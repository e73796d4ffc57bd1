"""The documents of a case as decisions need them: where words stand, and what is named there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from dossier.model.decision import Anchor
from dossier.model.dossier import Document
from dossier.model.entity import Entity
from dossier.model.selection import Place
from dossier.model.span import Span


class Documents(Protocol):
    """What is asked of the documents of a case; offsets are code points of their texts."""

    def has(self, sha256: str) -> bool:
        """Whether a document has this hash."""

    def at_path(self, path: str) -> tuple[str, str] | None:
        """Hash and text of the document at a path; None where there is none."""

    def locate(self, anchor: Anchor) -> Place | None:
        """Where words stand; None where they do not stand there, or in no passage."""

    def named(self, source: str, span: Span) -> Sequence[tuple[str, str]]:
        """Id and kind of the entities found that are named within a span, each once, in order of their ids."""


class Texts:
    """The documents of a whole dossier."""

    def __init__(self, documents: Iterable[Document], entities: Sequence[Entity]) -> None:
        self._paths = {document.source.path: document for document in documents}
        self._hashes: dict[str, Document] = {}
        for document in self._paths.values():
            self._hashes.setdefault(document.source.sha256, document)
        self._entities = entities
        self._mentions: dict[str, list[tuple[int, int, str, str]]] = {}

    def has(self, sha256: str) -> bool:
        """See `Documents`."""
        return sha256 in self._hashes

    def at_path(self, path: str) -> tuple[str, str] | None:
        """See `Documents`."""
        document = self._paths.get(path)
        return (document.source.sha256, document.source.text) if document else None

    def locate(self, anchor: Anchor) -> Place | None:
        """See `Documents`."""
        document = self._hashes.get(anchor.sha256)
        if document is None or not document.source.text.startswith(anchor.text, anchor.start):
            return None
        passage = bisect_right(document.passages, anchor.start, key=lambda one: one.span.start) - 1
        return Place(document.source.id, passage) if passage >= 0 else None

    def named(self, source: str, span: Span) -> Sequence[tuple[str, str]]:
        """See `Documents`."""
        if not self._mentions:
            for entity in self._entities:
                for mention in entity.mentions:
                    place = (mention.span.start, mention.span.end, entity.id, entity.kind.value)
                    self._mentions.setdefault(mention.source, []).append(place)
            for places in self._mentions.values():
                places.sort()
        places = self._mentions.get(source, [])
        inside = places[bisect_left(places, (span.start,)) : bisect_left(places, (span.end,))]
        return sorted({(id_, kind) for _, end, id_, kind in inside if end <= span.end})
