"""The tables of what was concluded, in the order in which they can be filled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dossier.model.decision import Curation
from dossier.model.disagreement import Matter
from dossier.model.dossier import Document, Dossier
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.statement import Statement
from dossier.store.account_rows import citation_rows, event_row, relay_rows, report_rows, speaker_rows, statement_row
from dossier.store.belonging import Became, Belonging, became_rows, participant_rows
from dossier.store.entity_rows import alias_rows, date_rows, entity_row, mention_row, role_rows
from dossier.store.found_rows import found_tables, number_of, row_numbers
from dossier.store.matter_rows import matter_row, silence_rows, subject_rows, value_rows
from dossier.store.place_rows import Passages, Positions
from dossier.store.source_labels import source_labels
from dossier.store.source_rows import Rows, passage_ids, storable


def conclusion_tables(
    dossier: Dossier, *, found: Dossier, curation: Curation, settled: Mapping[str, str]
) -> Iterator[tuple[str, Rows]]:
    """Each table's name with its rows, in an order in which every reference is to a row already given. `dossier` is
    as the readers decided it to be, `found` as the program concluded it."""
    position = {document.source.id: number for number, document in enumerate(dossier.documents)}
    passage = passage_ids(dossier.documents)
    matters = (*dossier.disagreements, *dossier.agreements)
    places = {matter.id: place for place, matter in enumerate((*found.disagreements, *found.agreements))}
    numbers = {**row_numbers(found.entities), **row_numbers(found.events)}
    yield from entity_tables(dossier.entities, numbers)
    yield "became", became_rows(
        [entity.id for entity in (*found.entities, *dossier.entities)], curation.became)
    yield "found_mentions", _mentions(dossier, found, curation, passage)
    yield "dates", date_rows(dossier.dates, passage)
    yield from event_tables(dossier.events, numbers, position, passage)
    yield "found_participants", participants(dossier.events, found.events, curation.became)
    yield from statement_tables(dossier.statements, passage)
    yield "citations", citation_rows(dossier.citations, passage)
    yield from matter_tables(matters, places, passage, settled)
    yield from found_tables(found, position)
    yield "labels", labels(dossier.entities, dossier.events, matters, dossier.documents)


def entity_tables(entities: Iterable[Entity], numbers: Mapping[str, int]) -> Iterator[tuple[str, Rows]]:
    """Rows of entities but for their mentions; `numbers` are those of the rows of the entities found."""
    yield "entities", ({"rowid": number_of(entity.id, numbers), **entity_row(entity)} for entity in entities)
    yield "aliases", (row for entity in entities for row in alias_rows(entity))
    yield "roles", (row for entity in entities for row in role_rows(entity))


def _mentions(dossier: Dossier, found: Dossier, curation: Curation, passage: Passages) -> Iterator[dict[str, Any]]:
    entities = {entity.id: entity for entity in dossier.entities}
    belonging = Belonging(curation.became, curation.moved, entities)
    decided = set()
    for entity in found.entities:
        for mention in entity.mentions:
            if (mention.source, mention.span.start) in curation.moved:
                decided.add(mention)
            yield mention_row(mention, belonging.owner(mention, entity.id), passage)
    for owner, mention in belonging.added(decided):
        yield mention_row(mention, owner, passage, added=True)


def participants(now: Iterable[Event], found: Iterable[Event], became: Became) -> Iterator[dict[str, Any]]:
    """Who takes part in the events that there are now, out of those found."""
    parts: dict[str, list[Event]] = defaultdict(list)
    for one in found:
        parts[became.get(one.id, one.id) or ""].append(one)
    return (row for event in now for row in participant_rows(event, parts[event.id], became))


def event_tables(
    events: Iterable[Event], numbers: Mapping[str, int], position: Positions, passage: Passages
) -> Iterator[tuple[str, Rows]]:
    """Rows of events but for their participants."""
    yield "events", ({"rowid": number_of(event.id, numbers), **event_row(event, position)} for event in events)
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
    entities: Iterable[Entity], events: Iterable[Event], matters: Iterable[Matter], documents: Sequence[Document] = ()
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
    named = source_labels(documents)
    for document in documents:
        for text in dict.fromkeys((named[document.source.id], document.source.path)):
            yield {"kind": "source", "target": document.source.id, "text": storable(text)}
