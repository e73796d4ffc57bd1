"""The tables of what was concluded, in the order in which they can be filled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model.disagreement import Matter
from dossier.model.dossier import Document, Dossier
from dossier.model.entity import Entity, EntityKind
from dossier.model.event import Event
from dossier.model.statement import Statement
from dossier.store.account_rows import (
    citation_rows,
    event_row,
    participant_rows,
    relay_rows,
    report_rows,
    speaker_rows,
    statement_row,
)
from dossier.store.entity_rows import alias_rows, appearance_rows, date_rows, entity_row, mention_rows, role_rows
from dossier.store.found_rows import found_tables, number_of, row_numbers
from dossier.store.matter_rows import matter_row, silence_rows, subject_rows, value_rows
from dossier.store.place_rows import Passages, Positions
from dossier.store.source_rows import Rows, label, passage_ids, storable


@dataclass(frozen=True, slots=True)
class Counts:
    """How often the conclusions of a dossier touch one another; each by id."""

    events_of_entity: Mapping[str, int]
    events_of_source: Mapping[str, int]
    people_of_source: Mapping[str, int]
    disputes: Mapping[str, int]
    """Disagreements in which an event or entity is in question."""


def count(dossier: Dossier, settled: Mapping[str, str]) -> Counts:
    """Count what the lists show beside each line, so that no pane counts rows while somebody waits. A disagreement
    that a reader dismissed puts nothing in question."""
    entities: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for event in dossier.events:
        entities.update({participant.entity for participant in event.participants})
        reported.update({report.source for report in event.reports})
    for entity in dossier.entities:
        if entity.kind is EntityKind.PERSON:
            people.update({mention.source for mention in entity.named})
    open_ = (matter for matter in dossier.disagreements if settled.get(matter.id) != "dismissed")
    disputes = Counter(target for matter in open_ for target in set(matter.about))
    return Counts(entities, reported, people, disputes)


def conclusion_tables(
    dossier: Dossier, counts: Counts, *, found: Dossier, settled: Mapping[str, str]
) -> Iterator[tuple[str, Rows]]:
    """Each table's name with its rows, in an order in which every reference is to a row already given. `dossier` is
    as the readers decided it to be, `found` as the program concluded it."""
    position = {document.source.id: number for number, document in enumerate(dossier.documents)}
    passage = passage_ids(dossier.documents)
    matters = (*dossier.disagreements, *dossier.agreements)
    places = {matter.id: place for place, matter in enumerate((*found.disagreements, *found.agreements))}
    numbers = {**row_numbers(found.entities), **row_numbers(found.events)}
    yield from entity_tables(dossier.entities, numbers, counts.events_of_entity, position, passage)
    yield "dates", date_rows(dossier.dates, passage)
    yield from event_tables(dossier.events, numbers, counts.disputes, position, passage)
    yield "participants", (row for event in dossier.events for row in participant_rows(event))
    yield from statement_tables(dossier.statements, passage)
    yield "citations", citation_rows(dossier.citations, passage)
    yield from matter_tables(matters, places, passage, settled)
    yield from found_tables(found, position)
    yield "labels", labels(dossier.entities, dossier.events, matters, dossier.documents)


def entity_tables(
    entities: Iterable[Entity], numbers: Mapping[str, int], events: Mapping[str, int], position: Positions,
    passage: Passages,
) -> Iterator[tuple[str, Rows]]:  # fmt: skip
    """Rows of entities; `numbers` are those of their rows, `events` how many each takes part in."""
    yield "entities", (
        {"rowid": number_of(entity.id, numbers), **entity_row(entity, position, events)} for entity in entities)
    yield "aliases", (row for entity in entities for row in alias_rows(entity))
    yield "roles", (row for entity in entities for row in role_rows(entity))
    yield "mentions", (row for entity in entities for row in mention_rows(entity, passage))
    yield "appearances", (row for entity in entities for row in appearance_rows(entity))


def event_tables(
    events: Iterable[Event], numbers: Mapping[str, int], disputes: Mapping[str, int], position: Positions,
    passage: Passages,
) -> Iterator[tuple[str, Rows]]:  # fmt: skip
    """Rows of events but for their participants."""
    yield "events", (
        {"rowid": number_of(event.id, numbers), **event_row(event, position, disputes)} for event in events)
    yield "reports", (row for event in events for row in report_rows(event, passage))


def statement_tables(statements: Iterable[Statement], passage: Passages) -> Iterator[tuple[str, Rows]]:
    """Rows of statements."""
    yield "statements", (statement_row(statement, passage) for statement in statements)
    yield "speakers", (row for statement in statements for row in speaker_rows(statement))
    yield "relays", (row for statement in statements for row in relay_rows(statement))


def matter_tables(
    matters: Iterable[Matter], places: Mapping[str, int], passage: Passages, settled: Mapping[str, str]
) -> Iterator[tuple[str, Rows]]:
    """Rows of disagreements and agreements; `places` tells where each stands among all that were found."""
    yield "disagreements", (matter_row(matter, places[matter.id], settled.get(matter.id)) for matter in matters)
    yield "disagreement_values", (row for matter in matters for row in value_rows(matter, passage))
    yield "disagreement_subjects", (row for matter in matters for row in subject_rows(matter))
    yield "silences", (row for matter in matters for row in silence_rows(matter))


def labels(
    entities: Iterable[Entity], events: Iterable[Event], matters: Iterable[Matter], documents: Iterable[Document] = ()
) -> Iterator[dict[str, Any]]:
    """What the search line finds by name: every alias, every event's label, every question, every source's
    label and path."""
    for entity in entities:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            yield {"kind": entity.kind.value, "target": entity.id, "text": name}
    for event in events:
        yield {"kind": "event", "target": event.id, "text": event.label}
    for matter in matters:
        yield {"kind": "disagreement", "target": matter.id, "text": matter.question}
    for document in documents:
        for text in dict.fromkeys((label(document), storable(document.source.path))):
            yield {"kind": "source", "target": document.source.id, "text": text}
