"""Whether two propositions are of one thing: a predicate of one meaning, and the same who or what, told in words rare
enough that it is no chance."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dossier.assemble.disagreements.bearing import dated_apart, heard_apart
from dossier.assemble.disagreements.context import Context
from dossier.assemble.disagreements.messages import two_ends
from dossier.assemble.disagreements.phrases import Phrase, can_be_same
from dossier.assemble.disagreements.propositions import Proposition
from dossier.assemble.tense import Tense, tense_of

_TOLD = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT})
"""Tenses in which a source tells what was so."""
_ANY = frozenset({"nothing", "nobody", "none", "anything", "anybody", "anyone", "noone"})
_AS_MESSAGES = 1.5
"""How many times as telling what two have in common must be where the one tells that word was sent, the other that
none came: who sent it and to whom is told by other words."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Likeness:
    """Likeness of propositions in one case."""

    def __init__(self, context: Context, found: Sequence[Proposition]) -> None:
        self._context = context
        sentences = {(p.reading.source, p.sentence.span): p.words | p.stems for p in found}
        self._total = len(sentences)
        self._counts = Counter(word for words in sentences.values() for word in words)
        self._weight = {word: math.log((len(sentences) + 1) / n) for word, n in self._counts.items()}
        self.least = 0.35 * math.log(len(sentences) + 1)
        """Weight of the words in common that makes a chance unlikely: about that of one word of every tenth sentence
        in a hundred, or of one that few sentences have."""

    def apart(self, a: Proposition, b: Proposition) -> bool:
        """Whether two propositions are told in different voices, of one affair."""
        if not self._context.one_affair(a.reading.source, b.reading.source):
            return False
        return heard_apart((a.reading, a.said_by), (b.reading, b.said_by))

    def opposed_apart(self, a: Proposition, b: Proposition) -> bool:
        """Whether two propositions are told in different voices, of which one may be the source's own: what it tells
        itself, and somebody in it rejects."""
        own = a.reading is b.reading and bool(a.said_by) != bool(b.said_by)
        told = (tense_of(p.sentence, p.sentence.tokens[p.at].head if p.is_state else p.at) for p in (a, b))
        return (own and all(tense in _TOLD for tense in told)) or self.apart(a, b)

    def opposed(self, a: Proposition, b: Proposition) -> bool:
        """Whether one rejects what the other tells, or tells what excludes it; of one thing and on one day."""
        if (
            not excludes(a, b)
            or self._came_later(a, b)
            or dated_apart((a.reading, a.sentence, a.at), (b.reading, b.sentence, b.at))
        ):
            return False
        if _is_of_message(a, b):
            return a.intended == b.intended and self.weight(a, b) >= self.least * _AS_MESSAGES
        if self._others_act(a, b) or not self._alike(a, b, by_one=True):
            return False
        return _by_one(a, b, _is_one) or _fit(a.things, b.things, _is_one)

    def _came_later(self, a: Proposition, b: Proposition) -> bool:
        """Whether one is rejected only up to its day, and the other may have been told later."""
        for rejected, told in ((a, b), (b, a)):
            day = self._context.published(rejected.reading.source)[0]
            before = self._context.published(told.reading.source)[1]
            if rejected.so_far and (day is None or before is None or before > day):
                return True
        return False

    def same(self, a: Proposition, b: Proposition) -> bool:
        """Whether both tell of one thing, whenever, wherever and by whom."""
        if a.rejected or b.rejected or not (a.stems & b.stems or a.senses & b.senses):
            return False
        return self._alike(a, b)

    def _alike(self, a: Proposition, b: Proposition, *, by_one: bool = False) -> bool:
        if a.intended != b.intended or self.weight(a, b) < self.least:
            return False
        if a.becomes and b.becomes and not _fit(a.agents, b.agents, _can_be):
            return False
        if (by_one and _by_one(a, b, _can_be)) or a.deeds & b.deeds:
            return True
        return _fit(a.things, b.things, _can_be) or self._fit_on_a_day(a, b)

    def _fit_on_a_day(self, a: Proposition, b: Proposition) -> bool:
        """Whether people who are only described do it on the one day that both tell."""
        days = {word for word in a.words & b.words if _DAY.fullmatch(word)}
        return bool(days) and all(any(p.is_person and not p.entities for p in x.things) for x in (a, b))

    def weight(self, a: Proposition, b: Proposition) -> float:
        """How telling what both have in common is: what takes part and the day whole, other words half, and so the
        sentence before where a pronoun goes back to it. What is done counts as much as other words where it is done to
        the same, and whole where a noun names it (`the recount`)."""
        parts = (a.own & b.own) | {word for word in a.words & b.words if _DAY.fullmatch(word)}
        around = (a.words | a.before) & (b.words | b.before) - parts
        same = bool(a.deeds & b.deeds) or any(_is_any(x) for x in (*a.things, *b.things))
        same = same or any(_has_head(x, y) for x in a.things for y in b.things)
        done = self._sum(a.stems & b.stems) if same else 0.0
        share = 1.0 if a.is_noun and b.is_noun else 0.5
        return self._sum(parts) + 0.5 * self._sum(around) + self._vehicle(a, b) + share * done

    def _vehicle(self, a: Proposition, b: Proposition) -> float:
        """The weight of `the ship` and `the vessel` being one: that of a word as common as both together."""
        pairs = ((x, y) for x in a.things for y in b.things if x.is_vehicle and y.is_vehicle and x.head != y.head)
        counts = [self._counts[x.head] + self._counts[y.head] for x, y in pairs if not x.entities & y.entities]
        return max((math.log((self._total + 1) / max(n, 1)) for n in counts), default=0.0)

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, 0.0) for word in words)

    def _others_act(self, a: Proposition, b: Proposition) -> bool:
        """Whether both name who does it, and nobody in common."""
        if not a.patients or not b.patients:
            return False
        one, two = (frozenset[str]().union(*(p.entities for p in x.agents)) for x in (a, b))
        return bool(one and two and not one & two)


