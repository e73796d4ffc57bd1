"""Times of day written with a full stop, as British papers, minutes and inquiries have them: `at 19.12`, `9.30 a.m.`.

Such a figure may as well be a price, a measure or the number of a section, so that it is a time by evidence alone:
by what stands beside it, or by what stands where in the document others are times by such evidence.
"""

import re
from functools import lru_cache

from dossier import lexis

_FIGURE = re.compile(r"(?<![\w.,:$£€¥#№§/+-])(?:[01]\d|2[0-3]|[1-9])\.[0-5]\d(?![\w°]|\s?%|[.,:/]\d|-\w)")
_HALF = r"\s?(?:[ap]\.m\.|[ap]m\b)"
_MONTHS = "|".join(lexis.MONTHS)
_DAY = (
    rf"(?:the\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})"
    rf"|(?:{_MONTHS})\s\d)"
)
_SURE_BEHIND = re.compile(
    rf"(?:{_HALF}|\s?(?:hrs|hours|[Hh]ours|o['’]clock|GMT|UTC|BST|local\stime)\b|,?\s(?:on\s)?{_DAY}"
    r"|\s(?:that|this|the\s(?:same|next|following))\s(?:day|morning|afternoon|evening|night)\b"
    r"|\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|yesterday|tomorrow|today|tonight)\b)"
)
"""What is said of times alone."""
_SURE_BEFORE = re.compile(
    rf"(?:{_DAY}(?:\s\d{{4}})?,?\s(?:at|from|until|till|by|about|around)\s(?:about\s|around\s|approximately\s)?)\Z"
)
_AT = re.compile(r"\b(?:[Aa]t|[Tt]imed\sat|[Ss]hortly\s(?:after|before)|[Jj]ust\s(?:after|before))\s"
                 r"(?:about\s|around\s|approximately\s|precisely\s|exactly\s)?\Z")  # fmt: skip
"""What stands before times more than before other figures."""
_PLACED = re.compile(r"\b(?:at|by|from|until|till|since|before|after|between|about|around)\s\Z", re.IGNORECASE)
"""What stands before times and before other figures."""
_CHAINED = re.compile(r"\d\.\d\d\s(?:and|to|or)\s\Z")
_SECTION = re.compile(
    r"(?:\b(?:sections?|chapters?|paragraphs?|paras?\.?|clauses?|articles?|rules?|regulations?|figures?|fig\.|tables?"
    r"|pages?|pp?\.|verses?|versions?|v\.?|no\.?|nos\.|parts?|items?|recommendations?|appendix|annex|see|step)\s)\Z",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\s(?:above|below|herein|supra|infra)\b|\s?\)")
_OPENS = re.compile(r"(?:^|\n)[ \t#*_>(\[-]*\Z")
"""Where a figure is the number of what follows."""
_NEXT = re.compile(r"\s?([^\W\d_]+)")
_MARKET = re.compile(
    r"[$£€¥%]|\b(?:per\s?cent|percent(?:age)?|cents?|pence|shares?|stocks?|index|indices|rates?|prices?|priced|points?"
    r"|yields?|trad(?:e|ed|ing)|exchange|valued|ratings?|scores?|scored|average|averag(?:ed|ing)|odds|magnitude|ratio)\b",
    re.IGNORECASE,
)
"""What a sentence names in which a figure behind `at` may be a price or a score."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“‘'(]?[A-Z])|\n\s*\n")
_NEAR = 48
"""Code points on either side of a figure that tell what it is."""
_WIDE = 300
"""Code points in which its sentence begins and ends."""


@lru_cache(maxsize=16)
def dotted_times(text: str) -> frozenset[int]:
    """Where, in code points, the times of day begin that a document writes with a full stop. Where some are times by
    what is said of times alone, or stand behind `at` as no price does, others are behind any preposition of time."""
    found, possible = set[int](), set[int]()
    figures = list(_FIGURE.finditer(text))
    parts = {match[0] for match in figures if _is_number_of_part(text, match)}
    last = -1
    for match in figures:
        before = text[max(0, match.start() - _NEAR) : match.start()]
        behind = text[match.end() : match.end() + _NEAR]
        if _is_number_of_part(text, match) or _SECTION.search(before) or _POINTS.match(behind):
            continue
        free = match[0] not in parts and not _is_measured(behind) and not _MARKET.search(_around(text, match))
        sure = _SURE_BEHIND.match(behind) or (_SURE_BEFORE.search(before) and not _is_measured(behind))
        if sure or (free and _AT.search(before)):
            found.add(match.start())
        elif free and (_PLACED.search(before) or (last in found | possible and _CHAINED.search(before))):
            possible.add(match.start())
        last = match.start()
    return frozenset(found | possible) if found else frozenset()


def _is_number_of_part(text: str, match: re.Match[str]) -> bool:
    """Whether a figure opens a line as the number of a section does: `4.10 The warning was issued`."""
    line = text[max(0, match.start() - _NEAR) : match.start()]
    return bool(_OPENS.search(line)) and not _SURE_BEHIND.match(text, match.end())


def _is_measured(behind: str) -> bool:
    """Whether a unit of measurement or of money follows, in its plain or plural form."""
    found = _NEXT.match(behind)
    if found is None:
        return False
    word = found[1].casefold()
    units = lexis.word_list("measure_units") | lexis.word_list("currency_units")
    return word in _UNITS or not units.isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})


_UNITS = frozenset({
    "m", "bn", "tn", "km", "cm", "mm", "kg", "g", "mg", "l", "ml", "ft", "in", "lb", "lbs", "oz", "mph", "kph", "kn",
    "hz", "khz", "mhz", "ghz", "kw", "mw", "gw", "v", "kv", "per", "thousand", "million", "billion", "trillion",
    "times",
    "second", "seconds", "minute", "minutes", "hour", "day", "days", "week", "weeks", "month", "months", "year",
    "years",
})  # fmt: skip
"""Signs and words of number that the lists of units in words do not have."""


def _around(text: str, match: re.Match[str]) -> str:
    """The sentence of a figure."""
    before, behind = text[max(0, match.start() - _WIDE) : match.start()], text[match.end() : match.end() + _WIDE]
    return f"{_SENTENCE.split(before)[-1]} {_SENTENCE.split(behind)[0]}"
