"""Cases for the tests of names: documents whose model spans are marked in the text, `[Josiah Pell|PERSON] said`."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence

from dossier.annotate.names import find_names
from dossier.model.annotation import Annotated, Annotations, CandidateName, Passage, PassageKind, Reference
from dossier.model.entity import Entity, EntityKind
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.resolve.names import resolve_names

_MARK = re.compile(r"\[([^\]|]+)\|([A-Z_]+)\]")
_KINDS = {"By ": PassageKind.BYLINE, "- ": PassageKind.LIST_ITEM, "# ": PassageKind.HEADING}


def document(path: str, marked: str, *, references: Sequence[str] = ()) -> Annotated:
    """A document: one passage a line, its kind told by its beginning; `references` are names of cited authors."""
    text, found = "", []
    for piece in re.split(r"(\[[^\]|]+\|[A-Z_]+\])", marked):
        match = _MARK.fullmatch(piece)
        words = match[1] if match else piece
        if match:
            found.append((Span(len(text), len(text) + len(words)), match[2]))
        text += words
    passages = tuple(Passage(_kind(line[0]), Span(*line.span())) for line in re.finditer(r"\S[^\n]*", text))
    entities = [CandidateName(span, _passage(passages, span), label, "model") for span, label in found]
    cited = tuple(_reference(text, passages, author) for author in references)
    names = find_names(text, passages, (), entities, cited, ())
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    source = Source(f"id-{path}", path, sha256, "text", text, ())
    return Annotated(source, Annotations(sha256, passages, (), names, (), (), cited, (), ()))


def _kind(line: str) -> PassageKind:
    return next((kind for start, kind in _KINDS.items() if line.startswith(start)), PassageKind.PARAGRAPH)


def _passage(passages: Sequence[Passage], span: Span) -> int:
    return bisect_right(passages, span.start, key=lambda passage: passage.span.start) - 1


def _reference(text: str, passages: Sequence[Passage], author: str) -> Reference:
    span = Span(text.index(author), text.index(author) + len(author))
    return Reference(_passage(passages, span), 1, (span,))


def resolved(*documents: Annotated, manifest: Manifest | None = None) -> dict[EntityKind, dict[str, Entity]]:
    """The entities of a case by kind and name."""
    found: dict[EntityKind, dict[str, Entity]] = {kind: {} for kind in EntityKind}
    for entity in resolve_names(documents, manifest or Manifest()):
        found[entity.kind][entity.name] = entity
    return found


def people(*documents: Annotated) -> dict[str, Entity]:
    """The people of a case by name."""
    return resolved(*documents)[EntityKind.PERSON]


def forms(entity: Entity) -> set[str]:
    """The texts of an entity's mentions."""
    return {mention.text for mention in entity.named}
