"""What dates mean that are counted within a month or year the words leave out, or to a day that is to come."""

from dossier.annotate.dates import values
from dossier.annotate.dates.builders import ANAPHORIC, IMPOSSIBLE, RELATIVE, Parts, distance
from dossier.annotate.dates.lexicon import ROUND, UNITS
from dossier.model.date import Anchor, DateTerm

_LETTERS = {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1}
"""Words of old letters for this month, the last and the next."""
BACK, AHEAD = "back", "ahead"
"""The part of a weekday that is counted on from the last or the next one: `two weeks ago Thursday`, `a week from
Friday`."""
ANNIVERSARY = "anniversary"
"""The part of a term that is counted in years from the day of the affair."""
_OPENERS = frozenset(("on", "by", "until", "till", "since", "before", "after"))
_DATED = frozenset((
    "letter", "letters", "note", "telegram", "message", "mail", "email", "memo", "cable", "circular", "order", "report",
    "minutes", "meeting", "session", "hearing", "sitting", "entry", "edition", "issue", "vote", "morning", "night",
))  # fmt: skip
"""Nouns that are told apart by their day: `your letter of the 14th`."""
_EDGES = {"end": "end", "close": "end", "start": "beginning", "beginning": "beginning", "middle": "mid"}


def nth_weekday(p: Parts) -> DateTerm | None:
    """`the last Friday in January`, `the first Monday of May 1998`."""
    nth = -1 if p["last"] else values.day_number(p["n"])
    if not -1 <= nth <= 5:
        return None
    moving = f"{values.month_number(p['month']):02} {nth} {values.weekday_number(p['weekday'])}"
    if p["year"]:
        return DateTerm(values.full_year(p["year"]), moving=moving)
    return DateTerm(values.UNKNOWN_YEAR, Anchor.YEAR, moving=moving)


def day_of_month(p: Parts) -> DateTerm | None:
    """`on the 28th`, `the 1st of next month`, `Friday the 13th`, `the 3d instant`."""
    number, weekday = values.day_number(p["day"]), values.weekday_number(p["weekday"])
    of_hours = p.before == "of" and not p.counted()
    if not (p["rel"] or p["letter"] or weekday or p.before in _OPENERS or of_hours):
        return None  # `to the 4th`, `over the 19th`: a rank as often as a day
    if not 1 <= number <= 31:
        return IMPOSSIBLE
    pattern, word, letter = f"XXXX-XX-{number:02}", p["rel"], p["letter"]
    if letter or word in RELATIVE:
        shift = _LETTERS[letter] if letter else RELATIVE[word]
        return DateTerm(pattern, Anchor.PUBLICATION, shift=shift, unit="month", weekday=weekday)
    if word:
        return DateTerm(pattern, Anchor.CONTEXT, shift=ANAPHORIC.get(word, 0), unit="month", weekday=weekday)
    return DateTerm(pattern, Anchor.YEAR, weekday=weekday)


def nth(p: Parts) -> DateTerm | None:
    """`from the 3rd`, `the letter of the 14th`, `, the 25th,`, which may be a rank as well; None for `of the 29th`
    after other nouns, mostly a regiment."""
    number, noun = values.day_number(p["day"]), p.reading.word(p.match.start() - 2)
    if p.before == "of" and noun not in _DATED:
        return None
    return DateTerm(f"XXXX-XX-{number:02}", Anchor.YEAR) if 1 <= number <= 31 else None


def answer(p: Parts) -> DateTerm | None:
    """`Which Saturday? - The tenth.`: a day that is a sentence of its own."""
    return nth(p) if not p.before.isalnum() and p.before not in (",", ")", "'", "’") else None


def entry_day(p: Parts) -> DateTerm | None:
    """`28th.`, `Mon. 20` at the head of an entry of a log or diary."""
    number = values.day_number(p["day"])
    weekday = values.weekday_number(p["weekday"])
    return DateTerm(f"XXXX-XX-{number:02}", Anchor.YEAR, weekday=weekday) if 1 <= number <= 31 else None


