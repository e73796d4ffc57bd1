"""The closed classes of words that English dates are made of, each with its symbol.

The finder reads a passage as a string of symbols, one character a token, and the grammar is written over
these symbols. Month and weekday names follow CLDR's English forms (wide and abbreviated).
"""

from dossier import lexis

MONTHS = tuple(map(str.lower, lexis.MONTHS))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)}
MONTH_ABBREVIATIONS = {name[:3]: number for name, number in MONTH_NUMBERS.items() if name != "may"} | {"sept": 9}
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS, 1)}
WEEKDAY_ABBREVIATIONS = {name[:3]: number for name, number in WEEKDAY_NUMBERS.items()} | {
    "tues": 2, "weds": 3, "thur": 4, "thurs": 4,
}  # fmt: skip

SEASONS = {"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23,
           "winter": 24, "wintertime": 24, "midsummer": 22, "midwinter": 24}  # fmt: skip
"""EDTF codes of the seasons, hemisphere not told."""

NUMBERS = {
    **{word: value for value, word in enumerate(lexis.ONES[1:], 1)},
    **{word: 10 * value for value, word in enumerate(lexis.TENS, 2)},
    "hundred": 100, "couple": 2,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21, "thirtieth": 30, "thirty-first": 31,
} | {
    f"twenty-{word}": 20 + n
    for n, word in enumerate(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"), 2)
}  # fmt: skip
ROUND = {"fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
         "ninetieth": 90, "hundredth": 100}  # fmt: skip
"""Ordinals above the days of a month, which count anniversaries."""
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
           "eighties": 8, "nineties": 9}  # fmt: skip

UNITS = {"day": "day", "week": "week", "fortnight": "week", "weekend": "weekend", "month": "month",
         "quarter": "quarter", "year": "year", "decade": "decade", "century": "century"}  # fmt: skip
PLURAL_UNITS = {"days": "day", "weeks": "week", "fortnights": "week", "months": "month", "quarters": "quarter",
                "years": "year", "decades": "decade", "centuries": "century"}  # fmt: skip
DAY_PARTS = ("morning", "forenoon", "afternoon", "evening", "night", "midday", "midnight", "dawn", "daybreak", "dusk",
             "nightfall", "mornings", "nights")  # fmt: skip

ZONES = {
    "utc": "Z", "gmt": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "wet": "+00:00", "jst": "+09:00",
}  # fmt: skip
"""Offsets of zone names that mean one zone: those of RFC 5322 (section 4.3) and of the IANA time zone
database. Names with several meanings (`CST`, `IST`, `BST`) are left out: the time then has no offset."""

_CLASSES: dict[str, tuple[str, ...]] = {
    "MONTH": MONTHS,
    "MONTHABBR": tuple(MONTH_ABBREVIATIONS),
    "WEEKDAY": WEEKDAYS,
    "WEEKDAYABBR": tuple(WEEKDAY_ABBREVIATIONS),
    "SEASON": tuple(SEASONS),
    "WORDNUM": tuple(word for word, value in NUMBERS.items() if word == "couple" or value < 20),
    "WORDTENS": tuple(word for word, value in NUMBERS.items() if 20 <= value < 100),
    "HUNDRED": ("hundred",),
    "ORD": tuple(ORDINALS),
    "ROUND": tuple(ROUND),
    "DECADE": tuple(DECADES),
    "UNIT": tuple(UNITS),
    "UNITS": tuple(PLURAL_UNITS),
    "DAYPART": DAY_PARTS,
    "HOURS": ("hours",),
    "ANNIVERSARY": ("anniversary",),
    "ZONE": tuple(ZONES),
    "DEICTIC": ("yesterday", "today", "tomorrow", "tonight"),
    "LAST": ("last", "past"),
    "PREVIOUS": ("previous", "preceding", "prior"),
    "NEXT": ("next", "coming", "upcoming"),
    "THIS": ("this", "current"),
    "THAT": ("that",),
    "SAME": ("same",),
    "FOLLOWING": ("following", "subsequent", "ensuing"),
    "AGO": ("ago",),
    "LATER": ("later", "afterwards", "afterward", "thereafter", "hence"),
    "EARLIER": ("earlier", "previously", "beforehand"),
    "AFTER": ("after",),
    "BEFORE": ("before",),
    "PART": ("early", "mid", "late", "middle", "beginning", "start", "end", "close", "mid-"),
    "ABOUT": ("about", "around", "circa", "approximately", "roughly", "nearly", "almost", "ca", "c"),
    "DOUBT": ("possibly", "perhaps", "probably", "presumably"),
    "THE": ("the",),
    "AN": ("a", "an"),
    "OF": ("of",),
    "IN": ("in",),
    "ON": ("on",),
    "AT": ("at",),
    "OR": ("or",),
    "AND": ("and",),
    "TO": ("to", "through", "until", "till", "til", "thru"),
    "SINCE": ("since",),
    "FROM": ("from",),
    "BETWEEN": ("between",),
    "PREP": ("during", "by", "for", "throughout", "within", "over", "starting", "effective", "dated", "every", "each"),
    "ERA": ("ad", "bc", "bce", "ce"),
    "HALF": ("half",),
    "NOW": ("now",),
    "POSSESSIVE": ("s",),
    "PERIOD": ("period",),
    "LATEST": ("latest",),
    "ACCOUNT": ("fiscal", "financial"),
    "LETTER": ("instant", "inst", "ultimo", "ult", "proximo", "prox"),
}

