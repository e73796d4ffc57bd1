"""Which bare numbers are years, by what stands around them."""

import re

from dossier.annotate.dates.grammar import Unit
from dossier.annotate.dates.lexicon import AFTER_YEAR, OTHER, SYMBOLS, class_of, words
from dossier.annotate.dates.tokens import Reading
from dossier.annotate.dates.values import full_year
from dossier.model.date import DateTerm

EARLIEST_BARE, LATEST_BARE = 1500, 2099
"""Four-digit numbers outside are years only after a word such as *in*."""

NUMBERED = words("""
    no nos number numbers page pages p pp vol volume room flight route highway section article chapter figure fig table
    model item lot unit bus channel code version line iso paragraph clause resolution apartment flat suite box platform
    level ext extension
""")
"""What is numbered: the number after it is no year."""
COUNTED = words("""
    people persons men women children members troops soldiers votes seats copies words points times percent million
    billion thousand hundred dollars cents euros pounds yen rubles roubles rupees yuan francs marks km kilometres
    kilometers kilometer kilometre miles mile metres meters metre meter m ft feet foot inches inch cm mm yards acres
    hectares kg g grams tons tonnes litres liters gallons cubic square hours minutes seconds days weeks months years hrs
    utc gmt rpm hp kw mw watts volts degrees calories mph kph hz khz mhz ghz mb gb more fewer
""")
"""What is counted or measured: the number before it is no year."""
_STREETS = re.compile(
    r"\s+(?:[A-Z][\w.]*\s+){0,2}(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Lane|Drive|Broadway|Square)"
)
_NOT_PLURAL = words("is was has as this its his us thus yes towards besides perhaps always across plus versus does")
_LINKED = words("mid early late pre post since circa until summer winter spring autumn fall")
_BEFORE_YEAR = words("year years by during throughout dated")
_NUMBER_SIGNS = "/=*+_&<>\\@%°#$€£¥№"

_STRONG = class_of("IN", "SINCE", "TO", "FROM", "BETWEEN", "ABOUT", "PART", "AFTER", "BEFORE", "OPEN")
_OLD = class_of("THREE", "TWO")
_UNITS = class_of("UNIT", "UNITS", "WORDNUM", "WORDTENS", "HUNDRED")
_NUMBERS = class_of("THREE", "TWO", "NUM")
_SHORT_ENDS = class_of("NUM", "TWO", "THREE", "YEAR", "SHORTYEAR")
_DASH, _AND, _YEAR = SYMBOLS["DASH"], SYMBOLS["AND"], SYMBOLS["YEAR"]


def bare_years(reading: Reading, taken: set[int]) -> list[Unit]:
    """The numbers of a passage that are years: those of four digits, and shorter ones that are said to be
    (`the year 71`, `c. 314`, `in '98`). Tokens in `taken` are left out."""
    tests = {_YEAR: _is_year, SYMBOLS["SHORTYEAR"]: _is_short_year} | dict.fromkeys(_NUMBERS, _is_told_year)
    return [
        Unit(index, index + 1, "year", DateTerm(_pattern(reading.words[index])))
        for index, symbol in enumerate(reading.symbols)
        if symbol in tests
        and index not in taken
        and (index - 1 in taken or not reading.word(index - 1).isdigit())  # the end of a telephone number
        and tests[symbol](reading, index)
    ]


def _pattern(word: str) -> str:
    """`0071` of `71`, but `1998` of `’98`."""
    return word.zfill(4) if word.isdigit() else full_year(word)


def old_years(reading: Reading, taken: set[int]) -> list[Unit]:
    """The years before 1000 of a document that is known to speak of such times: numbers of two or three digits
    after *in*, *until*, *circa* and the like, that count nothing."""
    return [
        Unit(index, index + 1, "year", DateTerm(reading.words[index].zfill(4)))
        for index, symbol in enumerate(reading.symbols)
        if symbol in _OLD and index not in taken and _is_old_year(reading, index)
    ]


