"""Rows of who and what is named, and when: entities with their mentions, and dates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dossier.model.date import DateMention
from dossier.model.entity import Entity, Mention
from dossier.store.place_rows import Passages, Positions, first


def entity_row(entity: Entity, position: Positions, events: Mapping[str, int]) -> dict[str, Any]:
    """An entity, with the role said of it most often and how often it occurs."""
    # The role said most often; of several equally often, the one said first.
    roles = Counter((role.text, role.organization) for role in entity.roles)
    role, affiliation = roles.most_common(1)[0][0] if roles else (None, None)
    places = _counted(entity)
    return {
        "id": entity.id, "kind": entity.kind.value, "name": entity.name, "sort_name": entity.sort_name,
        "role": role, "affiliation": affiliation, "appearance": entity.appearance,
        "mentions": len(places), "sources": len({mention.source for mention in places}),
        "events": events.get(entity.id, 0),
        **first(position, ((mention.source, mention.span) for mention in places)),
    }  # fmt: skip


def _counted(entity: Entity) -> tuple[Mention, ...]:
    """The mentions that are names; those that describe where it has no name."""
    return entity.named or entity.mentions


def alias_rows(entity: Entity) -> Iterator[dict[str, Any]]:
    """Every form of its name, the most frequent first."""
    uses = Counter(mention.text for mention in _counted(entity))
    for position, alias in enumerate(entity.aliases):
        yield {"entity": entity.id, "alias": alias, "position": position, "mentions": uses[alias]}


def role_rows(entity: Entity) -> Iterator[dict[str, Any]]:
    """What it is, as passages say."""
    for role in entity.roles:
        yield {
            "entity": entity.id, "text": role.text, "organization": role.organization, "held": role.held,
            "source": role.source, "start": role.span.start, "end": role.span.end,
        }  # fmt: skip


def mention_rows(entity: Entity, passage: Passages) -> Iterator[dict[str, Any]]:
    """Where it is named or described."""
    for mention in entity.mentions:
        yield {
            "source": mention.source, "passage": passage[mention.source, mention.passage],
            "start": mention.span.start, "end": mention.span.end, "text": mention.text, "kind": mention.kind.value,
            "form": mention.form, "entity": entity.id, "rule": mention.rule, "basis": mention.basis,
        }  # fmt: skip


def appearance_rows(entity: Entity) -> Iterator[dict[str, Any]]:
    """How often each source names it."""
    for source, mentions in Counter(mention.source for mention in _counted(entity)).items():
        yield {"entity": entity.id, "source": source, "mentions": mentions}


def date_rows(dates: Iterable[DateMention], passage: Passages) -> Iterator[dict[str, Any]]:
    """Every date expression with its value."""
    for date in dates:
        yield {
            "source": date.source, "passage": passage[date.source, date.passage], "start": date.span.start,
            "end": date.span.end, "text": date.text, "date": date.value, "meaning": date.meaning.value,
            "rule": date.rule, "basis": date.basis,
        }  # fmt: skip
