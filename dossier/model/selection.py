"""Words that a reader selected in a source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Half-open, in code points of the source's text."""

    source: str
    """Id of the source."""
    start: int
    end: int