def _is_year(reading: Reading, index: int) -> bool:
    number = int(reading.words[index])
    if not _stands_alone(reading, index) or reading.word(index - 1).rstrip(".") in NUMBERED:
        return False
    if _after_numbering_stop(reading, index) or reading.word(index + 1) in COUNTED:
        return False
    if _STREETS.match(reading.text, reading.ends[index]):
        return False
    if reading.symbols[index - 1 : index] in _STRONG or reading.word(index - 1) in _BEFORE_YEAR:
        return number <= LATEST_BARE
    return EARLIEST_BARE <= number <= LATEST_BARE and not _counts(reading, index, number)


def _is_short_year(reading: Reading, index: int) -> bool:
    strong = reading.symbols[index - 1 : index] in _STRONG or reading.word(index - 1) == "fiscal"
    return strong and reading.word(index - 1) != "("


def _is_told_year(reading: Reading, index: int) -> bool:
    before = reading.word(index - 1)
    told = (before == "year" and reading.word(index - 2) == "the") or before in ("c", "circa")
    told = told and int(reading.words[index]) > 0
    return told and _stands_alone(reading, index) and reading.word(index + 1) not in COUNTED


def _is_old_year(reading: Reading, index: int) -> bool:
    before = reading.symbols[index - 1 : index]
    second = before in (_DASH, _AND) and reading.symbols[index - 2 : index - 1] in _OLD
    second = second and _is_old_year(reading, index - 2)
    after = reading.symbols[index + 1 : index + 2]
    ended = reading.word(index + 1) not in COUNTED and after not in _UNITS
    ended = ended and (after != OTHER or not reading.word(index + 1).isalpha() or reading.word(index + 1) in AFTER_YEAR)
    return (before in _STRONG or second) and _stands_alone(reading, index) and ended


def _after_numbering_stop(reading: Reading, index: int) -> bool:
    """`No. 1842`, `p. 1842`, `H.R. 1842`: a numbering word or an initial, a stop, and the number."""
    if reading.word(index - 1) != "." or not reading.glued(index - 1):
        return False
    word = reading.word(index - 2)
    return word in NUMBERED or (len(word) == 1 and reading.capital(index - 2))


def _stands_alone(reading: Reading, index: int) -> bool:
    """Not a piece of a compound such as `2018-051A`, `MS-2001` or `1/2000`."""
    if index and reading.glued(index):
        before = reading.word(index - 1)
        if before in _NUMBER_SIGNS or (before == "." and not reading.glued(index - 1)):
            return False
        dashed = reading.symbols[index - 1] == _DASH and reading.glued(index - 1)
        if dashed and reading.word(index - 2) not in _LINKED and not _ascends(reading, index - 2, index):
            return False
    return not (index + 1 < len(reading.words) and reading.glued(index + 1)) or _ends_alone(reading, index)


def _ends_alone(reading: Reading, index: int) -> bool:
    """Whether the sign right behind a number leaves it whole: `1871–72`, `2018-built`, `2017/18`."""
    sign, following = reading.word(index + 1), reading.word(index + 2)
    if reading.symbols[index + 1] == _DASH and index + 2 < len(reading.words) and reading.glued(index + 2):
        adjective = following.isalpha() and not reading.capital(index + 2)
        return adjective or _ascends(reading, index, index + 2)
    return sign not in _NUMBER_SIGNS or (sign == "/" and following.isdigit())


def _ascends(reading: Reading, left: int, right: int) -> bool:
    """Whether two numbers with a dash between can be a range of years: `1871–72`, not `555-1984` or `2018-2015`."""
    one, other = reading.words[left], reading.words[right].lstrip("'’‘")
    if left < 0 or not (one.isdigit() and other.isdigit()) or reading.symbols[right] not in _SHORT_ENDS:
        return False
    if len(other) < len(one):
        return len(one) == 4 and len(other) == 2
    return len(one) == len(other) and one < other


def _counts(reading: Reading, index: int, number: int) -> bool:
    """Whether a number counts or numbers what follows: `1920 soldiers`, `1600 Pennsylvania Avenue`."""
    following = index + 1
    if following >= len(reading.words) or reading.symbols[following] != OTHER:
        return False
    word = reading.words[following]
    if not word.isalpha() or word in AFTER_YEAR or (reading.word(index - 1) == "the" and number % 100):
        return False
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL
    return number % 100 == 0 or (plural and number % 10 == 0 and not reading.capital(following))
