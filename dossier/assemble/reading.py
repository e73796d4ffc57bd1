"""One document with what the case resolved of it: the lookups that events and statements are made with."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from operator import attrgetter
from typing import TypeVar
from weakref import WeakKeyDictionary

from dossier.model.annotation import Annotated, Passage, PassageKind, Quotation, Sentence
from dossier.model.date import DateMention, Publication
from dossier.model.entity import EntityKind
from dossier.model.span import Span

STORY = frozenset(
    {
        PassageKind.HEADING,
        PassageKind.PARAGRAPH,
        PassageKind.LIST_ITEM,
        PassageKind.TABLE_ROW,
        PassageKind.CAPTION,
        PassageKind.QUOTE,
    }
)
"""The kinds of passage that tell the story; bylines, references and boilerplate do not."""


_NESTED = 4
"""Quotations that stand one inside the other, at most."""

_START = attrgetter("span.start")
"""Where something stands, by which a document's parts are in order."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention and the entity it belongs to."""

    span: Span
    entity: str
    kind: EntityKind
    gender: str = ""
    """`m` or `f` where names or forms of address tell it of a person."""


_Standing = TypeVar("_Standing", Named, DateMention)
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Reading:
    """A source, its annotations and its resolved mentions and dates, each in order of offset. It equals itself alone,
    so that what is made of it can be kept with it (`once_a_reading`)."""

    position: int
    """Of the source in the case."""
    document: Annotated
    named: tuple[Named, ...]
    dates: tuple[DateMention, ...]
    publication: Publication | None
    described: tuple[Named, ...] = ()
    """Descriptions that denote somebody without a name beside them: `the Administrator`."""
    author: Named | None = None
    """Who wrote it, where the reader says so: the first mention there, or an empty span at the beginning."""

    @property
    def source(self) -> str:
        """The source's id."""
        return self.document.source.id

    @property
    def text(self) -> str:
        """The source's text."""
        return self.document.source.text

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The source's passages."""
        return self.document.annotations.passages

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The source's sentences."""
        return self.document.annotations.sentences

    def kinds(self) -> dict[str, EntityKind]:
        """The kind of every entity that the source names."""
        return {n.entity: n.kind for n in self.named}

    def tells_story(self, passage: int) -> bool:
        """Whether a passage belongs to the body and is not the repetition of an earlier one."""
        found = self.passages[passage]
        return found.kind in STORY and found.duplicate_of is None

    def passage_at(self, offset: int) -> int:
        """Index of the passage that an offset lies in, or of the last one before it."""
        return max(bisect_right(self.passages, offset, key=_START) - 1, 0)

    def named_in(self, span: Span) -> tuple[Named, ...]:
        """The mentions that lie inside a span."""
        return _inside(self.named, span)

    def described_in(self, span: Span) -> tuple[Named, ...]:
        """The descriptions that lie inside a span."""
        return _inside(self.described, span)

    def named_at(self, offset: int) -> tuple[Named, ...]:
        """The mentions that an offset lies in."""
        passage = self.passages[self.passage_at(offset)].span
        return tuple(n for n in self.named_in(passage) if n.span.start <= offset < n.span.end)

    def quotations_near(self, offset: int) -> tuple[Quotation, ...]:
        """The last quotation that begins at or before an offset: the only one that it can lie in, since none is
        inside another."""
        found = self.document.annotations.quotations
        last = bisect_right(found, offset, key=_START)
        return found[max(0, last - 1) : last]

    def quotation_after(self, offset: int) -> Quotation | None:
        """The first quotation that begins at or after an offset."""
        found = self.document.annotations.quotations
        first = bisect_left(found, offset, key=_START)
        return found[first] if first < len(found) else None

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """The dates that lie inside a span."""
        return _inside(self.dates, span)

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that overlap a span; of those begun before it only the nearest few are looked at."""
        quotations = self.document.annotations.quotations
        first = bisect_left(quotations, span.start, key=_START)
        last = bisect_left(quotations, span.end, key=_START)
        return tuple(q for q in quotations[max(0, first - _NESTED) : last] if q.span.overlaps(span))

    def sentences_of(self, passage: int) -> Sequence[Sentence]:
        """The sentences of a passage, in order."""
        first = bisect_left(self.sentences, self.passages[passage].span.start, key=_START)
        last = bisect_left(self.sentences, self.passages[passage].span.end, key=_START)
        return self.sentences[first:last]


def once_a_reading(make: Callable[[Reading], _Made]) -> Callable[[Reading], _Made]:
    """A function that makes something of a reading, so that it is made when first asked for and lives no longer than
    the reading."""
    held: WeakKeyDictionary[Reading, _Made] = WeakKeyDictionary()

    @wraps(make)
    def kept(reading: Reading) -> _Made:
        if reading not in held:
            held[reading] = make(reading)
        return held[reading]

    return kept


def _inside(found: tuple[_Standing, ...], span: Span) -> tuple[_Standing, ...]:
    """What lies inside a span, of what stands in order of offset."""
    if not found:
        return ()
    first = bisect_left(found, span.start, key=_START)
    last = bisect_right(found, span.end, first, key=_START)
    return tuple([one for one in found[first:last] if one.span.end <= span.end])
