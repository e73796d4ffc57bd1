"""Which report of an event tells it best: the one nearest to all others, whose label the event has.

The medoid of the reports: each is as near as the cosine between its words and names and those of all reports taken
together, so that the work grows with the number of reports and not with its square.
"""

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.event_nouns import BY_NOUN

ABOUT_AS_NEAR = 0.9
"""Share of the greatest nearness from which reports count as equally near: they differ by a word or two."""
LABELLED = 4
"""Reports, the fullest of those about as near, whose labels are made and compared: making them takes time."""
_STAND_IN = re.compile(
    r"(?:it|he|she|they|we|i|you|this|that|these|those|his|her|their|its|my|our|your|somebody)\b", re.IGNORECASE
)
_LEFT_OPEN = re.compile(r"\b(?:it|him|her|them|this|that|those|one)$", re.IGNORECASE)
"""English words at either end of a label that do not say who or what is meant."""


def best_told(telling: Sequence[Candidate], group: Sequence[Candidate], date: str | None) -> Candidate:
    """The report of those `telling` an event that is nearest to all of its `group`. Of several about as near, one
    whose label names whom and what it tells of, has the event's `date`, is not cut off, and shows most of who took
    part, in few words. What only names it, by a noun, gives the label where nothing else does. The order of the reports
    changes nothing."""
    telling = [candidate for candidate in telling if candidate.report.rule != BY_NOUN] or telling
    counts = Counter(feature for candidate in group for feature in candidate.features)
    nearness = [sum(counts[f] for f in c.features) / sqrt(len(c.features) or 1) for c in telling]
    least = ABOUT_AS_NEAR * max(nearness)
    near = [candidate for candidate, score in zip(telling, nearness, strict=True) if score >= least]
    fullest = sorted(near, key=lambda c: (_fullness(c, date), c.order), reverse=True)[:LABELLED]
    if len(fullest) == 1:
        return fullest[0]
    whole = next((c for c in fullest if all(_reads_well(c))), None)
    return whole or max(fullest, key=lambda c: (*_reads_well(c), *_fullness(c, date)))


def _reads_well(candidate: Candidate) -> tuple[bool, bool]:
    label = candidate.label
    return not _STAND_IN.match(label) and not _LEFT_OPEN.search(label), not label.endswith("…")


def _fullness(candidate: Candidate, date: str | None) -> tuple[int, int, bool, int]:
    """How much of who took part, and when, a report shows, and in how few words."""
    span = candidate.report.span
    return len(candidate.participants), len(candidate.named), candidate.report.date == date, span.start - span.end
