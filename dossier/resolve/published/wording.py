"""What other documents of a case tell of the time of an undated one: events that they date in the same words.

Cheap evidence only: a day without its year that another document gives in full, about the same thing; two words
that stand together wherever one event is told.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dossier.model.annotation import Annotated, PassageKind, Sentence
from dossier.model.date import Anchor, DateExpression, DateMeaning
from dossier.resolve.dates.arithmetic import day_bounds
from dossier.resolve.dates.terms import in_year
from dossier.resolve.dates.whole import stated_period
from dossier.resolve.published.window import Window

AGREEING = 31
"""Days within which all documents must date a phrase for it to stand for one event."""
VOTES, SHARE = 2, 0.05
"""So many pieces of evidence, and such a share of them, must lie at or after a day for it to bound a publication."""

Phrase = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a sentence, and the nouns it is told with."""

    source: str
    first: date
    last: date
    value: str
    nouns: frozenset[str]


class Phrasebook:
    """The phrases of a case: which document uses them, and with which dates."""

    def __init__(self, case: Sequence[Annotated]) -> None:
        self._used: dict[str, dict[Phrase, None]] = {}
        self._dated: dict[Phrase, list[Dated]] = defaultdict(list)
        self._days: dict[tuple[int, int], list[Dated]] = defaultdict(list)
        for document in case:
            self._read(document)

    def _read(self, document: Annotated) -> None:
        used = self._used.setdefault(document.source.id, {})
        dates = _full_dates(document)
        for sentence in document.annotations.sentences:
            told = _told(document, sentence, dates)
            for phrase, place in _phrases(sentence):
                used[phrase] = None
                if told:
                    before = [dated for start, dated in told if start < place]
                    self._dated[phrase].append(before[-1] if before else told[0][1])
            for _, dated in told:
                if (dated.last - dated.first).days <= 1:
                    self._days[dated.first.month, dated.first.day].append(dated)
                    self._days[dated.last.month, dated.last.day].append(dated)

    def by_days(self, window: Window, document: Annotated) -> Window:
        """A window narrowed by the days a document tells without their year, where others give the year: the same
        day, one noun in common at least, and no two years possible."""
        found: dict[int, tuple[DateExpression, Dated]] = {}
        for expression, nouns in _yearless_days(document):
            month, day = int(expression.term.pattern[5:7]), int(expression.term.pattern[8:])
            for told in self._days.get((month, day), ()):
                if told.source != document.source.id and told.nouns & nouns:
                    found.setdefault(told.last.year, (expression, told))
        if len(found) != 1:
            return window
        year, (expression, _) = next(iter(found.items()))
        first = day_bounds(in_year(expression.term.pattern, year))[0]
        words = expression.span.of(document.source.text)
        return window.after(first, f"tells of “{words}”, which others date {year}") if first else window

    def by_phrases(self, window: Window, source: str) -> Window:
        """A window narrowed by events that other documents date and this one tells in the same two words."""
        evidence = self._evidence(source)
        place = max(VOTES, round(SHARE * len(evidence))) - 1
        if place >= len(evidence):
            return window
        told, phrase = evidence[place]
        return window.after(told.first, f"tells of “{' '.join(phrase)}”, which others date {told.value}")

    def _evidence(self, source: str) -> list[tuple[Dated, Phrase]]:
        """The phrases of a document that other documents date, all of them at one time; newest first."""
        found = []
        for phrase in self._used[source]:
            dated = [told for told in self._dated.get(phrase, ()) if told.source != source]
            if dated and _agree(dated):
                found += [(told, phrase) for told in {told.source: told for told in dated}.values()]
        return sorted(found, key=lambda item: (item[0].first, item[1], item[0].source), reverse=True)


def _agree(dated: Sequence[Dated]) -> bool:
    widest = max((told.last - told.first).days for told in dated)
    return (max(t.last for t in dated) - min(t.first for t in dated)).days <= max(AGREEING, widest)


def _phrases(sentence: Sentence) -> Iterator[tuple[Phrase, int]]:
    """Pairs of neighbouring common nouns, or adjective and noun, with their offsets: `air leak`, `blood clot`.
    Names are left out, they stand for persons and places at any time."""
    for left, right in pairwise(sentence.tokens):
        if right.pos == "NOUN" and left.pos in ("NOUN", "ADJ") and right.start - left.end <= 1:
            yield (left.lemma.lower(), right.lemma.lower()), left.start


def _nouns(sentence: Sentence) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in sentence.tokens if token.pos == "NOUN")


def _yearless_days(document: Annotated) -> Iterator[tuple[DateExpression, frozenset[str]]]:
    for expression in document.annotations.dates:
        term = expression.term
        if term.anchor is Anchor.YEAR and len(term.pattern) == 10 and term.direction <= 0:
            for sentence in document.annotations.sentences:
                if sentence.span.contains(expression.span):
                    yield expression, _nouns(sentence)


def _full_dates(document: Annotated) -> Mapping[int, list[tuple[DateExpression, str]]]:
    """By passage, the dates that a document states; of a reference the day of its publication only."""
    dates: dict[int, list[tuple[DateExpression, str]]] = defaultdict(list)
    for expression in document.annotations.dates:
        value = stated_period(expression)
        if value and expression.meaning is not DateMeaning.ACCESSED:
            dates[expression.passage].append((expression, value))
    return dates


def _told(
    document: Annotated, sentence: Sentence, dates: Mapping[int, list[tuple[DateExpression, str]]]
) -> list[tuple[int, Dated]]:
    """The dates of a sentence, or of the reference entry that it is part of, with their offsets, in order."""
    entry = document.annotations.passages[sentence.passage].kind is PassageKind.REFERENCE
    nouns, told = _nouns(sentence), []
    for expression, value in dates.get(sentence.passage, ()):
        first, last = day_bounds(value)
        if first and last and (last - first).days <= 366 and (entry or sentence.span.contains(expression.span)):
            told.append((expression.span.start, Dated(document.source.id, first, last, value, nouns)))
    return told
