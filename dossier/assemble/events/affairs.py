"""Which sources tell of one affair: those that name somebody, an organization or a vehicle alike.

A folder may hold documents of several affairs; there, like words mean nothing. Places in common make no affair.
"""

from collections import defaultdict
from collections.abc import Iterable

from dossier.assemble.events.candidate import Candidate
from dossier.model.entity import EntityKind


class Affairs:
    """Whom and what each source names in what it reports."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        for candidate in candidates:
            named = (name for kind, name in candidate.named if kind is not EntityKind.PLACE)
            self._named[candidate.report.source].update(named)

    def is_one(self, source: str, other: str) -> bool:
        """Whether two sources tell of one affair, as one source does with itself."""
        return source == other or not self._named[source].isdisjoint(self._named[other])
