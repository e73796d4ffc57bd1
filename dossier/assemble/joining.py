"""Reports of one event, from several sources or from one, joined.

Two reports are of one event when their dates can be the same time and their words or their participants
say the same; a date alone is never enough, and a report joins a group only if its date fits every report in it,
so that one far-off detail never chains two events together. What is told only in passing joins the event it fits
best and makes none of its own.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dossier.assemble.blocks import pairs
from dossier.assemble.candidate import Candidate
from dossier.assemble.days import Days, days_of, shared
from dossier.assemble.words import verb_groups

LIKENESS = 0.5
"""Least likeness of two reports of one event; of 0.4, 0.5 and 0.6 the value with no false join in the cases of
`tests/cases`."""
NEARLY_THE_SAME = 0.75
"""Least likeness where two sources date an event to days side by side, as sources do for what happened at night."""
SAME_ACT = 0.25
"""What the same act, or one that a synonym names, adds to likeness."""


def groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Join candidates into events: a list of groups, each in order of source and offset. The order in which
    the candidates come changes nothing. Reports in passing that fit no event are left out."""
    ordered = sorted((c for c in candidates if not c.passing), key=_place)
    weights = _rarity(candidates)
    held = _Groups(ordered)
    for one, other in _same_occasions(ordered):
        held.join(one, other)
    scored = ((likeness(ordered[a], ordered[b], weights), a, b) for a, b in pairs(ordered))
    for score, a, b in sorted(((s, a, b) for s, a, b in scored if s >= LIKENESS), key=lambda t: (-t[0], t[1], t[2])):
        held.consider(score, a, b)
    return held.joined()


def _place(candidate: Candidate) -> tuple[object, ...]:
    return candidate.report.source, candidate.report.span, candidate.label


def _rarity(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Weight of a stem or entity: the rarer in the case, the more it tells (inverse document frequency)."""
    counts = Counter(feature for c in candidates for feature in c.features)
    return {feature: math.log((len(candidates) + 1) / count) + 0.1 for feature, count in counts.items()}


def likeness(a: Candidate, b: Candidate, weights: Mapping[str, float]) -> float:
    """Share of the lesser report's weight that the other shares, more where both tell of the same act; 0 to 1.

    0 where no telling word is shared, and for an undated report of another act: nothing then speaks for one event.
    """
    act = same_act(a, b)
    undated = not (a.report.date and b.report.date)
    if not a.content & b.content or (undated and not act):
        return 0.0
    both = a.features & b.features
    if undated and not both - a.acts - b.acts:
        return 0.0
    least = min(sum(weights[f] for f in c.features) for c in (a, b))
    score = sum(weights[f] for f in both) / least if least else 0.0
    return min(1.0, score + (SAME_ACT if act else 0.0))


def same_act(a: Candidate, b: Candidate) -> bool:
    """Whether both tell of one act, in words of one stem or in synonyms."""
    return bool(a.acts & b.acts) or bool(_synonyms(a.kind) & _synonyms(b.kind))


def _synonyms(verb: str) -> frozenset[int]:
    return verb_groups().get(verb, frozenset())


def _same_occasions(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[str, int], int] = {}
    for index, candidate in enumerate(candidates):
        if candidate.occasion is not None:
            key = candidate.report.source, candidate.occasion
            if first.setdefault(key, index) != index:
                yield first[key], index


class _Groups:
    """Reports that are one event so far, and the days that all of them can mean."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._candidates = candidates
        self._group = list(range(len(candidates)))
        self._members = {i: [i] for i in self._group}
        self._days: dict[int, Days] = {i: days_of(c.report.date) for i, c in enumerate(candidates)}

    def consider(self, score: float, one: int, other: int) -> None:
        """Join the groups of two reports if every date in them fits."""
        first, second = self._group[one], self._group[other]
        if first == second:
            return
        common = shared(self._days[first], self._days[second])
        apart = common[0] - common[1]
        if apart <= 0 or (apart == 1 and score >= NEARLY_THE_SAME and self._told_by_different(one, other)):
            self.join(one, other)

    def _told_by_different(self, one: int, other: int) -> bool:
        return self._candidates[one].report.source != self._candidates[other].report.source

    def join(self, one: int, other: int) -> None:
        """Make the groups of two reports one."""
        first, second = self._group[one], self._group[other]
        if first == second:
            return
        self._days[first] = shared(self._days[first], self._days.pop(second))
        for i in self._members[second]:
            self._group[i] = first
        self._members[first] += self._members.pop(second)

    def joined(self) -> list[list[Candidate]]:
        """The groups, in order of their first report."""
        found = (sorted((self._candidates[i] for i in g), key=lambda c: c.order) for g in self._members.values())
        return sorted(found, key=lambda group: group[0].order)
