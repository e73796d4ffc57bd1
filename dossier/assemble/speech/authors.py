"""Who `I` is where nobody is quoted: the deponent of a sworn statement (`I, Ada Byrne, make oath`), the witness under
whose name a statement stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from dossier.assemble.reading import Named, Reading
from dossier.model.annotation import PassageKind
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_DECLARED = re.compile(r"(?:^|(?<=\n)|(?<=\. ))I, (?=[^\W\d_])")
_MARKS = re.compile(r"[\s#*_>\d.)]*")
_held: list[tuple[Reading, tuple[tuple[int, Named | None], ...]]] = []
"""The parts of the last source that was asked for: all questions about a source come together."""


def author_at(reading: Reading, offset: int) -> Named | None:
    """The mention of whoever says `I` at an offset outside all quotations; None where the document does not tell."""
    if not _held or _held[0][0] is not reading:
        _held[:] = [(reading, tuple(_parts(reading)))]
    parts = _held[0][1]
    at = bisect_right(parts, offset, key=lambda part: part[0])
    return parts[at - 1][1] if at else None


def _parts(reading: Reading) -> Iterator[tuple[int, Named | None]]:
    """Where the words of somebody begin, in order; None where nobody's do."""
    found: dict[int, Named | None] = {}
    for match in _DECLARED.finditer(reading.text):
        person = _person_at(reading, match.end())
        if person is not None:
            found[match.start()] = person
    for passage in reading.passages:
        if passage.kind is PassageKind.HEADING:
            words = _MARKS.match(reading.text, passage.span.start, passage.span.end)
            start = words.end() if words else passage.span.start
            person = _person_at(reading, start)
            if person is not None or any(held is not None for held in found.values()):
                found[passage.span.start] = person if person and _speaks_below(reading, passage.span) else None
    yield from sorted(found.items())


def _person_at(reading: Reading, start: int) -> Named | None:
    return next((n for n in reading.named_at(start) if n.kind is EntityKind.PERSON and n.span.start == start), None)


def _speaks_below(reading: Reading, heading: Span) -> bool:
    """Whether the words below a heading, up to the next, have `I` as a subject, outside quotations."""
    for sentence in reading.sentences:
        if sentence.span.start < heading.end:
            continue
        if reading.passages[sentence.passage].kind is PassageKind.HEADING:
            return False
        for token in sentence.tokens:
            if token.lemma.casefold() == "i" and token.dep in {"nsubj", "nsubjpass"}:
                return not any(q.span.start <= token.start < q.span.end for q in reading.quotations_near(token.start))
    return False
