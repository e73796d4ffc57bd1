"""Words between quotation marks, over the paragraphs of a document: an open/close machine that cannot run away.

Curly, straight double, straight single and angle quotes are told apart by what stands on both sides of a mark;
apostrophes are none. A quotation that its paragraph does not close goes on only where the next paragraph of the text
opens with the same mark again, as printers do; else it is bounded by its paragraph and marked as not closed. Whether
somebody says the words is decided later: this also finds titles and words held at arm's length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model.annotation import Passage, PassageKind, Quotation
from dossier.model.span import Span

_MARK = re.compile(r"[\"“”„«»'‘’‚]")
_PAIRS = {"“": '”"', "„": "“”", "«": "»", "»": "«", '"': '"”“', "‘": "’", "‚": "‘’", "'": "'"}
_SINGLE = frozenset("'‘’‚")
_ELISION = re.compile(r"['‘’](?:\d0s|tis|twas|em|til|till|cause|n|round|bout|neath|ere|cos|kay)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/“‘\"'«„*_")
_WITHOUT = frozenset({PassageKind.REFERENCE, PassageKind.BOILERPLATE})
_BETWEEN = frozenset({PassageKind.BOILERPLATE, PassageKind.CAPTION, PassageKind.BYLINE})
"""Passages that may stand between two paragraphs of one quotation."""
_MOST_PARAGRAPHS = 60
_NEAR = 40


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark that may open, close or both."""

    at: int
    sign: str
    opens: bool
    closes: bool
    firm: bool
    """For single marks: closes for certain, and is no apostrophe of a plural's possessive."""


@dataclass(slots=True)
class _Open:
    """A quotation whose end has not been seen."""

    sign: str
    passage: int
    start: int
    parts: list[Span]


