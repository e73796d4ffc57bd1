"""Rows of what is told and said: events with their reports, statements with their speakers, and cited works."""

from collections.abc import Iterable, Iterator
from typing import Any

from dossier.model.citation import Citation
from dossier.model.edtf import bounds
from dossier.model.event import Event
from dossier.model.statement import Statement
from dossier.store.place_rows import Passages, Positions, ends, first
from dossier.store.source_rows import span_json


def event_row(event: Event, position: Positions) -> dict[str, Any]:
    """An event with the bounds of its date, by which lists are ordered. How often it is in question is counted in the
    database."""
    earliest, latest = bounds(event.date)
    return {
        "id": event.id, "label": event.label, "kind": event.kind, "date": event.date, "earliest": earliest,
        "latest": latest, "date_inferred": int(event.date_inferred), "date_basis": event.date_basis,
        "status": event.status.value, "reports": len(event.reports),
        "sources": len({report.source for report in event.reports}),
        **first(position, ((report.source, report.span) for report in event.reports)),
    }  # fmt: skip


def report_rows(event: Event, passage: Passages) -> Iterator[dict[str, Any]]:
    """Each source's account of it."""
    for report in event.reports:
        yield {
            "event": event.id, "source": report.source, "passage": passage[report.source, report.passage],
            "start": report.span.start, "end": report.span.end, "date": report.date,
            **ends("date", report.date_span), "status": report.status.value, "rule": report.rule,
            "basis": report.basis,
        }  # fmt: skip


def statement_row(statement: Statement, passage: Passages) -> dict[str, Any]:
    """What was said, and where."""
    return {
        "id": statement.id, "source": statement.source, "passage": passage[statement.source, statement.passage],
        "start": statement.span.start, "end": statement.span.end, "kind": statement.kind,
        **ends("speaker", statement.speaker_span), **ends("cue", statement.cue), "said": statement.said,
        "utterance": statement.utterance or statement.id, "rule": statement.rule, "basis": statement.basis,
    }  # fmt: skip


def speaker_rows(statement: Statement) -> Iterator[dict[str, Any]]:
    """Who said it, in order."""
    for position, speaker in enumerate(dict.fromkeys(statement.speakers)):
        yield {"statement": statement.id, "entity": speaker, "position": position}


def relay_rows(statement: Statement) -> Iterator[dict[str, Any]]:
    """Who passed it on, the nearest to the speaker first."""
    for position, relay in enumerate(statement.chain):
        yield {
            "statement": statement.id, "position": position, "entity": relay.entity, "start": relay.span.start,
            "end": relay.span.end,
        }  # fmt: skip


def citation_rows(citations: Iterable[Citation], passage: Passages) -> Iterator[dict[str, Any]]:
    """The works a source cites or relays."""
    for citation in citations:
        yield {
            "source": citation.source, "passage": passage[citation.source, citation.passage],
            "start": citation.span.start, "end": citation.span.end, "number": citation.number,
            "author": citation.author, "title": citation.title, "publisher": citation.publisher,
            "published": citation.published, "accessed": citation.accessed, "marks": span_json(citation.marks),
            "entity": citation.entity,
        }  # fmt: skip
