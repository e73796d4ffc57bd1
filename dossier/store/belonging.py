"""Whose a mention is and who takes part in an event, as it is kept: under the entity found.

The views `mentions`, `appearances` and `participants` say who that is now, so that merging, renaming or rejecting
somebody rewrites none of these rows, of which a person may have a hundred thousand. Only what decisions say of single
mentions and single events stands under the entity that there is now.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.model.entity import Entity, Mention
from dossier.model.event import ROLES, Event

Became = Mapping[str, str | None]
Place = tuple[str, int]
"""A source, and an offset in code points of its text."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention as it was found."""

    row: int
    """The id of its row."""
    entity: str
    """The entity found."""
    mention: Mention


@dataclass(frozen=True, slots=True)
class Belonging:
    """What became of the entities found, and of single mentions."""

    became: Became
    """See `Curation.became`."""
    moved: Mapping[Place, str]
    """See `Curation.moved`."""
    now: Mapping[str, Entity]
    """The entities that there are, by id; those that mentions were split off from or given to are enough."""

    def owner(self, mention: Mention, found: str) -> str | None:
        """Under which entity a mention is kept that was found as one of `found`; None where it is nobody's now."""
        to = self.moved.get((mention.source, mention.span.start))
        if to is None or self._has(self.became.get(found, found), mention):
            return found
        return to if self._has(to, mention) else None

    def added(self, found: Collection[Mention]) -> Iterator[tuple[str, Mention]]:
        """The mentions that a reader added, each with its entity; `found` are those that were found in such places."""
        for id_, entity in self.now.items():
            for mention in entity.mentions if self.moved else ():
                if (mention.source, mention.span.start) in self.moved and mention not in found:
                    yield id_, mention

    def _has(self, id_: str | None, mention: Mention) -> bool:
        return id_ in self.now and mention in self.now[id_].mentions if id_ else False


def became_rows(entities: Iterable[str], became: Became) -> Iterator[dict[str, Any]]:
    """What became of everything that became another, and of all `entities`: those found, and those that there are."""
    for thing, now in {**{id_: id_ for id_ in entities}, **became}.items():
        yield {"thing": thing, "now": now}


def participant_rows(event: Event, found: Iterable[Event], became: Became) -> Iterator[dict[str, Any]]:
    """Who takes part in an event that the events `found` became: as found, where that comes to the same."""
    parts: dict[str | None, set[tuple[str, str]]] = defaultdict(set)
    for one in found:
        for participant in one.participants:
            now = became.get(participant.entity, participant.entity)
            parts[now].add((participant.entity, participant.role))
    # Who was rejected is nowhere to be seen, and is there again as soon as that is undone.
    rows = set(parts[None])
    for now, role in _roles(event).items():
        same = fullest(as_found for _, as_found in parts[now]) == role
        rows |= parts[now] if same else {(now, role)}
    return ({"event": event.id, "entity": entity, "role": role} for entity, role in sorted(rows))


def _roles(event: Event) -> dict[str, str]:
    roles: dict[str, list[str]] = defaultdict(list)
    for participant in event.participants:
        roles[participant.entity].append(participant.role)
    return {entity: fullest(each) for entity, each in roles.items()}


def fullest(roles: Iterable[str]) -> str:
    """Of several roles that an entity has in an event, the one that says most; of none, none."""
    return min(roles, key=ROLES.index, default="")
