"""Which names of months, weekdays and seasons are dates, and which are verbs, persons, holidays or habits."""

import re
from collections.abc import Callable

from dossier.annotate.dates.builders import NAMED
from dossier.annotate.dates.grammar import Unit
from dossier.annotate.dates.lexicon import AFTER_YEAR, OTHER, SYMBOLS, class_of, words
from dossier.annotate.dates.tokens import Reading
from dossier.model.date import Anchor

_HOLIDAYS = words("black good bloody super ash easter palm cyber maundy holy shrove whit fat casual giving")
_PERIODICALS = words("times telegraph mail mirror herald post express tribune independent magazine review")
_REPEATED = words("every each any most all alternate some")
_OWNERS = words("his her their my your our its")
_PRONOUNS = words("at he she it they when but")
_NAME_MONTHS = words("may march april june august")
"""Months that are also other words or names of persons."""

_ACCOUNTS = re.compile(
    r"\b(?:earnings|profits?|revenues?|sales|income|loss(?:es)?|fiscal|shareholders?|dividends?|GDP|GNP|econom(?:y|ic)"
    r"|exports|imports|currenc(?:y|ies)|shares|stocks?|bonds|investors?|inflation|interest rates?)\b",
    re.IGNORECASE,
)
"""Words of business and economy, where a quarter is one of the year."""
_GAMES = re.compile(
    r"\b(?:goals?|scored?|scoring|coach(?:es)?|touchdowns?|quarterbacks?|half-?time|referees?|innings|rebounds?"
    r"|strikers?|midfielders?|goalkeepers?|kick-?off|playoffs?|season|points? lead|free throws?)\b",
    re.IGNORECASE,
)
"""Words of games, which have halves and quarters too."""
_RECORDS = words("first second third time only best worst most least biggest largest highest lowest longest fastest")
"""What is told of a record: `the first rise in three years` is no day to come."""
_SCALES = words("hundred thousand million billion dozen score")
"""What a number goes on from: `four score and seven years ago` is no seven years ago."""
_COUNTS = class_of("WORDNUM", "WORDTENS", "NUM", "TWO", "THREE")
_POSSESSIVE = words("' ’")
_AFTER_DAY = class_of("ON", "AT", "IN", "TO", "PREP", "SINCE", "BEFORE", "AFTER", "AND", "OR", "THE", "AN", "FROM")
_BEEN = words("was been is be")
_STOPS = class_of("STOP", "COMMA", "BREAK", "CLOSE", "DASH")
"""`it must have been June, for the hay was in`: a month told by itself."""
_MONTHS = class_of("MONTH", "MONTHABBR")
_BEFORE_MONTH = class_of(
    "IN", "SINCE", "TO", "FROM", "BETWEEN", "PART", "PREP", "LAST", "NEXT", "THIS", "AFTER", "BEFORE", "ABOUT", "OF"
)  # fmt: skip
_BEFORE_NAME = class_of("TO", "FROM", "BETWEEN", "PREP", "AFTER", "BEFORE", "ABOUT")
_LISTED = class_of("AND", "COMMA", "DASH")
_DASH = SYMBOLS["DASH"]
_NTH = class_of("ORD", "ORDNUM")
_CALENDAR = class_of("PART", "ORDNUM", "ORD")


def kept(reading: Reading, unit: Unit) -> bool:
    """Whether a unit that the grammar found is a date by what stands around it."""
    if unit.form == "partial" and unit.last - unit.first == 1:
        return _is_month(reading, unit.first)
    test = _TESTS.get(unit.form)
    return test(reading, unit) if test else _is_figure(reading, unit)


def _is_figure(reading: Reading, unit: Unit) -> bool:
    if unit.form == "absolute" and reading.symbols[unit.last - 1] == SYMBOLS["THREE"]:
        after = reading.word(unit.last)  # `on 30 September 420 he died`, not `on 5 May 300 men`
        return not after.isalpha() or reading.symbols[unit.last] != OTHER or after in _PRONOUNS
    return not (unit.term.anchor is Anchor.YEAR and reading.word(unit.first - 1) in ("/", "£", "$", "€"))


def _is_period(reading: Reading, unit: Unit) -> bool:
    """A decade or season that is nobody's (`her twenties`) and no verb (`to fall`)."""
    before = reading.word(unit.first - 1)
    verb = unit.term.anchor is Anchor.YEAR and not unit.term.part and reading.word(unit.last - 1) == "fall"
    return before not in _OWNERS and before not in _REPEATED and not verb


def _is_whole_number(reading: Reading, unit: Unit) -> bool:
    """Whether a distance in time begins where its number does."""
    if reading.symbols[unit.first] not in _COUNTS:
        return True
    place = unit.first - (2 if reading.word(unit.first - 1) == "and" else 1)
    return reading.word(place) not in _SCALES


def _is_relative(reading: Reading, unit: Unit) -> bool:
    return _is_figure(reading, unit) and _is_whole_number(reading, unit)


