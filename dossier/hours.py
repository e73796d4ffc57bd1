"""Times of day written with a full stop, as British papers, minutes and inquiries have them: `at 19.12`, `9.30 a.m.`.

Such a figure may as well be a price, a measure or the number of a section, so that it is a time by evidence alone:
by what stands beside it, or by standing as times do where others are times by such evidence. What is missed costs less
than a price that is read as a time.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dossier import lexis

_FIGURE = re.compile(r"(?<![\w.,:$£€¥#№§/+-])(?:[01]\d|2[0-3]|[1-9])\.[0-5]\d(?![\w°]|\s?%|[.,:/]\d|-\w)")
_HALF = r"\s?(?:[ap]\.m\.|[ap]m\b)"
_MONTHS = "|".join(lexis.MONTHS)
_DAY = (
    rf"(?:the\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})"
    rf"|(?:{_MONTHS})\s\d)"
)
_SAID_OF_TIMES = re.compile(
    rf"(?:{_HALF}|\s?(?:hrs|hours|[Hh]ours|o['’]clock|GMT|UTC|BST|local\stime)\b"
    r"|\s(?:that|this|the\s(?:same|next|following))\s(?:morning|afternoon|evening|night)\b"
    r"|\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)"
)
"""What stands behind times alone."""
_DAY_BEHIND = re.compile(
    rf"(?:,?\s(?:on\s)?{_DAY}|\s(?:that|this|the\s(?:same|next|following))\sday\b"
    r"|\s(?:yesterday|tomorrow|today|tonight)\b)"
)
"""What stands behind times and behind other figures."""
_DAY_BEFORE = re.compile(
    rf"(?:{_DAY}(?:\s\d{{4}})?,?\s(?:at|from|until|till|by|about|around)\s(?:about\s|around\s|approximately\s)?)\Z"
)
_AT = re.compile(r"\b(?:[Aa]t|[Tt]imed\sat|[Ss]hortly\s(?:after|before)|[Jj]ust\s(?:after|before))\s"
                 r"(?:about\s|around\s|approximately\s|precisely\s|exactly\s)?\Z")  # fmt: skip
"""What stands before times more than before other figures; where they begin a sentence almost only."""
_PLACED = re.compile(r"\b(?:at|by|from|until|till|since|before|after|between|about|around)\s\Z", re.IGNORECASE)
"""What stands before times and before other figures."""
_CHAIN = re.compile(r"\s(?:and|to|or|until|till)\s")
"""What stands between two times, or two other figures of a kind."""
_POINTS = re.compile(r"\s(?:above|below|herein|supra|infra)\b|\s?\)")
_OPENS = re.compile(r"(?:^|\n)[ \t#*_>(\[-]*\Z")
"""Where a figure is the number of what follows."""
_NEXT = re.compile(r"\s?([^\W\d_]+)")
_SIGN = re.compile(r"[$£€¥%]")
_BREAK = re.compile(r"\n\s*\n")
_NEAR = 48
"""Code points on either side of a figure that tell what it is."""
_LONGEST_SYMBOL = 3
"""Letters of the symbol of a unit: `m`, `bn`, `mph`."""


@dataclass(frozen=True, slots=True)
class _Figure:
    words: str
    start: int
    before: str
    behind: str
    passage: int
    """Lines with a blank one before and behind, by number."""

    @property
    def end(self) -> int:
        return self.start + len(self.words)

    @property
    def in_24(self) -> bool:
        """Whether the hour has two digits, as where hours are counted to 24: `08.05`, `19.12`."""
        return self.words[1] != "."


@lru_cache(maxsize=16)
def dotted_times(text: str) -> frozenset[int]:
    """Where, in code points, the times of day begin that a document writes with a full stop."""
    every = list(_figures(text))
    parts = {figure.words for figure in every if _is_number_of_part(figure)}
    figures = [figure for figure in every if not _is_number_of_part(figure) and not _POINTS.match(figure.behind)]
    free = {f for f in figures if f.words not in parts and not _SIGN.search(f"{f.before} {f.behind}")}
    sure = {f for f in figures if _is_sure(f) or (f in free and _is_sure_if_free(f))}
    alone = {f for f in free if not _is_counting(f)}
    pairs = [(one, other) for one, other in pairwise(figures) if _CHAIN.fullmatch(text, one.end, other.start)]
    alone -= {one for one, other in pairs if other not in alone and other not in sure}
    near, near_in_24 = {f.passage for f in sure}, {f.passage for f in sure if f.in_24}
    found = sure | {f for f in alone if _stands_as_time(f, near, near_in_24)}
    for one, other in pairs:
        found |= {other} & alone if one in found else set()
    for one, other in reversed(pairs):
        found |= {one} & alone if other in found and _PLACED.search(one.before) else set()
    return frozenset(figure.start for figure in found)


def _figures(text: str) -> Iterator[_Figure]:
    breaks = [match.start() for match in _BREAK.finditer(text)]
    for match in _FIGURE.finditer(text):
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        yield _Figure(match[0], match.start(), before, behind, bisect_right(breaks, match.start()))


def _is_number_of_part(figure: _Figure) -> bool:
    """Whether a figure opens a line as the number of a section does: `4.10 The warning was issued`."""
    told = _SAID_OF_TIMES.match(figure.behind) or _DAY_BEHIND.match(figure.behind)
    return bool(_OPENS.search(figure.before)) and not told


def _is_sure(figure: _Figure) -> bool:
    """Whether what stands beside a figure is said of times alone."""
    told = _DAY_BEFORE.search(figure.before) and not _is_measured(figure)
    return bool(_SAID_OF_TIMES.match(figure.behind) or told)


def _is_sure_if_free(figure: _Figure) -> bool:
    """Whether a figure that is no price and no number of a section is a time: by a day behind it, or because `At`
    begins a sentence."""
    at = _AT.search(figure.before)
    placed = at or (figure.in_24 and _PLACED.search(figure.before)) or _OPENS.search(figure.before)
    opens = at is not None and at[0][0].isupper() and not _is_measured(figure)
    return opens or bool(placed and _DAY_BEHIND.match(figure.behind))


def _stands_as_time(figure: _Figure, near: Set[int], near_in_24: Set[int]) -> bool:
    """Whether sure times in some passages, with hours counted to 24 in some of them, make a figure a time: behind `at`
    any in its passage, or such hours in the document; behind other prepositions such hours in its passage."""
    if _AT.search(figure.before):
        return figure.passage in near or (figure.in_24 and bool(near_in_24))
    return figure.in_24 and figure.passage in near_in_24 and bool(_PLACED.search(figure.before))


def _is_measured(figure: _Figure) -> bool:
    """Whether a unit of measurement or of money follows, in its plain or plural form or as a symbol."""
    word = _word_behind(figure)
    units = lexis.word_list("measure_units") | lexis.word_list("currency_units")
    short = len(word) <= _LONGEST_SYMBOL and _is_counting(figure)
    return short or not units.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})


def _is_counting(figure: _Figure) -> bool:
    """Whether a word follows that a figure may count or measure, and none of grammar: `2.20 metres`, `3.50 per ton`."""
    word = _word_behind(figure)
    return word.islower() and (word == "per" or word not in lexis.word_list("function_words"))


def _word_behind(figure: _Figure) -> str:
    found = _NEXT.match(figure.behind)
    return found[1] if found is not None else ""
