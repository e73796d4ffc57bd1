"""What the comparisons look things up in: readings, statements and events by place, and which sources tell of one
affair."""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeGuard, TypeVar

from dossier.assemble.clauses import is_parsed
from dossier.assemble.content import content_stems
from dossier.assemble.reading import Reading
from dossier.assemble.speech.echoes import Echoes
from dossier.model.annotation import PassageKind, Sentence
from dossier.model.date import DateMeaning
from dossier.model.edtf import bounds
from dossier.model.entity import Entity, EntityKind
from dossier.model.event import Event
from dossier.model.span import Span
from dossier.model.statement import Statement

ONE_AFFAIR = 4
"""Up to so many sources are taken to tell of one affair: a reader has put them together."""
FEW_SOURCES = 20
"""Up to so many sources two tell of one affair if they name one person, organization or vehicle in common, two places,
or a place and a day; in a larger collection it takes twice that, and of names that not every fifth source has."""
LEAST = 0.35
"""Share of the logarithm of the number of sentences that makes a chance unlikely."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T|$)")
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


class HasReading(Protocol):
    """Whatever was found in one source."""

    @property
    def reading(self) -> Reading:
        """The source it was found in."""
        ...


Told = TypeVar("Told", bound=HasReading)


@dataclass(frozen=True)
class Context:
    """One case, as far as it is known before anything is compared."""

    readings: tuple[Reading, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    echoes: Echoes
    _words: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def by_source(self) -> dict[str, Reading]:
        """The readings by the id of their source."""
        return {reading.source: reading for reading in self.readings}

    @cached_property
    def named(self) -> dict[str, Entity]:
        """The entities by id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _offices(self) -> dict[str, dict[str, set[str]]]:
        """By the words of their roles: the ids of who holds them, each with the sources that say so."""
        found: dict[str, dict[str, set[str]]] = {}
        for entity in self.entities:
            for role in entity.roles:
                for word in role.text.casefold().split():
                    found.setdefault(word, {}).setdefault(entity.id, set()).add(role.source)
        return found

    def holder(self, office: str, source: str) -> str | None:
        """Id of who holds an office that one word names, in a case of few sources: the only one, or the only one of
        whose name the source has a word, or who holds it to more sources than anybody else."""
        told = self._offices.get(office.casefold(), {}) if len(self.readings) <= FEW_SOURCES else {}
        here = [i for i in sorted(told) if self._name_words(i) & self._words_of(source)]
        ranked = sorted(here or told, key=lambda i: (-len(told[i]), i))
        clear = len(ranked) == 1 or (len(ranked) > 1 and len(told[ranked[0]]) > len(told[ranked[1]]))
        return ranked[0] if clear else None

    def alone(self, office: str, entity: str) -> bool:
        """Whether nobody tells that an entity holds an office that one word names."""
        return entity not in self._offices.get(office.casefold(), {})

    def _name_words(self, entity: str) -> frozenset[str]:
        return frozenset(w for alias in self.named[entity].aliases for w in alias.split() if w[:1].isupper())

    def _words_of(self, source: str) -> frozenset[str]:
        if source not in self._words:
            reading = self.by_source[source]
            self._words[source] = frozenset(reading.text[t.start : t.end] for s in reading.sentences for t in s.tokens)
        return self._words[source]

    @cached_property
    def told(self) -> dict[str, Event]:
        """The events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def _said(self) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.source, []).append(statement)
        return {source: sorted(said, key=lambda s: s.span) for source, said in found.items()}

    @cached_property
    def _reported(self) -> dict[str, list[tuple[Span, Event]]]:
        found: dict[str, list[tuple[Span, Event]]] = {}
        for event in self.events:
            for report in event.reports:
                found.setdefault(report.source, []).append((report.span, event))
        return {source: sorted(told, key=lambda pair: pair[0]) for source, told in found.items()}

    def said(self, source: str) -> list[Statement]:
        """The statements of a source, in order."""
        return self._said.get(source, [])

    def statement_at(self, source: str, span: Span) -> Statement | None:
        """The shortest statement that shares at least half of a span."""
        said = self._said.get(source, [])
        last = bisect_right(said, span.end, key=lambda s: s.span.start)
        near = (s for s in said[max(0, last - 8) : last] if _shared(s.span, span) * 2 >= len(span))
        return min(near, key=lambda s: len(s.span), default=None)

    def event_at(self, source: str, span: Span) -> Event | None:
        """The event that the shortest report overlapping a span tells of."""
        told = self._reported.get(source, [])
        last = bisect_right(told, span.end, key=lambda pair: pair[0].start)
        near = [pair for pair in told[max(0, last - 8) : last] if pair[0].overlaps(span)]
        return min(near, key=lambda pair: len(pair[0]), default=(span, None))[1]

    @cached_property
    def _rarity(self) -> tuple[int, Counter[str]]:
        """How many sentences tell the story, and in how many of them each feature stands."""
        told = [features(reading, s) for reading in self.readings for s in self.story(reading)]
        return len(told), Counter(feature for found in told for feature in found)

    def weight(self, shared: Iterable[str]) -> float:
        """How telling some features are that two sentences share, as a part of what makes a chance unlikely: 1 is that
        of one that every tenth sentence of a hundred has, or of one that few sentences have."""
        total, counts = self._rarity
        weights = (math.log((total + 1) / counts[feature]) for feature in shared if feature in counts)
        return sum(weights) / (LEAST * math.log(total + 1)) if total else 0.0

    @cached_property
    def _kinds(self) -> dict[str, frozenset[str]]:
        """For each source the events it reports, the people and things it names, and the days on which things happen
        in it."""
        found = {
            reading.source: {d.value for d in reading.dates if d.meaning is DateMeaning.HAPPENED and _is_day(d.value)}
            for reading in self.readings
        }
        for event in self.events:
            for report in event.reports:
                found[report.source].add(event.id)
        few = len(self.readings) <= FEW_SOURCES
        for entity in self.entities:
            sources = {mention.source for mention in entity.named}
            if few or len(sources) * 5 <= len(self.readings):
                for source in sources:
                    found[source].add(entity.id)
        return {source: frozenset(kinds) for source, kinds in found.items()}

    def one_affair(self, a: str, b: str) -> bool:
        """Whether two sources can be taken to tell of one affair."""
        if a == b or len(self.readings) <= ONE_AFFAIR:
            return True
        shared = self._kinds[a] & self._kinds[b]
        weight = sum(0.5 if kind.startswith(EntityKind.PLACE) or _is_day(kind) else 1 for kind in shared)
        return weight >= (1 if len(self.readings) <= FEW_SOURCES else 2)

    def affairs(self, items: Iterable[Told]) -> list[list[Told]]:
        """Passages sorted by affair: in each list every source is of one affair with every other."""
        groups: list[tuple[list[str], list[Told]]] = []
        homes: dict[str, list[Told]] = {}
        for item in items:
            source = item.reading.source
            if source not in homes:
                home = next((g for g in groups if all(self.one_affair(source, other) for other in g[0])), None)
                if home is None:
                    home = ([], [])
                    groups.append(home)
                home[0].append(source)
                homes[source] = home[1]
            homes[source].append(item)
        return [group for _, group in groups]

    def published(self, source: str) -> tuple[str | None, str | None]:
        """First and last day on which a source can have been published."""
        publication = self.by_source[source].publication
        return bounds(publication.value if publication else None)

    def story(self, reading: Reading) -> Iterator[Sentence]:
        """The parsed sentences that tell the story, captions and tables left out."""
        for sentence in reading.sentences:
            if not reading.tells_story(sentence.passage) or not is_parsed(sentence):
                continue
            if reading.passages[sentence.passage].kind not in {PassageKind.TABLE_ROW}:
                yield sentence

    def is_headline(self, reading: Reading, passage: int) -> bool:
        """Whether a passage is the source's title, or stands before all paragraphs as one."""
        return passage == headline(reading)


def _is_day(value: str | None) -> TypeGuard[str]:
    return value is not None and _DAY.match(value) is not None


def headline(reading: Reading) -> int | None:
    """Index of the passage that is the source's title; None where it has none."""
    titles = [s.span for s in reading.document.annotations.stated if s.field == "title" and s.span]
    return reading.passage_at(titles[0].start) if titles else None


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def features(reading: Reading, sentence: Sentence, within: Span | None = None) -> frozenset[str]:
    """What a sentence, or a part of it, can be recognised by: stems of its telling words, dates left out, and ids of
    whom it names."""
    span = within or sentence.span
    named = reading.named_in(span)
    left_out = [n.span for n in named] + [d.span for d in reading.dates_in(span)]
    words = [
        t.lemma
        for t in sentence.tokens
        if t.pos in _TELLING
        and span.start <= t.start < span.end
        and not any(out.start <= t.start < out.end for out in left_out)
    ]
    return content_stems(*words) | {n.entity for n in named}


def sentence_at(reading: Reading, offset: int) -> Sentence | None:
    """The sentence that an offset lies in."""
    found: Sequence[Sentence] = reading.sentences_of(reading.passage_at(offset))
    return next((s for s in found if s.span.start <= offset < s.span.end), None)
