"""One happening of one time that each source tells once: `an explosion tore through the plant`, `the boiler exploded`.

Two sources hardly share a word of such reports. But where neither tells of another such thing at that time, they mean
one happening: the same act, or what the same two who are named in both did or met with, or what is told in the same two
words. Neither whom they name nor what they say it was done to may speak against it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from dossier.assemble.content import stem
from dossier.assemble.events.affairs import Affairs
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.days import Days
from dossier.assemble.events.likeness import CLOSE_DATE, at_odds, same_act
from dossier.model.entity import EntityKind

MOST_SOURCES = 50
"""Sources that may tell of one act of one day; what more of them do is the stuff of the case, and tells nothing."""
MOST_NAMES = 6
"""Names of a report that are looked at in twos; one with more is a list."""
MOST_WORDS = 12
"""Words of a report that are looked at in twos."""
SIDE_BY_SIDE = 3
"""Days of a stretch, as a night or a weekend is told, that are looked at one by one, too."""

_ACT, _NAMES, _WORDS, _SAID = "act", "names", "words", "said"
_ANYBODY = frozenset(map(stem, ("couple", "man", "pair", "party", "people", "person", "woman")))
"""The most general English nouns for people, which leave open who is meant: `the two men met`."""
_What = tuple[str, str, str]
"""How two reports are alike, and in which act, names or words."""


def told_once(candidates: Sequence[Candidate], affairs: Affairs) -> Iterator[tuple[int, int]]:
    """Pairs of indexes of reports of two sources, dated closely to one time, each of which tells something that they
    share only once of that time; in order."""
    times: dict[Days, list[int]] = defaultdict(list)
    for index, candidate in enumerate(candidates):
        for when in _times(candidate):
            times[when].append(index)
    found: set[tuple[int, int]] = set()
    for indexes in times.values():
        if len({candidates[i].report.source for i in indexes}) > 1:
            found.update(_of_one_time(candidates, indexes, affairs))
    yield from sorted(found)


def _times(candidate: Candidate) -> Iterator[Days]:
    """The time that a report is dated to, if closely, and the days of a short one."""
    first, last = candidate.days
    if last - first < CLOSE_DATE:
        yield candidate.days
        if first < last < first + SIDE_BY_SIDE:
            yield from ((day, day) for day in range(first, last + 1))


def _of_one_time(
    candidates: Sequence[Candidate], indexes: Sequence[int], affairs: Affairs
) -> Iterator[tuple[int, int]]:
    tellers: dict[str, set[str]] = defaultdict(set)
    for candidate in (candidates[i] for i in indexes):
        for feature in candidate.features | candidate.acts:
            tellers[feature].add(candidate.report.source)
    shared = {feature for feature, sources in tellers.items() if 1 < len(sources) <= MOST_SOURCES}
    told: dict[_What, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in indexes if shared else ():
        for what in _told(candidates[index], shared):
            told[what][candidates[index].report.source].append(index)
    for what, by_source in told.items():
        alone = sorted(own[0] for own in by_source.values() if len(own) == 1)
        for a, b in combinations(alone, 2):
            if _speaks_for_one(what, candidates[a], candidates[b], affairs):
                yield a, b


def _told(candidate: Candidate, shared: Set[str]) -> Iterator[_What]:
    """What a report tells that is `shared` by another source: what was done, who and what else took part, in which
    words. Of a saying it is whom else it names."""
    named = sorted((k.value, name) for k, name in candidate.named if name in shared and name not in candidate.speakers)
    two = combinations(named[:MOST_NAMES], 2)
    telling = [(one[1], other[1]) for one, other in two if {one[0], other[0]} != {EntityKind.PLACE.value}]
    yield from ((_SAID if candidate.is_speech else _NAMES, *names) for names in telling)
    if not candidate.is_speech:
        yield from ((_ACT, act, "") for act in candidate.acts & shared)
        words = sorted((candidate.content & shared) - candidate.acts)[:MOST_WORDS]
        yield from ((_WORDS, *both) for both in combinations(words, 2))


def _speaks_for_one(what: _What, a: Candidate, b: Candidate, affairs: Affairs) -> bool:
    """Whether two reports that share something tell of one happening, where nobody in them differs, nor what it was
    done to. An act alone does not count, nor does a place in common: much of one kind is done in a town in a day. The
    sources must at least tell of one affair."""
    if at_odds(a, b) or (a.speakers and b.speakers):
        return False
    if what[0] in {_NAMES, _SAID}:
        return same_act(a, b) or not _are_elsewhere(a, b)
    mine, theirs = a.core - _ANYBODY, b.core - _ANYBODY
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    if what[0] == _WORDS:
        return not (a.named and b.named and a.named.isdisjoint(b.named))
    if (mine and theirs) or affairs.is_one(a.report.source, b.report.source):
        return True
    return bool((a.content & b.content) - a.acts - b.acts)


def _are_elsewhere(a: Candidate, b: Candidate) -> bool:
    """Whether both name places, and not one of them is the same."""
    mine, theirs = (c.by_kind.get(EntityKind.PLACE, frozenset[str]()) for c in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)
