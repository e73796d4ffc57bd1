"""Where the words of a query stand in a text: for snippets and highlights, without asking the index again."""

import re
import unicodedata
from functools import lru_cache

from dossier.query.parse import is_word_char
from dossier.query.syntax import Query, Term

Match = tuple[int, int]
"""Half-open, in code points of the text."""


def find_matches(text: str, query: Query) -> list[Match]:
    """Every place where a wanted term of the query stands, in order, without overlaps."""
    if not query.wanted:
        return []
    folded, places = _fold(text)
    found = sorted(
        (places[match.start()], places[match.end() - 1] + 1)
        for term in query.wanted
        for match in _pattern(term).finditer(folded)
    )
    matches: list[Match] = []
    for start, end in found:
        if not matches or start >= matches[-1][1]:
            matches.append((start, end))
    return matches


@lru_cache(256)
def _pattern(term: Term) -> re.Pattern[str]:
    words = r"[^\w]+".join(re.escape(_fold(word)[0]) for word in term.words)
    return re.compile(rf"(?<![^\W_]){words}" + ("" if term.prefix else r"(?![^\W_])"))


def _fold(text: str) -> tuple[str, range | list[int]]:
    """The text in lower case without accents, and for each of its characters the place it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        base = char if char.isascii() else _base(char)
        if base:
            folded.append(base.lower()[0])
            places.append(place)
    return "".join(folded), places


@lru_cache(4096)
def _base(char: str) -> str:
    """The letter under the accents; nothing for an accent that stands alone."""
    first = unicodedata.normalize("NFD", char)[0]
    return "" if is_word_char(first) and unicodedata.category(first)[0] == "M" else first
