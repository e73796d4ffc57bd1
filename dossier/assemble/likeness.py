"""How much two reports look like reports of one event: shared words and names, the rarer the more, and the same act."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from dossier.assemble.candidate import Candidate
from dossier.assemble.days import days_of
from dossier.assemble.days import shared as shared_days
from dossier.model.entity import EntityKind

LIKENESS = 0.5
"""Least likeness of two reports of one event; of 0.4, 0.5 and 0.6 the value with no false join in the cases of
`tests/cases`."""
NEARLY_THE_SAME = 0.75
"""Least likeness where something speaks against one event: two sources date it to days side by side, as they do what
happened at night; or one source tells it twice."""
SAME_ACT = 0.25
"""What the same act, or one that a synonym names, adds to likeness."""
SAME_CORE = 0.1
"""What the same thing acted on, or the same one acting, adds to that."""
SAME_SPEAKER = 0.1
"""What the same speaker adds to the likeness of two sayings."""
SAME_ARTICLE = 0.1
"""What it adds to that where one source has both: they are mostly of one occasion."""
SAME_TIME = 0.2
"""What one time adds where somebody or something named, and words, are shared, too."""
CLOSE_DATE = 31
"""Days that a date may mean to count as that."""
FEWEST_SAID = 2
"""Words or names that two sayings must share beside who says them, if the lesser has so many and two sources have
them."""
FEWEST_WORDS = 6
"""Words or names that a saying and something done must share to be one."""
_TELLING_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.VEHICLE)

Weights = Mapping[str, float]


def rarity(candidates: Sequence[Candidate]) -> dict[str, float]:
    """Weight of a stem or entity: the rarer in the case, the more it tells (inverse document frequency)."""
    counts = Counter(feature for c in candidates for feature in c.features)
    return {feature: math.log((len(candidates) + 1) / count) + 0.1 for feature, count in counts.items()}


def likeness(a: Candidate, b: Candidate, weights: Weights) -> float:
    """Share of the lesser report's weight that the other shares, more where both tell of the same act; 0 to 1.

    0 where no telling word is shared, and for an undated report of another act: nothing then speaks for one event.
    """
    if a.is_speech and b.is_speech:
        return _of_sayings(a, b, weights)
    if a.is_speech or b.is_speech:
        return _in_the_same_words(a, b, weights)
    deed = same_deed(a, b)
    both = a.features & b.features
    if not deed:
        both -= a.acts | b.acts
    undated = not (a.report.date and b.report.date)
    if not both & a.content or (undated and not (deed and both - a.acts - b.acts and not at_odds(a, b))):
        return 0.0
    shared = weight(both, weights) + (_of_synonyms(a, b, weights) if deed else 0.0)
    score = shared / (min(weight(a.features, weights), weight(b.features, weights)) or 1.0)
    act = (SAME_ACT + (SAME_CORE if a.core & b.core else 0.0)) if deed else 0.0
    return min(1.0, score + act + (SAME_TIME if _are_of_one_time(a, b) else 0.0))


def _are_of_one_time(a: Candidate, b: Candidate) -> bool:
    """Whether both are dated closely to one time, name somebody or something both, and share words beside."""
    if any(last - first >= CLOSE_DATE for first, last in (days_of(c.report.date) for c in (a, b))):
        return False
    first, last = shared_days(days_of(a.report.date), days_of(b.report.date))
    return first <= last and bool(a.named & b.named) and len(a.content & b.content) > 1


def _of_synonyms(a: Candidate, b: Candidate, weights: Weights) -> float:
    """What two verbs for one act on the same thing tell together, as if they were one word."""
    if a.acts & b.acts or not a.core & b.core:
        return 0.0
    return min(max((weights.get(act, 0.0) for act in c.acts), default=0.0) for c in (a, b))


def _in_the_same_words(a: Candidate, b: Candidate, weights: Weights) -> float:
    """A saying and something done are one only in the same words: `released a statement: “…”`, `they said: “…”`.
    What somebody says happened is no saying."""
    both = a.features & b.features
    if len(both) < FEWEST_WORDS or (a.report.source == b.report.source and a.report.span.overlaps(b.report.span)):
        return 0.0
    share = weight(both, weights) / min(weight(a.features, weights), weight(b.features, weights))
    return share if share >= NEARLY_THE_SAME else 0.0


def _of_sayings(a: Candidate, b: Candidate, weights: Weights) -> float:
    """Sayings are one when the same speaker says the same, or speaks on the same day in one source."""
    speakers = a.speakers | b.speakers
    if not a.speakers & b.speakers:
        return 0.0
    first, last = days_of(a.report.date)
    if first == last and days_of(b.report.date) == (first, last) and a.report.source == b.report.source:
        return 1.0
    mine, theirs = a.features - speakers, b.features - speakers
    both = mine & theirs
    in_one = a.report.source == b.report.source
    if len(both) < (1 if in_one else min(FEWEST_SAID, len(mine), len(theirs))) or not both & a.content:
        return 0.0
    share = weight(both, weights) / min(weight(mine, weights), weight(theirs, weights))
    return min(1.0, share + SAME_SPEAKER + (SAME_ARTICLE if in_one else 0.0))


def weight(features: frozenset[str], weights: Weights) -> float:
    """How much some words and names tell."""
    return sum(weights[feature] for feature in features)


def at_odds(a: Candidate, b: Candidate) -> bool:
    """Whether both name people, or organizations, or vehicles, and not one of them is the same."""
    for kind in _TELLING_KINDS:
        mine, theirs = ({entity for k, entity in c.named if k is kind} for c in (a, b))
        if mine and theirs and not mine & theirs:
            return True
    return False


def same_deed(a: Candidate, b: Candidate) -> bool:
    """Whether both tell of one act on, or by, the same; where one leaves that open, it may be the same."""
    return same_act(a, b) and (bool(a.core & b.core) or not (a.core and b.core))


def same_act(a: Candidate, b: Candidate) -> bool:
    """Whether both tell of one act, in words of one stem or in synonyms."""
    return bool(a.acts & b.acts) or bool(a.senses & b.senses)
