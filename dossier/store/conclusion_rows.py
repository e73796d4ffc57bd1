"""Rows of what was concluded: entities, events, statements and citations, each with where it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from dossier.model.dossier import Dossier
from dossier.model.edtf import bounds
from dossier.model.entity import Entity, EntityKind
from dossier.model.event import Event
from dossier.model.span import Span
from dossier.model.statement import Statement
from dossier.store.source_rows import Rows, label, passage_ids, span_json, storable


@dataclass(frozen=True, slots=True)
class Counts:
    """How often the conclusions of a dossier touch one another; each by id."""

    events_of_entity: Mapping[str, int]
    events_of_source: Mapping[str, int]
    people_of_source: Mapping[str, int]


def count(dossier: Dossier) -> Counts:
    """Count what the lists show beside each line, so that no pane counts rows while somebody waits."""
    entities: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for event in dossier.events:
        entities.update({participant.entity for participant in event.participants})
        reported.update({report.source for report in event.reports})
    for entity in dossier.entities:
        if entity.kind is EntityKind.PERSON:
            people.update({mention.source for mention in entity.named})
    return Counts(entities, reported, people)


def conclusion_tables(dossier: Dossier, counts: Counts) -> Iterator[tuple[str, Rows]]:
    """Each table's name with its rows, in an order in which every reference is to a row already given."""
    position = {document.source.id: number for number, document in enumerate(dossier.documents)}
    passage = passage_ids(dossier.documents)
    entities, events = dossier.entities, dossier.events
    yield "entities", (_entity(entity, position, counts.events_of_entity) for entity in entities)
    yield "aliases", (row for entity in entities for row in _aliases(entity))
    yield "roles", (row for entity in entities for row in _roles(entity))
    yield "mentions", (row for entity in entities for row in _mentions(entity, passage))
    yield "appearances", (row for entity in entities for row in _appearances(entity))
    yield "dates", _dates(dossier, passage)
    yield "events", (_event(event, position) for event in events)
    yield "reports", (row for event in events for row in _reports(event, passage))
    yield "participants", (row for event in events for row in _participants(event))
    yield "statements", (_statement(statement, passage) for statement in dossier.statements)
    yield "speakers", (row for statement in dossier.statements for row in _speakers(statement))
    yield "citations", _citations(dossier, passage)
    yield "found_entities", _found(entities)
    yield "found_events", _found(events)
    yield "found_statements", _found(dossier.statements)
    yield "labels", _labels(dossier)


Passages = Mapping[tuple[str, int], int]


def _first(position: Mapping[str, int], places: Iterable[tuple[str, Span]]) -> dict[str, int]:
    """Where something first stands, in the order of the sources."""
    source, start = min(((position[source], span.start) for source, span in places), default=(0, 0))
    return {"first_source": source, "first_start": start}


def _entity(entity: Entity, position: Mapping[str, int], events: Mapping[str, int]) -> dict[str, Any]:
    # The role said most often; of several equally often, the one said first.
    roles = Counter((role.text, role.organization) for role in entity.roles)
    role, affiliation = roles.most_common(1)[0][0] if roles else (None, None)
    return {
        "id": entity.id, "kind": entity.kind.value, "name": entity.name, "sort_name": entity.sort_name,
        "role": role, "affiliation": affiliation, "appearance": entity.appearance,
        "mentions": len(entity.named), "sources": len({mention.source for mention in entity.named}),
        "events": events.get(entity.id, 0),
        **_first(position, ((mention.source, mention.span) for mention in entity.named)),
    }  # fmt: skip


def _aliases(entity: Entity) -> Iterator[dict[str, Any]]:
    uses = Counter(mention.text for mention in entity.named)
    for position, alias in enumerate(entity.aliases):
        yield {"entity": entity.id, "alias": alias, "position": position, "mentions": uses[alias]}


def _roles(entity: Entity) -> Iterator[dict[str, Any]]:
    for role in entity.roles:
        yield {
            "entity": entity.id, "text": role.text, "organization": role.organization, "source": role.source,
            "start": role.span.start, "end": role.span.end,
        }  # fmt: skip


