"""What stands around a date and changes what it denotes: approximation, parts, nights, clock times, ranges."""

import re
from bisect import bisect_left
from dataclasses import replace

from dossier.annotate.dates import values
from dossier.annotate.dates.grammar import Unit, symbols
from dossier.annotate.dates.lexicon import SYMBOLS
from dossier.annotate.dates.tokens import Reading
from dossier.model.date import Anchor, DateTerm

_BEFORE = re.compile(
    symbols(
        "(?: [ON AT IN PREP SINCE]? (?P<onabout> ON OR ABOUT | ABOUT ) THE? | (?P<doubt>DOUBT) [ON IN AT]? THE? ) $"
    )
)
_PART = re.compile(symbols("(?: THE? (?P<part>PART) (?: DASH | OF | IN )? THE? ) $"))
_CLOCK_AFTER = re.compile(symbols("COMMA? OPEN? [AT DASH]? (?P<about>ABOUT)? (?P<clock>CLOCK) (?P<zone>ZONE)? CLOSE?"))
_CLOCK_BEFORE = re.compile(symbols("(?P<about>ABOUT)? (?P<clock>CLOCK) (?P<zone>ZONE)? COMMA? [ON OF]? THE? $"))
_MONTH = re.compile(r"XXXX-(?:0\d|1[0-2])")
_OFFSET = re.compile(r"\s([+-][01]\d)([0-5]\d)\b")
"""The zone of an e-mail's date (RFC 5322): `+0000`."""
_RANGE = re.compile(symbols("THE? [DASH TO AND] THE?"))
_SHORT = re.compile(symbols("(?P<mark>[DASH SLASH]) (?P<year>[TWO NUM SHORTYEAR])"))

