"""Rows of what the program found, before any decision: a JSON record a thing, and what leads to it from a name, from
words in their place, and from what refers to it. With them a few things can be decided anew without the others."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from dossier.model.disagreement import Matter
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity
from dossier.model.event import Event
from dossier.model.statement import Statement
from dossier.model.subjects import fold, sort_of, things
from dossier.store.place_rows import Positions
from dossier.store.source_rows import Rows

_PART = 1 << 48
"""Row numbers of entities that a reader split off begin here: behind all that were found."""

_NOT_KEPT = "source"
"""Sources have a table of their own, by which they are found."""


def row_numbers(things: Iterable[Entity | Event]) -> dict[str, int]:
    """The number of the row of each thing, by its id, in the order in which they were found."""
    return {thing.id: number for number, thing in enumerate(things, 1)}


def number_of(id_: str, numbers: Mapping[str, int]) -> int:
    """The number of the row of an entity or event as it is now: that of the thing found that it goes back to. It does
    not depend on what was decided before, so that lists have one order however the rows came there."""
    if id_ in numbers:
        return numbers[id_]
    return _PART + int.from_bytes(hashlib.sha256(id_.encode()).digest()[:5])


def name_key(folded: str) -> int:
    """A number by which the things with a folded name are found; names may be as long as a statement."""
    return int.from_bytes(hashlib.sha256(folded.encode("utf-8", "replace")).digest()[:8], signed=True)


def found_tables(found: Dossier, position: Positions) -> Iterator[tuple[str, Rows]]:
    """Each table's name with its rows."""
    names = {id_: name for kind, id_, name, _ in things(found) if kind != _NOT_KEPT}
    yield "found_entities", entity_records(found.entities)
    yield "found_events", _records(found.events, names)
    yield "found_statements", _records(found.statements, names)
    yield "found_disagreements", _records((*found.disagreements, *found.agreements), names)
    yield "found_places", _places(found, position)
    yield "found_links", (
        {"target": target, "sort": sort, "thing": thing} for target, sort, thing in dict.fromkeys(_links(found))
    )


def _records(
    records: Sequence[Entity | Event | Statement | Matter], names: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for position, record in enumerate(records, 1):
        yield {"position": position, "id": record.id, "called": name_key(fold(names[record.id])),
               "record": msgspec.json.encode(record).decode()}  # fmt: skip


def entity_records(entities: Sequence[Entity]) -> Iterator[dict[str, Any]]:
    """Entities without their mentions, which have rows of their own, but with how often it is called what: all that is
    needed of most of them."""
    briefs = [replace(entity, mentions=()) for entity in entities]
    for entity, row in zip(entities, _records(briefs, {entity.id: entity.name for entity in entities}), strict=True):
        uses = Counter((mention.form, mention.text) for mention in entity.mentions)
        yield {**row, "uses": msgspec.json.encode([(*use, number) for use, number in uses.items()]).decode()}


def _places(found: Dossier, position: Positions) -> Iterator[dict[str, Any]]:
    """Where each thing stands, once each."""
    rows = {
        (position[source], span.start, sort_of(kind), id_, span.end)
        for kind, id_, _, places in things(found) if kind != _NOT_KEPT for source, span in places
    }  # fmt: skip
    for source, start, sort, thing, end in sorted(rows):
        yield {"source": source, "start": start, "sort": sort, "thing": thing, "end": end}


def _links(found: Dossier) -> Iterator[tuple[str, str, str]]:
    """What refers to what: a target, and the sort and id of what refers to it."""
    for statement in found.statements:
        for entity in (*statement.speakers, *(relay.entity for relay in statement.chain)):
            if entity is not None:
                yield entity, "statement", statement.id
    for row, citation in enumerate(found.citations, 1):
        if citation.entity is not None:
            yield citation.entity, "citation", str(row)
    for matter in (*found.disagreements, *found.agreements):
        words = [words for side in matter.sides for words in side.evidence]
        for target in (*matter.about, *(one.statement for one in words), *(one.event for one in words)):
            if target is not None:
                yield target, "disagreement", matter.id
