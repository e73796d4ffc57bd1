"""What is told in passing, added to the event that it fits best; to none where two fit about as well."""

from collections import defaultdict
from collections.abc import Sequence

from dossier.assemble.candidate import Candidate
from dossier.assemble.event_nouns import BY_NOUN
from dossier.assemble.likeness import Weights, at_odds, same_deed, weight

WITHIN = 0.5
"""Share of a passing report's weight that a report of the same act must share."""
WITHIN_OF_ANOTHER_ACT = 0.75
"""The same where no act is shared; then at least FEWEST_OF_ANOTHER_ACT words or names, too."""
FEWEST_OF_ANOTHER_ACT = 4
FEWEST_OF_A_NOUN = 3
"""Words or names that a noun in passing and a report must share: `the leak` alone may be any."""
AHEAD = 0.1
"""By how much the best event must fit better than the next: a guess between two is none."""
RAREST = 4
"""Words or names, the rarest, by which events are looked up for a passing report."""
MOST = 200
"""Reports looked at under one of them."""


def attached(
    groups: Sequence[Sequence[Candidate]], passing: Sequence[Candidate], weights: Weights
) -> list[list[Candidate]]:
    """The groups with the passing reports that fit one of them; each in order of source and offset."""
    found = [list(group) for group in groups]
    of_occasion = {_occasion(c): i for i, group in enumerate(groups) for c in group if c.occasion is not None}
    holders: dict[str, list[tuple[int, Candidate]]] = defaultdict(list)
    for index, group in enumerate(groups):
        for candidate in group:
            for feature in candidate.features:
                holders[feature].append((index, candidate))
    beside: dict[tuple[str, int], set[int]] = defaultdict(set)
    for index, group in enumerate(groups):
        for candidate in group:
            beside[candidate.report.source, candidate.sentence].add(index)
    for candidate in passing:
        home = of_occasion.get(_occasion(candidate)) if candidate.occasion is not None else None
        if home is None:
            home = _best(candidate, holders, weights, beside[candidate.report.source, candidate.sentence])
        if home is not None and not any(_covers(told, candidate) for told in found[home]):
            found[home].append(candidate)
    return [sorted(group, key=lambda c: c.order) for group in found]


def _occasion(candidate: Candidate) -> tuple[str, int | None]:
    return candidate.report.source, candidate.occasion


def _covers(told: Candidate, passing: Candidate) -> bool:
    """Whether the report in passing is part of what is told anyway."""
    return told.report.source == passing.report.source and told.report.span.overlaps(passing.report.span)


def _best(
    passing: Candidate, holders: dict[str, list[tuple[int, Candidate]]], weights: Weights, beside: set[int]
) -> int | None:
    """The event that a report in passing fits best; none of `beside`, which its own sentence tells: a subordinate
    clause tells of something else."""
    rarest = sorted(passing.features, key=lambda f: (-weights[f], f))[:RAREST]
    whole = weight(passing.features, weights)
    scores: dict[int, float] = defaultdict(float)
    for index, told in (held for feature in rarest for held in holders[feature][:MOST]):
        if index in beside:
            continue
        scores[index] = max(scores[index], _fit(passing, told, whole, weights))
    best = [(score, index) for index, score in scores.items() if score > 0.0]
    best.sort(key=lambda pair: (-pair[0], pair[1]))
    if not best or (len(best) > 1 and best[0][0] - best[1][0] < AHEAD):
        return None
    return best[0][1]


def _fit(passing: Candidate, told: Candidate, whole: float, weights: Weights) -> float:
    """Share of what the passing report tells that the other tells too; 0 where that is too little."""
    both = passing.features & told.features
    if not both & passing.content or _covers(told, passing) or len(both) < 2 or at_odds(passing, told):
        return 0.0
    share = weight(both, weights) / whole
    if passing.report.rule == BY_NOUN:
        is_told = passing.acts & (told.acts | told.content)
        return share if is_told and share >= WITHIN and len(both) >= FEWEST_OF_A_NOUN else 0.0
    if not passing.is_speech and same_deed(passing, told):
        return share + 0.25 if share >= WITHIN and both - passing.acts - told.acts else 0.0
    return share if share >= WITHIN_OF_ANOTHER_ACT and len(both) >= FEWEST_OF_ANOTHER_ACT else 0.0
