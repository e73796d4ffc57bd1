"""Words that a reader selected in a source, and where words stand."""

from dataclasses import dataclass
from typing import NamedTuple

_SORT = "passage"


class Place(NamedTuple):
    """Where words stand."""

    source: str
    """Id of the source."""
    passage: int
    """Index there of the passage in which they begin."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Half-open, in code points of the source's text."""

    source: str
    """Id of the source."""
    start: int
    end: int

    @property
    def id(self) -> str:
        """By what notes, tags and bookmarks on these words refer to them: `passage:SOURCE:START:END`."""
        return f"{_SORT}:{self.source}:{self.start}:{self.end}"


def selection_of(id_: str) -> Selection | None:
    """The words that an id of `Selection.id` means; None where it is no such id."""
    sort, _, place = id_.partition(":")
    source, *ends = place.rsplit(":", 2)
    if sort != _SORT or len(ends) != 2 or not all(end.isdigit() for end in ends):
        return None
    return Selection(source, int(ends[0]), int(ends[1]))
