"""The page of an event: each source's report in its own words and with its own date."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby

from dossier.present.cells import clean, fit
from dossier.present.dates import date_words
from dossier.present.decided import decided_blocks
from dossier.present.matter_page import matter_lines
from dossier.present.page import Block, Page, Target, joined, section, subheading
from dossier.present.speech import role_words
from dossier.store.queries import events
from dossier.store.queries.events import EventRow, ReportRow

ROLE_CELLS = 14


def event_page(connection: sqlite3.Connection, target: Target) -> Page | None:
    """The page of an event; None where it is gone."""
    event = events.get(connection, target.id)
    if event is None:
        return None
    reports = events.reports(connection, event.id)
    return Page(target, event.label, [
        *_head(event), *_participants(connection, event), *decided_blocks(connection, event.id),
        *matter_lines(connection, event.id), *_reports(event, reports)])


def _head(event: EventRow) -> Iterator[Block]:
    yield Block(clean(event.label), "title")
    how = "no source dates it" if not event.date else "inferred, not stated" if event.date_inferred else "as stated"
    text, runs = joined((date_words(event.date), "date"), (f"  {how}", "secondary"),
                        (f"  · {event.status}", "mark" if event.status != "reported" else "secondary"))
    yield Block(text, "text", runs)


def _participants(connection: sqlite3.Connection, event: EventRow) -> Iterator[Block]:
    found = events.participants(connection, event.id)
    if found:
        yield section("who and where")
    for part in found:
        text, runs = joined((fit(role_words(part.role), ROLE_CELLS), "secondary"), (clean(part.name), part.kind))
        yield Block(text, "text", runs, Target("entity", part.entity), indent=2, hang=ROLE_CELLS)


def _reports(event: EventRow, reports: list[ReportRow]) -> Iterator[Block]:
    yield section("reports", event.reports)
    for _, group in groupby(reports, key=lambda report: report.source):
        for number, report in enumerate(group):
            leads = Target("source", report.source, report.start, report.end)
            if number == 0:
                yield subheading(report.source_label, None, Target("source", report.source))
            dated = date_words(report.date) if report.date else "gives no date"
            text, runs = joined((dated + "  ", "date" if report.date else "secondary"), (clean(report.words), ""))
            yield Block(text, "text", runs, leads, indent=4, hang=2)
    if len(reports) < event.reports:
        yield Block(f"… and {event.reports - len(reports)} more", "secondary", indent=2)
