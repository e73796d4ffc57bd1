"""Units of measurement and of currency: their names, and what a number is in the base unit.

The units themselves, their aliases and conversions are those of the package pint.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dossier.lexis import word_list

if TYPE_CHECKING:
    from pint import UnitRegistry

PERCENT = "percent"
_BLANK = r"[ \t\u00a0\u202f\u2009]?"
_SYMBOL = re.compile(
    rf"(?P<hyphen>-)?{_BLANK}(?P<symbol>"
    r"[kMGTmcdµμnh]?m[²³]?|[kMmµμn]?g|[kMGT]?Wh|[kMGT]W|[kMGT]Hz|[kMh]?Pa|[kMm]V|[kMG]N|[kMGT]B|[mcd]?[lL]|[kMG]eV|t"
    r"|km/h|kph|mph|m/s|sq ?(?:km|mi|ft|m)|ha|ft|lbs?|oz|yds?|mi|kn|psi|bar|dB|°[CF]?|hp)(?![\w²³/])"
)  # fmt: skip
_PERCENT = re.compile(rf"{_BLANK}%|[ \u00a0\n](?:percent|per[ \u00a0]cent|percentage points?|pct)\b", re.IGNORECASE)
_WORD = re.compile(r"[-\s\u00a0]{1,2}((?:(?:square|cubic|nautical|metric|long|short|imperial|troy)\s)?)([^\W\d_]+)")
_DEGREE = re.compile(r"[-\s\u00a0]{1,2}degrees?(?:[-\s]+(celsius|centigrade|fahrenheit|[CF]\b))?", re.IGNORECASE)
_PER = re.compile(r"(?:[ \n](?:an?|per|each|every)[ \n]|/)(hour|second|minute|day|week|month|year)s?\b", re.IGNORECASE)
_AGE = re.compile(r"[-\s]{1,2}(?:years?|months?|weeks?|days?)[-\s]olds?\b", re.IGNORECASE)
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of time in words, which WordNet does not count among the units of measurement."""
_SPELLED = {"°": "degree", "°C": "degree_Celsius", "°F": "degree_Fahrenheit", "kn": "knot", "ft": "foot", "t": "tonne",
            "lbs": "pound", "yds": "yard", "μm": "µm", "l": "liter", "L": "liter", "mi": "mile"}  # fmt: skip
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "USD": "dollar", "EUR": "euro", "GBP": "pound",
              "JPY": "yen"}  # fmt: skip
"""The currencies by the signs that stand before figures and by their codes (ISO 4217)."""
_POWERS = {"": "", "square": "**2", "cubic": "**3"}
_MASS_OR_MONEY = "pound"


class Unit(NamedTuple):
    """A unit as it follows a number in a text, and where it ends."""

    name: str
    """pint's name, or the currency."""
    base: str
    factor: float
    offset: float
    end: int


@cache
def _registry() -> "UnitRegistry[float]":
    """pint's units; half a second to load, and most documents measure nothing."""
    from pint import UnitRegistry  # noqa: PLC0415 - see above

    return UnitRegistry(cache_folder=None)


@cache
def _measure(name: str) -> tuple[str, str, float, float] | None:
    """(pint's name, base unit, factor, offset) of a unit; None where pint does not know it."""
    from pint.errors import PintError  # noqa: PLC0415 - loaded with the registry

    registry = _registry()
    try:
        unit = registry.parse_units(name)
        zero = registry.Quantity(0.0, unit).to_base_units()
        one = registry.Quantity(1.0, unit).to_base_units()
    except (PintError, ValueError, AttributeError):
        return None
    return str(unit), str(one.units), float(one.magnitude - zero.magnitude), float(zero.magnitude)


def currency(sign: str, end: int) -> Unit:
    """The unit of a currency sign; `US$` is the dollar that `$` is read as, other letters before it stay apart."""
    name = CURRENCIES.get(sign.upper()) or CURRENCIES.get(plain := sign.upper().removeprefix("US"), plain)
    return Unit(name, name, 1.0, 0.0, end)


def unit_at(text: str, at: int, end: int, *, large: bool) -> Unit | None:
    """The unit that stands at `at`, right behind a number; None where none does.

    `large` tells that the number was in tens of thousands or more, where pounds are money.
    """
    if found := _PERCENT.match(text, at, end):
        return Unit(PERCENT, PERCENT, 1.0, 0.0, found.end())
    if found := _DEGREE.match(text, at, end):
        scale = (found[1] or "").lower()[:1]
        return _named({"c": "degree_Celsius", "f": "degree_Fahrenheit"}.get(scale, "degree"), found.end())
    if found := _SYMBOL.match(text, at, end):
        symbol = found["symbol"]
        squared = re.sub(r"^sq\s?(\w+)$", r"\1**2", symbol).replace("²", "**2").replace("³", "**3")
        return _named(_SPELLED.get(symbol, squared), found.end())
    return _worded(text, at, end, large)


def _worded(text: str, at: int, end: int, large: bool) -> Unit | None:
    found = _WORD.match(text, at, end)
    if found is None:
        return None
    modifier, word = found[1].strip().lower(), _singular(found[2].lower())
    if _is_money(word, large or text[found.end() :].lstrip().startswith("sterling")):
        return Unit(word, word, 1.0, 0.0, found.end())
    if not is_unit(f"{modifier} {word}") if modifier not in _POWERS else not is_unit(word):
        return None
    over = _PER.match(text, found.end(), end)
    if over and not modifier:
        return _named(f"{word}/{over[1].lower()}", over.end())
    return _named(f"{word}{_POWERS[modifier]}" if modifier in _POWERS else f"{modifier}_{word}", found.end())


def _is_money(word: str, large: bool) -> bool:
    return word in word_list("currency_units") and (large or word != _MASS_OR_MONEY)


def is_age(text: str, at: int) -> bool:
    """Whether the number before `at` is an age: `51-year-old`."""
    return _AGE.match(text, at) is not None


def is_unit(word: str) -> bool:
    """Whether a singular noun is the name of a unit of measurement or of time."""
    return word in word_list("measure_units") or word in _TIMES


def _singular(word: str) -> str:
    if word == "feet":
        return "foot"
    if word == "inches":
        return "inch"
    return word[:-1] if word.endswith("s") and word[:-1] and not is_unit(word) else word


def _named(name: str, end: int) -> Unit | None:
    known = _measure(name)
    return None if known is None else Unit(known[0], known[1], known[2], known[3], end)