_PARTS = {
    "early": "early",
    "late": "late",
    **dict.fromkeys(("beginning", "start"), "beginning"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    "end": "end",
}

_SIDES = {
    **dict.fromkeys(("since", "after", "following", "from"), "since"),
    **dict.fromkeys(("until", "till", "til", "by", "before"), "until"),
}
_PAIRS = {("prior", "to"): "until", ("later", "than"): "until", ("earlier", "than"): "since", ("day", "after"): "",
          ("day", "before"): ""}  # fmt: skip
_LOOSE = ("about", "around", "approximately", "the")


def widen(reading: Reading, unit: Unit) -> Unit:
    """A unit with the words before and after that belong to it."""
    unit = _clocked(reading, unit)
    unit = _parted(reading, unit)
    unit = _nightly(reading, unit)
    return _qualified(reading, unit)


def _clocked(reading: Reading, unit: Unit) -> Unit:
    """Join a clock time: `20 December 2018 05:02 UTC`, `05:02 UTC on 20 December 2018`."""
    if unit.end or not _names_a_day(unit.term):
        return unit
    after = _CLOCK_AFTER.match(reading.symbols, unit.last)
    before = None if after else _last(_CLOCK_BEFORE, reading.symbols, unit.first)
    found = after or before
    if not found:
        return unit
    zone = reading.words[found.start("zone")] if found["zone"] else ""
    time = values.clock(reading.words[found.start("clock")], zone)
    if not time:
        return unit
    last = found.end("zone") if found["zone"] else found.end("clock")
    offset = None if zone or before else _OFFSET.match(reading.text, reading.ends[last - 1])
    if offset:
        time, last = f"{time}{offset[1]}:{offset[2]}", bisect_left(reading.starts, offset.end())
    return replace(
        unit,
        qualifier="~" if found["about"] else unit.qualifier,
        first=unit.first if after else found.start(),
        last=last if after else unit.last,
        term=replace(unit.term, time=time),
    )


def _last(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The match of a pattern that ends in `$` within the eight tokens before `end`."""
    return pattern.search(text, max(0, end - 8), end)


def _names_a_day(term: DateTerm) -> bool:
    day = term.grain == "day" or bool(term.moving)
    return not term.time and (day or bool(re.search(r"-(?:\d\d|XX)-\d\d$", term.pattern)))


def _parted(reading: Reading, unit: Unit) -> Unit:
    """Join `early`, `mid`, `late`, `the end of` before a month or year; before a day they are times of day."""
    found = _last(_PART, reading.symbols, unit.first)
    if not found or unit.end or unit.term.part:
        return unit
    word = reading.words[found.start("part")]
    of = reading.words[unit.first - 1] in ("of", "in", "the")
    if word not in _PARTS or (word in ("start", "end", "beginning", "middle") and not of):
        return unit
    term = unit.term if _names_a_day(unit.term) else replace(unit.term, part=_PARTS[word])
    return replace(unit, first=found.start(), term=term)


def _nightly(reading: Reading, unit: Unit) -> Unit:
    """Join `the night of 29 August` and `overnight to August 30`, which lie on two days."""
    words = reading.words[max(0, unit.first - 4) : unit.first]
    if unit.end or not _names_a_day(unit.term):
        return unit
    for phrase, part in _NIGHTS:
        if tuple(words[len(words) - len(phrase) :]) == phrase:
            return replace(unit, first=unit.first - len(phrase), form="interval", term=replace(unit.term, part=part))
    return unit


_NIGHTS = (
    (("the", "night", "of", "the"), "night"),
    (("the", "night", "of"), "night"),
    (("night", "of"), "night"),
    (("overnight", "on"), "night"),
    (("overnight", "to"), "overnight"),
    (("overnight", "into"), "overnight"),
    (("the", "night", "to"), "overnight"),
    (("the", "week", "of"), "week"),
    (("week", "of"), "week"),
    (("the", "week", "ended"), "week"),
    (("the", "week", "ending"), "week"),
    (("the", "day", "after"), "morrow"),
    (("the", "day", "before"), "eve"),
    (("the", "eve", "of"), "eve"),
    (("eve", "of"), "eve"),
)


def _qualified(reading: Reading, unit: Unit) -> Unit:
    """Join `on or about`, `circa`, `perhaps`; `about` only where it cannot be the topic (`a book about 1984`)."""
    found = _last(_BEFORE, reading.symbols, unit.first)
    mark = reading.symbols[unit.last : unit.last + 2]
    doubted = mark == SYMBOLS["QUERY"] + SYMBOLS["CLOSE"]
    if not found:
        return replace(unit, qualifier="?") if doubted else unit
    if found["doubt"]:
        return replace(unit, first=found.start("doubt"), qualifier="?")
    first = found.start("onabout")
    word = reading.words[first]
    free = (
        first == 0
        or found.start() < first
        or reading.symbols[first - 1] != " "
        or not reading.words[first - 1].isalpha()
    )
    if word == "about" and not free:
        return unit
    return replace(unit, first=first, qualifier="%" if doubted else "~")


def joined(reading: Reading, units: list[Unit]) -> list[Unit]:
    """Units with the two ends of a range known to each other: `between 1914 and 1918`, `1871–72`, and the
    year of the second lent to the first (`January 23 – March 9, 2014`)."""
    result: list[Unit] = []
    for unit in units:
        if result and _are_range(reading, result[-1], unit):
            result[-1] = replace(result[-1], term=_lent(result[-1].term, unit.term), bound="from")
            result.append(replace(unit, bound="to"))
        else:
            if result and _are_list(reading, result[-1], unit):
                result[-1] = replace(result[-1], term=_lent(result[-1].term, unit.term))
            result.append(unit)
            result[-1] = replace(result[-1], bound=_open_side(reading, unit))
        short = _SHORT.match(reading.symbols, unit.last)
        if short and unit.form == "year":
            result.extend(_short_end(reading, result, short.start("year"), short["mark"] == SYMBOLS["SLASH"]))
    return result


def _open_side(reading: Reading, unit: Unit) -> str:
    """What stands before a date and makes it one side of a period that is open at the other: `after 1986`, `by 3 June`,
    `no later than Monday`."""
    place = unit.first - 1
    while reading.word(place) in _LOOSE:
        place -= 1
    word, before = reading.word(place), reading.word(place - 1)
    if (before, word) in _PAIRS:
        return _PAIRS[before, word]
    return _SIDES.get(word, "")


def _short_end(reading: Reading, units: list[Unit], index: int, slash: bool) -> list[Unit]:
    """The second year of `1871–72`; after a slash only the next one, as seasons are written (`2008/09`)."""
    digits, century = reading.words[index].lstrip("'’‘"), units[-1].term.pattern
    if len(digits) != 2 or int(digits) <= int(century[2:]) or (slash and int(digits) != int(century[2:]) + 1):
        return []
    units[-1] = replace(units[-1], bound="from")
    return [Unit(index, index + 1, "year", DateTerm(century[:2] + digits), bound="to")]


def _are_range(reading: Reading, left: Unit, right: Unit) -> bool:
    between = _RANGE.fullmatch(reading.symbols, left.last, right.first)
    if (
        not between
        or left.end
        or right.end
        or len(left.term.pattern.split("-")) < len(right.term.pattern.split("-")) - 2
    ):
        return False
    opener = reading.symbols[left.first - 1] if left.first else ""
    if SYMBOLS["AND"] in between.group():
        return opener == SYMBOLS["BETWEEN"] or reading.symbols[left.first : left.first + 1] == SYMBOLS["BETWEEN"]
    return SYMBOLS["DASH"] in between.group() or opener == SYMBOLS["FROM"] or SYMBOLS["TO"] in between.group()


def _are_list(reading: Reading, left: Unit, right: Unit) -> bool:
    """`in January and February of 1998`: two of a kind, the year told with the second."""
    between = reading.symbols[left.last : right.first]
    return between == SYMBOLS["AND"] and len(left.term.pattern) == len(right.term.pattern) and not left.end


def _lent(left: DateTerm, right: DateTerm) -> DateTerm:
    """The left end of a range with the year that only the right end tells."""
    months = _MONTH.match(left.pattern) and _MONTH.match(right.pattern)
    if left.anchor is Anchor.YEAR and right.unit == "year" and months:  # `between February and July last year`
        return replace(right, pattern=left.pattern, shift=right.shift - (left.pattern[5:] > right.pattern[5:]))
    if (
        left.anchor is not Anchor.YEAR
        or not re.match(r"\d{4}-\d\d", right.pattern)
        or not left.pattern.startswith(values.UNKNOWN_YEAR)
    ):
        return left
    year = int(right.pattern[:4]) - (left.pattern[5:] > right.pattern[5:])
    return replace(left, pattern=f"{year:04}{left.pattern[4:]}", anchor=Anchor.NONE)
