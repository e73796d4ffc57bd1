"""Reports of one event, from several sources or from one, joined.

Two reports are of one event when their dates can be the same time and their words or their participants
say the same; a date alone is never enough, and a report joins a group only if its date fits every report in it,
so that one far-off detail never chains two events together. What is told only in passing joins the event it fits
best and makes none of its own.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from dossier.assemble.events.affairs import Affairs
from dossier.assemble.events.attaching import attached
from dossier.assemble.events.blocks import pairs
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.days import Days, shared
from dossier.assemble.events.event_nouns import BY_NOUN
from dossier.assemble.events.likeness import LIKENESS, NEARLY_THE_SAME, likeness
from dossier.assemble.events.one_a_day import told_once
from dossier.assemble.events.rarity import Rarity

_When = tuple[str, int, str | None]
"""Source, sentence and date of a report."""


def groups(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Join candidates into events: a list of groups, each in order of source and offset. The order in which
    the candidates come changes nothing. Every report that is not told in passing is in one group, but for words said
    aside; they, and what is told in passing, are in one or none."""
    ordered = sorted(candidates, key=_place)
    rarity = Rarity(ordered)
    makers = [c for c in ordered if not c.passing]
    held = _Groups(makers, rarity)
    for one, other in _same_occasions(makers):
        held.join(one, other)
    scored = ((likeness(makers[a], makers[b], rarity), a, b) for a, b in pairs(makers))
    found = [(_are_apart(makers[a], makers[b]), -score, a, b) for score, a, b in scored if score >= LIKENESS]
    for _, negative, a, b in sorted(found):
        held.consider(-negative, a, b)
    affairs = Affairs(ordered)
    for one, other in told_once(makers, affairs):
        held.unite(one, other)
    made, aside = _parted(held.joined())
    return attached(made, sorted((*aside, *(c for c in ordered if c.passing)), key=_place), rarity, affairs)


def _parted(groups: Sequence[list[Candidate]]) -> tuple[list[list[Candidate]], list[Candidate]]:
    """The groups that are events, and the reports of the others, which only add to what is told otherwise."""
    dated: dict[str, set[str]] = {}
    by_clause: set[_When] = set()
    for candidate in (c for group in groups for c in group if c.report.date):
        if candidate.report.rule != BY_NOUN:
            by_clause.add(_when(candidate))
        for thing in candidate.core if not candidate.is_speech else ():
            dated.setdefault(thing, set()).add(candidate.report.source)
    made = [group for group in groups if not _tells_no_more(group, by_clause) and _is_event(group, dated)]
    kept = {id(group) for group in made}
    return made, [c for group in groups if id(group) not in kept for c in group]


def _tells_no_more(group: Sequence[Candidate], by_clause: Set[_When]) -> bool:
    """Whether all that tells an event are nouns with the very date that their sentence gives its clause: `one was
    counted twice in the confusion on Tuesday`."""
    return all(c.report.rule == BY_NOUN and _when(c) in by_clause for c in group)


def _is_event(group: Sequence[Candidate], dated: Mapping[str, Set[str]]) -> bool:
    """Whether reports are of an event: not where one source says that somebody said or did something, some time or
    other and not as its news. A deed counts all the same where it names somebody or something, or is done to, or by,
    what another source tells a dated deed of: `dated` has the sources for each such thing."""
    if any(c.report.date or c.is_news for c in group) or len({c.report.source for c in group}) > 1:
        return True
    deeds = [c for c in group if not c.is_speech]
    return any(c.is_of_somebody or any(dated.get(thing, set()) - {c.report.source} for thing in c.core) for c in deeds)


def _when(candidate: Candidate) -> _When:
    return candidate.report.source, candidate.sentence, candidate.report.date


def _are_apart(one: Candidate, other: Candidate) -> bool:
    """Whether no day is in both: such pairs come last, for a report of the very day is rather the one meant."""
    first, last = shared(one.days, other.days)
    return first > last


def _place(candidate: Candidate) -> tuple[object, ...]:
    return candidate.report.source, candidate.report.span, candidate.head, candidate.kind


def _same_occasions(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[str, int], int] = {}
    for index, candidate in enumerate(candidates):
        if candidate.occasion is not None:
            key = candidate.report.source, candidate.occasion
            if first.setdefault(key, index) != index:
                yield first[key], index


class _Groups:
    """Reports that are one event so far, and the days that all of them can mean."""

    def __init__(self, candidates: Sequence[Candidate], rarity: Rarity) -> None:
        self._candidates = candidates
        self._rarity = rarity
        self._group = list(range(len(candidates)))
        self._members = {i: [i] for i in self._group}
        self._by_source = {i: {c.report.source: [i]} for i, c in enumerate(candidates)}
        self._days: dict[int, Days] = {i: c.days for i, c in enumerate(candidates)}

    def consider(self, score: float, one: int, other: int) -> None:
        """Join the groups of two reports if every date in them fits."""
        first, second = self._group[one], self._group[other]
        if first == second:
            return
        common = shared(self._days[first], self._days[second])
        a, b = self._candidates[one].report, self._candidates[other].report
        apart = common[0] - common[1]
        in_one = a.source == b.source and (apart > 0 or a.passage == b.passage)
        if apart > 1 or (apart == 1 and in_one) or ((apart == 1 or in_one) and score < NEARLY_THE_SAME):
            return
        if all(self._are_one(x, y) for x, y in self._told_twice(first, second)):
            self.join(one, other)

    def unite(self, one: int, other: int) -> None:
        """Join the groups of two reports of one act if every date in them fits and no source tells both."""
        first, second = self._group[one], self._group[other]
        if first != second and not any(self._told_twice(first, second)):
            days = shared(self._days[first], self._days[second])
            if days[0] <= days[1]:
                self.join(one, other)

    def _are_one(self, one: int, other: int) -> bool:
        a, b = self._candidates[one], self._candidates[other]
        if _are_apart(a, b):
            return False
        # What somebody says on several matters may be one occasion, so that another source has it in one piece.
        return bool(a.speakers & b.speakers) or likeness(a, b, self._rarity) >= LIKENESS

    def _told_twice(self, first: int, second: int) -> Iterator[tuple[int, int]]:
        """Pairs of reports of one source in two groups: a source that tells two things tells them apart."""
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        held = self._by_source[first]
        for member in self._members[second]:
            yield from ((member, other) for other in held.get(self._candidates[member].report.source, ()))

    def join(self, one: int, other: int) -> None:
        """Make the groups of two reports one."""
        first, second = self._group[one], self._group[other]
        if first == second:
            return
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        self._days[first] = shared(self._days[first], self._days.pop(second))
        for source, members in self._by_source.pop(second).items():
            self._by_source[first].setdefault(source, []).extend(members)
        for i in self._members[second]:
            self._group[i] = first
        self._members[first] += self._members.pop(second)

    def joined(self) -> list[list[Candidate]]:
        """The groups, in order of their first report."""
        found = (sorted((self._candidates[i] for i in g), key=lambda c: c.order) for g in self._members.values())
        return sorted(found, key=lambda group: group[0].order)