def edge(p: Parts) -> DateTerm | None:
    """`the end of the year`, `year-end`: of the one that is written in, or in a narrative told of."""
    unit = UNITS[p["unit"]]
    if unit in ("day", "weekend") or p["edge"] not in _EDGES:
        return None
    if p["year"]:
        return DateTerm(values.full_year(p["year"]), part=_EDGES[p["edge"]]) if unit == "year" else None
    return DateTerm(anchor=Anchor.YEAR, unit=unit, grain=unit, part=_EDGES[p["edge"]])


def anniversary(p: Parts) -> DateTerm:
    """`the fifth anniversary`: so many years after the day that the document is about."""
    years = ROUND.get(p["n"]) or values.day_number(p["n"])
    return DateTerm(anchor=Anchor.CONTEXT, shift=years, unit="year", grain="day", part=ANNIVERSARY)


def ago_to_the_day(p: Parts) -> DateTerm | None:
    """`ten years ago today`, `two weeks ago Thursday`, `a year ago this month`."""
    number, unit = values.count(p["n"]), values.unit_of(p["unit"])
    if (
        number is None
        or number != int(number)
        or unit in ("weekend", "quarter", "day")
        or p["day"] not in ("", "today")
    ):
        return None
    shift = -int(number) * (2 if p["unit"].startswith("fortnight") else 1)
    if p["weekday"]:
        number = values.weekday_number(p["weekday"])
        return DateTerm(anchor=Anchor.PUBLICATION, shift=shift, unit=unit, grain="day", weekday=number, part=BACK)
    grain = UNITS[p["same"]] if p["same"] else "day"
    return DateTerm(anchor=Anchor.PUBLICATION, shift=shift, unit=unit, grain=grain)


def from_the_day(p: Parts) -> DateTerm | None:
    """`a week from Friday`, `a month from today`."""
    unit = UNITS[p["unit"]]
    if unit not in ("week", "month", "year") or p["day"] not in ("", "today"):
        return None
    shift = 2 if p["unit"] == "fortnight" else 1
    if p["weekday"]:
        number = values.weekday_number(p["weekday"])
        return DateTerm(anchor=Anchor.PUBLICATION, shift=shift, unit=unit, grain="day", weekday=number, part=AHEAD)
    return DateTerm(anchor=Anchor.PUBLICATION, shift=shift, unit=unit, grain="day")


def nights_ago(p: Parts) -> DateTerm | None:
    """`two nights ago`."""
    number = values.count(p["n"])
    if number is None or number != int(number):
        return None
    return DateTerm(anchor=Anchor.PUBLICATION, shift=-int(number), unit="day", grain="day")


def fiscal(p: Parts) -> DateTerm:
    """`FY2014`: the year that it is called by."""
    return DateTerm(values.full_year(p["fiscal"]))


def stamp(p: Parts) -> DateTerm:
    """`19980227`, alone on its line as archives print it."""
    digits = p["stamp"]
    pattern = values.day_pattern(digits[:4], int(digits[4:6]), int(digits[6:]))
    return DateTerm(pattern) if pattern else IMPOSSIBLE


def ahead(p: Parts) -> DateTerm | None:
    """`in two weeks`, which counts from the day of writing where it is told of what is to come."""
    term = distance(p)
    return DateTerm(anchor=Anchor.PUBLICATION, shift=term.shift, unit=term.unit, grain=term.grain) if term else None


def the_quarter(p: Parts) -> DateTerm | None:
    """`in the quarter`: the one told last."""
    quarter = UNITS[p["unit"]] == "quarter" and p.reading.word(p.match.end()) not in ("of", "century")
    return DateTerm(anchor=Anchor.CONTEXT, unit="quarter", grain="quarter") if quarter else None


def year_before(p: Parts) -> DateTerm | None:
    """`the year-earlier quarter`, `the year-ago period`: of the quarter told last."""
    if UNITS[p["year"]] != "year":
        return None
    if not p["unit"]:  # `year-earlier profit`
        return DateTerm(anchor=Anchor.CONTEXT, shift=-1, unit="year", grain="year")
    unit = UNITS.get(p["unit"], "quarter")
    return DateTerm(anchor=Anchor.CONTEXT, shift=-1, unit="year", grain=unit) if unit in ("quarter", "month") else None
