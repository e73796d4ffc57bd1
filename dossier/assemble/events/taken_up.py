"""Reports that go on about a happening as known: `The blast, at 3.25 p.m., broke windows`, `The leak was in the bow`.

They tell no other event than the one that is meant: the one such that their source has told before, or else the one
that most sources tell.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.days import common, shared
from dossier.assemble.events.likeness import at_odds


def taken_up(groups: Sequence[Sequence[Candidate]], passing: Sequence[Candidate]) -> list[list[Candidate]]:
    """The events, those that only go on about another one added to it, and with them the reports in `passing` that go
    on about one."""
    told = _Told(groups)
    homes: dict[int, int] = {}
    for index, group in enumerate(groups):
        goes_on = next(_going_on(group), None)
        home = None if goes_on is None else told.meant(goes_on, index)
        if home is not None and _end(homes, home) != index:
            homes[index] = home
    found = {index: list(group) for index, group in enumerate(groups) if index not in homes}
    for index in homes:
        found[_end(homes, index)] += groups[index]
    for one in passing:
        home = told.meant(one)
        if home is not None:
            found[_end(homes, home)].append(one)
    return list(found.values())


def _end(homes: Mapping[int, int], index: int) -> int:
    while index in homes:
        index = homes[index]
    return index


def _going_on(group: Sequence[Candidate]) -> Iterator[Candidate]:
    """The reports that make an event, where they are one source's, have no date in their words and all go on about a
    happening as known."""
    makers = [c for c in group if not c.passing]
    in_one = len({c.report.source for c in makers}) == 1
    if in_one and all(c.speaks_of.stems and c.report.date_span is None for c in makers):
        yield from makers


class _Told:
    """Events by what is done in them. Indexes are those of the groups."""

    def __init__(self, groups: Sequence[Sequence[Candidate]]) -> None:
        self._groups = groups
        self._sources = [len({c.report.source for c in group}) for group in groups]
        self._days = [common(c.days for c in group) for group in groups]
        self._by_act: dict[object, set[int]] = defaultdict(set)
        for index, group in enumerate(groups):
            for act in {act for c in group if not c.is_speech for act in (*c.acts, *c.senses, *c.core)}:
                self._by_act[act].add(index)

    def meant(self, one: Candidate, own: int | None = None) -> int | None:
        """The event that a report goes on about, not being its `own`; None where that is not clear."""
        acts = (*one.speaks_of.stems, *one.speaks_of.senses)
        known = {index for act in acts for index in self._by_act.get(act, ())} - {own}
        possible = [index for index in sorted(known) if self._can_be(one, index)]
        before = [index for index in possible if any(_is_told_before(one, c) for c in self._groups[index])]
        if before or one.passing:
            return before[0] if len(before) == 1 else None
        alike = [(self._sources[index], index) for index in possible if self._is_alike(one, index)]
        alike.sort(reverse=True)
        if not alike or alike[0][0] == 1 or (len(alike) > 1 and alike[0][0] == alike[1][0]):
            return None
        return alike[0][1]

    def _can_be(self, one: Candidate, index: int) -> bool:
        first, last = shared(one.days, self._days[index])
        return first <= last

    def _is_alike(self, one: Candidate, index: int) -> bool:
        """Whether the reports that tell of the happening have a name or a word beside it in common with one that goes
        on about it, and nobody and nothing speaks against it."""
        telling = [c for c in self._groups[index] if _tells_of(one, c)]
        if any(at_odds(one, c) for c in telling):
            return False
        acts = one.acts | one.speaks_of.stems
        return any(one.named & c.named or (one.content & c.content) - acts - c.acts for c in telling)


def _is_told_before(one: Candidate, other: Candidate) -> bool:
    in_one = one.report.source == other.report.source and one.sentence != other.sentence
    return in_one and other.order < one.order and _tells_of(one, other)


def _tells_of(one: Candidate, other: Candidate) -> bool:
    """Whether a report tells of the happening that another one takes as known. What is told in passing must have the
    very word for it, be it only as what something is done to."""
    if one.passing:
        return not one.speaks_of.stems.isdisjoint(other.acts | other.core)
    return not (one.speaks_of.stems.isdisjoint(other.acts) and one.speaks_of.senses.isdisjoint(other.senses))
