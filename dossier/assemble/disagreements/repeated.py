"""One matter found by two comparisons is shown once: the same words stand on opposite sides of both."""

from collections import defaultdict
from collections.abc import Sequence

from dossier.model.disagreement import Evidence, Matter


def distinct(found: Sequence[Matter]) -> tuple[Matter, ...]:
    """The matters, given the weightiest first, without those whose opposition an earlier one shows; what disagrees and
    what agrees are kept apart."""
    kept: list[Matter] = []
    told: dict[str, list[tuple[Evidence, int, int]]] = defaultdict(list)
    for made in sorted(found, key=lambda m: not m.kind.disagrees):
        hits: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for side, own in enumerate(made.sides):
            for evidence in own.evidence:
                for other, at, theirs in told[evidence.source]:
                    if evidence.span.overlaps(other.span):
                        hits[at].add((side, theirs))
        if made.kind.disagrees and any(_opposed(pairs) for pairs in hits.values()):
            continue
        for side, own in enumerate(made.sides):
            for evidence in own.evidence:
                told[evidence.source].append((evidence, len(kept), side))
        kept.append(made)
    return tuple(sorted(kept, key=lambda made: (-made.rank, made.id)))


def _opposed(pairs: set[tuple[int, int]]) -> bool:
    """Whether two sides of the one stand on two sides of the other."""
    return any(a != c and b != d for a, b in pairs for c, d in pairs)
