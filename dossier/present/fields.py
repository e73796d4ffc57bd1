"""Lines of pages that look alike: something in a column and the rest beside it, names, bars, events by date."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.present.cells import clean, fit, short, width_of
from dossier.present.dates import date_in
from dossier.present.marks import event_mark, mark_role
from dossier.present.page import ORIGIN, Block, Target, joined
from dossier.present.wrap import line_starts
from dossier.store.queries.events import EventRow

WIDTH = 82
"""Cells of a line where nobody says how many there are."""
ENDLESS = 1_000
"""Of a text that nobody wraps (Markdown): there, nothing is put in columns or cut to their width."""
BESIDE = 28
"""Where fewer cells are left beside a column there is none: the rest follows what would have stood in it."""
LEAST_COLUMN = 16
"""A column that would be wider is made as narrow as this, rather than given up."""
FIELD_CELLS, LEAST_VALUE = 12, 16
ORIGIN_CELLS, LEAST_ORIGIN = 24, 12
"""Of the column at the right that says in which source something stands; of what is left of a source's label there."""
DATE_CELLS = 16
NAMES = 12
"""The most names in a line of them."""
BAR_CELLS = 20
_BAR = "▏▎▍▌▋▊▉█"

Piece = tuple[str, str]


def beside(
    first: Piece, cells: int, *rest: Piece, width: int, target: Target | None = None, indent: int = 2,
    least: int = BESIDE,
) -> Block:  # fmt: skip
    """`first` in a column of `cells`, or of the fewer that `width` leaves where the rest has `least` beside it."""
    wanted, cells = cells, min(cells, width - indent - 2 - least)
    room = cells >= min(wanted, LEAST_COLUMN) and width < ENDLESS
    words = fit(first[0], cells) if room else clean(" ".join(first[0].split()))
    gap = "  " if words else ""
    text, runs = joined((words, first[1]), (gap, ""), *((clean(piece), role) for piece, role in rest))
    return Block(text.rstrip(), "text", runs, target, indent=indent, hang=cells + 2 if room else 2)


def field(
    name: str, value: str, role: str = "", target: Target | None = None, *, width: int = WIDTH,
    cells: int = FIELD_CELLS,
) -> Block:  # fmt: skip
    """What is known, behind what it is in a column of `cells`."""
    return beside((name, "secondary"), cells, (value, role), width=width, target=target, least=LEAST_VALUE)


def placed(
    *pieces: Piece, origin: str, more: str = "", width: int = WIDTH, target: Target | None = None, indent: int = 2,
    hang: int = 2,
) -> Block:  # fmt: skip
    """A paragraph, and in a column at the right the source in which it stands, with what is to be said `more` of that;
    where its last line leaves no room for the source, that has a line of its own."""
    said = [(clean(words), role) for words, role in pieces]
    gap, named = 2, clean(origin)
    if width < ENDLESS:
        room, taken = _last_line(said, width - indent, hang)
        if taken + 2 <= room - ORIGIN_CELLS:
            gap, cells = room - ORIGIN_CELLS - taken, ORIGIN_CELLS
        elif taken + 2 <= room - min(LEAST_ORIGIN, width_of(named + more)):
            cells = room - taken - 2
        else:
            gap, cells = _to_next_line(room, taken), width - indent - hang
        named = short(origin, cells - width_of(more))
    text, runs = joined(*said, (" " * gap, ""), (named, ORIGIN), (more, "secondary"))
    return Block(text, "text", runs, target, indent=indent, hang=hang)


def followed(
    *pieces: Piece, by: Sequence[Piece], width: int = WIDTH, target: Target | None = None, indent: int = 2,
    hang: int = 2, role: str = "text",
) -> Block:  # fmt: skip
    """A paragraph, and what is to be said of it: that is not broken where a line has room for it."""
    said, remarks = ([(clean(words), look) for words, look in some if words] for some in (pieces, by))
    room, taken = _last_line(said, width - indent, hang)
    cells = sum(width_of(words) for words, _ in remarks)
    whole = width >= ENDLESS or taken + 2 + cells <= room or cells > width - indent - hang
    gap = 0 if not remarks else 2 if whole else _to_next_line(room, taken)
    text, runs = joined(*said, (" " * gap, ""), *remarks)
    return Block(text, role, runs, target, indent=indent, hang=hang)


def _last_line(pieces: Sequence[Piece], width: int, hang: int) -> tuple[int, int]:
    """The cells of the last line of a paragraph in lines of `width`, and how many of them are taken."""
    text = "".join(words for words, _ in pieces)
    starts = line_starts(text, width, hang=hang)
    return width - hang * (len(starts) > 1), width_of(text[starts[-1] :])


def _to_next_line(room: int, taken: int) -> int:
    """How many blanks fill a line, so that what follows them begins the next one."""
    return room - taken + 1


def names_line(before: str, names: Sequence[str], number: int) -> Block:
    """Some names of `number` in one paragraph, dimmed: who says nothing, what else there is."""
    more = f" · and {number - len(names):,} more" if number > len(names) else ""
    return Block(f"{before} {' · '.join(map(clean, names))}{more}".lstrip(), "secondary", indent=2, hang=2)


def event_line(event: EventRow, *remarks: str, against: str = "", width: int = WIDTH) -> Block:
    """An event on a page: date, mark, label, in grey what is to be said of it there, and what stands against it."""
    said = ", ".join(filter(None, remarks))
    date, mark = date_in(event.date, DATE_CELLS), event_mark(event)
    remark, differs = (f"  {words}" if words else "" for words in (said, against))
    line = beside(
        (date, "date"), DATE_CELLS, (mark + " ", mark_role(mark)), (event.label, ""), (remark, "secondary"),
        (differs, "fault"), width=width, target=Target("event", event.id))
    return replace(line, hang=line.hang + 2)


def bar_lines(rows: Iterable[tuple[str, int, Target]], most: int, *, cells: int, width: int = WIDTH) -> list[Block]:
    """A line for each name, of `cells` at most, with its number as a bar; the longest stands for `most`."""
    listed, lines = list(rows), []
    cells = min(cells, max((width_of(clean(name)) for name, _, _ in listed), default=0))
    for name, number, target in listed:
        eighths = max(-(-number * BAR_CELLS * 8 // max(most, 1)), 1)
        drawn = _BAR[-1] * (eighths // 8) + (_BAR[eighths % 8 - 1] if eighths % 8 else "")
        lines.append(beside(
            (name, ""), cells, (drawn, "bar"), (f" {number:,}", "secondary"), width=width, target=target))
    return lines
