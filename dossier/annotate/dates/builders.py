"""What the words of each form of date mean: from the named parts of a grammar match to a `DateTerm`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dossier.annotate.dates import values
from dossier.annotate.dates.lexicon import AFTER_YEAR, ORDINALS, OTHER, UNITS
from dossier.annotate.dates.tokens import Reading
from dossier.model.date import Anchor, DateTerm


class Parts:
    """The words of a match's named groups."""

    def __init__(self, match: re.Match[str], reading: Reading) -> None:
        self.match = match
        self.reading = reading

    @property
    def before(self) -> str:
        """The word before the match; empty at the beginning of a passage."""
        return self.reading.word(self.match.start() - 1)

    @property
    def words(self) -> Sequence[str]:
        """All words of the match."""
        return self.reading.words[self.match.start() : self.match.end()]

    def __getitem__(self, group: str) -> str:
        """The words of a group joined by spaces; empty where it took no part."""
        if group not in self.match.re.groupindex:
            return ""
        first, last = self.match.span(group)
        return " ".join(self.reading.words[first:last]) if first >= 0 else ""

    def counted(self) -> bool:
        """Whether a word follows that an ordinal at the end of the match would count: `the first cases`."""
        last = self.match.end()
        word = self.reading.word(last)
        return word.isalpha() and self.reading.symbols[last] == OTHER and word not in AFTER_YEAR

    def named(self) -> bool:
        """Whether a word with a capital follows, which nothing before it counts; not in a title (`The Sunday Show`)."""
        first, last = self.match.span()
        return last < len(self.reading.words) and self.reading.capital(last) and not self.reading.capital(first)


Builder = Callable[[Parts], DateTerm | tuple[DateTerm, DateTerm] | None]

RELATIVE = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
ANAPHORIC = {"that": 0, "same": 0, "following": 1, "subsequent": 1, "ensuing": 1, "next": 1,
              "previous": -1, "preceding": -1, "prior": -1}  # fmt: skip
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


WEEKS = 4
"""Whole weeks that every month has."""
NAMED = "named"
"""The part of a term whose words say which one is meant: `last March`, `next Friday`."""
NEAREST = "nearest"
"""The part of a weekday that is counted from the day told before, whichever side it lies on: `on the Monday`."""
IMPOSSIBLE = DateTerm()
"""A date that the calendar does not have (31 June): found, and never given a value."""


def day(p: Parts) -> DateTerm | tuple[DateTerm, DateTerm] | None:
    """`Friday, 8 May 2009`: a whole date; `the second week of May 2009`."""
    year, month = values.full_year(p["year"]), values.month_number(p["month"])
    if p["count"] not in ("", "day"):
        return _week_of(p, DateTerm(f"{year}-{month:02}"))
    pattern = values.day_pattern(year, month, values.day_number(p["day"]))
    return DateTerm(pattern, weekday=values.weekday_number(p["weekday"])) if pattern else IMPOSSIBLE


def year_relation(p: Parts) -> DateTerm:
    """Which year `last year`, `the same year` or a bare `last` after a month means."""
    word = p["rel"]
    if word in RELATIVE and (word != "next" or not p["the"]):
        return DateTerm(anchor=Anchor.PUBLICATION, shift=RELATIVE[word], unit="year")
    return DateTerm(anchor=Anchor.CONTEXT, shift=ANAPHORIC.get(word, 0), unit="year")


def _week_of(p: Parts, month: DateTerm) -> tuple[DateTerm, DateTerm] | None:
    """The first to fourth seven days of a month; None for other counts, and other parts of one."""
    number = values.day_number(p["day"])
    if p["count"] != "week" or not 1 <= number <= WEEKS:
        return None
    first, last = (replace(month, pattern=f"{month.pattern}-{day:02}") for day in (7 * number - 6, 7 * number))
    return first, last


def partial_day(p: Parts) -> DateTerm | tuple[DateTerm, DateTerm] | None:
    """`10 October`, `12 March last`: a day without its year, or whose year hangs on another."""
    if p["count"] not in ("", "day"):
        month = DateTerm(f"XXXX-{values.month_number(p['month']):02}", Anchor.YEAR)
        return _week_of(p, replace(year_relation(p), pattern=month.pattern) if p["unit"] == "year" else month)
    pattern = values.day_pattern("XXXX", values.month_number(p["month"]), values.day_number(p["day"]))
    loose = p["day"] in ORDINALS and "of" not in p.words
    if loose and p.counted():
        return None  # `last December the first cases were seen`, `the first December poll`
    if not pattern:
        return IMPOSSIBLE
    weekday = values.weekday_number(p["weekday"])
    if p["rel"] and p["unit"] in ("year", ""):
        if not p["unit"]:  # `the 12th of October last`: the latest such day, not that of last year
            return DateTerm(pattern, Anchor.YEAR, direction=RELATIVE[p["rel"]], weekday=weekday, part=NAMED)
        return replace(year_relation(p), pattern=pattern, weekday=weekday)
    return DateTerm(pattern, Anchor.YEAR, weekday=weekday)


