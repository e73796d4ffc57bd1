"""Names that imitate another with letters of a second script: kept apart, and said to be so."""

import dataclasses
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dossier.model.entity import Entity, EntityKind
from dossier.resolve.folding import fold, scripts

_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""Scripts whose letters look alike; others are mixed within words for good reasons (Chinese and kana)."""
Key = tuple[EntityKind, int]


def flagged(entities: Sequence[Entity]) -> list[Entity]:
    """The entities; where a word of a name mixes scripts, its mentions say so and whom it looks like."""
    mixed = {entity.id for entity in entities if any(map(_mixed, entity.name.split()))}
    others: dict[Key, list[Entity]] = defaultdict(list)
    for entity in entities if mixed else ():
        if entity.id not in mixed:
            others[entity.kind, len(fold(entity.name))].append(entity)
    return [_with_note(entity, others) if entity.id in mixed else entity for entity in entities]


def _mixed(word: str) -> frozenset[str]:
    """The scripts of a word that mixes some that look alike; nothing for any other word."""
    found = frozenset() if word.isascii() else scripts(word) & _ALIKE
    return found if len(found) > 1 else frozenset()


def _with_note(entity: Entity, others: Mapping[Key, Sequence[Entity]]) -> Entity:
    written = sorted({script for word in entity.name.split() for script in _mixed(word)})
    names = [other.name for other in others.get((entity.kind, len(fold(entity.name))), ()) if _alike(entity, other)]
    like = f" and looks like {names[0]}, but is kept apart" if names else ""
    note = f"mixes {' and '.join(script.capitalize() for script in written)} letters in one word{like}"
    mentions = tuple(dataclasses.replace(m, basis="; ".join(filter(None, (note, m.basis)))) for m in entity.mentions)
    return dataclasses.replace(entity, mentions=mentions)


def _alike(one: Entity, other: Entity) -> bool:
    """Whether two names of one length have the same letters but for those of the other script."""
    pairs = zip(fold(one.name), fold(other.name), strict=True)
    return all(a == b or (a.isalpha() and b.isalpha() and scripts(a) != scripts(b)) for a, b in pairs)
