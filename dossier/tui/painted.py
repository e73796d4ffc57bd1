"""What the terminal shows, kept so that of each update only the cells that look otherwise are written.

Textual writes a whole screen whenever one is opened or closed, several times each, and of a widget that changed all its
cells, blanks upon blanks among them: two to four times the bytes that make the new picture.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.console import Console
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

BRIDGE = 8
"""So many cells that stay as they are between two that change are written with them: to pass over them takes as many
bytes."""

Piece = tuple[int, int, Strip]
"""Line and column at which cells are written, and the cells."""


class Changes(CompositorUpdate):
    """Cells to be written."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """The text and control sequences of the update, to be written to the terminal."""
        return "".join(Control.move_to(x, y).segment.text + strip.render(console) for y, x, strip in self.pieces)


class Painted:
    """The lines of the terminal as they were written last."""

    def __init__(self) -> None:
        self._lines: dict[int, Strip] = {}

    def forget(self) -> None:
        """The terminal may show anything: it had another size, or another program wrote to it."""
        self._lines.clear()

    def changes(self, update: CompositorUpdate) -> CompositorUpdate:
        """What has to be written for an update, which counts as written from now on."""
        if isinstance(update, LayoutUpdate):
            lines = enumerate(update.strips, update.region.y)
            pieces: Iterator[Piece] = ((y, update.region.x, Strip.join(strips)) for y, strips in lines)
        elif isinstance(update, ChopsUpdate):
            pieces = _within(update)
        else:
            self.forget()
            return update
        return Changes([change for piece in pieces for change in self._write(*piece)])

    def _write(self, y: int, x: int, new: Strip) -> Iterator[Piece]:
        """What differs of some cells of a line."""
        line, end = self._lines.get(y), x + new.cell_length
        if line is None or line.cell_length < end:
            # Of a line that is known in part nothing is kept.
            self._lines.pop(y, None)
            if x == 0:
                self._lines[y] = new
            yield y, x, new
            return
        old = line.crop(x, end)
        if old == new:
            return
        self._lines[y] = Strip.join((line.crop(0, x), new, line.crop(end, line.cell_length))).simplify()
        for first, last in _differing(old, new):
            yield y, x + first, new.crop(first, last)


def _within(update: ChopsUpdate) -> Iterator[Piece]:
    """The cells within the spans of an update; those of a strip with wide characters from its beginning, for none must
    be cut in half."""
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < last and end > first:
                start = x if first <= x or _has_wide(strip) else first
                yield y, start, strip.crop(start - x, min(end, last) - x)


def _differing(old: Strip, new: Strip) -> Iterator[tuple[int, int]]:
    """From where to where cells look otherwise; all of them where characters are wide."""
    if _has_wide(old) or _has_wide(new):
        yield 0, new.cell_length
        return
    (was, styles_before), (now, styles) = _cells(old), _cells(new)
    seen = enumerate(zip(was, now, styles_before, styles, strict=True))
    places = [place for place, (before, char, style_before, style) in seen if before != char or style_before != style]
    begin = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] - place > BRIDGE:
            yield places[begin], place + 1
            begin = number + 1


def _has_wide(strip: Strip) -> bool:
    """Whether some characters take two cells, or none."""
    return strip.cell_length != sum(len(segment.text) for segment in strip)


def _cells(strip: Strip) -> tuple[str, list[int]]:
    """Of each cell its character, and what is seen of its style."""
    styles: list[int] = []
    for text, style, _ in strip:
        look, ground = _look(style or Style.null())
        if look == ground or " " not in text:
            styles += [look] * len(text)
        else:
            styles += [ground if char == " " else look for char in text]
    return "".join(text for text, _, _ in strip), styles


@lru_cache(1 << 10)
def _look(style: Style) -> tuple[int, int]:
    """The hash of a style, which is equal where styles are, and of what is seen of it on a blank: only the ground,
    unless there is a line on it or it is turned round."""
    plain = style.clear_meta_and_links()
    lined = plain.underline or plain.underline2 or plain.reverse or plain.strike or plain.overline
    return hash(plain), hash(plain if lined else plain.bgcolor)