def month_year(p: Parts) -> DateTerm:
    """`September 2019`."""
    return DateTerm(f"{values.full_year(p['year'])}-{values.month_number(p['month']):02}")


def month_relation(p: Parts) -> DateTerm | None:
    """`March of last year`."""
    if p["unit"] != "year":
        return None
    return replace(year_relation(p), pattern=f"XXXX-{values.month_number(p['month']):02}")


def month(p: Parts) -> DateTerm:
    """`August`, `last March`."""
    pattern, word = f"XXXX-{values.month_number(p['month']):02}", p["rel"]
    if word in ("that", "same", "following", "previous"):
        return DateTerm(pattern, Anchor.CONTEXT, unit="year")
    direction = RELATIVE.get(word, 0)
    return DateTerm(pattern, Anchor.YEAR, direction=direction, part=NAMED if direction else "")


def iso(p: Parts) -> DateTerm | None:
    """`2018-08-30T05:02Z`."""
    date, _, time = p["date"].upper().replace(" ", "T").partition("T")
    year, month, day = date.split("-")
    pattern = values.day_pattern(year, int(month), int(day))
    if not pattern or not time:
        return DateTerm(pattern) if pattern else IMPOSSIBLE
    zone = re.search(r"(Z|[+-]\d\d:?\d\d)$", time)
    moment = values.clock(re.sub(r"(\.\d+)?(Z|[+-]\d\d:?\d\d)?$", "", time), "")
    if not moment:
        return None
    offset = zone.group() if zone else ""
    return DateTerm(
        pattern, time=moment + (offset if ":" in offset or offset in ("", "Z") else f"{offset[:3]}:{offset[3:]}")
    )


def weekday(p: Parts) -> DateTerm:
    """`Monday`, `last Friday`, `Tuesday of last week`."""
    weekday = values.weekday_number(p["weekday"])
    word = p["rel"]
    if word in ("that", "same", "following", "previous", "preceding", "subsequent", "ensuing", "prior"):
        return DateTerm(anchor=Anchor.CONTEXT, weekday=weekday, grain="day", direction=ANAPHORIC[word])
    if p["week"]:
        return DateTerm(anchor=Anchor.PUBLICATION, weekday=weekday, shift=RELATIVE[p["week"]], unit="week", grain="day")
    if not word and p.words[0] == "the" and (p.named() or not p.counted()):  # `on the Monday Mr Hart left`
        return DateTerm(anchor=Anchor.CONTEXT, weekday=weekday, grain="day", part=NEAREST)
    direction = RELATIVE.get(word, 0)
    return DateTerm(
        anchor=Anchor.PUBLICATION, weekday=weekday, grain="day", direction=direction, part=NAMED if word else ""
    )


def neighbour_weekday(p: Parts) -> DateTerm:
    """`the Wednesday before`, `the Monday following`, of the day told before."""
    return DateTerm(
        anchor=Anchor.CONTEXT,
        weekday=values.weekday_number(p["weekday"]),
        grain="day",
        direction=1 if p["after"] else -1,
    )


def weekday_last(p: Parts) -> DateTerm | None:
    """`Monday last`, `Friday next`, as letters and old papers put it."""
    if p.counted():
        return None  # `on Friday last seen`
    return DateTerm(
        anchor=Anchor.PUBLICATION,
        weekday=values.weekday_number(p["weekday"]),
        grain="day",
        direction=RELATIVE[p["rel"]],
        part=NAMED,
    )


def weekend(p: Parts) -> DateTerm | None:
    """`over the weekend`: the one nearest to the day of writing, on the side that the verb tells."""
    return DateTerm(anchor=Anchor.PUBLICATION, unit="weekend", grain="weekend") if p["unit"] == "weekend" else None


def deictic(p: Parts) -> DateTerm:
    """`yesterday`, `the day after tomorrow`."""
    shift = _DAYS[p["day"]]
    if p["more"]:
        shift += 1 if p["day"] == "tomorrow" else -1
    return DateTerm(anchor=Anchor.PUBLICATION, shift=shift, unit="day", grain="day")


def part_of_day(p: Parts) -> DateTerm | None:
    """`last night`, `this morning`, `the next evening`; None for the last of several (`the last night of the siege`)
    and for `past midnight`."""
    if p["rel"] == "past" or (p["rel"] == "last" and p.words[0] == "the"):
        return None
    if p["rel"] in ("last", "this", "current"):
        return DateTerm(anchor=Anchor.PUBLICATION, shift=RELATIVE[p["rel"]], unit="day", grain="day")
    return DateTerm(anchor=Anchor.CONTEXT, shift=ANAPHORIC.get(p["rel"], 0), unit="day", grain="day")


