"""One act of one day that each source tells once: `an explosion tore through the plant`, `the boiler exploded`.

Two sources hardly share a word of such reports; but where neither tells of another act of that kind on that day, they
mean one happening, if neither whom they name nor what they say it was done to speaks against it, and something beside
the act and the place speaks for it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.likeness import at_odds
from dossier.model.entity import EntityKind

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
    """Whether two reports of one act and day are of the same thing acted on or acting; or, where one leaves that open,
    name somebody or something alike or share a word beside the act. A place in common does not count: much of one kind
    is done in a town in a day. Nobody in them differs."""
    if at_odds(a, b):
        return False
    if a.core and b.core:
        return not a.core.isdisjoint(b.core)
    named = any(kind is not EntityKind.PLACE for kind, _ in a.named & b.named)
    return named or bool((a.content & b.content) - a.acts - b.acts)
