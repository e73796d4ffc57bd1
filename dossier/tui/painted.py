"""What the terminal shows, kept so that of each update only the cells that look otherwise are written.

Textual writes a whole screen whenever one is opened or closed, several times each, and of a widget that changed all its
cells, blanks upon blanks among them: two to four times the bytes that make the new picture.
"""

from collections.abc import Iterator, Sequence

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
Look = tuple[str, int]


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
    places = [place for place, (was, now) in enumerate(zip(_looks(old), _looks(new), strict=True)) if was != now]
    begin = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] - place > BRIDGE:
            yield places[begin], place + 1
            begin = number + 1


def _has_wide(strip: Strip) -> bool:
    """Whether some characters take two cells, or none."""
    return strip.cell_length != sum(len(segment.text) for segment in strip)


def _looks(strip: Strip) -> list[Look]:
    """What is seen in each cell: its character, and the hash of its style (styles are equal where their hashes are)."""
    found: list[Look] = []
    for text, style, _ in strip:
        plain = (style or Style.null()).clear_meta_and_links()
        look = ground = hash(plain)
        if not (plain.underline or plain.underline2 or plain.reverse or plain.strike or plain.overline):
            # Of a blank only the ground is seen, unless there is a line on it or it is turned round.
            ground = hash(plain.bgcolor)
        found += [(char, ground if char == " " else look) for char in text]
    return found
