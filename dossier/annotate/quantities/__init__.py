"""Quantities in a document: numbers with their unit, their currency, or the noun they count."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dossier.annotate.quantities.numbers import Number, numbers
from dossier.annotate.quantities.units import Unit, currency, is_age, unit_at
from dossier.model.annotation import Passage, PassageKind, Sentence
from dossier.model.date import DateExpression
from dossier.model.quantity import Quantity
from dossier.model.span import Span

_UNREAD = frozenset({PassageKind.REFERENCE, PassageKind.BOILERPLATE, PassageKind.BYLINE})
_SHARED = re.compile(r"\s(?:an?|per|each)\s([^\W\d_]+)")
_PART_AFTER = frozenset({"other", "more", "additional", "further", "remaining"})
_PART_BEFORE = _PART_AFTER | {"another", "first", "last", "next", "each", "every"}
_NO_COUNT = re.compile(r"o['’]clock|[ap]\.?m\.?|half|third|quarter|[a-z]+th", re.IGNORECASE)
"""What follows the number of a time of day or of a fraction."""
_NAMES_A_GROUP = frozenset({"NOUN", "PROPN", "ADJ"})
"""An adjective can name a group: `15 dead`."""
_PRONOUNS = frozenset({"one", "1"})
_NUMBERED = frozenset({"no", "no.", "nos.", "number", "№"})
"""What stands before the number of one thing among its like: `No. 2 hold`."""
_LARGE = 10_000
_HUNDRED = 100
SOFTENED = 0.1
"""Share by which an approximate number may be off: `about 200` is 180 to 220. Half of its last telling digit where
that is more."""


def find_quantities(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence], dates: Sequence[DateExpression]
) -> tuple[Quantity, ...]:
    """The quantities of one source, in order. Nothing inside a date expression, an age, a score or an identifier,
    and no number that stands for nothing that is named."""
    starts = [sentence.span.start for sentence in sentences]
    dated = sorted(date.span for date in dates)
    found: list[Quantity] = []
    for index, passage in enumerate(passages):
        if passage.kind in _UNREAD:
            continue
        for number in numbers(text, passage.span.start, passage.span.end):
            hidden = any(mark.start <= number.start < mark.end for mark in passage.marks)
            if hidden or _is_dated(dated, number) or is_age(text, number.end):
                continue
            at = bisect_right(starts, number.end - 1) - 1
            sentence = sentences[at] if at >= 0 and sentences[at].span.end >= number.end else None
            quantity = _quantity(text, index, passage.span.end, number, sentence)
            if quantity is not None:
                found.append(quantity)
    return tuple(found)


def _is_dated(dated: Sequence[Span], number: Number) -> bool:
    last = bisect_right(dated, Span(number.end, number.end)) - 1
    return any(span.overlaps(Span(number.start, number.end)) for span in dated[max(0, last - 1) : last + 1])


def _quantity(text: str, passage: int, end: int, number: Number, sentence: Sentence | None) -> Quantity | None:
    if number.money:
        unit: Unit | None = currency(number.money, number.end)
    else:
        large = (number.low or number.high or 0) >= _LARGE
        unit = unit_at(text, number.end, end, large=large)
    if unit is None:
        touches = text[number.end : number.end + 1].isalpha()
        return None if sentence is None or touches else _count(passage, number, sentence)
    if text[unit.end : unit.end + 1] == "-" and text[unit.end + 1 : unit.end + 2].isdigit():
        return None  # `6-foot-2`
    per = _SHARED.match(text, unit.end, end)
    least, most = _bounds(number, counted=False)
    return Quantity(
        Span(number.start, unit.end),
        passage,
        number.low,
        number.high,
        unit.name,
        unit.base,
        None if least is None else least * unit.factor + unit.offset,
        None if most is None else most * unit.factor + unit.offset,
        number.approximate,
        per=per[1].lower() if per else "",
        measured=_measured(sentence, unit.end) if sentence else None,
    )


def _bounds(number: Number, *, counted: bool) -> tuple[float | None, float | None]:
    """What a number can stand for: a count is exact unless it is softened, a measure as exact as its digits."""
    slack = 0.0 if counted and not number.approximate else number.step / 2
    if number.approximate:
        slack = max(slack, SOFTENED * (number.low or number.high or 0.0))
    least = None if number.low is None else number.low - slack
    return least, None if number.high is None else number.high + slack


def _measured(sentence: Sentence, end: int) -> Span | None:
    """The noun that a measure stands right before: `hole` in `a 2 mm hole`."""
    index = next((i for i, t in enumerate(sentence.tokens) if t.start <= end - 1 < t.end), None)
    if index is None:
        return None
    tokens, unit = sentence.tokens, sentence.tokens[index]
    if unit.dep not in {"compound", "nmod", "amod", "nummod"} or unit.head <= index:
        return None
    head = tokens[unit.head]
    return Span(head.start, head.end) if head.pos in {"NOUN", "PROPN"} else None


def _count(passage: int, number: Number, sentence: Sentence) -> Quantity | None:
    """A bare count, with the noun that follows; None for a number that stands behind its noun (`Flight 370`)."""
    index = next((i for i, t in enumerate(sentence.tokens) if t.start <= number.end - 1 < t.end), None)
    if index is None:
        return None
    tokens = sentence.tokens
    noun = _noun_of(sentence, index)
    large = (number.low or number.high or 0) >= _HUNDRED
    if noun is None and not _stands_alone(sentence, index, large=large):
        return None
    if noun is not None and (noun <= index or _NO_COUNT.fullmatch(tokens[noun].lemma)):
        return None
    before = tokens[index - 1].lemma.casefold() if index else ""
    if before in _NUMBERED or (before == "." and tokens[max(0, index - 2)].lemma.casefold() in _NUMBERED):
        return None
    last = index if noun is None else noun
    between = {t.lemma.casefold() for t in tokens[index + 1 : last]}
    of = _part_of(sentence, index)
    least, most = _bounds(number, counted=True)
    counted = "" if noun is None else tokens[noun].lemma.casefold()
    head = tokens[last]
    return Quantity(
        Span(number.start, max(number.end, head.end)),
        passage,
        number.low,
        number.high,
        "",
        "",
        least,
        most,
        number.approximate,
        noun=None if noun is None else Span(head.start, head.end),
        counted=counted,
        partial=before in _PART_BEFORE or bool(between & _PART_AFTER) or of,
    )


def _noun_of(sentence: Sentence, index: int) -> int | None:
    """The noun that a number counts: what it modifies, or what follows `of` after `hundreds of`."""
    tokens = sentence.tokens
    at = index
    for _ in range(3):
        token = tokens[at]
        if token.dep not in {"nummod", "compound", "quantmod", "amod", "conj", "det", "nmod"} or token.head == at:
            break
        at = token.head
        if tokens[at].pos in _NAMES_A_GROUP:
            return at
    if tokens[index].pos == "NOUN":  # `hundreds of letters`
        for link in _children(sentence, index, "prep"):
            if tokens[link].lemma == "of":
                return next(iter(_children(sentence, link, "pobj")), None)
    return None


def _stands_alone(sentence: Sentence, index: int, *, large: bool) -> bool:
    """`Eighteen were lost`, `left 15 dead`: a number that is subject or object itself; never the pronoun `one`."""
    token = sentence.tokens[index]
    if token.dep == "conj" and token.pos == "NUM" and token.head != index:
        return _stands_alone(sentence, token.head, large=large)
    if token.dep == "pobj":
        link = sentence.tokens[token.head].lemma.casefold()
        # `The toll rose to 17`; `put the number at 310`, but `at six`, which is a time of day.
        return link in {"to", "of"} or (link in {"at", "for"} and large)
    if token.dep == "ROOT":
        return token.pos == "NUM" and large  # `Or 75 million, if you believe them.`
    return token.dep in {"nsubj", "nsubjpass", "dobj", "oprd", "attr"} and token.lemma.casefold() not in _PRONOUNS


def _part_of(sentence: Sentence, index: int) -> bool:
    """`Two of the crew`."""
    tokens = sentence.tokens
    return tokens[index].pos == "NUM" and any(tokens[i].lemma == "of" for i in _children(sentence, index, "prep"))


def _children(sentence: Sentence, head: int, dep: str) -> Iterator[int]:
    return (i for i, t in enumerate(sentence.tokens) if t.head == head and i != head and t.dep == dep)
