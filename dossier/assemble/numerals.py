"""Whole numbers below a hundred in words and figures: `61`, `sixty-one`, `nineteen`."""

from functools import cache

from dossier.lexis import ONES, TENS


@cache
def _words() -> dict[str, int]:
    found = {word: value for value, word in enumerate(ONES)}
    for tens, word in enumerate(TENS, 2):
        found[word] = 10 * tens
        found |= {f"{word}-{one}": 10 * tens + value for value, one in enumerate(ONES[1:10], 1)}
    return found


WORDS = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES[::-1])})"
"""A regular expression of the numbers in words, without groups."""


def whole(words: str) -> int | None:
    """The number that some words or figures are; None for anything else."""
    plain = "-".join(words.casefold().replace("-", " ").split())
    return int(plain) if plain.isascii() and plain.isdigit() else _words().get(plain)
