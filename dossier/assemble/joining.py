"""Reports of one event, from several sources or from one, joined.

Two reports are of one event when their dates can be the same time and their words or their participants
say the same; a date alone is never enough, and a report joins a group only if its date fits every report in it,
so that one far-off detail never chains two events together.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from dossier.assemble.reports import Candidate
from dossier.assemble.when import interval, meet

LIKENESS = 0.5
"""Least likeness of two reports of one event; of 0.4, 0.5 and 0.6 the value with no false join in the cases of
`tests/cases`."""
SAME_ACT = 0.25
"""What verbs of one stem or one group of synonyms add to likeness."""
WIDEST_BLOCK_DAYS = 62
"""Reports dated more loosely than two months are compared only with others as loose."""
LARGEST_BLOCK = 200
"""Reports of one block that are compared with each other; keeps the work linear in a case with one busy day."""


def groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Join candidates into events: a list of groups, each in order of source and offset. The order in which
    the candidates come changes nothing."""
    candidates = sorted(candidates, key=lambda c: (c.report.source, c.report.span))
    weights = _rarity(candidates)
    group_of = list(range(len(candidates)))
    members = {i: [i] for i in group_of}
    scored = sorted(
        ((-likeness(candidates[a], candidates[b], weights), a, b) for a, b in _pairs(candidates)),
    )
    for negative, a, b in scored:
        if -negative < LIKENESS:
            break
        first, second = group_of[a], group_of[b]
        if first == second or not _all_fit(candidates, members[first], members[second]):
            continue
        for i in members[second]:
            group_of[i] = first
        members[first] += members.pop(second)
    joined = [sorted((candidates[i] for i in group), key=lambda c: c.order) for group in members.values()]
    return sorted(joined, key=lambda group: group[0].order)


def _rarity(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Weight of a stem or entity: the rarer in the case, the more it tells (inverse document frequency)."""
    counts = Counter(feature for c in candidates for feature in _features(c))
    return {feature: math.log((len(candidates) + 1) / count) + 0.1 for feature, count in counts.items()}


def _features(candidate: Candidate) -> frozenset[str]:
    return candidate.content | {p.entity for p in candidate.participants}


def likeness(a: Candidate, b: Candidate, weights: dict[str, float]) -> float:
    """Share of the lesser report's weight that the other shares, more where both tell of the same act; 0 to 1.

    0 where no telling word is shared, and for an undated report of another act: nothing then speaks for one event.
    """
    same_act = a.act == b.act or bool(a.acts & b.acts)
    if not a.content & b.content or not (same_act or (a.report.date and b.report.date)):
        return 0.0
    if not (a.report.date and b.report.date) and not (_features(a) & _features(b)) - {a.act, b.act}:
        return 0.0
    least = min(sum(weights[f] for f in _features(a)), sum(weights[f] for f in _features(b)))
    score = sum(weights[f] for f in _features(a) & _features(b)) / least if least else 0.0
    return min(1.0, score + (SAME_ACT if same_act else 0.0))


def compatible(a: Candidate, b: Candidate) -> bool:
    """Whether two reports can be of one time; an undated one can be of any."""
    return interval(a.report.date) is None or interval(b.report.date) is None or meet(a.report.date, b.report.date)


def _all_fit(candidates: Sequence[Candidate], one: list[int], other: list[int]) -> bool:
    return all(compatible(candidates[a], candidates[b]) for a in one for b in other)


def _pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: dated to overlapping times, within blocks of days or of years."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for index, candidate in enumerate(candidates):
        for key in _block_keys(candidate):
            blocks[key].append(index)
    pairs = {
        (a, b)
        for block in blocks.values()
        for i, a in enumerate(block[:LARGEST_BLOCK])
        for b in block[i + 1 : LARGEST_BLOCK]
        if compatible(candidates[a], candidates[b])
    }
    yield from sorted(pairs)


def _block_keys(candidate: Candidate) -> Iterator[object]:
    """What a report must share with another to be compared with it: a day, or for a loose or missing date the act."""
    within = interval(candidate.report.date)
    first, last = (within[0].date(), within[1].date()) if within else (None, None)
    yield from ((candidate.act,), *((group,) for group in sorted(candidate.acts)))
    if first is None or last is None or (last - first).days > WIDEST_BLOCK_DAYS:
        return
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)