def find_quotations(text: str, passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """Every quotation of a document, in order, none inside another; spans in code points of `text`."""
    found: list[Quotation] = []
    carried: _Open | None = None
    for index, passage in enumerate(passages):
        if passage.kind in _WITHOUT or (carried and passage.kind in _BETWEEN):
            if passage.kind not in _WITHOUT:
                found += _in_passage(text, index, passage.span, _marks(text, passage))[0]
            continue
        marks = _marks(text, passage)
        if carried:
            goes_on = _goes_on(text, passage, marks, carried)
            if not goes_on:
                found.append(_bounded(carried))
                carried = None
        more, carried = _in_passage(text, index, passage.span, marks, carried)
        found += more
    if carried:
        found.append(_bounded(carried))
    return tuple(sorted((q for q in found if q.parts), key=lambda quotation: quotation.span))


def _marks(text: str, passage: Passage) -> list[_Mark]:
    hidden = sorted(passage.marks)
    at = 0
    marks = []
    for found in _MARK.finditer(text, passage.span.start, passage.span.end):
        while at < len(hidden) and hidden[at].end <= found.start():
            at += 1
        if at < len(hidden) and hidden[at].start <= found.start():
            continue
        marks.append(_mark(text, passage.span, found.start()))
    return _paired(marks)


def _mark(text: str, span: Span, at: int) -> _Mark:
    sign = text[at]
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    can_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    can_close = not before.isspace() and not after.isalnum()
    if sign in "“„«‘‚":
        german = sign in "“‘" and can_close and not can_open
        return _Mark(at, sign, not german, german, german)
    if sign in "”»":
        return _Mark(at, sign, sign == "»" and can_open and not can_close, True, True)
    if sign == '"':
        return _Mark(at, sign, can_open, can_close, not can_open)
    elided = bool(_ELISION.match(text, at, span.end))
    opens = sign == "'" and can_open and not elided and (after.isalnum() or after in '"“[…(.')
    return _Mark(at, sign, opens, can_close and not elided, can_close and not before.isalnum())


def _paired(marks: list[_Mark]) -> list[_Mark]:
    """Straight double marks of a paragraph taken in turn when they are even in number and none speaks against it.

    That mends marks set with a blank on the wrong side (`said " the ship" sank`).
    """
    doubles = [mark for mark in marks if mark.sign == '"']
    against = sum(mark.closes and not mark.opens for mark in doubles[::2])
    against += sum(mark.opens and not mark.closes for mark in doubles[1::2])
    if len(doubles) % 2 or 2 * against >= len(doubles):
        return marks
    turns = {mark.at: number % 2 == 0 for number, mark in enumerate(doubles)}
    return [
        _Mark(mark.at, mark.sign, turns[mark.at], not turns[mark.at], not turns[mark.at]) if mark.at in turns else mark
        for mark in marks
    ]


def _goes_on(text: str, passage: Passage, marks: Sequence[_Mark], carried: _Open) -> bool:
    """Whether the paragraph continues the quotation: it opens with the mark again, or its first mark can only close
    one, as where a paragraph was broken in two."""
    if len(carried.parts) >= _MOST_PARAGRAPHS or not marks:
        return False
    start = passage.span.start
    for mark in sorted(passage.marks):
        if mark.start <= start:
            start = max(start, mark.end)
    first = next((mark for mark in marks if mark.opens or mark.closes), marks[0])
    if first.closes and not first.opens:
        return first.sign not in _SINGLE and first.sign in _PAIRS[carried.sign]
    return first.opens and first.sign == carried.sign and not text[start : first.at].strip()


def _in_passage(
    text: str, index: int, span: Span, marks: Sequence[_Mark], carried: _Open | None = None
) -> tuple[list[Quotation], _Open | None]:
    """The quotations of one paragraph, and the one it leaves open."""
    found: list[Quotation] = []
    current = carried
    inner = span.start
    firm_after = _firm_after(marks)
    for number, mark in enumerate(marks):
        if carried and number == 0 and mark.opens:
            inner = mark.at + 1
        elif current and _closes(text, mark, current, firm_after[number]):
            found.append(_closed(text, current, Span(inner, mark.at)))
            current = None
        elif current and _replaces(mark, current):
            found.append(_bounded(_with_part(text, current, Span(inner, mark.at))))
            current, inner = _Open(mark.sign, index, mark.at, []), mark.at + 1
        elif current is None and mark.opens:
            current, inner = _Open(mark.sign, index, mark.at, []), mark.at + 1
    if current is None:
        return found, None
    if current.sign == "'" and current is not carried and not _introduced(text, span, current.start):
        # Without a stop, colon or comma before it, a single mark that nothing closes is an apostrophe; nothing closes
        # those behind it either.
        behind = (mark for mark in marks if mark.at > current.start)
        rest = [mark for mark in behind if mark.sign != "'" or _introduced(text, span, mark.at)]
        more, still_open = _in_passage(text, index, span, rest)
        return found + more, still_open
    return found, _with_part(text, current, Span(inner, span.end))


def _firm_after(marks: Sequence[_Mark]) -> list[bool]:
    """For each mark, whether a certain closing single mark follows before another one opens."""
    result = [False] * len(marks)
    firm = False
    for number in range(len(marks) - 1, -1, -1):
        result[number] = firm
        mark = marks[number]
        if mark.sign in _SINGLE:
            firm = mark.firm if mark.closes else (False if mark.opens else firm)
    return result


def _closes(text: str, mark: _Mark, current: _Open, firm_follows: bool) -> bool:
    if not mark.closes or mark.sign not in _PAIRS[current.sign]:
        return False
    if mark.sign not in _SINGLE or mark.firm:
        return True
    # After a plural's s the mark may be an apostrophe: it is one when the real end is still to come.
    return not (text[mark.at - 1] == "s" and firm_follows)


def _replaces(mark: _Mark, current: _Open) -> bool:
    """Whether a mark of the same kind that can only open shows that the one before was never closed."""
    return mark.sign == current.sign and mark.opens and not mark.closes and mark.sign not in _SINGLE


def _introduced(text: str, span: Span, at: int) -> bool:
    before = text[max(span.start, at - _NEAR) : at].rstrip()
    return before[-1] in ":,.?!" if before else at - _NEAR < span.start


def _with_part(text: str, current: _Open, part: Span) -> _Open:
    words = part.of(text)
    kept = words.strip()
    start = part.start + len(words) - len(words.lstrip())
    parts = [*current.parts, Span(start, start + len(kept))] if kept else current.parts
    return _Open(current.sign, current.passage, current.start, parts)


def _closed(text: str, current: _Open, part: Span) -> Quotation:
    whole = _with_part(text, current, part)
    return Quotation(Span(current.start, part.end + 1), tuple(whole.parts), current.passage, closed=True)


def _bounded(current: _Open) -> Quotation:
    end = current.parts[-1].end if current.parts else current.start + 1
    return Quotation(Span(current.start, end), tuple(current.parts), current.passage, closed=False)
