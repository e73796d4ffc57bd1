"""The days that a document tells, as far as they are known, with the words they are told with."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import log

from dossier.model.annotation import Annotated, CandidateName, Sentence
from dossier.model.date import DateMeaning
from dossier.model.span import Span
from dossier.resolve.dates import document_dates
from dossier.resolve.dates.arithmetic import day_bounds
from dossier.resolve.published.related import words_of
from dossier.resolve.published.window import NARROW, Window

DISTANCES = (0, 3, 31)
"""Days that are compared as the same, near, or of about one time."""
YEAR = 366


@dataclass(frozen=True, slots=True)
class Told:
    """A day that a sentence tells."""

    day: date
    names: frozenset[str]
    nouns: frozenset[str]


class Sentences:
    """The sentences of one document, found by offset, with the words that tell what they are about."""

    def __init__(self, document: Annotated) -> None:
        self._document = document
        self._sentences = document.annotations.sentences
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._names: dict[int, list[CandidateName]] = {}
        for name in document.annotations.names:
            place = self._place(name.span)
            if place is not None:
                self._names.setdefault(place, []).append(name)

    def words(self, span: Span) -> tuple[frozenset[str], frozenset[str]]:
        """Words of names and common nouns of the sentence that holds a span; empty where none does."""
        place = self._place(span)
        if place is None:
            return frozenset(), frozenset()
        names = (word for name in self._names.get(place, ()) for word in words_of(self._document, name))
        return frozenset(names), _nouns(self._sentences[place])

    def _place(self, span: Span) -> int | None:
        place = bisect_right(self._starts, span.start) - 1
        return place if place >= 0 and self._sentences[place].span.overlaps(span) else None


def _nouns(sentence: Sentence) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in sentence.tokens if token.pos == "NOUN")


class Chronicle:
    """The days that one document tells, given what is known of its publication."""

    def __init__(self, document: Annotated, sentences: Sentences, published: str | None, kind: str) -> None:
        self.path = document.source.path
        self.told: list[Told] = []
        for mention in document_dates(document, published, kind):
            if mention.meaning is DateMeaning.HAPPENED and "?" not in (mention.value or ""):
                for day in _days(mention.value):
                    self.told.append(Told(day, *sentences.words(mention.span)))
        first, last = day_bounds(published)
        near = first and last and (last - first).days <= NARROW
        self.published = frozenset(day for day in (first, last) if day and near)
        self.days = self.published | {told.day for told in self.told}
        self._chances: dict[int, float] = {}

    def nearness(self, day: date) -> float:
        """How unlikely it is by chance that a day lies as near to one of these as it does: the negative natural
        logarithm of the share of all days of the year that lie so near to one; 0 where it is far from all."""
        away = min((abs((day - one).days) for one in self.days), default=DISTANCES[-1] + 1)
        reach = next((most for most in DISTANCES if away <= most), None)
        return 0.0 if reach is None else -log(self._chance(reach))

    def _chance(self, reach: int) -> float:
        if reach not in self._chances:
            steps = range(-reach, reach + 1)
            near = {(day.timetuple().tm_yday + step) % YEAR for day in self.days for step in steps}
            self._chances[reach] = len(near) / YEAR
        return self._chances[reach]


def _days(value: str | None) -> Iterable[date]:
    """The day of a value, or both of a night."""
    first, last = day_bounds(value)
    return {first, last} if first and last and (last - first).days <= 1 else ()


def known(window: Window) -> str | None:
    """EDTF of an inferred publication as far as others may rest on it."""
    return None if window.assumed else window.edtf()
