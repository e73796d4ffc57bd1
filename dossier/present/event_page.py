"""The page of an event: each source's report in its own words and with its own date."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.present.cells import clean, short
from dossier.present.dates import date_in, date_words
from dossier.present.decided import decided_blocks
from dossier.present.fields import DATE_CELLS, NAMES, WIDTH, beside, event_line, field, names_line
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Target, joined, section
from dossier.present.speech import part_words
from dossier.store.queries import events, tellers, timeline
from dossier.store.queries.events import EventRow, ParticipantRow, ReportRow

AROUND = 3
"""Events before and after it that its page shows."""


def event_page(connection: sqlite3.Connection, target: Target, width: int = WIDTH) -> Page | None:
    """The page of an event in lines of `width` cells; None where it is gone."""
    event = events.get(connection, target.id)
    if event is None:
        return None
    return Page(target, event.label, [
        *_head(connection, event), *_participants(events.participants(connection, event.id), width),
        *decided_blocks(connection, event.id), *matter_lines(connection, event.id),
        *_reports(connection, event, width), *_around(connection, event, width)])


def _head(connection: sqlite3.Connection, event: EventRow) -> Iterator[Block]:
    yield Block(clean(event.label), "title")
    how = "no source dates it" if not event.date else "inferred, not stated" if event.date_inferred else "as stated"
    told = ""
    if event.status != "reported":
        names = tellers.tellers_of(connection, [event.id]).get(event.id, [])
        told = f" by {', '.join(short(name) for name in names[:3])}"
    text, runs = joined((date_words(event.date), "date"), (f"  {how}", "secondary"),
                        (f"  · {event.status}{told}", "mark" if event.status != "reported" else "secondary"))
    yield Block(text, "text", runs)


def _participants(found: Sequence[ParticipantRow], width: int) -> Iterator[Block]:
    """Who takes part in which role; who has the same one stands under it without saying it again."""
    if found:
        yield section("who and where")
    above = ""
    for part in sorted(found, key=lambda part: part_words(part.role, part.kind)):
        role = part_words(part.role, part.kind)
        yield field(role if role != above else "", part.name, part.kind, Target("entity", part.entity), width=width)
        above = role


def _reports(connection: sqlite3.Connection, event: EventRow, width: int) -> Iterator[Block]:
    """The sources' reports under one another: whose, the date each gives, its words."""
    found = events.reports(connection, event.id)
    yield section(f"reports in {event.sources} source{'s' * (event.sources != 1)}", event.reports)
    for _, group in groupby(found, key=lambda report: report.source):
        for number, report in enumerate(group):
            if number == 0:
                source = Target("source", report.source)
                yield Block(short(report.source_label, width - 2), "subheading", (), source, indent=2)
            yield _report(report, width)
    if len(found) < event.reports:
        yield Block(f"… and {event.reports - len(found):,} more", "secondary", indent=2)
    names, number = timeline.silent(connection, event.id, NAMES)
    if number:
        yield names_line("say nothing of it:", names, number)


def _report(report: ReportRow, width: int) -> Block:
    date = (date_in(report.date, DATE_CELLS), "date") if report.date else ("gives no date", "secondary")
    status = f"{report.status}: " if report.status != "reported" else ""
    return beside(date, DATE_CELLS, (status, "mark"), (report.words, ""), width=width, indent=4,
                  target=Target("source", report.source, report.start, report.end))  # fmt: skip


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
