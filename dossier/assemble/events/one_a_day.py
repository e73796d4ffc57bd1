"""One act of one day that each source tells once: `an explosion tore through the plant`, `the boiler exploded`.

Two sources hardly share a word of such reports; but where neither tells of another act of that kind on that day, they
mean one happening, if their people and places do not speak against it and something beside the act speaks for it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.likeness import at_odds

MOST_SOURCES = 50
"""Sources that may tell of one act of one day; what more of them do is the stuff of the case, and tells nothing."""


def told_once(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes of dated reports of two sources, each of which tells of the act that they share only once on
    that day; in order."""
    told: dict[tuple[str, int], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, candidate in enumerate(candidates):
        first, last = candidate.days
        if first == last and not candidate.is_speech:
            for act in candidate.acts:
                told[act, first][candidate.report.source].append(index)
    found: set[tuple[int, int]] = set()
    for by_source in told.values():
        alone = sorted(indexes[0] for indexes in by_source.values() if len(indexes) == 1)
        if len(alone) <= MOST_SOURCES:
            pairs = ((a, b) for place, a in enumerate(alone) for b in alone[place + 1 :])
            found.update((a, b) for a, b in pairs if _speaks_for_one(candidates[a], candidates[b]))
    yield from sorted(found)


def _speaks_for_one(a: Candidate, b: Candidate) -> bool:
    """Whether two reports of one act and day name or concern the same, or share a word where one leaves open what it
    concerns; and nobody in them differs."""
    if at_odds(a, b):
        return False
    if not a.named.isdisjoint(b.named) or not a.core.isdisjoint(b.core):
        return True
    return not (a.core and b.core) and bool((a.content & b.content) - a.acts - b.acts)
