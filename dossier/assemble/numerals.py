"""Whole numbers below a hundred in words and figures: `61`, `sixty-one`, `nineteen`."""

from functools import cache

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@cache
def _words() -> dict[str, int]:
    found = {word: value for value, word in enumerate(_ONES)}
    for tens, word in enumerate(_TENS, 2):
        found[word] = 10 * tens
        found |= {f"{word}-{one}": 10 * tens + value for value, one in enumerate(_ONES[1:10], 1)}
    return found


WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{'|'.join(_ONES[::-1])})"
"""A regular expression of the numbers in words, without groups."""


def whole(words: str) -> int | None:
    """The number that some words or figures are; None for anything else."""
    plain = "-".join(words.casefold().replace("-", " ").split())
    return int(plain) if plain.isascii() and plain.isdigit() else _words().get(plain)
