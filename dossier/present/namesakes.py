"""What speaks for two names being one's, and what against it: for the questions of the review, and before a merge.

A pair is only ever asked about, so that more is taken for possible here than where the program joins names itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from dossier import lexis
from dossier.present.cells import clean
from dossier.query.parse import split_words
from dossier.resolve.familiar import familiar_forms, is_familiar
from dossier.resolve.folding import fold, romanised
from dossier.resolve.personal import PersonName, compatible, parse
from dossier.store.queries.naming import Named

ALIKE = 86
"""The least `rapidfuzz.fuzz.ratio` (0 to 100) of two names that may be spellings of one: one letter in seven."""
LARGEST_BLOCK = 40
"""Names with one word in common that are compared with each other; a commoner word tells nothing."""
_SILENT = str.maketrans("", "", "aeiouyhw")
_SEXES = {"m": "a man’s", "f": "a woman’s"}
_FORM, _PART = 3, 2


class Pair(NamedTuple):
    """Two things that may be one."""

    one: Named
    other: Named
    strength: int
    """How much speaks for it: 3 two forms of a whole name; 2 two names that sound alike, or a part of the name of one
    person; 1 a part of the names of several."""


@dataclass(frozen=True, slots=True)
class _Person:
    name: PersonName
    sex: str
    """`m` or `f` where the title or the given name tells it."""

    key: tuple[str, ...]
    """Its words without regard to spelling."""
    whole: bool
    """Whether neither of its two names is an initial."""

    @property
    def given(self) -> str:
        return self.name.given[0] if self.name.full else ""

    @property
    def family(self) -> str:
        """The last word of the family name without regard to spelling."""
        return self.key[-1]


def likely(things: Sequence[Named]) -> list[Pair]:
    """Which of these things, all of one kind, may be one by their names; the likeliest first, then those that are
    mentioned most."""
    people = {thing.id: _taken_apart(thing.name) for thing in things if thing.kind == "person"}
    found = {
        frozenset((one.id, other.id)): (one, other, strength) for one, other in _met(things, people)
        if (strength := _strength(one, other, people))
    }  # fmt: skip
    bearers: dict[str, int] = defaultdict(int)
    for one, other, strength in found.values():
        for thing in (one, other) if strength == _PART else ():
            bearers[thing.id] += not people[thing.id].whole
    pairs = [
        Pair(one, other, strength - (strength == _PART and max(bearers[one.id], bearers[other.id]) > 1))
        for one, other, strength in found.values()]
    return sorted(pairs, key=lambda pair: (
        -pair.strength, -min(pair.one.weight, pair.other.weight), pair.one.name, pair.other.name))  # fmt: skip


def against(one: str, other: str) -> str:
    """What two personal names have in them that no one person has, in words; empty where nothing is."""
    first, second = _taken_apart(one), _taken_apart(other)
    if first.sex and second.sex and first.sex != second.sex:
        return f"“{clean(one)}” is {_SEXES[first.sex]} name and “{clean(other)}” {_SEXES[second.sex]}."
    fit = _given_fit(first.name.given, second.name.given) if first.whole and second.whole else _FORM
    if fit < _FORM and not (fit and _spelled_alike(first, second)):
        return f"{clean(first.given)} and {clean(second.given)} are two given names."
    return ""


def _strength(one: Named, other: Named, people: dict[str, _Person]) -> int:
    if one.id not in people or other.id not in people:
        return _FORM if _things_alike(one.name, other.name) else 0
    first, second = people[one.id], people[other.id]
    if first.sex and second.sex and first.sex != second.sex:
        return 0
    if first.whole and second.whole:
        spelled, family = _spelled_alike(first, second), first.family == second.family
        fit = _given_fit(first.name.given, second.name.given) if spelled or family else 0
        return _FORM if spelled and fit else fit if family else 0
    if first.whole or second.whole:
        return _part_of(second, first) if first.whole else _part_of(first, second)
    return _FORM if first.key == second.key else 0


def _spelled_alike(one: _Person, other: _Person) -> bool:
    return fuzz.ratio(" ".join(one.key), " ".join(other.key), score_cutoff=ALIKE) > 0


@lru_cache(1 << 16)
def _given_fit(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Whether the given names of two whole names can be one person's: equal, an initial, familiar; less so where it may
    be the same in another language, as far as consonants tell (Piotr and Peter); 0 where they cannot."""
    given, other_given = fold(one[0]), fold(other[0])
    initial = lexis.is_initials(one[0]) or lexis.is_initials(other[0])
    if compatible(PersonName(one, "-"), PersonName(other, "-")) or (
        is_familiar(given, other_given) or (initial and given[:1] == other_given[:1])):
        return _FORM
    return _PART if not initial and _consonants(given) == _consonants(other_given) else 0


