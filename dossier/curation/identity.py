"""Who is one: the groups that `merge` and `apart` make of the things found."""

from collections.abc import Callable, Iterable, Sequence

from dossier.curation.finding import Finder
from dossier.curation.outcome import Outcome, of_verb
from dossier.model.decision import Decision, State, Verb

Pair = tuple[str, str]


class Partition:
    """Things joined into groups; two that are apart never come into one, whatever joins them with others."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._group = {key: key for key in keys}
        self._members: dict[str, list[str]] = {key: [key] for key in self._group}
        self._apart: dict[str, set[str]] = {}

    def keep_apart(self, one: str, other: str) -> None:
        """Never join these two."""
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def join(self, one: str, other: str) -> Pair | None:
        """Join the groups of two things. Where that would join two that are apart, nothing is done and it is those two
        that are returned."""
        # The smaller group is looked through and moved: ten thousand may be joined to one, one after another.
        second, first = sorted((self._group[one], self._group[other]), key=lambda group: len(self._members[group]))
        if first == second:
            return None
        apart = ((a, b) for a in self._members[second] for b in sorted(self._apart.get(a, ())))
        if between := next((pair for pair in apart if self._group[pair[1]] == first), None):
            return between
        for key in self._members[second]:
            self._group[key] = first
        self._members[first] += self._members.pop(second)
        return None

    def groups(self) -> Sequence[Sequence[str]]:
        """The groups, each in the order in which the things were given."""
        order = {key: place for place, key in enumerate(self._group)}
        groups = (sorted(group, key=order.__getitem__) for group in self._members.values())
        return sorted(groups, key=lambda group: order[group[0]])


def decided_groups(
    keys: Iterable[str], decisions: Sequence[Decision], finder: Finder, outcome: Outcome, ours: Callable[[str], bool]
) -> Sequence[Sequence[str]]:
    """The groups of `keys` that the decisions about subjects of our kinds make. The latest word on a pair holds; a
    merge that would join two who are apart is contradicted by that."""
    partition = Partition(keys)
    told = [(decision, pair) for decision in of_verb(decisions, Verb.MERGE, Verb.APART)
            for pair in _pairs(decision, finder, outcome, ours)]  # fmt: skip
    last = {frozenset(pair): decision for decision, pair in told}
    for decision, pair in told:
        if decision.verb is Verb.APART and last[frozenset(pair)].verb is Verb.APART:
            partition.keep_apart(*pair)
    for decision, pair in told:
        word = last[frozenset(pair)]
        between = partition.join(*pair) if word.verb is decision.verb is Verb.MERGE else None
        if between is not None:
            word = last[frozenset(between)]
        if word.verb is decision.verb:
            outcome.holds(decision, *pair)
        else:
            outcome.contradicts(word, decision)
    return partition.groups()


def _pairs(
    decision: Decision, finder: Finder, outcome: Outcome, ours: Callable[[str], bool]
) -> list[Pair]:
    """The first subject with each other one; none where the decision is about other things, or one thing."""
    if not decision.subjects or not all(ours(subject.kind) for subject in decision.subjects):
        return []
    ids = [finder.find(subject, decision) for subject in decision.subjects]
    known = list(dict.fromkeys(id_ for id_ in ids if id_ is not None))
    if None in ids:
        outcome.fails(decision, State.ORPHAN)
    elif len(known) < 2:
        outcome.fails(decision, State.INVALID)
    return [(known[0], other) for other in known[1:]]
