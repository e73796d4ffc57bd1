"""What to call one entity out of several, and where a name stands in order."""

from collections.abc import Sequence

from dossier import lexis
from dossier.model.entity import Entity, EntityKind


def best_named(members: Sequence[Entity]) -> Entity:
    """The one of several entities that are one whose name says most, as where the program joins names itself: of a
    person the most complete, in the letters of the other names and not in capitals; of others one that is no acronym.
    Among equals the name most often used."""
    kind = members[0].kind
    return max(members, key=lambda one: fullness(kind, one.name, len(one.named)))


def fullness(kind: EntityKind, name: str, uses: int) -> tuple[object, ...]:
    """How much a name that is used so often says: of several names of one thing the greatest is what it is called."""
    complete = _completeness if kind is EntityKind.PERSON else _spelled_out
    return complete(name), uses, len(name), name


def sort_name(kind: EntityKind, name: str) -> str:
    """The name as lists are ordered by it: of a person the surname first, with the small words that belong to it."""
    words = name.split()
    if kind is not EntityKind.PERSON or len(words) < 2 or "," in name:
        return name
    at = len(words) - 1
    while at > 0 and words[at - 1] in lexis.PARTICLES:
        at -= 1
    if not at:
        return name
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}"


def _completeness(name: str) -> tuple[bool, int, int, bool]:
    words = [word for word in name.split() if not _is_title(word)]
    whole = sum(not lexis.is_initials(word) for word in words)
    return all(map(lexis.is_latin, words)), whole, len(words), not name.isupper()


def _spelled_out(name: str) -> tuple[bool]:
    return (" " in name or any(map(str.isdigit, name)) or not lexis.is_acronym(name),)


def _is_title(word: str) -> bool:
    low = word.rstrip(".").casefold()
    return low in lexis.folded_list("titles") or low in lexis.word_list("ranks")
