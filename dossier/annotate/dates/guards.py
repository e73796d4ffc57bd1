"""Which numbers and names that could be dates are not: counts, addresses, verbs, names of persons."""

import re

from dossier.annotate.dates.grammar import Unit
from dossier.annotate.dates.lexicon import OTHER, SYMBOLS
from dossier.annotate.dates.tokens import Reading
from dossier.model.date import Anchor, DateTerm

EARLIEST_BARE, LATEST_BARE = 1500, 2099
"""Four-digit numbers outside are years only after a word such as *in*."""

_NUMBERED = frozenset(
    [
        "no",
        "nos",
        "number",
        "numbers",
        "page",
        "pages",
        "p",
        "pp",
        "vol",
        "volume",
        "room",
        "flight",
        "route",
        "highway",
        "section",
        "article",
        "chapter",
        "figure",
        "fig",
        "table",
        "model",
        "item",
        "lot",
        "unit",
        "bus",
        "channel",
        "code",
        "version",
        "line",
        "iso",
        "paragraph",
        "clause",
        "act",
        "bill",
        "resolution",
        "boeing",
        "airbus",
        "windows",
        "apartment",
        "suite",
        "box",
        "platform",
        "level",
        "area",
        "sheet",
    ]
)
"""What is numbered: the number after it is no year."""
_COUNTED = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "persons",
        "troops",
        "soldiers",
        "members",
        "dollars",
        "euros",
        "pounds",
        "percent",
        "per",
        "million",
        "billion",
        "thousand",
        "hundred",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "m",
        "ft",
        "feet",
        "inches",
        "cm",
        "mm",
        "kg",
        "g",
        "tons",
        "tonnes",
        "hours",
        "minutes",
        "seconds",
        "days",
        "weeks",
        "months",
        "years",
        "points",
        "votes",
        "seats",
        "words",
        "copies",
        "rpm",
        "hp",
        "kw",
        "mw",
        "watts",
        "volts",
        "degrees",
        "calories",
        "grams",
        "litres",
        "liters",
        "gallons",
        "acres",
        "hectares",
        "mph",
        "kph",
        "hz",
        "mhz",
        "hrs",
        "utc",
        "gmt",
        "times",
        "more",
        "fewer",
        "other",
        "square",
        "cubic",
        "yards",
        "yen",
        "rubles",
        "roubles",
        "rupees",
        "yuan",
        "francs",
        "marks",
    ]
)
"""What is counted or measured: the number before it is no year."""
_STREETS = re.compile(
    r"\s+(?:[A-Z][\w.]*\s+){0,2}(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Lane|Drive|Broadway|Square)"
)
_NOT_PLURAL = frozenset(
    [
        "is",
        "was",
        "has",
        "as",
        "this",
        "its",
        "his",
        "us",
        "thus",
        "yes",
        "towards",
        "besides",
        "perhaps",
        "always",
        "across",
        "plus",
        "versus",
        "does",
    ]
)
_DAY_NAMES = frozenset(
    [
        "black",
        "good",
        "bloody",
        "super",
        "ash",
        "easter",
        "palm",
        "cyber",
        "maundy",
        "holy",
        "shrove",
        "whit",
        "fat",
        "casual",
        "giving",
    ]
)
_PERIODICALS = frozenset(
    [
        "times",
        "telegraph",
        "mail",
        "mirror",
        "herald",
        "post",
        "express",
        "tribune",
        "independent",
        "magazine",
        "review",
    ]
)
_REPEATED = frozenset(["every", "each", "any", "most", "all", "alternate", "some"])
_OWNERS = frozenset(["his", "her", "their", "my", "your", "our", "its"])