def excludes(a: Proposition, b: Proposition) -> bool:
    """Whether, were they of one thing, not both could be so: one rejects what the other tells, or they tell of two
    states that exclude each other."""
    if a.rejected or b.rejected:
        return a.rejected != b.rejected and bool(a.stems & b.stems or a.senses & b.senses or _is_of_message(a, b))
    return bool(a.opposed and b.opposed) and bool(a.stems & b.opposed or b.stems & a.opposed)


def _is_of_message(a: Proposition, b: Proposition) -> bool:
    """Whether the one tells by other words of what was sent what the other tells of what came."""
    if a.stems & b.stems or a.senses & b.senses or not two_ends(a.message, b.message):
        return False
    # Who sends word is not the one to whom it comes.
    return not any(_has_head(x, y) for x in a.agents for y in b.agents)


def _fit(a: Sequence[Phrase], b: Sequence[Phrase], same: Callable[[Phrase, Phrase], bool]) -> bool:
    """Whether what it happens to can be the same on both sides, and is named on one."""
    one, two = ([p for p in phrases if not p.pronoun or p.entities] for phrases in (a, b))
    if not one or not two:
        return bool(a) and bool(b) and bool(one or two)
    return any(same(x, y) for x in one for y in two)


def _by_one(a: Proposition, b: Proposition, same: Callable[[Phrase, Phrase], bool]) -> bool:
    """Whether who does it can be the same, where one tells no more than that: `gave no warning`."""
    return not (a.patients and b.patients) and _fit(a.agents, b.agents, same)


def _is_any(one: Phrase) -> bool:
    """Whether it leaves nobody, or nothing, out: `nothing was stolen`."""
    return one.lemma in _ANY


def _has_head(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases name the same by its name or its noun."""
    one_noun = a.head == b.head and not a.pronoun and not (a.entities and b.entities)
    return bool(a.entities & b.entities) or one_noun


def _can_be(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases can denote the same: words in common, or the name of a person or a vehicle and a description
    of one; `the ship` and `the vessel` are two descriptions of one."""
    one_described = bool(a.entities) != bool(b.entities)
    described = a.is_person and b.is_person and one_described
    described = described or (a.is_vehicle and b.is_vehicle and (one_described or not a.entities))
    return described or a.head == b.head or can_be_same(a, b)


def _is_one(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases that can denote the same do not name two things of one: the noun of one must be among the
    words of the other (`the cellar of the castle` and its gate are two)."""
    heads = a.head in b.stems | {b.head} or b.head in a.stems
    return _can_be(a, b) and (heads or bool(a.entities & b.entities) or (a.is_person and b.is_person))
