"""Lines of pages that look alike: something in a column and the rest beside it, names, bars, events by date."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.present.cells import clean, fit, short
from dossier.present.dates import date_in
from dossier.present.marks import event_mark
from dossier.present.page import Block, Target, joined
from dossier.store.queries.events import EventRow

WIDTH = 82
"""Cells of a line where nobody says how many there are."""
ENDLESS = 1_000
"""Of a text that nobody wraps (Markdown): there, nothing is put in columns or cut to their width."""
BESIDE = 28
"""Where fewer cells are left beside a column there is none: the rest follows what would have stood in it."""
FIELD_CELLS = 12
DATE_CELLS = 16
NAMES = 12
"""The most names in a line of them."""
BAR_CELLS = 20
_BAR = "▏▎▍▌▋▊▉█"

Piece = tuple[str, str]


def beside(
    first: Piece, cells: int, *rest: Piece, width: int, target: Target | None = None, indent: int = 2,
) -> Block:  # fmt: skip
    """`first` in a column of `cells`, the rest beside it as far as `width` allows."""
    room = width - indent - cells - 2 >= BESIDE and width < ENDLESS
    words = fit(first[0], cells) if room else clean(" ".join(first[0].split()))
    gap = "  " if words else ""
    text, runs = joined((words, first[1]), (gap, ""), *((clean(piece), role) for piece, role in rest))
    return Block(text.rstrip(), "text", runs, target, indent=indent, hang=cells + 2 if room else 2)


def field(name: str, value: str, role: str = "", target: Target | None = None, *, width: int = WIDTH) -> Block:
    """What is known, behind what it is."""
    return beside((name, "secondary"), FIELD_CELLS, (value, role), width=width, target=target)


def names_line(before: str, names: Sequence[str], number: int) -> Block:
    """Some names of `number` in one line, dimmed: who says nothing, what else there is."""
    more = f" · and {number - len(names):,} more" if number > len(names) else ""
    return Block(f"{before} {' · '.join(short(name, 40) for name in names)}{more}", "secondary", indent=2, hang=2)


def event_line(event: EventRow, *remarks: str, width: int = WIDTH) -> Block:
    """An event on a page: date, mark, label, and in grey what is to be said of it there."""
    said = ", ".join(filter(None, remarks))
    date = date_in(event.date, DATE_CELLS)
    line = beside(
        (date, "date"), DATE_CELLS, (event_mark(event) + " ", "mark"), (event.label, ""),
        (f"  {said}" if said else "", "secondary"), width=width, target=Target("event", event.id))
    return replace(line, hang=line.hang + 2)


def bar_lines(rows: Iterable[tuple[str, int, Target]], most: int, *, cells: int, width: int = WIDTH) -> list[Block]:
    """A line for each name with its number as a bar; the longest stands for `most`."""
    lines = []
    for name, number, target in rows:
        eighths = max(-(-number * BAR_CELLS * 8 // max(most, 1)), 1)
        drawn = _BAR[-1] * (eighths // 8) + (_BAR[eighths % 8 - 1] if eighths % 8 else "")
        lines.append(beside(
            (name, ""), cells, (drawn, "bar"), (f" {number:,}", "secondary"), width=width, target=target))
    return lines