_STRONG = frozenset(SYMBOLS[n] for n in ("IN", "SINCE", "TO", "FROM", "BETWEEN", "ABOUT", "PART", "AFTER", "BEFORE"))
_BEFORE_MONTH = frozenset(
    SYMBOLS[n]
    for n in (
        "IN",
        "SINCE",
        "TO",
        "FROM",
        "BETWEEN",
        "PART",
        "PREP",
        "LAST",
        "NEXT",
        "THIS",
        "AFTER",
        "BEFORE",
        "ABOUT",
        "OF",
    )
)
_NAME_MONTHS = frozenset(("may", "march", "april", "june", "august"))
_DASH, _OPEN, _COMMA, _YEAR, _AND, _THE = (SYMBOLS[n] for n in ("DASH", "OPEN", "COMMA", "YEAR", "AND", "THE"))
_SHORT_ENDS = frozenset(SYMBOLS[n] for n in ("NUM", "TWO", "YEAR", "SHORTYEAR"))
_LINK_WORDS = frozenset(
    ("mid", "early", "late", "pre", "post", "since", "circa", "until", "summer", "winter", "spring", "autumn", "fall")
)


def bare_years(reading: Reading, taken: set[int]) -> list[Unit]:
    """The four-digit numbers that are years by what stands around them; tokens in `taken` are left out."""
    return [
        Unit(index, index + 1, "year", DateTerm(reading.words[index].zfill(4)))
        for index, symbol in enumerate(reading.symbols)
        if symbol == _YEAR and index not in taken and _is_year(reading, index)
    ]


def old_years(reading: Reading, taken: set[int]) -> list[Unit]:
    """The years before 1000 of a document that is known to speak of such times: numbers of two or three digits
    after *in*, *until*, *circa* and the like, that count nothing."""
    return [
        Unit(index, index + 1, "year", DateTerm(reading.words[index].zfill(4)))
        for index, symbol in enumerate(reading.symbols)
        if symbol in _OLD and index not in taken and _is_old_year(reading, index)
    ]


_OLD = frozenset((SYMBOLS["THREE"], SYMBOLS["TWO"]))


def _is_old_year(reading: Reading, index: int) -> bool:
    before = reading.symbols[index - 1] if index else ""
    before_that = reading.symbols[index - 2] if index > 1 else ""
    year_before = before in (_DASH, _AND) and before_that in _OLD and _is_old_year(reading, index - 2)
    after = reading.symbols[index + 1] if index + 1 < len(reading.symbols) else ""
    ended = after != OTHER or not reading.words[index + 1].isalpha() or reading.words[index + 1] in _FUNCTION_WORDS
    return (before in _STRONG or year_before) and _stands_alone(reading, index) and ended


_FUNCTION_WORDS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "his",
        "her",
        "its",
        "when",
        "where",
        "which",
        "who",
        "but",
        "as",
        "at",
        "with",
        "there",
    ]
)


def _is_year(reading: Reading, index: int) -> bool:
    number = int(reading.words[index])
    before = reading.symbols[index - 1] if index else ""
    strong = before in _STRONG or (before == _OPEN) or _word(reading, index - 1) in ("year", "years")
    if not _stands_alone(reading, index) or _word(reading, index - 1).rstrip(".") in _NUMBERED:
        return False
    if not strong and not EARLIEST_BARE <= number <= LATEST_BARE:
        return False
    if _numbering_dot(reading, index) or _word(reading, index + 1) in _COUNTED:
        return False
    if _counts(reading, index) and (number % 10 == 0 or not number >= EARLIEST_BARE) and not strong:
        return False
    street = not strong and _STREETS.match(reading.text, reading.ends[index])
    return (
        not street and number <= LATEST_BARE and not (number % 100 == 0 and not strong and _lone_noun(reading, index))
    )


def _word(reading: Reading, index: int) -> str:
    return reading.words[index] if 0 <= index < len(reading.words) else ""


def _numbering_dot(reading: Reading, index: int) -> bool:
    """`No. 1842`, `p. 1842`: a numbering word, a stop, and the number."""
    return _word(reading, index - 1) == "." and reading.glued(index - 1) and _word(reading, index - 2) in _NUMBERED