def _is_distance(reading: Reading, unit: Unit) -> bool:
    """`in two weeks` that tells no record: `the first rise in three years`."""
    return not any(reading.word(place) in _RECORDS for place in range(unit.first - 5, unit.first))


def _of_accounts(reading: Reading, unit: Unit) -> bool:
    """Whether a quarter or half without a year is one of business years, and not of a game."""
    if unit.term.anchor is not Anchor.YEAR:
        return True
    numbered = reading.symbols[unit.last - 1] == SYMBOLS["QUARTERNUM"]
    start, end = reading.starts[unit.first], reading.ends[unit.last - 1]
    near = reading.text[max(0, start - 300) : end + 300]
    if reading.word(unit.last) == "of":
        return False  # `the second half of the century`
    return not _GAMES.search(near) and bool(
        numbered or _ACCOUNTS.search(reading.text, max(0, start - 3000), end + 3000)
    )


def _is_day_of_month(reading: Reading, unit: Unit) -> bool:
    """`on the 28th` where no noun follows that it would count (`the 28th floor`, `the first man`)."""
    if unit.term.unit:
        return True
    if reading.symbols[unit.last - 1] == SYMBOLS["ORD"] and not unit.term.weekday:
        return not reading.word(unit.last).isalpha() and not reading.word(unit.last).isdigit()
    return _nothing_counted(reading, unit.last)


def _nothing_counted(reading: Reading, index: int) -> bool:
    word = reading.word(index)
    hyphen = reading.symbols[index : index + 1] == _DASH and reading.glued(index)
    if hyphen or (word in _POSSESSIVE and reading.glued(index)):
        return False
    return not word.isalpha() or word in AFTER_YEAR or reading.symbols[index] in _AFTER_DAY


def _is_weekday(reading: Reading, unit: Unit) -> bool:
    before, after = reading.word(unit.first - 1), reading.word(unit.last)
    if before in _REPEATED or (before in ("a", "an") and unit.term.part != NAMED):
        return False
    if reading.word(unit.first - 2) in _REPEATED and reading.symbols[unit.first - 1] in _NTH:
        return False  # `every second Tuesday`
    if reading.word(unit.first - 2) in ("a", "an") and reading.symbols[unit.first - 1] == OTHER and before.isalpha():
        return False  # `on a wet Monday`
    if reading.word(unit.first) == "the" and after in ("after", "before", "following"):
        return False  # `the Monday after the vote`
    if before in _HOLIDAYS and reading.capital(unit.first - 1):
        return False
    return not (after in _PERIODICALS and reading.capital(unit.last))


def _is_month(reading: Reading, index: int) -> bool:
    """A month's name alone is a date after a preposition, and at the head of an entry; an abbreviation, a misspelling
    and the months that are also other words or names only there, or in a list of months."""
    word, before = reading.words[index], reading.symbols[index - 1 : index] if index else ""
    if not index and reading.capital(index) and reading.word(index + 1) == ":":
        return True
    if reading.word(index - 1) in _BEEN and (index + 1 == len(reading.words) or reading.symbols[index + 1] in _STOPS):
        return True
    if before and before in _BEFORE_MONTH:
        return _after_preposition(reading, index, before)
    if before == _DASH and reading.word(index - 2) == "mid":
        return True
    written = reading.text[reading.starts[index] : reading.ends[index]].lower()
    if written != word or word in _NAME_MONTHS:
        return before in _LISTED and reading.symbols[index - 2 : index - 1] in _MONTHS
    return not _name_follows(reading, index) or reading.symbols[index + 1] != OTHER


def _after_preposition(reading: Reading, index: int, before: str) -> bool:
    word = reading.words[index]
    if reading.symbols[index] == SYMBOLS["MONTHABBR"]:
        return reading.text[reading.ends[index] - 1] == "."
    if word not in _NAME_MONTHS:
        return True
    if (word == "may" and reading.word(index + 1) in ("'", "’")) or (before == SYMBOLS["OF"]):
        return before == SYMBOLS["OF"] and _in_calendar(reading, index)
    return not (before in _BEFORE_NAME and _name_follows(reading, index))  # `by April Ryan`


def _name_follows(reading: Reading, index: int) -> bool:
    return index + 1 < len(reading.words) and reading.capital(index + 1)


def _in_calendar(reading: Reading, index: int) -> bool:
    """`the month of May`, `the middle of June`, `the 5th of August`."""
    return (
        reading.word(index - 2) in ("month", "day", "week", "ides")
        or reading.symbols[index - 2 : index - 1] in _CALENDAR
    )


_TESTS: dict[str, Callable[[Reading, Unit], bool]] = {
    "weekday": _is_weekday,
    "decade": _is_period,
    "season": _is_period,
    "quarter": _of_accounts,
    "half": _of_accounts,
    "dayofmonth": _is_day_of_month,
    "nth": _is_day_of_month,
    "ahead": _is_distance,
    "relative": _is_relative,
}
"""The test that a unit of a form must pass."""
