"""Spellings of one name made alike: accents, scripts, and the ways of writing Slavic names in Latin letters.

The key is own work after the common romanisations of Russian (ISO 9, BGN/PCGN, Library of Congress and the
ways of newspapers), which differ in `y`/`i`/`j`, `x`/`ks`, `kh`/`h` and `ye`/`e`. It joins spellings, so
that it is compared only where something else (a family name, a document) already speaks for one name.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj",
    "ћ": "c", "џ": "dz", "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "i", "φ": "f", "χ": "h", "ψ": "ps", "ω": "o",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)
_MARKS = re.compile(r"[^\w]+")
_PLAIN = (("x", "ks"), ("ph", "f"), ("kh", "h"), ("w", "v"))
_VARIANTS = tuple(
    (frozenset(letters), re.compile(pattern), replacement)
    for letters, pattern, replacement in (
        ("cq", r"ck|c(?![eiyh])|q", "k"),
        ("yj", r"(?<=.)[yj]|^y", "i"),
        ("i", r"e?i+(?=[^aeiou]|$)", "i"),
        ("i", r"i+(?=[aeou])", "i"),
        ("i", r"ie", "e"),
        ("i", r"io(?=.)", "o"),
    )
)
"""The letters that a way of writing needs, the way, and what stands for it."""
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Case, accents and typographic marks taken away; scripts kept."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return plain.replace("’", "'")


@lru_cache(maxsize=200_000)
def romanised(text: str) -> str:
    """A key that is equal for the usual Latin spellings of one name, and for its Cyrillic or Greek form.

    A word that mixes scripts keeps them: a look-alike is never taken for the name it imitates.
    """
    key = text.casefold()
    if not text.isascii():
        key = unicodedata.normalize("NFKC", text).casefold()
        if len(scripts(key)) > 1:
            return "\0" + key
        key = fold(key.translate(_TABLE)).translate(_TABLE)
    if not key.isalnum():
        key = _MARKS.sub("", key)
    for written, replacement in _PLAIN:
        key = key.replace(written, replacement)
    for letters, pattern, replacement in _VARIANTS:
        if not letters.isdisjoint(key):
            key = pattern.sub(replacement, key)
    return _DOUBLE.sub(r"\1", key)


@lru_cache(maxsize=200_000)
def scripts(word: str) -> frozenset[str]:
    """The scripts of a word's letters: `LATIN`, `CYRILLIC`, …"""
    return frozenset(unicodedata.name(c, "UNKNOWN").partition(" ")[0] for c in word if c.isalpha())
