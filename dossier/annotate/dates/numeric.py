"""Dates in figures alone (`30/08/2018`, `8/30/18`), whose order only the rest of the document can tell; with the month
in Roman figures (`30.viii.18`) they tell it themselves."""

import re
from collections.abc import Iterable

from dossier.annotate.dates import values
from dossier.annotate.dates.builders import IMPOSSIBLE
from dossier.annotate.dates.grammar import Unit
from dossier.annotate.dates.lexicon import SYMBOLS
from dossier.annotate.dates.tokens import Reading
from dossier.model.date import DateTerm

_MONTHS = (SYMBOLS["MONTH"], SYMBOLS["MONTHABBR"])
_DAYS = (SYMBOLS["NUM"], SYMBOLS["ORDNUM"])
_ROMAN = re.compile(r"[ivx]+")
_MONTHS_IN_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def numeric_units(reading: Reading, day_first: bool | None) -> list[Unit]:
    """The dates in figures of a passage. `day_first` None: a date that can be read both ways is a set of two."""
    return [
        Unit(index, index + 1, "numeric", term)
        for index, symbol in enumerate(reading.symbols)
        if symbol == SYMBOLS["SLASHED"] and (term := _term(reading.words[index], day_first)) is not None
    ]


def _fields(word: str) -> tuple[int, int, int, bool] | None:
    """The two small numbers and the year of a date in figures, and whether its year stands first."""
    mark = next(mark for mark in "/.-" if mark in word)
    parts = word.split(mark)
    if _ROMAN.search(word):
        return int(parts[0]), _MONTHS_IN_ROMAN.index(parts[1]) + 1, int(values.full_year(parts[2])), False
    if len(parts[0]) == 4:
        return int(parts[1]), int(parts[2]), int(parts[0]), True
    if len(parts[2]) == 2 and mark != "/":
        return None  # 1.2.18 is a section or a version as often as a date
    return int(parts[0]), int(parts[1]), int(values.full_year(parts[2])), False


def _term(word: str, day_first: bool | None) -> DateTerm | None:
    fields = _fields(word)
    if fields is None or not 1000 <= fields[2] <= 2199:
        return None
    first, second, number, year_first = fields
    if not (first and second):
        return None
    year = f"{number:04}"
    if year_first:
        return DateTerm(values.day_pattern(year, first, second) or "")
    readings = [values.day_pattern(year, second, first), values.day_pattern(year, first, second)]
    if "." in word or "-" in word or first == second or _ROMAN.search(word):
        day_first = True
    if day_first is not None and all(readings):
        readings = [readings[0 if day_first else 1]]
    possible = sorted({reading for reading in readings if reading})
    if not possible:
        return IMPOSSIBLE if max(first, second) <= 31 else None
    return DateTerm(possible[0] if len(possible) == 1 else f"[{','.join(possible)}]")


def order(readings: Iterable[Reading]) -> bool | None:
    """Whether a document puts the day before the month: by its figures that can be read one way only, else
    by the order it uses with month names; None where nothing tells."""
    figures = names = 0
    for reading in readings:
        for index, symbol in enumerate(reading.symbols):
            if symbol == SYMBOLS["SLASHED"] and (fields := _fields(reading.words[index])) and not fields[3]:
                figures += (fields[0] > 12 >= fields[1]) - (fields[1] > 12 >= fields[0])
            elif symbol in _MONTHS:
                names += reading.symbols[index - 1 : index] in _DAYS
                names -= reading.symbols[index + 1 : index + 2] in _DAYS
    return figures > 0 if figures else names > 0 if names else None
