"""Datelines: the place, day and agency that a news report begins with tell where it was written, not what happened."""

import re
from typing import Protocol

from dossier.assemble.reading import Reading
from dossier.model.annotation import Sentence
from dossier.model.entity import EntityKind
from dossier.model.span import Span

_REST = re.compile(
    r"(?:[ \u00a0,/]{1,2}(?:[A-Z][\w.'’]{0,20}|\d[\w.]{0,8}|\([A-Z][^()\n]{1,30}\))){0,8},?[ \u00a0][-–—]{1,2}[ \u00a0]"
)
"""What may stand between the place and the dash that closes a dateline: names, numbers, an agency in brackets."""
_INDENT = 2
"""Code points that may stand before the first sentence of a passage."""


class Told(Protocol):
    """Whatever is told in a sentence."""

    @property
    def reading(self) -> Reading:
        """The source it is told in."""
        ...

    @property
    def sentence(self) -> Sentence:
        """The sentence that tells it."""
        ...

    @property
    def words(self) -> frozenset[str]:
        """Stems, and ids of whom and what it names."""
        ...


def dateline(reading: Reading, sentence: Sentence) -> Span | None:
    """The dateline that a sentence begins with, its dash included: `HULL, 4 March 2019 - The court …`; None for any
    other sentence."""
    start = sentence.span.start
    if start - reading.passages[sentence.passage].span.start > _INDENT:
        return None
    places = (n for n in reading.named_at(start) if n.kind is EntityKind.PLACE)
    ends = (m.end() for n in places if (m := _REST.match(reading.text, n.span.end, sentence.span.end)))
    end = max(ends, default=start)
    return Span(start, end) if end > start else None


def without_dateline(reading: Reading, sentence: Sentence, span: Span) -> Span:
    """The part of a span in a sentence that stands after its dateline."""
    line = dateline(reading, sentence)
    return span if line is None or line.end >= span.end else Span(max(span.start, line.end), span.end)


def elsewhere(one: Told, other: Told) -> bool:
    """Whether both name places or vehicles, and none in common; where a report was written counts only where it tells
    of no other place."""
    places = [_places(told) for told in (one, other)]
    return all(places) and not places[0] & places[1]


def _places(told: Told) -> frozenset[str]:
    local = (EntityKind.PLACE, EntityKind.VEHICLE)
    named = frozenset(word for word in told.words if word.startswith(local))
    line = dateline(told.reading, told.sentence)
    if line is None:
        return named
    behind = told.reading.named_in(Span(line.end, told.sentence.span.end))
    written = {n.entity for n in told.reading.named_in(line)} - {n.entity for n in behind}
    return named - written or named
