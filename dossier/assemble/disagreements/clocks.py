"""The time of day of one happening, where different sources give it differently, whether or not their reports were
joined into one event: the day may be told elsewhere in the text, or not at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.assemble.clauses import clause, predicate_above
from dossier.assemble.clock_times import ClockTime, clock_times
from dossier.assemble.content import acts_named, acts_of_noun, stem
from dossier.assemble.disagreements.assertion import is_open, negation
from dossier.assemble.disagreements.bearing import dated_apart
from dossier.assemble.disagreements.context import Context, features, headline
from dossier.assemble.disagreements.questions import asked_of
from dossier.assemble.disagreements.sides import Answer, Question, matter, sided
from dossier.assemble.reading import Reading
from dossier.assemble.words import action_nouns, saying_verbs, stative_verbs
from dossier.hours import dotted_times
from dossier.messages import message_at
from dossier.model.annotation import Sentence
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.span import Span

_SOFT = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|shortly|just|circa|after|before|until|by|from|between|"
    r"since|till)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"\bat\s+(?:about\s+|around\s+)?$|,\s*$|^\W*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost|circa)\s+$", re.IGNORECASE)
_ASPECTS = frozenset({"begin", "start", "open", "happen", "occur", "take", "come", "go", "end", "stop", "finish"})
"""Verbs that say only when what their subject names takes place."""
SLACK = 5
"""Minutes that `about` leaves open."""
MOST_APART = 90
"""Minutes; what is told farther apart is more likely another happening of the day."""


@dataclass(frozen=True, slots=True)
class _Clock:
    reading: Reading
    sentence: Sentence
    span: Span
    time: ClockTime
    slack: int
    deeds: frozenset[str]
    senses: frozenset[int]
    words: frozenset[str]


def clocks(context: Context) -> Iterator[Matter]:
    """One matter for each happening that sources give different times of day."""
    found = [clock for reading in context.readings for s in context.story(reading) for clock in _told(reading, s)]
    groups: list[list[_Clock]] = []
    for clock in found:
        home = next((g for g in groups if any(_of_one(context, clock, other) for other in g)), None)
        if home is None:
            groups.append([clock])
        elif all(other.reading.source != clock.reading.source or _agree(clock, other) for other in home):
            home.append(clock)
    for group in groups:
        made = _matter(context, group)
        if made is not None:
            yield made


def _told(reading: Reading, sentence: Sentence) -> Iterator[_Clock]:
    text = sentence.span.of(reading.text)
    for time in clock_times(text):
        before = text[: time.start]
        if time.dotted and sentence.span.start + time.start not in dotted_times(reading.text):
            continue
        if time.plain and not time.dotted and not _PLACED.search(before):
            continue
        soft = _ABOUT.search(before)
        if _SOFT.search(before) and not soft:
            continue
        start = sentence.span.start + time.start
        message = message_at(reading.text, start)
        if message is not None and start < message.head.end:
            continue  # the stamp of a message tells when it was sent
        at = next((i for i, t in enumerate(sentence.tokens) if t.start <= start < t.end), None)
        verb = None if at is None else predicate_above(sentence, at)
        if verb is None or negation(sentence, verb) is not None or is_open(sentence, verb):
            continue
        made = _clock(reading, sentence, verb, time, SLACK if soft else 0)
        if made.deeds:
            yield made


def _clock(reading: Reading, sentence: Sentence, verb: int, time: ClockTime, slack: int) -> _Clock:
    tokens = sentence.tokens
    whole = clause(sentence, verb)
    nouns = frozenset(tokens[i].lemma.casefold() for i in whole.subjects if tokens[i].pos == "NOUN")
    nouns = frozenset(n for n in nouns if n in action_nouns())
    done = [verb, *(i for i, t in enumerate(tokens) if t.dep == "conj" and t.head == verb and t.pos == "VERB")]
    silent = saying_verbs() | stative_verbs() | (_ASPECTS if nouns else frozenset())
    verbs = frozenset(tokens[i].lemma.casefold() for i in done) - silent
    acts = acts_named(nouns, verbs)
    start = sentence.span.start + time.start
    return _Clock(
        reading, sentence, Span(start, sentence.span.start + time.end), time, slack,
        acts.stems if nouns or verbs else frozenset(), acts.senses, features(reading, sentence) - acts.stems,
    )  # fmt: skip


def _of_one(context: Context, a: _Clock, b: _Clock) -> bool:
    """Whether two times can be of one happening: one act, a name or another word in common or the act in a title, and
    no different days."""
    if not (a.deeds & b.deeds or a.senses & b.senses):
        return False
    headed = _titled(a.reading) | _titled(b.reading)
    if not a.words & b.words and not a.deeds & b.deeds & headed:
        return False
    if not context.one_affair(a.reading.source, b.reading.source) or a.time.apart(b.time) > MOST_APART:
        return False
    return not dated_apart((a.reading, a.sentence), (b.reading, b.sentence))


def _titled(reading: Reading) -> frozenset[str]:
    """Stems of the words of a source's title, and of the verbs that its nouns come from: what the source is about."""
    title = headline(reading)
    sentences = () if title is None else reading.sentences_of(title)
    words = [t.lemma.casefold() for s in sentences for t in s.tokens]
    return frozenset(map(stem, words)).union(*(acts_of_noun(word) for word in words))


def _agree(a: _Clock, b: _Clock) -> bool:
    return a.time.apart(b.time) <= a.slack + b.slack


def _matter(context: Context, group: Sequence[_Clock]) -> Matter | None:
    apart = [(a, b) for a, b in combinations(group, 2) if not _agree(a, b)]
    if not any(a.reading.source != b.reading.source for a, b in apart):
        return None
    minutes = max(a.time.apart(b.time) for a, b in apart)
    question = Question(
        _asked(group), "time", MatterKind.CONFLICT, "times of one happening", f"the times differ by {minutes} minutes",
        0.5,
    )  # fmt: skip
    sides = sided(
        (
            f"{clock.time.minute // 60:02d}:{clock.time.minute % 60:02d}",
            Answer(clock.reading.source, clock.sentence.passage, _around(clock)),
        )
        for clock in group
    )
    return matter(context, question, sides)


def _asked(group: Sequence[_Clock]) -> str:
    """`At what time did the fire break out?`, by the clause that tells it most shortly."""
    told = [(clock, verb) for clock in group if (verb := _verb(clock)) is not None]
    asked = (asked_of(clock.reading, clock.sentence, verb, "At what time") for clock, verb in told)
    words = " ".join(_around(group[0]).of(group[0].reading.text).split())
    return min(filter(None, asked), key=len, default=f"At what time: “{words}”?")


def _verb(clock: _Clock) -> int | None:
    at = next(i for i, t in enumerate(clock.sentence.tokens) if t.start <= clock.span.start < t.end)
    return predicate_above(clock.sentence, at)


def _around(clock: _Clock) -> Span:
    """The time with the clause it stands in, where that begins no farther back than the sentence."""
    verb = _verb(clock)
    told = clock.span if verb is None else clause(clock.sentence, verb).span
    return Span(min(told.start, clock.span.start), max(told.end, clock.span.end))
