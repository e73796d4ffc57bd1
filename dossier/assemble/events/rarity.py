"""How much words and names tell in a case: the rarer, the more (inverse document frequency)."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.assemble.events.candidate import Candidate


class Rarity:
    """Weights of the stems and entities of a case's reports."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        counts = Counter(feature for c in candidates for feature in c.features)
        self._weights = {f: math.log((len(candidates) + 1) / count) + 0.1 for f, count in counts.items()}
        self._totals = {features: self.of(features) for features in {c.features for c in candidates}}

    def of(self, features: Iterable[str]) -> float:
        """What some stems and entities tell together; those that no report has tell nothing."""
        weights = self._weights
        return sum([weights[feature] for feature in features if feature in weights])

    def total(self, candidate: Candidate) -> float:
        """What one of the case's reports tells in all."""
        return self._totals[candidate.features]

    def rarest(self, candidate: Candidate, most: int) -> list[str]:
        """The features of a report that tell most, at most so many."""
        return sorted(candidate.features, key=lambda f: (-self._weights[f], f))[:most]
