"""What is told in passing, added to the event that it fits best; to none where two fit, and are told, as well."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from dossier.assemble.events.affairs import Affairs
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.event_nouns import BY_NOUN, FEWEST_SHARED
from dossier.assemble.events.likeness import SAME_ACT, at_odds, same_deed, weight_of_synonyms
from dossier.assemble.events.rarity import Rarity
from dossier.assemble.events.sole_deeds import SoleDeeds
from dossier.assemble.events.taken_up import taken_up
from dossier.model.event import EventStatus

WITHIN = 0.5
"""Share of a passing report's weight that a report of the same act must share."""
WITHIN_OF_ANOTHER_ACT = 0.75
"""The same where no act is shared; then at least FEWEST_OF_ANOTHER_ACT words or names, too."""
FEWEST_OF_ANOTHER_ACT = 4
ALL_BUT_ALL = 0.9
"""Share of what somebody unnamed said that makes it the saying of somebody named."""
AHEAD = 0.1
"""Events that fit worse than the best by less than this fit about as well."""
RAREST = 4
"""Words or names, the rarest, by which events are looked up for a passing report."""
MOST = 30
"""Events looked at under one of them, beside those that the source itself tells."""
CLOSEST = 8
"""Events, those with the most of these words, that a passing report is compared with."""
REPORTS = 6
"""Reports of one event, the fullest, that it is compared with."""


def attached(
    groups: Sequence[Sequence[Candidate]], passing: Sequence[Candidate], rarity: Rarity, affairs: Affairs
) -> list[list[Candidate]]:
    """The groups with the passing reports that fit one of them; each in order of source and offset."""
    found = [list(group) for group in groups]
    events = _Events(groups, rarity)
    homes = {id(c): index for index, group in enumerate(groups) for c in group}
    for candidate in passing:
        home = events.of_occasion(candidate)
        if home is None:
            home = events.best(candidate)
        if home is not None and not any(_covers(told, candidate) for told in found[home]):
            found[home].append(candidate)
            homes[id(candidate)] = home
    sole = SoleDeeds(found, affairs)
    for candidate in (c for c in passing if id(c) not in homes and c.report.rule != BY_NOUN):
        home = sole.meant(candidate)
        if home is None or events.is_beside(candidate, home) or any(_covers(told, candidate) for told in found[home]):
            continue
        found[home].append(candidate)
        homes[id(candidate)] = home
    left = [c for c in passing if id(c) not in homes and c.speaks_of.stems]
    return [sorted(group, key=lambda c: c.order) for group in taken_up(found, left)]


def _covers(told: Candidate, passing: Candidate) -> bool:
    """Whether the report in passing is part of what is told anyway."""
    return told.report.source == passing.report.source and told.report.span.overlaps(passing.report.span)


class _Events:
    """Events by what can tell which of them a passing report means. Indexes are those of the groups."""

    def __init__(self, groups: Sequence[Sequence[Candidate]], rarity: Rarity) -> None:
        self._rarity = rarity
        self._fullest = [sorted(g, key=lambda c: (-len(c.features), c.order))[:REPORTS] for g in groups]
        self._sources = [len({c.report.source for c in group}) for group in groups]
        self._occasions: dict[tuple[str, int], int] = {}
        self._told_in: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._by_source: dict[str, set[int]] = defaultdict(set)
        self._by_feature: dict[str, set[int]] = defaultdict(set)
        for index, group in enumerate(groups):
            for candidate in group:
                source = candidate.report.source
                self._told_in[source, candidate.sentence].add(index)
                self._by_source[source].add(index)
                if candidate.occasion is not None:
                    self._occasions[source, candidate.occasion] = index
            for feature in {f for c in self._fullest[index] for f in c.features}:
                if len(self._by_feature[feature]) < MOST:
                    self._by_feature[feature].add(index)

    def of_occasion(self, passing: Candidate) -> int | None:
        """The event that a passing report is said to belong to."""
        return None if passing.occasion is None else self._occasions.get((passing.report.source, passing.occasion))

    def is_beside(self, passing: Candidate, index: int) -> bool:
        """Whether the sentence of a passing report tells an event itself: a subordinate clause tells of something
        else."""
        return index in self._told_in.get((passing.report.source, passing.sentence), ())

    def best(self, passing: Candidate) -> int | None:
        """The event that a report in passing fits best, of several that it fits about as well the one that most
        sources tell; none that its own sentence tells, for a subordinate clause tells of something else."""
        beside = self._told_in.get((passing.report.source, passing.sentence), set())
        scores = sorted(((self._score(passing, i), i) for i in self._closest(passing) if i not in beside), reverse=True)
        best = [(self._sources[index], index) for score, index in scores if score > max(0.0, scores[0][0] - AHEAD)]
        best.sort(reverse=True)
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return None
        return best[0][1]

    def _closest(self, passing: Candidate) -> list[int]:
        """The events that share most of what is rare in a passing report, at least two words or names."""
        rare = self._rarity.rarest(passing, RAREST)
        shared: Counter[int] = Counter()
        for feature in rare:
            shared.update(self._by_feature.get(feature, ()))
        own = self._by_source.get(passing.report.source, set())
        return sorted(shared, key=lambda i: (-shared[i], i not in own, i))[:CLOSEST]

    def _score(self, passing: Candidate, index: int) -> float:
        return max(_fit(passing, told, self._rarity) for told in self._fullest[index])


def _fit(passing: Candidate, told: Candidate, rarity: Rarity) -> float:
    """Share of what the passing report tells that the other tells too; 0 where that is too little."""
    both = passing.features & told.features
    if not both & passing.content or _covers(told, passing) or at_odds(passing, told):
        return 0.0
    if not passing.is_speech and passing.report.rule != BY_NOUN and same_deed(passing, told):
        return _fit_of_deed(passing, told, rarity)
    share = rarity.of(both) / rarity.total(passing)
    if passing.report.rule == BY_NOUN:
        return share if share >= WITHIN and _is_meant(passing, told) else 0.0
    if passing.is_speech and told.is_speech and share >= ALL_BUT_ALL and len(both) > 1:
        return share
    if not passing.is_speech and passing.report.status is EventStatus.ALLEGED:
        return 0.0  # What somebody says, in a statement's many words, is of one event only by the same deed.
    return share if share >= WITHIN_OF_ANOTHER_ACT and len(both) >= FEWEST_OF_ANOTHER_ACT else 0.0


def _is_meant(noun: Candidate, told: Candidate) -> bool:
    """Whether a report tells what a noun in passing names: is about just that and names the same, or has more words
    of it."""
    both = noun.features & told.features
    if told.is_speech or len(both) < FEWEST_SHARED:
        return False
    about = not noun.acts.isdisjoint(told.acts | told.core) and not noun.named.isdisjoint(told.named)
    return about or (len(both) > FEWEST_SHARED and not noun.acts.isdisjoint(told.content))


def _fit_of_deed(passing: Candidate, told: Candidate, rarity: Rarity) -> float:
    """The same of two reports of one deed, whose verbs count as one word; something beside the deed must be shared."""
    both = passing.features & told.features
    share = (rarity.of(both) + weight_of_synonyms(passing, told, rarity)) / rarity.total(passing)
    return min(1.0, share) + SAME_ACT if share >= WITHIN and both - passing.acts - told.acts else 0.0
