"""What is told without a date, or only in passing, of a deed of which all sources together tell one.

`The board rejected it by six votes to two` shares too little with `The board, meeting in Cork, rejected the bid within
hours` to be found alike. But where a board rejects something in one event only, that is the one meant.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dossier.assemble.content import says_little
from dossier.assemble.events.affairs import Affairs
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.likeness import at_odds
from dossier.model.entity import EntityKind

_Key = tuple[str, str]
"""An act and a word or name beside it."""


class SoleDeeds:
    """Events by what is done in them and a word or name beside it. Indexes are those of the groups."""

    def __init__(self, groups: Sequence[Sequence[Candidate]], affairs: Affairs) -> None:
        self._groups = [[c for c in group if not c.is_speech] for group in groups]
        self._affairs = affairs
        self._by_key: dict[_Key, set[int]] = defaultdict(set)
        for index, group in enumerate(self._groups):
            for key in {key for candidate in group for key in _keys(candidate)}:
                self._by_key[key].add(index)

    def meant(self, one: Candidate) -> int | None:
        """The one event, told by a source of the same affair, in which the deed of a report is done, if nothing in the
        two differs."""
        if one.is_speech or not one.is_past:
            return None
        keys = set(_keys(one))
        known = {index for key in keys for index in self._by_key.get(key, ())}
        if len(known) != 1:
            return None
        (index,) = known
        source = one.report.source
        others = {c.report.source for c in self._groups[index]} - {source}
        if not any(self._affairs.is_one(source, other) for other in others):
            return None
        telling = (c for c in self._groups[index] if not keys.isdisjoint(_keys(c)))
        return None if any(_differ(one, c) for c in telling) else index


def _keys(candidate: Candidate) -> Iterator[_Key]:
    beside = candidate.content - candidate.acts
    beside |= {name for kind, name in candidate.named if kind is not EntityKind.PLACE}
    return ((act, thing) for act in candidate.acts if not says_little(act) for thing in beside)


def _differ(one: Candidate, other: Candidate) -> bool:
    apart = one.core and other.core and one.core.isdisjoint(other.core)
    return bool(apart) or at_odds(one, other)
