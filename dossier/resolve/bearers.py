"""Who bears a name: persons by the parts of their names, and which of them a single name can mean.

What title, form of address, suffix and sex tell apart is kept apart; of several that are left nobody is chosen unless
the document has spoken of one alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dossier.resolve.folding import fold, romanised
from dossier.resolve.personal import PersonName, first_surname, hyphenated
from dossier.resolve.tagging import Found

_TWICE = 2
"""Mentions in full from which somebody may be called by a peer's title without it."""
PEERAGE = frozenset({
    "baron", "baroness", "countess", "duchess", "duke", "earl", "lady", "lord", "marchioness", "marquess", "viscount",
    "viscountess",
})  # fmt: skip
"""Titles that pass from one bearer of a name to the next."""
_HONOURED = PEERAGE | {"sir", "dame"}
"""Titles whose bearer is not called Mr or Mrs."""
_OF_WOMEN = frozenset({"mrs", "ms", "miss"})


@dataclass(eq=False)
class Person:
    """One person: the full names that are theirs, and their mentions with rule and basis."""

    names: list[PersonName] = field(default_factory=list)
    mentions: list[tuple[Found, str, str]] = field(default_factory=list)
    gender: str = ""
    """`m` or `f` where titles or the given name tell."""
    titles: set[str] = field(default_factory=set)
    """Titles and offices that stand before the full name."""
    times: int = 0
    """How often they are named in full."""
    addresses: set[str] = field(default_factory=set)
    """Forms of address that stand before the full name: `mrs`."""
    signs: bool = False
    """Whether they are named in full nowhere but as the author of something."""

    @cached_property
    def parts(self) -> Sequence[tuple[str, str]]:
        """Parts of the full names with their keys; asked for when these are complete."""
        return sorted(set(_parts(self.names)))


Bearers = Mapping[tuple[str, str], Sequence[Person]]
"""Persons by part of the name (`family`, `part` of a surname, `given`) and its key."""


def by_part(people: Iterable[Person]) -> Bearers:
    """Persons, whose full names are complete, by the parts of these."""
    bearers: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for part in person.parts:
            bearers[part].append(person)
    return bearers


def _parts(names: Iterable[PersonName]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield "family", romanised(name.family)
        yield "family", name.family_key
        yield "given", romanised(name.given[0])
        for surname in (*hyphenated(name.family), *first_surname(name)):
            yield "part", romanised(surname)


def comes_before(item: Found, person: Person, named: Sequence[Person]) -> bool:
    """Whether a name with a form of address stands before its bearer is named, who is nowhere addressed so: a
    `Mrs. Dauncey` may be the mother of the Letitia Dauncey who comes in later."""
    if not item.gender or person in named:
        return False
    return all(found.gender != item.gender for found, _, _ in person.mentions)


def fitting(item: Found, bearers: Bearers, parts: Sequence[str], key: str) -> list[Person]:
    """Who may be meant by a single name, of which `key` is the key, as one of the given parts of theirs."""
    found = [person for part in parts for person in bearers.get((part, key), ())]
    fits = [person for person in dict.fromkeys(found) if not contradicts(item, person)]
    if item.address:
        fits = [person for person in fits if not person.titles & _HONOURED] or fits
    fits = [person for person in fits if not person.signs] or fits
    return _addressed_so(item, fits) if item.address in _OF_WOMEN and len(fits) > 1 else fits


def _addressed_so(item: Found, people: list[Person]) -> list[Person]:
    """Of several women, the one who is called in full by the form of address, or else the only one who is called by no
    other: `Ms. Lamont` is not the Mrs. Ada Lamont whose daughter she is."""
    same = [person for person in people if item.address in person.addresses]
    free = [person for person in people if not person.addresses]
    return next((found for found in (same, free) if len(found) == 1), people)


def contradicts(item: Found, person: Person) -> bool:
    """Whether a mention's title is for the other sex, its suffix (`Jr`) is not the person's, or it is a peer's."""
    suffix = fold(item.person.suffix).rstrip(".") if item.person else ""
    if suffix and suffix not in {fold(name.suffix).rstrip(".") for name in person.names}:
        return True
    if item.title in PEERAGE and is_commoner(person):
        return True  # `Lord Orrin` is hardly the Josiah Orrin, named once, who founded the mill
    return bool(item.gender and person.gender and item.gender != person.gender)


def is_commoner(person: Person) -> bool:
    """Whether somebody is named in full, seldom, and never with a peer's title."""
    return not person.titles & PEERAGE and person.times < _TWICE


def of_several(
    item: Found, people: Sequence[Person], noun: str, named: Sequence[Person], called: set[Person]
) -> tuple[Person | None, str, str]:
    """Of several bearers, the one with that title, the only one named so far whose whole surname it is, the only one
    named so far, or the last named if the bare name meant nobody else so far; with rule and basis."""
    key = romanised(item.person.family) if item.person else ""
    before = [person for person in named if person in people]
    whole = [person for person in people if ("family", key) in person.parts]
    titled = [person for person in people if item.title and item.title in person.titles]
    if len(titled) == 1:
        told, rule, why = titled[0], f"{noun} and title", f"the only {item.title} of that name"
    elif len(whole) == 1 and whole[0] in before:
        told, rule, why = whole[0], f"{noun} so far", "the only one named whose whole surname it is"
    elif len(before) == 1:
        told, rule, why = before[0], f"{noun} so far", "the only bearer named so far in this document"
    elif before and called == {before[-1]}:
        told, rule, why = before[-1], f"{noun} as before", "the last one named and called so before"
    else:
        return None, "", ""
    return told, rule, f"{noun} of {told.names[0].natural()}, {why}"