def relative_unit(p: Parts) -> DateTerm | None:
    """`last week`, `earlier this year`, `the following month`; None for a span (`the past month`)."""
    word, unit = p["rel"], UNITS[p["unit"]]
    if p["the"] and word in ("last", "past", "this") and unit != "century":
        return None  # a span of time (`the past month`), not a date
    anaphoric = word in ANAPHORIC and (word != "next" or bool(p["the"]) or unit == "day")
    if anaphoric:
        return DateTerm(anchor=Anchor.CONTEXT, shift=ANAPHORIC[word], unit=unit, grain=unit)
    return DateTerm(anchor=Anchor.PUBLICATION, shift=RELATIVE[word] - (1 if p["also"] else 0), unit=unit, grain=unit)


def distance(p: Parts) -> DateTerm | None:
    """`two years ago`, `six months later`: the number of units from the anchor."""
    number, unit = values.count(p["n"] + (" and a half" if p["half"] else "")), values.unit_of(p["unit"])
    if number is None or unit in ("weekend", "quarter"):
        return None
    if p["unit"].startswith("fortnight"):
        number *= 2
    amount, small = _whole(number, unit)
    sign = -1 if p["ago"] or p["earlier"] else 1
    anchor = Anchor.PUBLICATION if p["ago"] or p["now"] else Anchor.CONTEXT
    return DateTerm(anchor=anchor, shift=sign * amount, unit=small, grain="day" if unit == "week" else unit)


_SMALLER = {
    "century": ("year", 100.0),
    "decade": ("year", 10.0),
    "year": ("month", 12.0),
    "month": ("day", 30.44),
    "week": ("day", 7.0),
}


def _whole(number: float, unit: str) -> tuple[int, str]:
    """A number of units as a whole number of the same or smaller units: 2.5 years are 30 months."""
    if number == int(number):
        return int(number), unit
    smaller, factor = _SMALLER.get(unit, ("day", 1.0))
    return round(number * factor), smaller


def neighbour_day(p: Parts) -> DateTerm | None:
    """`the day after`, `the year before` where nothing follows that they would be counted from."""
    unit = UNITS[p["unit"] or "day"]  # `the evening before`
    if unit in ("weekend", "quarter", "decade", "century"):
        return None
    return DateTerm(anchor=Anchor.CONTEXT, shift=1 if p["after"] else -1, unit=unit, grain=unit)


def era_year(p: Parts) -> DateTerm | None:
    """`44 BC`, `AD 79`; None for a year that no calendar has."""
    year = int(p["year"])
    if not year:
        return None
    if p["era"] in ("bc", "bce"):
        return DateTerm(f"-{year - 1:04}" if year > 1 else "0000")
    return DateTerm(f"{year:04}")


def era_day(p: Parts) -> DateTerm | None:
    """`15 March 44 BC`, `August 79 AD`."""
    year, month = era_year(p), values.month_number(p["month"])
    if year is None or not p["day"]:
        return DateTerm(f"{year.pattern}-{month:02}") if year else None
    number = values.day_number(p["day"])
    return DateTerm(f"{year.pattern}-{month:02}-{number:02}") if values.valid_day("", month, number) else IMPOSSIBLE


def day_range(p: Parts) -> tuple[DateTerm, DateTerm] | None:
    """`6–8 June 2018`, `between 5 and 9 May`."""
    month, first, last = values.month_number(p["month"]), values.day_number(p["day"]), values.day_number(p["until"])
    year = values.full_year(p["year"]) if p["year"] else values.UNKNOWN_YEAR
    start, end = values.day_pattern(year, month, first), values.day_pattern(year, month, last)
    if not start or not end or first >= last or (p["both"] and last != first + 1):
        return None
    anchor = Anchor.NONE if p["year"] else Anchor.YEAR
    return DateTerm(start, anchor), DateTerm(end, anchor)


def month_range(p: Parts) -> tuple[DateTerm, DateTerm] | None:
    """`from May to July 2019`."""
    first, last = values.month_number(p["month"]), values.month_number(p["until"])
    year = int(values.full_year(p["year"]))
    return DateTerm(f"{year - (first > last):04}-{first:02}"), DateTerm(f"{year:04}-{last:02}")


def months_of_year(p: Parts) -> tuple[DateTerm, DateTerm] | None:
    """`the April-June quarter`: two months of one year that the words leave out."""
    first, last = values.month_number(p["month"]), values.month_number(p["until"])
    if first >= last:
        return None
    return DateTerm(f"XXXX-{first:02}", Anchor.YEAR), DateTerm(f"XXXX-{last:02}", Anchor.YEAR)
