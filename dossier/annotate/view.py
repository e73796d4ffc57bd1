"""The clean view of a passage: what the language model reads, with an exact map back to the text as read.

Syntax, footnote markers and overlong runs of characters are left out, white space is made single blanks; every
character of the view stands for exactly one code point of the source.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.model.span import Span

LONGEST_WORD = 100
"""Code points; longer runs (addresses, encoded data) tell the model nothing and cost it seconds."""

_IRREGULAR = re.compile(rf"[^\S ]\s*| \s+|\S{{{LONGEST_WORD + 1},}}")
"""White space that is not a single blank, and overlong words."""
_PLAIN_BLANK = " "


@dataclass(frozen=True, slots=True)
class View:
    """A text made of pieces of a source's text."""

    text: str
    starts: tuple[int, ...]
    """Where each piece begins in `text`, ascending from 0."""
    origins: tuple[int, ...]
    """Where each piece begins in the source, ascending."""

    def origin(self, at: int) -> int:
        """The offset in the source of the view's character `at`."""
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The source's span for the view's `[start, end)`, which must not be empty."""
        return Span(self.origin(start), self.origin(end - 1) + 1)


def clean_view(text: str, span: Span, hidden: Iterable[Span], breaks: Iterable[Span] = ()) -> View:
    """Make the view of `span` without what is hidden.

    `hidden` and `breaks` are spans of the source, in any order; what lies in `breaks` is replaced by a blank where it
    alone keeps two words apart (the marker in `dock.[3]It`).
    """
    cuts = sorted([(cut, False) for cut in hidden] + [(cut, True) for cut in breaks])
    builder = _Builder(text)
    at = span.start
    for cut, parting in cuts:
        if cut.end <= max(at, cut.start) or cut.start >= span.end:
            continue
        builder.keep(at, max(cut.start, at))
        at = min(cut.end, span.end)
        if parting and at < span.end and text[at].isalnum():
            builder.blank(cut.start)
    builder.keep(at, span.end)
    return builder.view()


class _Builder:
    """Collects pieces; never two blanks in a row, none at the start."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._length = 0
        self._after_blank = True

    def keep(self, start: int, end: int) -> None:
        """Add the words of a stretch of the source."""
        for at, stop, blank in _runs(self._text, start, end):
            if blank:
                self.blank(at)
                continue
            start = at + (self._after_blank and self._text[at] == _PLAIN_BLANK)
            if start < stop:
                self._add(self._text[start:stop], start)

    def blank(self, at: int) -> None:
        """Add a blank in place of what stands at an offset of the source."""
        if not self._after_blank:
            self._add(_PLAIN_BLANK, at)

    def _add(self, words: str, origin: int) -> None:
        continues = self._origins and self._origins[-1] - self._starts[-1] == origin - self._length
        if not continues:
            self._starts.append(self._length)
            self._origins.append(origin)
        self._pieces.append(words)
        self._length += len(words)
        self._after_blank = words.endswith(_PLAIN_BLANK)

    def view(self) -> View:
        """The view of what was added."""
        return View("".join(self._pieces).rstrip(_PLAIN_BLANK), tuple(self._starts), tuple(self._origins))


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Runs of words and of what separates them; overlong words count as separators."""
    at = start
    for found in _IRREGULAR.finditer(text, start, end):
        if found.start() > at:
            yield at, found.start(), False
        yield found.start(), found.end(), True
        at = found.end()
    if at < end:
        yield at, end, False
