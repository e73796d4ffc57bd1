"""A line of a page as segments: margin, text in the styles of its roles, the stop it is at, what is selected."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from dossier.present.cells import width_of
from dossier.present.flow import Line
from dossier.present.marks import DIFFERS
from dossier.present.page import Block, Page, Run, Sign
from dossier.tui.widgets.role_styles import RoleStyles

SIGNS = 2
"""What begins in a line of text is told by so many signs in its margin."""
MARGIN = 1 + SIGNS + 1
"""Cells at the left for the cursor and for what stands in a passage."""
LONG = 80
"""A stop of more code points than this is shaded, not reversed."""


class Look(NamedTuple):
    """How a line is looked at."""

    width: int
    """Cells of the line with its margin."""
    at_cursor: bool
    stop: int
    """The stop that the page is at, where it is in this block; else -1."""
    selected: tuple[int, int]
    """What of its block is selected: half-open, in the block's text."""


def signs_in(block: Block, line: Line) -> list[Sign]:
    """What begins in a line, each kind of sign once, the graver first."""
    found: dict[str, Sign] = {}
    for sign in block.signs:
        if line.start <= sign.place < line.end or (sign.place >= line.end == len(block.text)):
            found.setdefault(sign.mark, sign)
    return sorted(found.values(), key=lambda sign: sign.mark != block.gutter)


def paint(style: RoleStyles, page: Page, line: Line, look: Look) -> list[Segment]:
    """The segments of a line of text, `look.width` cells in all."""
    block = page.blocks[line.block]
    if block.signs:
        mark = "".join(sign.mark for sign in signs_in(block, line)[:SIGNS])
    else:
        mark = block.gutter if line.number == 0 else ""
    hang = block.hang if line.number > 0 else 0
    indent = "▏ " * (block.indent // 2) if block.role == "quote" else " " * block.indent
    segments = [
        Segment("▌" if look.at_cursor else " ", style("cursor")), *_gutter(style, mark),
        Segment(indent + " " * hang, style("rule")), *_pieces(style, page, line, look),
    ]  # fmt: skip
    taken = sum(width_of(segment.text) for segment in segments)
    if taken < look.width:
        segments.append(Segment(" " * (look.width - taken), style("text")))
    return list(Strip(segments).crop(0, look.width)) if taken > look.width else segments


def _gutter(style: RoleStyles, mark: str) -> list[Segment]:
    """The margin; that sources differ comes first there, and looks as it does elsewhere."""
    differs = mark.startswith(DIFFERS)
    rest = Segment(f"{mark[differs:]:<{MARGIN - 1 - differs}}", style("gutter"))
    return [Segment(DIFFERS, style("fault")), rest] if differs else [rest]


def _pieces(style: RoleStyles, page: Page, line: Line, look: Look) -> list[Segment]:
    """The text of a line, cut where roles change."""
    block = page.blocks[line.block]
    runs = [*block.runs, *_stops(page, line.block, look.stop)]
    if look.selected[0] < look.selected[1]:
        runs.append(Run(*look.selected, "selected"))
    edges = {line.start, line.end}
    for run in runs:
        edges.update(edge for edge in (run.start, run.end) if line.start < edge < line.end)
    pieces: list[Segment] = []
    for start, end in pairwise(sorted(edges)):
        roles = tuple(run.role for run in runs if run.start <= start and end <= run.end)
        piece = style(block.role, *roles)
        if pieces and pieces[-1].style == piece:
            pieces[-1] = Segment(pieces[-1].text + block.text[start:end], piece)
        else:
            pieces.append(Segment(block.text[start:end], piece))
    return pieces


def _stops(page: Page, block: int, present: int) -> Iterator[Run]:
    """The stops in a block: all of them where the page has a focus, else only the present one."""
    found = [present] if present >= 0 else []
    if page.focused:
        first = bisect_left(page.stops, block, key=lambda stop: stop.block)
        found = list(takewhile(lambda index: page.stops[index].block == block, range(first, len(page.stops))))
    for index in found:
        stop = page.stops[index]
        here = "current-long" if stop.end - stop.start > LONG else "current"
        yield Run(stop.start, stop.end, here if index == present else "hit")