def _consonants(name: str) -> str:
    """The first letter and the consonants after it, as they sound, those that are not heard left out."""
    key = romanised(name)
    return key[:1] + key[1:].translate(_SILENT)


def _part_of(short: _Person, long: _Person) -> int:
    """Whether a name that stands alone, or with an initial for the family, is a part of a whole one."""
    if short.name.full:
        initial = fold(short.name.family)[:1] == fold(long.name.family)[:1]
        return _PART if initial and _given_fit(short.name.given, long.name.given) == _FORM else 0
    alone = short.key[-1]
    given = alone == romanised(long.given) or is_familiar(fold(short.name.family), fold(long.given))
    return _PART if alone == long.family or given else 0


def _taken_apart(name: str) -> _Person:
    """A personal name without what stands before it: `Dear Superintendent Kinnaird` is Kinnaird."""
    words = name.split()
    titles = [at for at, word in enumerate(words[:-1]) if _is_title(word, words[at + 1 :])]
    sexes = {lexis.title_gender(words[at]) for at in titles} - {""}
    form = tuple(words[titles[-1] + 1 if titles else 0 :])
    parsed = parse(form)
    # A name that stands alone may be a surname, whoever else has it for a given name.
    told = sexes.pop() if len(sexes) == 1 else lexis.name_gender(parsed.given[0]) if parsed.full else ""
    key = tuple(romanised(word) for word in (*parsed.given, *parsed.family.split()))
    return _Person(parsed, told, key or ("",), parsed.full and not lexis.is_initials(parsed.family))


def _is_title(word: str, rest: Sequence[str]) -> bool:
    low = word.rstrip(".").casefold()
    if low in lexis.word_list("ranks") or low in lexis.word_list("person_nouns"):
        return True
    # Don and Hon are given names, too: before one word alone they are taken for that.
    return low in lexis.folded_list("titles") and (len(rest) > 1 or word not in lexis.word_list("given_names"))


def _met(things: Sequence[Named], people: dict[str, _Person]) -> Iterator[tuple[Named, Named]]:
    """Things that have a word in common, or begin alike where spellings differ, each pair perhaps more than once."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for thing in things:
        for key in _keys(thing, people):
            blocks[key].append(thing)
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            yield from combinations(block, 2)


def _keys(thing: Named, people: dict[str, _Person]) -> set[str]:
    person = people.get(thing.id)
    if person is None:
        words = split_words(thing.name.lower())
        return {*words, *(word[:4] + "…" for word in words[-1:])}
    # Of a given name also its familiar forms, and its beginning, which a short form of it has as well.
    given = fold(person.given or person.name.family)
    return {*person.key, f"{person.family[:4]}…", f"…{given[:3]}", *familiar_forms(given)}


def _things_alike(one: str, other: str) -> bool:
    """Whether the names of two things that are no people may be one's: one is the end of the other, or they are
    spellings a letter or two apart, and figures do not tell them apart."""
    first, second = split_words(one.lower()), split_words(other.lower())
    if not first or not second or first == second:
        return bool(first) and first == second
    if first[-1] == second[-1] and _begin_alike(first[:-1], second[:-1]):
        return True
    return fuzz.ratio(" ".join(first), " ".join(second)) >= ALIKE and not _numbered(one, other)


def _begin_alike(words: Sequence[str], others: Sequence[str]) -> bool:
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(words, others, strict=False))


def _numbered(one: str, other: str) -> bool:
    """`Soyuz MS-08` and `Soyuz MS-09` are alike and two things."""
    return {char for char in one if char.isdigit()} != {char for char in other if char.isdigit()}
