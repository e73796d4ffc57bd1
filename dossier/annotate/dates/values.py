"""Words and numbers of a date as calendar fields, and fields as EDTF."""

from calendar import monthrange

from dossier.annotate.dates.lexicon import (
    DECADES,
    MISSPELLINGS,
    MONTH_ABBREVIATIONS,
    MONTH_NUMBERS,
    NUMBERS,
    ORDINALS,
    PLURAL_UNITS,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAY_NUMBERS,
    ZONES,
)

UNKNOWN_YEAR = "XXXX"
CENTURY_PIVOT = 30
"""A year of two digits below it is read as 20XX, from it on as 19XX; only where nothing else tells."""


def month_number(word: str) -> int:
    """1 to 12 of a month name, an abbreviation or a known misspelling, in lower case."""
    word = word.rstrip(".")
    return MONTH_NUMBERS.get(word) or MONTH_ABBREVIATIONS.get(word) or MONTH_NUMBERS[MISSPELLINGS[word]]


def weekday_number(word: str) -> int:
    """1 (Monday) to 7 of a weekday name or abbreviation in lower case; 0 for no word."""
    word = word.rstrip(".")
    return WEEKDAY_NUMBERS.get(word) or WEEKDAY_ABBREVIATIONS.get(word, 0)


def day_number(word: str) -> int:
    """The number in `5`, `05`, `5th` or `fifth`."""
    return ORDINALS.get(word) or int(word.rstrip("stndrh") or 0)


def count(words: str) -> float | None:
    """The number of units in `two`, `a`, `twenty-five`, `170`, `two and a half`; None where it is none."""
    total = 0.0
    for word in words.replace("-", " ").replace("–", " ").split():
        if word in ("a", "an"):
            total = total or 1
        elif word == "half":
            total += 0.5
        elif word.isdigit():
            total += int(word)
        elif word in NUMBERS:
            total = (total or 1) * 100 if word == "hundred" else total + NUMBERS[word]
        elif word != "and":
            return None
    return total or None


def unit_of(word: str) -> str:
    """The unit that a singular or plural noun counts, in lower case."""
    return UNITS.get(word) or PLURAL_UNITS[word]


def season_code(word: str) -> int:
    """EDTF code (21 to 24) of a season's name."""
    return SEASONS[word]


def full_year(word: str) -> str:
    """Four digits of `2018`, `347`, `’90` or `72`, the century by the pivot."""
    digits = word.lstrip("'’‘")
    if len(digits) == 2:
        return f"{20 if int(digits) < CENTURY_PIVOT else 19}{digits}"
    return digits.zfill(4)


def decade(word: str) -> str | None:
    """EDTF of `1990s`, `’90s`, `20s` or `nineties`; of the 20th century where the century is not told.
    `1900s` and `2000s` are decades too; `1800s` and before, the century, as historians use them."""
    if word in DECADES:
        return f"19{DECADES[word]}X"
    digits = word.strip("'’‘s")
    if len(digits) == 2:
        return f"19{digits[0]}X" if digits != "00" else "200X"
    if digits.endswith("00") and int(digits) < 1900:
        return f"{digits[:2]}XX"
    return f"{digits[:3]}X"


def valid_day(year: str, month: int, day: int) -> bool:
    """Whether the calendar has that day; 29 February where the year is not known."""
    if not (1 <= month <= 12 and day >= 1):
        return False
    number = int(year) if year.isdigit() and int(year) >= 1 else 4
    return day <= monthrange(number, month)[1]


def day_pattern(year: str, month: int, day: int) -> str | None:
    """EDTF of a day, `XXXX` for a year not told; None where the calendar has no such day."""
    return f"{year}-{month:02}-{day:02}" if valid_day(year, month, day) else None


def clock(word: str, zone: str) -> str | None:
    """EDTF time of day (`15:00:00`, `05:02:00Z`) of `5:02`, `3 p.m.` or `0502`; None where there is none."""
    if word == "noon":
        return f"12:00:00{ZONES.get(zone, '')}"
    compact = word.replace(".", "").replace(" ", "").replace("\xa0", "") if "m" in word else word
    half = compact[-2:] if compact.endswith(("am", "pm")) else ""
    digits = word.rstrip("apm. \xa0\n")
    if len(digits) == 4 and digits.isdigit():
        digits = f"{digits[:2]}:{digits[2:]}"
    parts = [int(part) for part in digits.replace(".", ":").split(":")] + [0, 0]
    hour, minute, second = parts[:3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}:{second:02}{ZONES.get(zone, '')}"
