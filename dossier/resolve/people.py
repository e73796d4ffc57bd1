"""Which mentions of persons are one person.

Full names are compared within blocks of one family name, so that the work does not grow with the square of the
case; a single name is joined to a person who is fully named, in the same document first. A name whose title says
woman is never joined to a man, nor the other way round.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from dossier import lexis
from dossier.resolve import familiar
from dossier.resolve.bearers import (
    PEERAGE,
    Bearers,
    Person,
    by_part,
    comes_before,
    contradicts,
    fitting,
    is_commoner,
    of_several,
)
from dossier.resolve.folding import fold, romanised
from dossier.resolve.personal import PARTICLES, PersonName, compatible
from dossier.resolve.tagging import Found

_OFFICE = "office"
"""In the place of a sex: a title that tells none, as in `Mayor Reid`."""
_SIGNED = frozenset({"byline", "credit", "reference"})
"""Origins of a mention that only tells who wrote something."""
MAX_BLOCK = 64
"""Persons of one family name and initial that a further name is compared with; beyond, only equal names join."""
_PARTS = ((("family", "part"), "surname"), (("part",), "part of the surname"), (("given",), "given name"))
"""Parts of a name by which its bearer may be called, the likeliest first. After a title that tells the sex, `Mrs. Cole`
may as well be somebody whose surname is Adenuga-Cole."""


def join_people(found: Sequence[Found]) -> list[Person]:
    """The persons of a case; every mention given is in exactly one of them."""
    named = _with_whole_surnames([(f, f.person) for f in found if f.person is not None])
    people, by_name = _full_names({name for _, name in named if name.full})
    people = _with_familiar(people, by_name, named)
    named = [_by_husband(item, name, by_name) for item, name in named]
    for item, name in named:
        if name.full:
            person, rule = by_name[name]
            person.mentions.append((item, rule, _basis_full(item, name, person, rule)))
    for person in people:
        person.gender = _gender(person)
        person.titles = {f.title for f, _, _ in person.mentions} - {""}
        person.times = len(person.mentions)
        person.addresses = {f.address for f, _, _ in person.mentions} - {""}
        person.signs = all(f.origin in _SIGNED for f, _, _ in person.mentions)
    peers = frozenset(romanised(name.family) for item, name in named if item.title in PEERAGE)
    pages: dict[int, list[tuple[Found, PersonName]]] = defaultdict(list)
    for item, name in named:
        pages[item.page].append((item, name))
    singles = _Singles(by_part(people), peers)
    for _, items in sorted(pages.items()):
        singles.read(items, by_name)
    singles.settle()
    return [person for person in (*people, *singles.alone.values()) if person.mentions]


def _with_whole_surnames(named: Sequence[tuple[Found, PersonName]]) -> list[tuple[Found, PersonName]]:
    """The names; `Van Houten` and `De la Cruz` are surnames alone where a full name ends so or nobody is called Van."""
    known = {romanised(name.family) for _, name in named if name.full and " " in name.family}
    whole = [(item, name, _whole_surname(name, known)) for item, name in named]
    return [(item if told is name else item._replace(person=told), told) for item, name, told in whole]


def _by_husband(
    item: Found, name: PersonName, by_name: Mapping[PersonName, tuple[Person, str]]
) -> tuple[Found, PersonName]:
    """`Mrs. W. Reid` is the wife of Walter Reid, of whom no more than the surname is told."""
    if not item.gender or not name.full or not lexis.is_initials(name.given[0]):
        return item, name
    sexes = {lexis.name_gender(other.given[0]) for other in by_name[name][0].names} - {""}
    if not sexes or item.gender in sexes:
        return item, name
    own = PersonName((), name.family, name.suffix)
    return item._replace(person=own), own


def _whole_surname(name: PersonName, known: Container[str]) -> PersonName:
    if not name.given or name.given[0].casefold() not in PARTICLES or not name.given[0].istitle():
        return name
    if not all(word.casefold() in PARTICLES for word in name.given):
        return name
    whole = " ".join((*name.given, name.family))
    alone = romanised(whole) in known or name.given[0] not in lexis.word_list("given_names")
    return PersonName((), whole, name.suffix) if alone else name


def _full_names(names: Iterable[PersonName]) -> tuple[list[Person], dict[PersonName, tuple[Person, str]]]:
    """Join full names; the most complete first, so that initials find the name they stand for."""
    blocks: dict[tuple[str, str], list[Person]] = defaultdict(list)
    exact: dict[tuple[str, ...], Person] = {}
    people: list[Person] = []
    by_name: dict[PersonName, tuple[Person, str]] = {}
    for name in sorted(names, key=lambda n: (-len(whole := n.natural()), whole, n.family)):
        key = tuple(romanised(word) for word in (*name.given, name.family, name.suffix))
        keys = sorted({(name.family_key, romanised(word)[:1]) for word in name.given})
        person, rule = exact.get(key), "same name"
        if person is None:
            person, rule = _in_blocks(name, [blocks[k] for k in keys])
        if person is None:
            person, rule = Person(), "full name"
            people.append(person)
        for k in keys:
            if person not in blocks[k]:
                blocks[k].append(person)
        exact.setdefault(key, person)
        person.names.append(name)
        by_name[name] = (person, rule)
    return people, by_name


def _with_familiar(
    people: Sequence[Person],
    by_name: dict[PersonName, tuple[Person, str]],
    named: Iterable[tuple[Found, PersonName]],
) -> list[Person]:
    """The persons, those joined who are called by a familiar form of their given name in one place only."""
    uses: dict[PersonName, familiar.Use] = defaultdict(familiar.Use)
    for item, name in named:
        if name.full:
            uses[name].places.add((item.page, item.passage))
            uses[name].sexes.add(item.gender)
    gone = set()
    for one, other in familiar.familiar_pairs([person.names for person in people], uses):
        for name in people[other].names:
            by_name[name] = (people[one], familiar.RULE)
        people[one].names.extend(people[other].names)
        gone.add(other)
    return [person for index, person in enumerate(people) if index not in gone]


def _in_blocks(name: PersonName, blocks: Sequence[Sequence[Person]]) -> tuple[Person | None, str]:
    """The one person whose every name agrees with this one; none where several could be meant."""
    fits: dict[int, tuple[Person, str]] = {}
    for block in blocks:
        for person in block[:MAX_BLOCK]:
            rules = [compatible(name, other) for other in person.names]
            if all(rules):
                fits[id(person)] = (person, rules[0])
    return next(iter(fits.values())) if len(fits) == 1 else (None, "")


def _basis_full(item: Found, name: PersonName, person: Person, rule: str) -> str:
    longest = person.names[0].natural()
    if name.natural() == longest:
        return f"named in full; {item.because}"
    return f"{rule} as {longest}" if rule == "same name" else f"{rule} {longest}"


def _gender(person: Person) -> str:
    told = {f.gender for f, _, _ in person.mentions} - {""}
    if not told:
        told = {lexis.name_gender(name.given[0]) for name in person.names} - {""}
    return told.pop() if len(told) == 1 else ""


class _Singles:
    """Joins single names, document by document, in the order in which they are read."""

    def __init__(self, case: Bearers, peers: Container[str]) -> None:
        """`peers` are the surnames that the case has behind a peer's title."""
        self._case, self._peers = case, peers
        self.alone: dict[tuple[str, str, str], Person] = {}
        """Persons of whom only a single name is known, by its key, the gender of their title and, where the document
        tells several by it, their form of address."""
        self._called: dict[str, set[Person]] = defaultdict(set)
        """By surname: whom it alone meant in the whole case."""
        self._addressed: dict[tuple[int, str], set[str]] = defaultdict(set)
        """By document and surname: the sexes that titles before the single name tell."""
        self._forms: dict[tuple[int, str], set[str]] = defaultdict(set)
        """By document and surname: the forms of address before the single name, `mrs` or `ms`."""
        self._sexes: dict[str, set[str]] = defaultdict(set)
        """By surname: the sexes that titles before the single name tell in the whole case."""
        self._apart: set[tuple[int, str, str]] = set()
        """By document, surname and sex: names with a form of address that are nobody's who is named in full."""
        self._open: list[tuple[Found, PersonName, int]] = []
        """Names not joined yet, and how many bearers their document names in full."""

    def read(self, items: Sequence[tuple[Found, PersonName]], by_name: Mapping[PersonName, tuple[Person, str]]) -> None:
        """Join the single names of one document; `items` are all its mentions of persons in order."""
        here = list(dict.fromkeys(by_name[name][0] for _, name in items if name.full))
        local = by_part(here)
        named: list[Person] = []
        """Those named so far, the last one last."""
        called: dict[str, set[Person]] = defaultdict(set)
        """By single name: whom it meant so far."""
        for item, name in items:
            person = by_name[name][0] if name.full else self._join(item, name, local, named, called)
            if person in named:
                named.remove(person)
            if person is not None:
                named.append(person)

    def settle(self) -> None:
        """Join what is left: to the one whom the bare name means in other documents, or to each other."""
        for item, name, _ in self._open:
            self._addressed[item.page, _bare_key(name)].add(item.gender or (_OFFICE if item.title else ""))
            self._sexes[_bare_key(name)].update({item.gender} - {""})
            self._forms[item.page, _bare_key(name)].update({item.address} - {""})
        for item, name, known_here in self._open:
            key = romanised(name.family)
            called = [p for p in self._called[key] if not contradicts(item, p)]
            if len(called) == 1 and not known_here:
                person, rule = called[0], "surname as elsewhere"
                basis = f"whom {item.form[-1]} alone means in every other document: {person.names[0].natural()}"
            else:
                person, rule, basis = self._alone(item, name, known_here)
            person.mentions.append((item, rule, basis))

    def _join(
        self, item: Found, name: PersonName, local: Bearers, named: Sequence[Person], called: Mapping[str, set[Person]]
    ) -> Person | None:
        key = romanised(name.family)
        person, rule, basis = self._bearer(item, key, local, named, called[key])
        if person is None:
            self._open.append((item, name, len(local.get(("family", key), ()))))
            return None
        called[key].add(person)
        if rule.startswith("surname"):
            self._called[key].add(person)
        person.mentions.append((item, rule, basis))
        return person

    def _bearer(
        self, item: Found, key: str, local: Bearers, named: Sequence[Person], called: set[Person]
    ) -> tuple[Person | None, str, str]:
        """The person whom a single name means, with rule and basis."""
        word = item.form[-1]
        for parts, noun in _PARTS:
            for bearers, where in ((local, "in this document"), (self._case, "in this case")):
                fits = fitting(item, bearers, parts if item.gender else parts[:1], key)
                if bearers is local and fits and all(person.signs for person in fits):
                    told = [p for p in fitting(item, self._case, parts[:1], key) if p in named and p not in fits]
                    if len(told) == 1:
                        name = told[0].names[0].natural()
                        return told[0], f"{noun} so far", f"{noun} of {name}, of whom this document's author speaks"
                if item.gender and bearers is self._case and ("family", key) in local:
                    fits = [person for person in fits if person.gender == item.gender]
                before = bearers is local and len(fits) == 1 and comes_before(item, fits[0], named)
                before = before or (len(fits) == 1 and self._is_peer(item, key, fits[0], named))
                if before or (item.page, key, item.gender) in self._apart:
                    self._apart.add((item.page, key, item.gender))
                    return None, "", ""
                if len(fits) == 1:
                    name = fits[0].names[0].natural()
                    return fits[0], f"{noun} {where}", f"{noun} of {name}, the only {word} {where} that it can mean"
                if fits:
                    return of_several(item, fits, noun, named, called)
        return None, "", ""

    def _is_peer(self, item: Found, key: str, person: Person, named: Sequence[Person]) -> bool:
        """Whether a bare name may be the peer's of that name, and not the commoner's who is named once, and later."""
        return key in self._peers and not item.title and person not in named and is_commoner(person)

    def _alone(self, item: Found, name: PersonName, known_here: int) -> tuple[Person, str, str]:
        gender, key = item.gender, _bare_key(name)
        if item.origin == "handle":
            key = fold(name.family)
        elif not gender and not item.title:
            # `Lamont` is the Mr. Lamont of the document where it has no Mrs. Lamont or Mayor Lamont; or of the case.
            addressed = self._addressed[item.page, key] - {""} or self._sexes[key]
            gender = next(iter(addressed)) if len(addressed) == 1 else ""
            gender = gender.replace(_OFFICE, "")
        # Where a document has several of the name, `Mrs. Lamont` and `Miss Lamont` are two.
        address = item.address if known_here > 1 and len(self._forms[item.page, key]) > 1 else ""
        person = self.alone.setdefault((key, gender, address), Person([name], gender=gender))
        return person, "single name", f"the only name given; {item.because}"


def _bare_key(name: PersonName) -> str:
    """What is equal for a surname with its particle and without: `von Quast`, `Quast`."""
    return name.family_key if name.family.split()[0] in PARTICLES else romanised(name.family)
