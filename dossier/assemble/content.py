"""The words that tell what happened, reduced so that `landing` and `landed` are one."""

import re
from functools import cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of one word (Porter2), lower case."""
    return str(_stemmer().stemWord(word.casefold()))


def content_stems(*phrases: str) -> frozenset[str]:
    """Stems of the telling words in some phrases."""
    words = (word for phrase in phrases for word in _WORD.findall(phrase))
    return frozenset(stem(word) for word in words if len(word) > 2)
