"""The numbers that paragraphs of reports, minutes and judgments are cited by: `1.2 The Board found`, `(4) It is so`."""

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import or_

from dossier.annotate.layout.draft import Draft
from dossier.model.annotation import PassageKind
from dossier.model.span import Span

_NUMBER = re.compile(
    r"(?:(?P<parts>\d{1,3}(?:\.\d{1,3}){1,3})\.?|\(?(?P<bracketed>\d{1,3})\)|(?P<dotted>\d{1,3})\.)[^\S\n]+"
    r"(?=[\"“‘'(]?[A-ZÀ-Þ])"
)
_NUMBERED = (PassageKind.PARAGRAPH, PassageKind.LIST_ITEM, PassageKind.QUOTE)


def mark_numbers(drafts: Sequence[Draft]) -> None:
    """Mark as syntax the number in front of each paragraph, where a document numbers its paragraphs."""
    found: dict[str, list[tuple[tuple[int, ...], Draft, int]]] = {}
    for draft in drafts:
        number = _NUMBER.match(draft.raw) if draft.kind in _NUMBERED and draft.label is None else None
        if number and number.lastgroup and not any(mark.start == draft.span.start for mark in draft.marks):
            value = tuple(map(int, number[number.lastgroup].split(".")))
            found.setdefault(number.lastgroup, []).append((value, draft, number.end()))
    for numbered in found.values():
        if not _rises([value for value, _, _ in numbered]):
            continue
        for _, draft, length in numbered:
            draft.marks = (Span(draft.span.start, draft.span.start + length), *draft.marks)


def _rises(values: Sequence[tuple[int, ...]]) -> bool:
    """Whether at least two numbers rise or begin anew with 1: a single one can be a quantity that opens a sentence."""
    steps = [after > before for before, after in pairwise(values)]
    anew = [after[-1] == 1 for after in values[1:]]
    return any(steps) and all(map(or_, steps, anew))
