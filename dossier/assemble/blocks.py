"""Which reports are worth comparing, so that the work grows with their number and not with its square.

Two reports can only be of one event when they share a word or a name and a time. So each is entered under its rarest
words and names together with its day, its month, or, for a loose or missing date, what is done; and under what is done
to what, in synonyms, too. Those under one heading are compared. Under a crowded heading each is compared with its
neighbours in an order that puts those with the same rare words side by side (the sorted neighbourhood method:
Hernández and Stolfo 1995).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.assemble.candidate import Candidate
from dossier.assemble.days import days_of

RAREST = 6
"""Words or names of a report that it is entered under; two reports of one event seldom share only common ones."""
CROWD = 40
"""Reports under one heading that are all compared with each other."""
NEIGHBOURS = 20
"""Reports after it, in the order of rare words, that one of a crowd is compared with."""
FEW_DAYS = 3
"""Reports dated to no more than so many days are entered under each of them."""
SEASON = 100
"""Reports dated to more days than this are entered under what is done instead of under months."""
MONTH = 30
"""Days of the stretches, counted through, that stand for months here."""


def pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes worth comparing, each once, the lower first, in order."""
    counts = Counter(feature for candidate in candidates for feature in candidate.features)
    headings: dict[tuple[object, ...], list[int]] = defaultdict(list)
    rarest = [_rarest(candidate, counts) for candidate in candidates]
    for index, candidate in enumerate(candidates):
        times = list(_times(candidate))
        for feature in rarest[index][:RAREST]:
            for time in times:
                headings[(feature, time)].append(index)
        for thing in candidate.core:
            for sense in candidate.senses:
                headings[(thing, sense)].append(index)
    found = {pair for entered in headings.values() for pair in _compared(entered, rarest)}
    yield from sorted(found)


def _rarest(candidate: Candidate, counts: Mapping[str, int]) -> list[str]:
    """What a report shares with some other, the rarest first."""
    return sorted((f for f in candidate.features if counts[f] > 1), key=lambda f: (counts[f], f))


def _times(candidate: Candidate) -> Iterator[object]:
    """What a report must have in common with another beside a word: what is done, or when."""
    yield from sorted(candidate.acts)
    first, last = days_of(candidate.report.date)
    if last - first >= SEASON:
        return
    yield from (("month", month) for month in range(first // MONTH, last // MONTH + 1))
    if last - first < FEW_DAYS:
        yield from (("day", day) for day in range(first, last + 1))


def _compared(entered: list[int], rarest: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
    crowded = len(entered) > CROWD
    ordered = sorted(entered, key=lambda i: (rarest[i], i)) if crowded else entered
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS if crowded else None]:
            yield min(one, other), max(one, other)
