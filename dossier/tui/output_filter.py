"""The last gate before the terminal: no control character of any document gets through.

Textual 8.2.8 removes almost none by itself (research, reliability finding 1): text with `ESC ]52` would set the
clipboard of whoever looks at it.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from dossier.present.cells import UNSAFE


class ControlFilter(LineFilter):
    """Removes C0 and C1 controls, direction marks and surrogates from every segment."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without them; Textual's own control segments pass."""
        if not any(UNSAFE.search(segment.text) for segment in segments if not segment.control):
            return segments
        return [
            segment if segment.control else Segment(UNSAFE.sub("", segment.text), segment.style)
            for segment in segments
        ]
