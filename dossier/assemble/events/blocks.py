"""Which reports are worth comparing, so that the work grows with their number and not with its square.

Two reports can only be of one event when they share a word or a name and a time. So each is entered under its rarest
words and names together with its day, its month, or, for a loose or missing date, what is done; and under what is done
to what, in synonyms, too. Those under one heading are compared. Under a crowded heading each is compared with its
neighbours in two orders, which put those with the same rare words, or of the same day, side by side (the sorted
neighbourhood method: Hernández and Stolfo 1995).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.assemble.events.candidate import Candidate

RAREST = 4
"""Words or names of a report that it is entered under; two reports of one event seldom share only common ones."""
CROWD = 24
"""Reports under one heading that are all compared with each other."""
NEIGHBOURS = 12
"""Reports after it, in either order, that one of a crowd is compared with."""
SEASON = 100
"""Reports dated to more days than this are entered under what is done instead of under months."""
MONTH = 30
"""Days of the stretches, counted through, that stand for months here."""


def pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Pairs of indexes worth comparing, each once, the lower first, in order: dates no more than a day apart, and
    entered under one heading."""
    counts = Counter(feature for candidate in candidates for feature in candidate.features)
    rarest = [_rarest(candidate, counts) for candidate in candidates]
    headings: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, candidate in enumerate(candidates):
        for heading in _headings(candidate, rarest[index]):
            headings[heading].append(index)
    found: set[tuple[int, int]] = set()
    for entered in headings.values():
        found.update(_compared(candidates, entered, rarest))
    yield from sorted(found)


def _rarest(candidate: Candidate, counts: Mapping[str, int]) -> list[str]:
    """What a report shares with some other, the rarest first."""
    return sorted((f for f in candidate.features if counts[f] > 1), key=lambda f: (counts[f], f))


def _headings(candidate: Candidate, rarest: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """What a report must have in common with another: a rare word and what is done, or when; or what is done to
    what."""
    first, last = candidate.days
    months = range(first // MONTH, last // MONTH + 1) if last - first < SEASON else ()
    for feature in rarest[:RAREST]:
        yield from ((feature, act) for act in candidate.acts)
        yield from ((feature, month) for month in months)
    yield from ((thing, sense, "synonym") for thing in candidate.core for sense in candidate.senses)


def _compared(
    candidates: Sequence[Candidate], entered: list[int], rarest: Sequence[list[str]]
) -> Iterator[tuple[int, int]]:
    """Pairs of those under one heading; in a crowd each with its neighbours by day, and by rare words."""
    if len(entered) < 2:
        return
    if len(entered) <= CROWD:
        orders = [(entered, len(entered))]
    else:
        by_words = sorted(entered, key=lambda i: (rarest[i], candidates[i].days, i))
        by_day = sorted(entered, key=lambda i: (candidates[i].days, rarest[i], i))
        orders = [(by_words, NEIGHBOURS), (by_day, NEIGHBOURS)]
    for ordered, reach in orders:
        days = [candidates[i].days for i in ordered]
        for place, one in enumerate(ordered):
            first, last = days[place][0] - 1, days[place][1] + 1
            for next_place in range(place + 1, min(place + 1 + reach, len(ordered))):
                if days[next_place][0] <= last and first <= days[next_place][1]:
                    other = ordered[next_place]
                    yield (one, other) if one < other else (other, one)