def _stands_alone(reading: Reading, index: int) -> bool:
    """Not a piece of a compound such as `2018-051A`, `MS-2001` or `1/2000`."""
    before, after = _word(reading, index - 1), _word(reading, index + 1)
    if index and reading.glued(index):
        if before in "/:=*+_&<>\\@#$€£" or (before == "." and not reading.glued(index - 1)):
            return False
        if reading.symbols[index - 1] == _DASH and reading.glued(index - 1):
            previous = _word(reading, index - 2)
            if previous not in _LINK_WORDS and not previous.isdigit():
                return False
    if index + 1 < len(reading.words) and reading.glued(index + 1):
        if after in "/:=*+_<>\\@%°" and not (after == "/" and _word(reading, index + 2).isdigit()):
            return False
        if reading.symbols[index + 1] == _DASH and index + 2 < len(reading.words) and reading.glued(index + 2):
            following = _word(reading, index + 2)
            return (following.isalpha() and following.islower() and not reading.capital(index + 2)) or (
                reading.symbols[index + 2] in _SHORT_ENDS
            )
    return True


def _counts(reading: Reading, index: int) -> bool:
    """Whether a plural noun in lower case follows: `1920 soldiers`."""
    following = index + 1
    if following >= len(reading.words) or reading.symbols[following] != OTHER:
        return False
    word = reading.words[following]
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in _NOT_PLURAL
        and not reading.capital(following)
    )


def _lone_noun(reading: Reading, index: int) -> bool:
    """Whether a word follows that a round number could count or number: `1600 Pennsylvania Avenue`."""
    following = index + 1
    return following < len(reading.words) and reading.symbols[following] == OTHER and reading.words[following].isalpha()


def kept(reading: Reading, unit: Unit) -> bool:
    """Whether a unit that the grammar found is a date by what stands around it."""
    before, after = _word(reading, unit.first - 1), _word(reading, unit.last)
    if unit.form == "weekday":
        return _is_weekday(reading, unit, before, after)
    if unit.form == "partial" and unit.last - unit.first == 1:
        return _is_month(reading, unit)
    if unit.form == "decade" and before in _OWNERS:
        return False
    if unit.form == "season":
        return before not in _OWNERS and before not in ("every", "each")
    if unit.form == "absolute" and reading.symbols[unit.last - 1] == SYMBOLS["THREE"]:
        return (
            not after.isalpha()
            or reading.symbols[unit.last] != OTHER
            or after in ("at", "he", "she", "it", "when", "but")
        )
    if unit.form == "partial" and unit.term.anchor is Anchor.YEAR and before in ("/", "£", "$", "€"):
        return False
    return True


def _is_weekday(reading: Reading, unit: Unit, before: str, after: str) -> bool:
    if before in _REPEATED or (before in ("a", "an") and unit.term.part != "named"):
        return False
    if before in _DAY_NAMES and reading.capital(unit.first - 1):
        return False
    return not (after in _PERIODICALS and reading.capital(unit.last))


def _is_month(reading: Reading, unit: Unit) -> bool:
    """A month's name alone is a date after a preposition; the five that are also other words or names of
    persons only there."""
    word, before = reading.words[unit.first], reading.symbols[unit.first - 1] if unit.first else ""
    if reading.symbols[unit.first] == SYMBOLS["MONTHABBR"]:
        return before in _BEFORE_MONTH and reading.text[reading.ends[unit.first] - 1] == "."
    misspelt = reading.text[reading.starts[unit.first] : reading.ends[unit.first]].lower() != word
    if before in _BEFORE_MONTH:
        after = unit.last < len(reading.words) and reading.words[unit.last] in ("'", "’") and word == "may"
        return not after and not (
            before == SYMBOLS["OF"] and word in _NAME_MONTHS and not _calendar_of(reading, unit.first)
        )
    if misspelt or word in _NAME_MONTHS:
        return before in (_AND, _COMMA, _DASH) and reading.symbols[unit.first - 2 : unit.first - 1] in _MONTHS
    return unit.last >= len(reading.words) or not (reading.capital(unit.last) and reading.symbols[unit.last] == OTHER)


_MONTHS = frozenset((SYMBOLS["MONTH"], SYMBOLS["MONTHABBR"]))


def _calendar_of(reading: Reading, index: int) -> bool:
    """`the month of May`, `the middle of June`, `the 5th of August`."""
    return _word(reading, index - 2) in ("month", "day", "week", "ides") or reading.symbols[index - 2 : index - 1] in (
        SYMBOLS["PART"], SYMBOLS["ORDNUM"], SYMBOLS["ORD"],
    )  # fmt: skip
