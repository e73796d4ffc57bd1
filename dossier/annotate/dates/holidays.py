"""Feasts and holidays named in a text: `Christmas Eve`, `Good Friday 1916`, `last Thanksgiving`."""

import re
from bisect import bisect_left
from functools import cache

from dossier.annotate.dates.grammar import Unit, symbols
from dossier.annotate.dates.lexicon import AFTER_YEAR, OTHER, class_of, words
from dossier.annotate.dates.tokens import Reading
from dossier.annotate.dates.values import UNKNOWN_YEAR, full_year
from dossier.lexis import word_list
from dossier.model.date import Anchor, DateTerm

_YEAR = re.compile(symbols("COMMA? [OF IN]? (?P<year>[YEAR SHORTYEAR])"))
_BEFORE = class_of(
    *words("""
        IN ON AT SINCE TO FROM BETWEEN PREP AFTER BEFORE ABOUT OF BREAK COMMA THE LAST NEXT THIS THAT SAME PREVIOUS
        FOLLOWING PART AND OR OPEN STOP DASH
    """)
)
_DAY = re.compile(r"(?:day|eve|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$", re.IGNORECASE)
_OTHERS = class_of("WEEKDAY", "WEEKDAYABBR") | {OTHER}
_RELATED = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_THAT = frozenset(("that", "same", "following", "previous"))


@cache
def _holidays() -> dict[str, str]:
    """The day of the year of each holiday, by its name with straight apostrophes; Easter has two more days."""
    listed = dict(line.split("\t") for line in word_list("holidays"))
    return listed | {"Easter Monday": "easter+1", "Easter Tuesday": "easter+2"}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_holidays(), key=len, reverse=True)
    forms = "|".join(
        re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s").replace("St", r"St\.?") for name in names
    )
    return re.compile(rf"(?<!\w)(?=[A-Z])(?:{forms})(?!['’]?\w)")


def holiday_units(reading: Reading, start: int, end: int, taken: set[int]) -> list[Unit]:
    """The holidays named in a passage, `[start, end)` in code points, with their year where one is told; tokens in
    `taken` are left out. What is only called after a holiday (`Christmas trees`, `Easter Island`) is none."""
    units = []
    for match in _pattern().finditer(reading.text, start, end):
        first, last = bisect_left(reading.starts, match.start()), bisect_left(reading.starts, match.end())
        unit = _unit(reading, first, last, _rule(match.group()))
        if taken.isdisjoint(range(unit.first, unit.last)) and _is_day(reading, first, last, unit):
            units.append(unit)
    return units


def _rule(name: str) -> str:
    plain = " ".join(name.replace("’", "'").split())
    return _holidays().get(plain) or _holidays()[plain.replace("St.", "St")]


def _unit(reading: Reading, first: int, last: int, rule: str) -> Unit:
    fixed = len(rule) == len("12-25") and rule[2] == "-"
    year = _YEAR.match(reading.symbols, last)
    number = full_year(reading.words[year.start("year")]) if year else UNKNOWN_YEAR
    term = DateTerm(f"{number}-{rule}" if fixed else number, moving="" if fixed else rule)
    if year:
        return Unit(first, year.end(), "absolute", term)
    word, direction = reading.word(first - 1), _RELATED.get(reading.word(first - 1), 0)
    if word in _THAT:
        term = DateTerm(term.pattern, Anchor.CONTEXT, unit="year", moving=term.moving)
    elif word in ("this", "current"):
        term = DateTerm(term.pattern, Anchor.PUBLICATION, unit="year", moving=term.moving)
    else:
        part = "named" if direction else ""
        term = DateTerm(term.pattern, Anchor.YEAR, direction=direction, part=part, moving=term.moving)
    return Unit(first - (word in _RELATED or word in _THAT), last, "partial", term)


def _is_day(reading: Reading, first: int, last: int, unit: Unit) -> bool:
    """Whether the name stands for the day: with its year, or where a date can stand and nothing is called after it."""
    if unit.form == "absolute":
        return True
    following = reading.word(last)
    alone = not following.isalpha() or reading.symbols[last] not in _OTHERS or following in AFTER_YEAR
    hyphened = following in ("-", "–", "'", "’") and reading.glued(last)
    told = bool(_DAY.search(reading.text, reading.starts[first], reading.ends[last - 1]))
    placed = first == 0 or told or reading.symbols[first - 1] in _BEFORE
    return alone and placed and not hyphened and reading.word(first - 1) not in ("every", "each", "merry", "happy")
