"""Which names of months, weekdays and seasons are dates, and which are verbs, persons, holidays or habits."""

import re

from dossier.annotate.dates.builders import NAMED
from dossier.annotate.dates.grammar import Unit
from dossier.annotate.dates.lexicon import OTHER, SYMBOLS, class_of, words
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
    r"\b(?:earnings|profits?|revenues?|sales|income|loss(?:es)?|fiscal|shareholders?|dividends?|GDP|GNP|economy)\b",
    re.IGNORECASE,
)
"""Words of business and economy, where a quarter is one of the year."""
_MONTHS = class_of("MONTH", "MONTHABBR")
_BEFORE_MONTH = class_of(
    "IN", "SINCE", "TO", "FROM", "BETWEEN", "PART", "PREP", "LAST", "NEXT", "THIS", "AFTER", "BEFORE", "ABOUT", "OF"
)  # fmt: skip
_BEFORE_NAME = class_of("TO", "FROM", "BETWEEN", "PREP", "AFTER", "BEFORE", "ABOUT")
_LISTED = class_of("AND", "COMMA", "DASH")
_DASH = SYMBOLS["DASH"]
_CALENDAR = class_of("PART", "ORDNUM", "ORD")


def kept(reading: Reading, unit: Unit) -> bool:
    """Whether a unit that the grammar found is a date by what stands around it."""
    before = reading.word(unit.first - 1)
    if unit.form == "weekday":
        return _is_weekday(reading, unit)
    if unit.form == "partial" and unit.last - unit.first == 1:
        return _is_month(reading, unit.first)
    if unit.form in ("decade", "season"):
        verb = unit.term.anchor is Anchor.YEAR and not unit.term.part and reading.word(unit.last - 1) == "fall"
        return before not in _OWNERS and before not in _REPEATED and not verb
    if unit.form == "quarter" and unit.term.anchor is Anchor.YEAR:
        return bool(_ACCOUNTS.search(reading.text, reading.starts[0], reading.ends[-1]))  # else it may be of a game
    if reading.symbols[unit.last - 1] == SYMBOLS["THREE"] and unit.form == "absolute":
        after = reading.word(unit.last)  # `on 30 September 420 he died`, not `on 5 May 300 men`
        return not after.isalpha() or reading.symbols[unit.last] != OTHER or after in _PRONOUNS
    return not (unit.term.anchor is Anchor.YEAR and before in ("/", "£", "$", "€"))


def _is_weekday(reading: Reading, unit: Unit) -> bool:
    before, after = reading.word(unit.first - 1), reading.word(unit.last)
    if before in _REPEATED or (before in ("a", "an") and unit.term.part != NAMED):
        return False
    if reading.word(unit.first) == "the" and after in ("after", "before", "following"):
        return False  # `the Monday after the vote`
    if before in _HOLIDAYS and reading.capital(unit.first - 1):
        return False
    return not (after in _PERIODICALS and reading.capital(unit.last))


def _is_month(reading: Reading, index: int) -> bool:
    """A month's name alone is a date after a preposition; an abbreviation, a misspelling and the months that are
    also other words or names only there, or in a list of months."""
    word, before = reading.words[index], reading.symbols[index - 1 : index] if index else ""
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
