"""Persons named in full by a familiar form of their given name in one place and by the whole of it in another.

`Steve Ogilvie` and `Stephen Ogilvie`: only with one surname, only where no third bearer of it could be meant, and never
two who stand side by side.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from dossier import lexis
from dossier.resolve.folding import fold, romanised
from dossier.resolve.personal import PersonName

RULE = "a familiar form of the given name"
_SHORTEST = 3
"""Letters of a given name cut short."""
_DOUBLED = re.compile(r"([a-z]+([bdglmnprt]))\2(?:y|ie|i)")
_MOST = 16
"""Bearers of one surname from which nobody is told by a familiar form."""


@dataclass(slots=True)
class Use:
    """Where a full name stands, as document and passage by index, and the sexes that titles before it tell."""

    places: set[tuple[int, int]] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)


def familiar_pairs(
    people: Sequence[Sequence[PersonName]], uses: Mapping[PersonName, Use]
) -> Iterator[tuple[int, int]]:
    """Which two of some people, each given by full names, are one: their indices, the earlier first.

    Nobody is in two pairs.
    """
    bearers: dict[str, list[int]] = defaultdict(list)
    for index, names in enumerate(people):
        for family in {romanised(name.family) for name in names}:
            bearers[family].append(index)
    for _, group in sorted(bearers.items()):
        if 1 < len(group) <= _MOST:
            given = {index: _givens(people[index]) for index in group}
            pairs = [pair for pair in combinations(group, 2) if _related(given[pair[0]], given[pair[1]])]
            counts = [index for pair in pairs for index in pair]
            for one, other in pairs:
                alone = counts.count(one) == counts.count(other) == 1
                if alone and _agree(people[one], people[other], uses):
                    yield one, other


def _givens(names: Sequence[PersonName]) -> frozenset[str]:
    return frozenset(fold(name.given[0]) for name in names if not lexis.is_initials(name.given[0]))


def _related(some: Set[str], others: Set[str]) -> bool:
    return any(is_familiar(one, other) for one in some for other in others)


def is_familiar(one: str, other: str) -> bool:
    """Whether one given name is the other cut short, its familiar form by the general list, or its beginning with the
    last consonant doubled and a familiar ending: `Gerry`, `Gerard`."""
    short, long = sorted((one, other), key=len)
    cut = _SHORTEST <= len(short) < len(long) and long.startswith(short)
    doubled = _DOUBLED.fullmatch(short)
    cut = cut or (doubled is not None and long.startswith(doubled[1]) and len(long) - len(doubled[1]) >= _SHORTEST)
    return cut or (one, other) in _diminutives() or (other, one) in _diminutives()


def familiar_forms(name: str) -> Set[str]:
    """The familiar forms of a folded given name, by the general list."""
    return _forms().get(name, frozenset())


@cache
def _forms() -> Mapping[str, Set[str]]:
    forms: dict[str, set[str]] = defaultdict(set)
    for name, short in _diminutives():
        forms[name].add(short)
    return forms


@cache
def _diminutives() -> Set[tuple[str, str]]:
    """Given names and their familiar forms, from `data/words/diminutives.txt`."""
    rows = (row.partition("|") for row in lexis.word_list("diminutives"))
    return frozenset((name, short) for name, _, short in rows)


def _agree(some: Sequence[PersonName], others: Sequence[PersonName], uses: Mapping[PersonName, Use]) -> bool:
    """Whether no passage names both, and neither sex, further given names nor suffixes tell them apart."""
    both = (*some, *others)
    sexes = {lexis.name_gender(name.given[0]) for name in both}.union(*(uses[name].sexes for name in both)) - {""}
    suffixes = {fold(name.suffix).rstrip(".") for name in both} - {""}
    middle = [{romanised(name.given[1])[:1] for name in names if len(name.given) > 1} for names in (some, others)]
    if len(sexes) > 1 or len(suffixes) > 1 or (all(middle) and middle[0].isdisjoint(middle[1])):
        return False
    places = [set().union(*(uses[name].places for name in names)) for names in (some, others)]
    return places[0].isdisjoint(places[1])
