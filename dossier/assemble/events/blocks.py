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
from dossier.assemble.events.days import Days

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
    days = [candidate.days for candidate in candidates]
    by_words = _ranks([(words, when) for words, when in zip(rarest, days, strict=True)])
    by_day = _ranks([(when, words) for words, when in zip(rarest, days, strict=True)])
    found: list[set[int]] = [set() for _ in candidates]
    for entered in {tuple(together) for together in headings.values() if len(together) > 1}:
        if len(entered) <= CROWD:
            _compare(days, entered, len(entered), found)
        else:
            _compare(days, sorted(entered, key=by_words.__getitem__), NEIGHBOURS, found)
            _compare(days, sorted(entered, key=by_day.__getitem__), NEIGHBOURS, found)
    for index, others in enumerate(found):
        yield from ((index, other) for other in sorted(others))


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


def _ranks(keys: Sequence[tuple[object, ...]]) -> list[int]:
    """The place of each key in their order, equals as they come."""
    ranks = [0] * len(keys)
    for rank, index in enumerate(sorted(range(len(keys)), key=keys.__getitem__)):
        ranks[index] = rank
    return ranks


def _compare(days: Sequence[Days], ordered: Sequence[int], reach: int, found: Sequence[set[int]]) -> None:
    """Enter in `found`, under the lower of each two that stand at most `reach` apart and can be of one time, the
    higher."""
    for place, one in enumerate(ordered, 1):
        first, last = days[one][0] - 1, days[one][1] + 1
        for other in ordered[place : place + reach]:
            if days[other][0] <= last and first <= days[other][1]:
                found[min(one, other)].add(max(one, other))
