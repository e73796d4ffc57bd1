"""The page of an event: each source's report in its own words and with its own date."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.present.cells import clean, short, width_of
from dossier.present.columns import Paragraph, column_cells, columns_in, side_by_side
from dossier.present.dates import date_in, date_words
from dossier.present.decided import decided_blocks
from dossier.present.fields import DATE_CELLS, NAMES, WIDTH, beside, event_line, field, names_line
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Run, Stop, Target, joined, section
from dossier.present.passage_text import as_shown
from dossier.present.speech import part_words
from dossier.store.queries import events, tellers, timeline
from dossier.store.queries.events import EventRow, ParticipantRow, ReportRow

AROUND = 3
"""Events before and after it that its page shows."""
COLUMN_CELLS = 28
"""The least for the reports of a source beside those of another: half a line of a page, as in a newspaper."""
INDENT, ROLE_CELLS = 2, 12
NO_DATE = ("gives no date", "secondary")


def event_page(
    connection: sqlite3.Connection, target: Target, width: int = WIDTH, *, apart: bool = False
) -> Page | None:
    """The page of an event in lines of `width` cells; None where it is gone.

    The sources' reports stand side by side where `apart` and where there is room for that, else under one another.
    """
    event = events.get(connection, target.id)
    if event is None:
        return None
    found = as_shown(connection, events.reports(connection, event.id))
    number = columns_in(width - INDENT, COLUMN_CELLS) if apart else 1
    by_source = [list(group) for _, group in groupby(found, key=lambda report: report.source)]
    above = [*_head(connection, event), *_participants(events.participants(connection, event.id), width),
             *decided_blocks(connection, event.id), *matter_lines(connection, event.id, width),
             section(f"reports in {event.sources} source{'s' * (event.sources != 1)}", event.reports)]  # fmt: skip
    if number > 1 < len(by_source):
        number = min(number, len(by_source))
        texts = [list(_column(reports, column_cells(width - INDENT, number))) for reports in by_source]
        told = list(side_by_side(texts, width, number, indent=INDENT))
    else:
        told = [block for reports in by_source for block in _under_one_another(reports, width)]
    below = [*_further(connection, event, len(found)), *_around(connection, event, width)]
    return Page(target, event.label, [*above, *told, *below], list(_stops(told, len(above))), at=-1)


def _head(connection: sqlite3.Connection, event: EventRow) -> Iterator[Block]:
    yield Block(clean(event.label), "title")
    how = "no source dates it" if not event.date else "inferred, not stated" if event.date_inferred else "as stated"
    status = ""
    if event.status != "reported":
        names = tellers.tellers_of(connection, [event.id]).get(event.id, [])
        status = f"  · {event.status} by {', '.join(short(name) for name in names[:3])}"
    text, runs = joined((date_words(event.date), "date"), (f"  {how}", "secondary"), (status, "mark"))
    yield Block(text, "text", runs)


def _participants(found: Sequence[ParticipantRow], width: int) -> Iterator[Block]:
    """Who takes part in which role; who has the same one stands under it without saying it again."""
    if found:
        yield section("who and where")
    ordered = sorted(found, key=lambda part: part_words(part.role, part.kind))
    roles = [part_words(part.role, part.kind) for part in ordered]
    cells = min(max(map(width_of, roles), default=0), ROLE_CELLS)
    for above, role, part in zip(["", *roles], roles, ordered, strict=False):
        yield field("" if role == above else role, part.name, part.kind, Target("entity", part.entity), width=width,
                    cells=cells)  # fmt: skip


def _column(reports: Sequence[ReportRow], cells: int) -> Iterator[Paragraph]:
    """What one source reports, for a column of `cells`: whose it is, then each date it gives over the words."""
    yield Paragraph(((short(reports[0].source_label, cells), "heading"),), Target("source", reports[0].source))
    above: str | None = ""
    for report in reports:
        leads = Target("source", report.source, report.start, report.end)
        if report.date != above:
            yield Paragraph(((date_words(report.date), "date") if report.date else NO_DATE,), leads)
        yield Paragraph(((_status(report), "mark"), (f"“{report.shown}”", "text")), leads)
        above = report.date


def _under_one_another(reports: Sequence[ReportRow], width: int) -> Iterator[Block]:
    """What one source reports: whose it is, then the words, each beside the date it gives them."""
    source = Target("source", reports[0].source)
    yield Block(short(reports[0].source_label, width - INDENT), "subheading", (), source, indent=INDENT)
    for report in reports:
        date = (date_in(report.date, DATE_CELLS), "date") if report.date else NO_DATE
        yield beside(date, DATE_CELLS, (_status(report), "mark"), (report.shown, ""), width=width, indent=2 * INDENT,
                     target=Target("source", report.source, report.start, report.end))  # fmt: skip


def _status(report: ReportRow) -> str:
    """How the source tells it, where that is more than to report it."""
    return f"{report.status}: " if report.status != "reported" else ""


def _stops(blocks: Sequence[Block], first: int) -> Iterator[Stop]:
    """Where each report begins, in blocks of which the first has this number on its page: at its date, or in columns
    at the first line of its words."""
    seen = set[Target]()
    for number, block in enumerate(blocks, first):
        # In columns each piece says what it leads to; else the block does, and the first piece of it is the date.
        whole = Run(0, block.runs[0].end if block.runs else len(block.text), "text", block.target)
        pieces = [run for run in block.runs if run.target] or [whole]
        for start, end, role, target in pieces:
            if role == "text" and target is not None and target.start is not None and target not in seen:
                seen.add(target)
                yield Stop(number, start, end, "", target)


def _further(connection: sqlite3.Connection, event: EventRow, shown: int) -> Iterator[Block]:
    """How many more reports there are, and in which sources nothing of it was found."""
    if shown < event.reports:
        yield Block(f"… and {event.reports - shown:,} more", "secondary", indent=INDENT)
    names, number = timeline.silent(connection, event.id, NAMES)
    if number:
        yield section("no passage joined with it in", number)
        yield names_line("", names, number)


def _around(connection: sqlite3.Connection, event: EventRow, width: int) -> Iterator[Block]:
    """What came before it and after it."""
    if event.date is None:
        return
    for title, found in (("before", timeline.before(connection, event, AROUND)[::-1]),
                         ("after", timeline.after(connection, event, AROUND))):  # fmt: skip
        if found:
            yield section(title)
            rows = events.rows(connection, found)
            yield from (event_line(rows[rowid], width=width) for rowid in found if rowid in rows)
