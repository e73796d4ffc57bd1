"""Mentions of names, and the people, organizations, places and vehicles they resolve to."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from dossier.model.span import Span


class EntityKind(StrEnum):
    """What a name can denote."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    VEHICLE = "vehicle"
    """A spacecraft, ship, aircraft, train or car with a name of its own."""
    ANONYMOUS = "anonymous"
    """Somebody whom one document knows only by a description: `another anonymous source`. Never joined to a person."""


NAMED_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.VEHICLE)
"""The kinds that have names."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something, and how that was decided."""

    source: str
    span: Span
    passage: int
    text: str
    kind: EntityKind
    form: str
    """`name` or `nominal` (a description that denotes one entity)."""
    rule: str
    """Which rule made it a mention and joined it to its entity."""
    basis: str = ""
    """What that rests on, in words for the "why?" key."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is, as a passage says: `NASA Administrator`."""

    text: str
    source: str
    span: Span
    organization: str | None = None
    """Canonical name of the organization in which it was held, where the passage tells."""
    held: str | None = None
    """EDTF of when it was so, as far as it is known: the period or beginning that the passage gives, else the day it
    speaks of, else that of its publication; `../DAY` of what was over by then."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions resolve to: one person, organization, place or vehicle."""

    id: str
    kind: EntityKind
    name: str
    sort_name: str
    aliases: tuple[str, ...]
    """Every form in which it is named, the canonical name included, most frequent first."""
    appearance: str
    """How it appears in the case: `principal`, `mentioned`, `author`, `byline`, `credit`, `backup`."""
    roles: tuple[Role, ...]
    mentions: tuple[Mention, ...]
    """In order of source and offset; names and descriptions."""

    @property
    def named(self) -> tuple[Mention, ...]:
        """The mentions that are names: what is counted."""
        return tuple(mention for mention in self.mentions if mention.form == "name")


def entity_id(kind: EntityKind, sha256: str, start: int) -> str:
    """The id of an entity by its earliest mention: the hash of its document and where it begins in the text."""
    return f"{kind}-{hashlib.sha256(f'{kind} {sha256} {start}'.encode()).hexdigest()[:12]}"
