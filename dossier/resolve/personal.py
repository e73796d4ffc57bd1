"""Personal names taken apart, and whether two of them can name one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dossier import lexis
from dossier.resolve.folding import fold, romanised
from dossier.resolve.page import Form

_SPELLING = 0.92
"""Jaro-Winkler similarity from which two given names may be one name misspelt (measured on 28 novels' aliases)."""
PARTICLES = lexis.PARTICLES - {"and", "of", "the"}
"""Small words that begin a surname."""
_SHORTEST = 3
"""Letters of a part of a hyphenated surname by which its bearer may be called."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a personal name as written; `given` is empty where one name stands alone."""

    given: tuple[str, ...]
    family: str
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Whether there is more than one name."""
        return bool(self.given)

    @property
    def family_key(self) -> str:
        """The family name without regard to spelling."""
        return romanised(self.family.split()[-1])

    def natural(self) -> str:
        """Given names first: `Ryan F. Mandelbaum`."""
        return " ".join((*self.given, self.family, *((self.suffix,) if self.suffix else ())))

    def sorted(self) -> str:
        """Family name first: `Mandelbaum, Ryan F.`"""
        given = " ".join((*self.given, *((self.suffix,) if self.suffix else ())))
        return f"{self.family}, {given}" if given else self.family


@lru_cache(maxsize=1 << 16)
def parse(form: Form, *, inverted: bool = False, family_length: int = 1) -> PersonName:
    """Take a form apart. `inverted`: the first `family_length` words are the family name (`Evans, Ben`)."""
    words = list(form)
    suffix = ""
    if len(words) > 1 and _is_suffix(words[-1]):
        suffix = words.pop()
    if inverted and len(words) > family_length:
        return PersonName(tuple(words[family_length:]), " ".join(words[:family_length]), suffix)
    start = len(words) - 1
    while start > 0 and words[start - 1] in PARTICLES:
        start -= 1
    return PersonName(tuple(words[:start]), " ".join(words[start:]), suffix)


def _is_suffix(word: str) -> bool:
    return word.rstrip(".") in lexis.word_list("suffixes") and len(word.rstrip(".")) > 1


def hyphenated(family: str) -> tuple[str, ...]:
    """The parts of a hyphenated surname: its bearer may be called by one of them. None where it has no hyphen."""
    parts = family.rsplit(maxsplit=1)[-1].split("-")
    return tuple(part for part in parts if len(part) >= _SHORTEST) if len(parts) > 1 else ()


def first_surname(name: PersonName) -> tuple[str, ...]:
    """The first of two surnames, `de la Cruz` in Luis de la Cruz Ospina, by which its bearer may be called, or none."""
    middle = name.given[1:]
    at = next((at for at, word in enumerate(middle) if word in PARTICLES), len(middle) - 1)
    words = middle[at:] if middle else ()
    if len(words) == 1 and (words[0] in lexis.word_list("given_names") or lexis.is_initials(words[0])):
        return ()
    return (" ".join(words),) if words else ()


def compatible(one: PersonName, other: PersonName) -> str:
    """Why two full names with one family name can be one person's, or nothing where they cannot."""
    if one.suffix and other.suffix and fold(one.suffix).rstrip(".") != fold(other.suffix).rstrip("."):
        return ""
    first, second = _keys(one), _keys(other)
    if first == second:
        return "the same name"
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) > 1 and _within(shorter, longer):
        return "a shorter form of the name"
    rule = _given(one.given[0], other.given[0])
    if not rule or not _middle(one.given[1:], other.given[1:]):
        return ""
    return rule


def _keys(name: PersonName) -> tuple[str, ...]:
    return tuple(romanised(word) for word in (*name.given, name.family))


def _within(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _given(one: str, other: str) -> str:
    left, right = romanised(one), romanised(other)
    if left == right:
        return "the same given name" if fold(one) == fold(other) else "two spellings of the given name"
    if lexis.is_initials(one) or lexis.is_initials(other):
        return "an initial of the given name" if left[:1] == right[:1] else ""
    known = lexis.word_list("given_names")
    if (one in known and other in known) or min(len(left), len(right)) < 4 or left[0] != right[0]:
        return ""
    return "two spellings of the given name" if JaroWinkler.similarity(left, right) >= _SPELLING else ""


def _middle(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether further given names do not contradict each other."""
    if not one or not other:
        return True
    return all(_given(a, b) for a, b in zip(one, other, strict=False))
