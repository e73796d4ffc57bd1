"""What decisions can be about: every thing of a dossier with its name and the places of its words."""

import unicodedata
from collections.abc import Iterable, Iterator

from dossier.model.dossier import Dossier
from dossier.model.span import Span

Known = tuple[str, str, str, Iterable[tuple[str, Span]]]
"""Kind, id, name, and where it stands: source and span."""

OTHERS = frozenset({"event", "statement", "disagreement", "source", "passage"})
"""The kinds of things that are no entities."""


def things(found: Dossier) -> Iterator[Known]:
    """Everything that a decision can be about."""
    for entity in found.entities:
        yield entity.kind.value, entity.id, entity.name, ((m.source, m.span) for m in entity.mentions)
    for event in found.events:
        yield "event", event.id, event.label, ((report.source, report.span) for report in event.reports)
    texts = {document.source.id: document.source.text for document in found.documents}
    for statement in found.statements:
        words = statement.span.of(texts[statement.source])
        yield "statement", statement.id, words, ((statement.source, statement.span),)
    for matter in (*found.disagreements, *found.agreements):
        places = ((words.source, words.span) for side in matter.sides for words in side.evidence)
        yield "disagreement", matter.id, matter.question, places
    for document in found.documents:
        yield "source", document.source.id, document.source.path, ((document.source.id, Span(0, 0)),)


def fold(name: str) -> str:
    """A name without case, accents and doubled blanks."""
    if not name.isascii():
        name = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(name.casefold().split())


def sort_of(kind: str) -> str:
    """Entities of all kinds are found alike: a decision may have changed the kind."""
    return kind if kind in OTHERS else "entity"
