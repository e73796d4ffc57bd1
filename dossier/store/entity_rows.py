"""Rows of who and what is named, and when: entities with their mentions, and dates."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dossier.model.date import DateMention
from dossier.model.entity import Entity, Mention
from dossier.store.place_rows import Passages


def entity_row(entity: Entity) -> dict[str, Any]:
    """An entity, with the role said of it most often. How often it occurs is counted in the database."""
    # The role said most often; of several equally often, the one said first.
    roles = Counter((role.text, role.organization) for role in entity.roles)
    role, affiliation = roles.most_common(1)[0][0] if roles else (None, None)
    return {
        "id": entity.id, "kind": entity.kind.value, "name": entity.name, "sort_name": entity.sort_name,
        "role": role, "affiliation": affiliation, "appearance": entity.appearance,
    }  # fmt: skip


def alias_rows(entity: Entity) -> Iterator[dict[str, Any]]:
    """Every form of its name, the most frequent first."""
    uses = Counter(mention.text for mention in entity.named or entity.mentions)
    for position, alias in enumerate(entity.aliases):
        yield {"entity": entity.id, "alias": alias, "position": position, "mentions": uses[alias]}


def role_rows(entity: Entity) -> Iterator[dict[str, Any]]:
    """What it is, as passages say."""
    for role in entity.roles:
        yield {
            "entity": entity.id, "text": role.text, "organization": role.organization, "held": role.held,
            "source": role.source, "start": role.span.start, "end": role.span.end,
        }  # fmt: skip


def mention_row(mention: Mention, entity: str | None, passage: Passages, *, added: bool = False) -> dict[str, Any]:
    """Where an entity is named or described; `added` where a reader says so."""
    return {
        "source": mention.source, "passage": passage[mention.source, mention.passage],
        "start": mention.span.start, "end": mention.span.end, "text": mention.text, "kind": mention.kind.value,
        "form": mention.form, "entity": entity, "rule": mention.rule, "basis": mention.basis, "added": int(added),
    }  # fmt: skip


def date_rows(dates: Iterable[DateMention], passage: Passages) -> Iterator[dict[str, Any]]:
    """Every date expression with its value."""
    for date in dates:
        yield {
            "source": date.source, "passage": passage[date.source, date.passage], "start": date.span.start,
            "end": date.span.end, "text": date.text, "date": date.value, "meaning": date.meaning.value,
            "rule": date.rule, "basis": date.basis,
        }  # fmt: skip
