"""Places told by the form of a line or by a preposition and the general list.

Every function yields candidates; spans are half-open code points of the source's text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier import lexis
from dossier.lexis import Word
from dossier.model.annotation import CandidateName, Passage
from dossier.model.span import Span

_DATELINE = re.compile(
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"([^\W\d_a-z][\w'’-]{0,30}(?:[ \u00a0][^\W\d_a-z][\w'’-]{0,30}){0,2}),[ \u00a0]"
    r"(?:([^\W\d_a-z][\w'’.-]{2,30}(?:[ \u00a0][^\W\d_a-z][\w'’-]{0,30}){0,2}),[ \u00a0](?=[A-Z][a-z]{2,8}\.?[ ]\d))?"
    r"(?:\d{1,2}[ \u00a0](?:of[ \u00a0])?)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
    r"[^\n]{0,12}?(?:$|\n|[ \u00a0](?:[-–—]|\())",
    re.MULTILINE,
)
"""`LONDON, Sept 14 (…) -` or a line of its own: the place from which is written."""
_WIRE_DATELINE = re.compile(
    r"([^\W\d_a-z][^\W\d_a-z'’.-]+(?:[ \u00a0][^\W\d_a-z][^\W\d_a-z'’.-]+){0,2})"
    r"(?:/([^\W\d_a-z][^\W\d_a-z'’. -]+?))?(?:,[ \u00a0]([A-Z][\w.'’-]+(?:[ \u00a0][A-Z][\w.'’-]+){0,2}))?"
    r"(?:[ \u00a0]\d{4}-\d\d-\d\d(?!\w)|[ \u00a0]\([A-Z][\w ]{1,30}\)[ \u00a0]?[-–—]"
    r"|[ \u00a0][-–—]{1,2}[ \u00a0](?=[A-Z\"“]))"
)
"""`PERTH, Australia 1997-01-31`, `LAGOS, Nigeria (AP) -`, `ZURICH/LONDON (Reuters) -`, `MANILA - Rescuers`."""
_LANDS = re.compile(r"(?<=[(/])([A-Z][\w. ]{2,30}?)(?=[)/])")
_WHERE = frozenset({"in", "at", "near"})
_THROUGH = frozenset({"the", "to", "through", "across", "into", "towards", "toward", "via", "outside", "around"})
"""Words whose place may be anything else: `the Rhine`, `to Skelby`."""
_ORIGIN = frozenset({"of", "from"})
"""Words whose place may also be a person: `from Lyon`, `the sons of Washington`."""


def in_passage(text: str, index: int, passage: Passage, words: Sequence[Word]) -> Iterator[CandidateName]:
    """The places of a dateline, of brackets after a name, and known ones after `in`, `at` and `near`."""
    for pattern in (_DATELINE, _WIRE_DATELINE):
        line = pattern.match(text, passage.span.start, passage.span.end)
        for group in range(1, (line.lastindex or 0) + 1) if line else ():
            if line and line[group] and _is_written_place(line[group], line.group()):
                yield CandidateName(Span(*line.span(group)), index, "GPE", "dateline")
    for match in _LANDS.finditer(text, passage.span.start, passage.span.end):
        if match[1] in lexis.word_list("places"):
            yield CandidateName(Span(*match.span(1)), index, "GPE", "bracketed")
    for left, right in pairwise(words):
        placed = left.text in _WHERE or (left.text in _ORIGIN and _is_city_alone(right.text))
        placed = placed or (left.text in _THROUGH and _is_nothing_else(right.text))
        if placed and right.text in lexis.word_list("places") and text[left.end : right.start] == " ":
            following = text[right.end : right.end + 2].strip(" ,")
            if not following or not lexis.is_name_word(following):
                yield CandidateName(Span(right.start, right.end), index, "GPE", "locative")


def whole_places(text: str, names: Sequence[CandidateName]) -> Iterator[CandidateName]:
    """The names; two places of one word that stand side by side are one, unless one of them is known: `Lough Corra`."""
    waiting: CandidateName | None = None
    for name in names:
        if waiting is not None and _are_one(text, waiting, name):
            yield CandidateName(Span(waiting.span.start, name.span.end), name.passage, name.label, name.origin)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = name
    if waiting is not None:
        yield waiting


def _are_one(text: str, left: CandidateName, right: CandidateName) -> bool:
    beside = text[left.span.end : right.span.start] in (" ", "\u00a0")
    if not beside or left.label != "GPE" or right.label != "GPE":
        return False
    parts = (left.span.of(text), right.span.of(text))
    return all(part.isalpha() and not lexis.is_elsewhere(part) for part in parts)


def _is_written_place(place: str, line: str) -> bool:
    """Whether a dateline's place is one: known, or the line has a day or an agency; `GOLF - ` has neither."""
    if lexis.is_period(place):
        return False
    known = place.title() in lexis.word_list("places") or place in lexis.word_list("places")
    return known or "(" in line or any(map(str.isdigit, line))


def _is_nothing_else(word: str) -> bool:
    """Whether a known place is no personal name either."""
    return _is_city_alone(word) and word not in lexis.word_list("family_names")


def _is_city_alone(word: str) -> bool:
    """Whether a known place is no given name and no word of the language."""
    return word not in lexis.word_list("given_names") and not lexis.is_common(word)
