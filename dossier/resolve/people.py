"""Which mentions of persons are one person.

Full names are compared within blocks of one family name, so that the work does not grow with the square of the
case; a single name is joined to a person who is fully named, in the same document first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.resolve.folding import fold, romanised
from dossier.resolve.personal import PersonName, compatible
from dossier.resolve.tagging import Found

MAX_BLOCK = 64
"""Persons of one family name and initial that a further name is compared with; beyond, only equal names join."""


@dataclass(slots=True)
class Person:
    """One person: the full names that are theirs, and their mentions with rule and basis."""

    names: list[PersonName] = field(default_factory=list)
    mentions: list[tuple[Found, str, str]] = field(default_factory=list)


def join_people(found: Sequence[Found]) -> list[Person]:
    """The persons of a case; every mention given is in exactly one of them."""
    people, by_name = _full_names({f.person for f in found if f.person is not None and f.person.full})
    for item in found:
        if item.person is not None and item.person.full:
            person, rule = by_name[item.person]
            person.mentions.append((item, rule, _basis_full(item, person, rule)))
    people += _single_names([f for f in found if f.person is not None and not f.person.full], people)
    return [person for person in people if person.mentions]


def _full_names(names: Iterable[PersonName]) -> tuple[list[Person], dict[PersonName, tuple[Person, str]]]:
    """Join full names; the most complete first, so that initials find the name they stand for."""
    blocks: dict[tuple[str, str], list[Person]] = defaultdict(list)
    exact: dict[tuple[str, ...], Person] = {}
    people: list[Person] = []
    by_name: dict[PersonName, tuple[Person, str]] = {}
    for name in sorted(names, key=lambda n: (-len(n.natural()), n.natural(), n.family)):
        key = tuple(romanised(word) for word in (*name.given, name.family, name.suffix))
        blocks_of = [blocks[name.family_key, romanised(word)[:1]] for word in name.given]
        person, rule = exact.get(key), "same name"
        if person is None:
            person, rule = _in_block(name, blocks_of)
        if person is None:
            person, rule = Person(), "full name"
            people.append(person)
        for block in blocks_of:
            if person not in block:
                block.append(person)
        exact.setdefault(key, person)
        person.names.append(name)
        by_name[name] = (person, rule)
    return people, by_name


def _in_block(name: PersonName, blocks: Sequence[list[Person]]) -> tuple[Person | None, str]:
    """The one person whose every name agrees with this one; none where several could be meant."""
    fits: list[tuple[Person, str]] = []
    for block in blocks:
        for person in block[:MAX_BLOCK]:
            rules = [compatible(name, other) for other in person.names]
            if all(rules) and not any(person is seen for seen, _ in fits):
                fits.append((person, rules[0]))
    return fits[0] if len(fits) == 1 else (None, "")


def _basis_full(item: Found, person: Person, rule: str) -> str:
    longest = person.names[0].natural()
    if item.person is not None and item.person.natural() == longest:
        return "named in full"
    return f"{rule}: {longest}"


def _single_names(found: Sequence[Found], people: Sequence[Person]) -> list[Person]:
    """Join single names to fully named persons, and those left over to each other by spelling."""
    case = _by_word(people)
    local = _by_page(people)
    alone: dict[str, Person] = {}
    for item in found:
        if item.person is None:
            continue
        person, rule, basis = _bearer(item, local[item.page], case)
        if person is None:
            key = romanised(item.person.family) if item.origin != "handle" else fold(item.person.family)
            person = alone.setdefault(key, Person([item.person]))
            rule, basis = "single name", "the only name given"
        person.mentions.append((item, rule, basis))
    return list(alone.values())


Bearers = Mapping[tuple[str, str], Sequence[Person]]
"""Persons by part of the name (`family` or `given`) and its key."""


def _by_word(people: Iterable[Person]) -> Bearers:
    bearers: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for part in sorted(set(_parts(person.names))):
            bearers[part].append(person)
    return bearers


def _parts(names: Iterable[PersonName]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield "family", romanised(name.family)
        yield "family", name.family_key
        yield "given", romanised(name.given[0])


def _by_page(people: Iterable[Person]) -> Mapping[int, Bearers]:
    on_page: dict[int, list[Person]] = defaultdict(list)
    for person in people:
        for page in sorted({found.page for found, _, _ in person.mentions}):
            on_page[page].append(person)
    return defaultdict(dict, {page: _by_word(persons) for page, persons in on_page.items()})


def _bearer(item: Found, local: Bearers, case: Bearers) -> tuple[Person | None, str, str]:
    """The person whom a single name means, with rule and basis."""
    assert item.person is not None
    key, word = romanised(item.person.family), item.form[-1]
    for part, noun in (("family", "surname"), ("given", "given name")):
        for bearers, where in ((local, "in this document"), (case, "in this case")):
            found = bearers.get((part, key), ())
            if len(found) == 1:
                name = found[0].names[0].natural()
                return found[0], f"{noun} {where}", f"{noun} of {name}, the only {word} {where}"
            if found:
                return _nearest(item, found, noun)
    return None, "", ""


def _nearest(item: Found, people: Sequence[Person], noun: str) -> tuple[Person | None, str, str]:
    """Of several bearers in one document, the one whom it has named when this mention comes, if only one."""
    before = [
        person
        for person in people
        if any(f.page == item.page and f.span.start < item.span.start and f.person and f.person.full for f, _, _ in person.mentions)
    ]
    if len(before) == 1:
        name = before[0].names[0].natural()
        return before[0], f"{noun} so far", f"{noun} of {name}, the only one named so far in this document"
    return None, "", ""
