"""What other documents of a case tell of the time of an undated one: events that they date in the same words.

Cheap evidence only: a day without its year that another document gives in full, about the same thing; two words
that stand together wherever one event is told.
"""

import re
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
from dossier.resolve.published.window import Window, end_value

AGREEING = 31
"""Days within which all documents must date a phrase for it to stand for one event."""
VOTES, SHARE = 2, 0.05
"""So many pieces of evidence, and such a share of them, must lie at or after a day for it to bound a publication."""
FEW = 20
"""Up to so many documents that date a phrase, each is judged by the others alone; beyond, one more is nothing."""

_DAY = re.compile(r"XXXX-\d\d-\d\d")

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
        self._dated: dict[Phrase, dict[str, list[Dated]]] = defaultdict(lambda: defaultdict(list))
        self._days: dict[tuple[int, int], dict[int, dict[str, set[str]]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(set))
        )
        self._newest: dict[Phrase, list[Dated]] = {}
        for document in case:
            self._read(document)

    def _read(self, document: Annotated) -> None:
        source = document.source.id
        used, dates = self._used.setdefault(source, {}), _full_dates(document)
        for sentence in document.annotations.sentences:
            told = _told(document, sentence, dates)
            for phrase, place in _phrases(sentence):
                used[phrase] = None
                if told:
                    before = [dated for start, dated in told if start < place]
                    self._dated[phrase][source].append(before[-1] if before else told[0][1])
            for _, dated in told:
                self._remember_day(dated)

    def _remember_day(self, dated: Dated) -> None:
        """Two documents a noun are enough to know whether another one tells of a day."""
        for day in {dated.first, dated.last} if (dated.last - dated.first).days <= 1 else ():
            nouns = self._days[day.month, day.day][day.year]
            for noun in dated.nouns:
                if len(nouns[noun]) < 2:
                    nouns[noun].add(dated.source)

    def by_days(self, window: Window, document: Annotated) -> Window:
        """A window narrowed by the days a document tells without their year, where others give the year: the same
        day, one noun in common at least, and no two years possible."""
        found: dict[int, DateExpression] = {}
        for expression, nouns in _yearless_days(document):
            month, day = int(expression.term.pattern[5:7]), int(expression.term.pattern[8:])
            for year, told in self._days.get((month, day), {}).items():
                if any(told[noun] - {document.source.id} for noun in nouns if noun in told):
                    found.setdefault(year, expression)
        if len(found) != 1:
            return window
        year, expression = next(iter(found.items()))
        first = day_bounds(in_year(expression.term, year))[0]
        words = expression.span.of(document.source.text)
        return window.after(first, f"tells of “{words}”, which others date {year}") if first else window

    def by_phrases(self, window: Window, source: str) -> Window:
        """A window narrowed by events that other documents date and this one tells in the same two words."""
        evidence = self._evidence(source)
        place = max(VOTES, round(SHARE * len(evidence))) - 1
        if place >= len(evidence):
            return window
        told, phrase = evidence[place]
        reason = f"tells of “{' '.join(phrase)}”, which others date {told.value}"
        return window.after(told.first, reason, value=end_value(told.value, 0))

    def _evidence(self, source: str) -> list[tuple[Dated, Phrase]]:
        """The phrases of a document that other documents date, all of them at one time; newest first, of each
        phrase no more than the votes that are needed."""
        found = []
        for phrase in self._used[source]:
            if phrase in self._dated:
                newest = [told for told in self._agreed(phrase, source) if told.source != source]
                found += [(told, phrase) for told in newest[:VOTES]]
        return sorted(found, key=lambda item: (item[0].first, item[1], item[0].source), reverse=True)

    def _agreed(self, phrase: Phrase, source: str) -> list[Dated]:
        """The newest dates of a phrase, one a document, if all documents agree; the document in question has no say
        among few, and no weight among many."""
        by_source = self._dated[phrase]
        if len(by_source) <= FEW:
            return _newest({other: told for other, told in by_source.items() if other != source})
        if phrase not in self._newest:
            self._newest[phrase] = _newest(by_source)
        return self._newest[phrase]


def _newest(by_source: Mapping[str, Sequence[Dated]]) -> list[Dated]:
    told = [dated for dates in by_source.values() for dated in dates]
    if not told or not _agree(told):
        return []
    newest = [max(dates, key=lambda dated: (dated.first, dated.value)) for dates in by_source.values()]
    return sorted(newest, key=lambda dated: (dated.first, dated.source), reverse=True)[: VOTES + 1]


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
        if term.anchor is Anchor.YEAR and _DAY.fullmatch(term.pattern) and term.direction <= 0:
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
