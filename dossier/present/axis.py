"""The axis of a timeline: the units of a scale in which something begins or ends, side by side, empty stretches left
out."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dossier.model.instant import DAY
from dossier.present.cells import fit
from dossier.present.scale import SCALES, Scale

EMPTY = 1
"""More empty units than this one after another are left out."""
LEFT_OUT = "┊"
FEW, WHOLE = 8, 10
"""Stretches that a timeline begins with; of more of them, each has so many cells on average: many short ones are hard
to read together."""
CLOSEST_AT_FIRST = 5
"""Place of the closest scale (days) that a timeline begins with: most dates are days."""


@dataclass(frozen=True)
class Axis:
    """Stretches of whole units, and where each begins in cells from the left end of the whole axis."""

    scale: Scale
    firsts: "array[int]"
    """First unit of each stretch."""
    places: "array[int]"
    """Its first cell; one cell is left free before the next."""
    length: int
    """Cells of the whole axis."""

    @cached_property
    def _columns(self) -> "array[int]":
        return array("q", (self.scale.first(unit) for unit in self.firsts))

    def place(self, column: int) -> int:
        """The cell of a column; of one that is left out, the free cell before what comes next."""
        stretch = max(bisect_right(self._columns, column) - 1, 0)
        end = self.places[stretch + 1] - 1 if stretch + 1 < len(self.places) else self.length - 1
        return max(min(self.places[stretch] + column - self._columns[stretch], end), 0)

    def column(self, place: int) -> int | None:
        """The column of a cell; None of a free one and beyond the ends."""
        if not 0 <= place < self.length:
            return None
        stretch = bisect_right(self.places, place) - 1
        last = stretch + 1 < len(self.places) and place == self.places[stretch + 1] - 1
        return None if last else self._columns[stretch] + place - self.places[stretch]

    def between(self, left: int, width: int) -> tuple[int, int]:
        """The first and the last column among `width` cells from `left` on."""
        columns = [column for place in (*range(left, left + 2), *range(left + width - 2, left + width))
                   if (column := self.column(min(place, self.length - 1))) is not None]
        return (min(columns), max(columns)) if columns else (0, 0)


def axis_of(scale: Scale, starts: Sequence[int]) -> Axis:
    """The axis of a scale on which events begin and end at these instants, in order."""
    firsts, places, length = array("q"), array("q"), 0
    for first, last in _stretches(_units(scale, starts)):
        firsts.append(first)
        places.append(length)
        length += (last - first + 1) * scale.tick + 1
    return Axis(scale, firsts or array("q", [0]), places or array("q", [0]), max(length - 1, 1))


def best_axis(starts: Sequence[int], width: int) -> Axis:
    """The closest axis that fits into `width` cells; else the widest there is."""
    best = axis_of(SCALES[0], starts)
    for scale in SCALES[1 : CLOSEST_AT_FIRST + 1]:
        axis = axis_of(scale, starts)
        if axis.length > width:
            break
        if len(axis.firsts) <= FEW or axis.length >= WHOLE * len(axis.firsts):
            best = axis
    return best


def _units(scale: Scale, starts: Sequence[int]) -> list[int]:
    """The units in which something begins or ends, in order. Days are looked at once, however much begins on each."""
    # A column of these scales is at least a day.
    instants: Iterable[int] = starts
    if SCALES.index(scale) < CLOSEST_AT_FIRST:
        instants = (day * DAY for day in dict.fromkeys(minute // DAY for minute in starts))
    return list(dict.fromkeys(scale.unit(scale.column(minute)) for minute in instants))


def _stretches(units: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of units with no more than `EMPTY` empty ones between two."""
    if not units:
        return
    first = units[0]
    for unit, following in pairwise(units):
        if following - unit > EMPTY + 1:
            yield first, unit
            first = following
    yield first, units[-1]


def head_lines(axis: Axis, left: int, width: int) -> tuple[str, str]:
    """What is written above `width` cells of an axis from `left` on: the greater units, and the units."""
    above, below, openings = " " * width, " " * width, list[tuple[int, str]]()
    for place in range(width):
        column = axis.column(left + place)
        if column is None:
            continue
        label = axis.scale.label(column)
        if label.starts or label.opens or not place:
            openings.append((place, label.above))
        if label.starts:
            below = _put(below, place, label.below)
    for place in range(width):
        if 0 <= left + place < axis.length and axis.column(left + place) is None and below[place] == " ":
            below = below[:place] + LEFT_OUT + below[place + 1 :]
    names = list(_named(openings, width))
    if not any(place + len(words) <= width and words == name for place, words in names
               for at, name in openings if at == place):
        names = list(_named(openings, width, at_once=True))
    for place, words in names:
        above = _put(above, place, words)
    return above, below


def _named(
    openings: Sequence[tuple[int, str]], width: int, *, at_once: bool = False
) -> Iterator[tuple[int, str]]:
    """The names of the greater units in which units begin, each once, where the one before leaves room.

    The year stands with the first of its names that has room for it, at the latest with the last; or `at_once`.
    """
    free, named, year = 0, "", ""
    for number, (place, words) in enumerate(openings):
        if words == named or place < free:
            continue
        following = next(((end, name) for end, name in openings[number + 1 :] if name != words), (width + 1, ""))
        short = words[:-5] or words
        later = following[1][-4:] == words[-4:] and following[0] > place + len(short)
        whole = words[-4:] != year and (place + len(words) < following[0] or not later or at_once)
        written = words if whole else short
        yield place, written
        free, named, year = place + len(written) + 1, words, words[-4:] if whole else year


def _put(line: str, place: int, words: str) -> str:
    """The line with words at a place, where there is room for them and for a blank before."""
    end = place + len(words)
    if not words or end > len(line) or line[max(place - 1, 0) : end].strip():
        return line
    return fit(line[:place] + words + line[end:], len(line))
