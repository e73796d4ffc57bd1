"""What other documents of a case tell of the time of an undated one: events that they date in the same words.

Cheap evidence only: two words that stand together wherever one event is told.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dossier.model.annotation import Annotated, PassageKind, Sentence
from dossier.model.date import DateExpression, DateMeaning
from dossier.resolve.dates.arithmetic import day_bounds
from dossier.resolve.dates.whole import stated_period
from dossier.resolve.published.window import Window, end_value

AGREEING = 31
"""Days within which all documents must date a phrase for it to stand for one event."""
VOTES, SHARE = 2, 0.05
"""So many pieces of evidence, and such a share of them, must lie at or after a day for it to bound a publication."""

Phrase = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a sentence."""

    source: str
    first: date
    last: date
    value: str


class Phrasebook:
    """The phrases of a case: which document uses them, and with which dates."""

    def __init__(self, case: Sequence[Annotated]) -> None:
        self._used: dict[str, dict[Phrase, None]] = {}
        self._dated: dict[Phrase, dict[str, list[Dated]]] = defaultdict(lambda: defaultdict(list))
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

    def by_phrases(self, window: Window, source: str, near: Collection[str]) -> Window:
        """A window narrowed by events that other documents date and this one tells in the same two words; only the
        documents `near` it, by id, have a say."""
        evidence = self._evidence(source, near)
        place = max(VOTES, round(SHARE * len(evidence))) - 1
        if place >= len(evidence):
            return window
        told, phrase = evidence[place]
        reason = f"tells of “{' '.join(phrase)}”, which others date {told.value}"
        return window.after(told.first, reason, value=end_value(told.value, 0))

    def _evidence(self, source: str, near: Collection[str]) -> list[tuple[Dated, Phrase]]:
        """The phrases of a document that others date, all of them at one time; newest first, of each phrase no more
        than the votes that are needed."""
        found = []
        for phrase in self._used[source]:
            dated = self._dated.get(phrase, {})
            by_source = {other: dated[other] for other in near if other in dated}
            found += [(told, phrase) for told in _newest(by_source)[:VOTES]]
        return sorted(found, key=lambda item: (item[0].first, item[1], item[0].source), reverse=True)


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
    told = []
    for expression, value in dates.get(sentence.passage, ()):
        first, last = day_bounds(value)
        if first and last and (last - first).days <= 366 and (entry or sentence.span.contains(expression.span)):
            told.append((expression.span.start, Dated(document.source.id, first, last, value)))
    return told