_NUMBERS = ("NUM", "TWO", "THREE", "YEAR", "ORDNUM", "SHORTYEAR", "ISO", "SLASHED", "CLOCK", "QUARTERNUM",
            "FISCAL", "STAMP")  # fmt: skip
_MARKS = {"-": "DASH", "–": "DASH", "—": "DASH", "−": "DASH", "‐": "DASH", "‑": "DASH", ",": "COMMA",
          "/": "SLASH", "(": "OPEN", ")": "CLOSE", ".": "STOP", "~": "TILDE", "?": "QUERY", "'": "QUOTE",
          "’": "QUOTE", "@": "AT"}  # fmt: skip

OTHER = " "
"""The symbol of a token that is no part of any date."""
_NAMES = (*_CLASSES, *_NUMBERS, *sorted(set(_MARKS.values()) - {"AT"}), "BREAK")
SYMBOLS = {name: chr(0x100 + place) for place, name in enumerate(_NAMES)}
"""Symbol of each class; beyond ASCII, so that no class is taken for regular expression syntax."""

WORDS = {word: SYMBOLS[name] for name, words in _CLASSES.items() for word in words}
WORDS["noon"] = SYMBOLS["CLOCK"]
"""Symbol of each word, in lower case."""
MARKS = {mark: SYMBOLS[name] for mark, name in _MARKS.items()}


def _slips(name: str) -> set[str]:
    """The spellings that a slip of the fingers makes of a name: a letter dropped, doubled or exchanged
    with the next. Replaced letters are left out, they lead to other words and names (`Sundar`)."""
    dropped = {name[:i] + name[i + 1 :] for i in range(1, len(name) - 1)}
    doubled = {name[:i] + name[i] + name[i:] for i in range(len(name))}
    exchanged = {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in range(1, len(name) - 1)}
    return (dropped | doubled | exchanged) - {name}


MISSPELLINGS = {
    slip: name for name in (*MONTHS, *WEEKDAYS) if len(name) >= 6 for slip in _slips(name) if len(slip) >= 5
} | {f"{name}s": name for name in MONTHS if len(name) >= 4}
"""Misspelt month and weekday names of six letters and more, and months with a stray `s`, to the right name."""


def words(text: str) -> frozenset[str]:
    """A closed class written as a line of words."""
    return frozenset(text.split())


def class_of(*names: str) -> frozenset[str]:
    """The symbols of several classes."""
    return frozenset(SYMBOLS[name] for name in names)


AFTER_YEAR = words("""
    he she it they we i you his her its my your our their when where which who but as at with there had has have is
    was were will would can could did does to and or for not that by while because so than then if per via instead
    again too also already
""")
"""What follows a date and is not counted by a number."""
