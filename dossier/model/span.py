"""Half-open ranges of code points in the text of a source."""

from dataclasses import dataclass
from typing import Protocol


class Placed(Protocol):
    """Whatever has a place in a text: a span, a token."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The code point after its last."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points of one source's text as read."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Placed) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Placed) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