def _mentions(entity: Entity, passage: Passages) -> Iterator[dict[str, Any]]:
    for mention in entity.mentions:
        yield {
            "source": mention.source, "passage": passage[mention.source, mention.passage],
            "start": mention.span.start, "end": mention.span.end, "text": mention.text, "kind": mention.kind.value,
            "form": mention.form, "entity": entity.id, "rule": mention.rule, "basis": mention.basis,
        }  # fmt: skip


def _appearances(entity: Entity) -> Iterator[dict[str, Any]]:
    for source, mentions in Counter(mention.source for mention in entity.named).items():
        yield {"entity": entity.id, "source": source, "mentions": mentions}


def _dates(dossier: Dossier, passage: Passages) -> Iterator[dict[str, Any]]:
    for date in dossier.dates:
        yield {
            "source": date.source, "passage": passage[date.source, date.passage], "start": date.span.start,
            "end": date.span.end, "text": date.text, "date": date.value, "meaning": date.meaning.value,
            "rule": date.rule, "basis": date.basis,
        }  # fmt: skip


def _event(event: Event, position: Mapping[str, int]) -> dict[str, Any]:
    earliest, latest = bounds(event.date)
    return {
        "id": event.id, "label": event.label, "kind": event.kind, "date": event.date, "earliest": earliest,
        "latest": latest, "date_inferred": int(event.date_inferred), "status": event.status.value,
        "reports": len(event.reports), "sources": len({report.source for report in event.reports}),
        **_first(position, ((report.source, report.span) for report in event.reports)),
    }  # fmt: skip


def _reports(event: Event, passage: Passages) -> Iterator[dict[str, Any]]:
    for report in event.reports:
        yield {
            "event": event.id, "source": report.source, "passage": passage[report.source, report.passage],
            "start": report.span.start, "end": report.span.end, "date": report.date,
            **_ends("date", report.date_span), "status": report.status.value, "rule": report.rule,
            "basis": report.basis,
        }  # fmt: skip


def _participants(event: Event) -> Iterator[dict[str, Any]]:
    for participant in dict.fromkeys(event.participants):
        yield {"event": event.id, "entity": participant.entity, "role": participant.role}


def _statement(statement: Statement, passage: Passages) -> dict[str, Any]:
    return {
        "id": statement.id, "source": statement.source, "passage": passage[statement.source, statement.passage],
        "start": statement.span.start, "end": statement.span.end, "kind": statement.kind,
        **_ends("speaker", statement.speaker_span), **_ends("cue", statement.cue), "rule": statement.rule,
        "basis": statement.basis,
    }  # fmt: skip


def _speakers(statement: Statement) -> Iterator[dict[str, Any]]:
    for position, speaker in enumerate(dict.fromkeys(statement.speakers)):
        yield {"statement": statement.id, "entity": speaker, "position": position}


def _citations(dossier: Dossier, passage: Passages) -> Iterator[dict[str, Any]]:
    for citation in dossier.citations:
        yield {
            "source": citation.source, "passage": passage[citation.source, citation.passage],
            "start": citation.span.start, "end": citation.span.end, "number": citation.number,
            "author": citation.author, "title": citation.title, "publisher": citation.publisher,
            "published": citation.published, "accessed": citation.accessed, "marks": span_json(citation.marks),
        }  # fmt: skip


def _found(records: Sequence[Entity] | Sequence[Event] | Sequence[Statement]) -> Iterator[dict[str, Any]]:
    for record in records:
        yield {"id": record.id, "record": msgspec.json.encode(record).decode()}


def _labels(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """What the search line finds by name: every alias, every event's label, every source's label and path."""
    for entity in dossier.entities:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            yield {"kind": entity.kind.value, "target": entity.id, "text": name}
    for event in dossier.events:
        yield {"kind": "event", "target": event.id, "text": event.label}
    for document in dossier.documents:
        for text in dict.fromkeys((label(document), storable(document.source.path))):
            yield {"kind": "source", "target": document.source.id, "text": text}


def _ends(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}
