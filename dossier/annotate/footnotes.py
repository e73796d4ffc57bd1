"""Footnote markers in running text: `[5]`, `[2, 3]`, `[note 1]`, `[citation needed]`."""

import re
from collections.abc import Sequence

from dossier.model.annotation import FootnoteMark, Passage, PassageKind
from dossier.model.span import Span

_NUMBERS = re.compile(r"\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\]")
_NUMBER = re.compile(r"\d+")
_OTHER = re.compile(
    r"\[(?:[a-z]|(?:note|nb|n|lower-alpha) \d+|edit|(?:citation|clarification|source) needed|who\?|when\?)\]"
)
_WORDLESS = frozenset({PassageKind.REFERENCE, PassageKind.BOILERPLATE})


def find_footnotes(text: str, passages: Sequence[Passage]) -> tuple[FootnoteMark, ...]:
    """The markers that point to numbered references, one record a number, in order.

    A number in brackets at the very start of a passage numbers that passage and is no marker.
    """
    return tuple(
        FootnoteMark(Span(*found.span()), index, int(number))
        for index, passage in enumerate(passages)
        if passage.kind not in _WORDLESS
        for found in _NUMBERS.finditer(text, passage.span.start, passage.span.end)
        if found.start() > passage.span.start
        for number in _NUMBER.findall(found[1])
    )


def marker_spans(text: str, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """Everything in brackets that is no part of a sentence: the markers above, notes, edit links and requests."""
    found = {
        Span(*match.span())
        for passage in passages
        if passage.kind not in _WORDLESS
        for pattern in (_NUMBERS, _OTHER)
        for match in pattern.finditer(text, passage.span.start, passage.span.end)
        if match.start() > passage.span.start
    }
    return tuple(sorted(found))
