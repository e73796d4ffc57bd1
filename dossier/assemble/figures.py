"""Numbers as what reports are compared by: `2400` for *2,400* and for *two thousand four hundred*.

A number that many reports share tells little and a rare one much, as with words.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from dossier.assemble.reading import Reading
from dossier.model.annotation import Token
from dossier.model.quantity import Quantity
from dossier.model.span import Span

LEAST = 2
"""Lesser numbers are mostly no count: `one of them`."""


def figures(reading: Reading, around: Span, tokens: Sequence[Token]) -> Iterator[str]:
    """The exact quantities that begin in `around`, in their base unit, and the words with digits among some tokens
    there that are none: times of day, numbers of rooms and rules."""
    counted = list(_quantities(reading, around))
    for one in counted:
        if one.low is not None and one.low == one.high and one.low >= LEAST:
            yield f"{one.unit}{one.low:.15g}"
    for token in tokens:
        if has_digits(token.lemma) and not any(one.span.overlaps(token) for one in counted):
            yield token.lemma.casefold()


@cache
def has_digits(lemma: str) -> bool:
    """Whether a word is written with figures."""
    return any(c.isdigit() for c in lemma)


def _quantities(reading: Reading, span: Span) -> list[Quantity]:
    found = reading.document.annotations.quantities
    first = bisect_left(found, span.start, key=lambda one: one.span.start)
    last = bisect_left(found, span.end, key=lambda one: one.span.start)
    return list(found[first:last])
