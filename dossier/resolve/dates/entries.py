"""The entries of a diary, a log or minutes: paragraphs that open with their day, from which they then count."""

import re

from dossier.model.annotation import Annotated
from dossier.model.date import DateExpression, DateMeaning

_DAY = re.compile(r"(?:XXXX|\d{4})-\d\d-\d\d")
_OPENS = re.compile(r"[\W_]*")
_CLOSES = re.compile(r"[ \u00a0]?(?:[.:—–]|-[ \u00a0]|\n|$)")
_FEWEST = 2
"""Entries that make a diary; a single paragraph that opens with a day may be anything."""


def entries(document: Annotated) -> frozenset[int]:
    """The places, among the document's date expressions, of those that open an entry; none where it has no entries."""
    text, passages = document.source.text, document.annotations.passages
    found = [
        place
        for place, expression in enumerate(document.annotations.dates)
        if _opens(text, passages[expression.passage].span.start, expression)
    ]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _opens(text: str, start: int, expression: DateExpression) -> bool:
    if expression.end is not None or not _DAY.fullmatch(expression.term.pattern):
        return False
    if expression.meaning is not DateMeaning.HAPPENED:
        return False
    first = _OPENS.fullmatch(text, start, expression.span.start)
    return bool(first and _CLOSES.match(text, expression.span.end))
