"""The forms of English dates, as patterns over token symbols.

A pattern is a regular expression in which a capitalised name stands for one token of that class
(`lexicon.SYMBOLS`) and spaces mean nothing. Each rule's builder turns a match into a term, or into None
where the words cannot be a date after all (the 45th century).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.annotate.dates import builders, periods, reckoning
from dossier.annotate.dates.lexicon import SYMBOLS
from dossier.annotate.dates.tokens import Reading
from dossier.model.date import DateTerm


@dataclass(frozen=True, slots=True)
class Unit:
    """A date that a rule found: tokens `first` to before `last`."""

    first: int
    last: int
    form: str
    term: DateTerm
    end: DateTerm | None = None
    qualifier: str = ""
    bound: str = ""


_WEEKDAY = "(?: (?P<weekday>[WEEKDAY WEEKDAYABBR]) [COMMA STOP]? ON? )?"
_NTH = "[NUM ORDNUM ORD]"
_DAY = f"(?: THE? (?P<day>{_NTH}) (?: (?P<count>UNIT) (?=OF) )? OF? )"
_MONTH = "(?P<month>[MONTH MONTHABBR])"
_YEAR = "(?P<year>[YEAR SHORTYEAR])"
_OTHER_YEAR = "(?: DASH [YEAR TWO NUM THREE] )?"
_REL = "(?P<rel>[LAST NEXT THIS THAT SAME FOLLOWING PREVIOUS])"
_WHICH_YEAR = f"COMMA? [OF IN]? (?P<the>THE)? {_REL} (?P<unit>UNIT)"
_BARE = "(?P<rel>[LAST NEXT]) (?! [UNIT UNITS WEEKDAY MONTH DAYPART SEASON TO] )"
_OF_YEAR = f"[OF IN COMMA]? (?: THE? ACCOUNT UNIT? )? {_YEAR}"
_ENDS = "(?= [STOP COMMA DASH BREAK CLOSE] | $ )"
_ERA_YEAR = "(?P<year>[NUM TWO THREE YEAR]) (?P<era>ERA)"
_TENS = "WORDTENS (?: DASH? WORDNUM )?"
_HUNDREDS = f"(?: AN? WORDNUM | AN ) HUNDRED (?: AND? (?: {_TENS} | WORDNUM ) )?"
_COUNT = f"(?: {_HUNDREDS} | {_TENS} | AN? WORDNUM | AN | [NUM TWO THREE] )"
_NUMBER = f"(?P<n> {_COUNT} (?: AND AN HALF )? )"

RULES: tuple[tuple[str, str, builders.Builder], ...] = (
    ("absolute", f"{_WEEKDAY} {_DAY} [DASH COMMA SLASH]? {_MONTH} [COMMA DASH SLASH OF IN]? {_YEAR}", builders.day),
    ("absolute", f"{_WEEKDAY} {_DAY} {_MONTH} COMMA? (?P<year>THREE)", builders.day),
    ("absolute", f"{_WEEKDAY} {_MONTH} THE? (?P<day>{_NTH}) [COMMA STOP]? [OF IN]? {_YEAR}", builders.day),
    ("absolute", f"{_MONTH} COMMA? [OF IN]? {_YEAR}", builders.month_year),
    ("absolute", f"{_MONTH} OF (?P<year>THREE)", builders.month_year),
    ("absolute", "(?P<date>ISO)", builders.iso),
    ("absolute", f"{_DAY} {_MONTH} [COMMA OF]? (?: {_ERA_YEAR} )", builders.era_day),
    ("absolute", f"{_MONTH} THE? (?: (?P<day>{_NTH}) [COMMA OF]? )? (?: {_ERA_YEAR} )", builders.era_day),
    ("absolute", "(?P<era>ERA) (?P<year>[NUM TWO THREE YEAR])", builders.era_year),
    ("absolute", "(?P<year>[NUM TWO THREE YEAR]) (?P<era>ERA)", builders.era_year),
    ("partial", f"{_WEEKDAY} {_DAY} {_MONTH}", builders.partial_day),
    ("partial", f"{_DAY} {_MONTH} COMMA AN (?P<weekday>WEEKDAY)", builders.partial_day),
    ("partial", f"{_MONTH} THE? (?P<day>{_NTH}) COMMA AN (?P<weekday>WEEKDAY)", builders.partial_day),
    ("partial", f"{_DAY} {_MONTH} COMMA? (?P<weekday>[WEEKDAY WEEKDAYABBR]) {_ENDS}", builders.partial_day),
    ("partial", f"{_MONTH} THE? (?P<day>{_NTH}) COMMA? (?P<weekday>[WEEKDAY WEEKDAYABBR]) {_ENDS}",
     builders.partial_day),
    ("partial", f"{_WEEKDAY} {_DAY} {_MONTH} {_WHICH_YEAR}", builders.partial_day),
    ("partial", f"{_WEEKDAY} {_DAY} {_MONTH} {_BARE}", builders.partial_day),
    ("partial", f"{_WEEKDAY} {_MONTH} THE? (?P<day>{_NTH})", builders.partial_day),
    ("partial", f"{_WEEKDAY} {_MONTH} THE? (?P<day>{_NTH}) {_WHICH_YEAR}", builders.partial_day),
    ("partial", f"(?P<rel>[LAST NEXT]) {_MONTH} (?P<day>[NUM ORDNUM])", builders.partial_day),
    ("partial", f"{_MONTH} {_WHICH_YEAR}", builders.month_relation),
    ("partial", f"{_REL}? {_MONTH}", builders.month),
    ("decade", "(?P<the>THE)? (?P<part> PART DASH? )? (?P<decade>DECADE)", periods.decade),
    ("century", "THE? (?: PART DASH? )? (?P<n>[ORD ORDNUM]) (?: [DASH AND TO OR] (?P<m>[ORD ORDNUM]) )? DASH? "
                "(?P<unit>[UNIT UNITS]) (?P<era>ERA)?", periods.century),
    ("season", f"THE? PART? (?P<season>SEASON) [OF IN COMMA]? {_YEAR} {_OTHER_YEAR}", periods.season_year),
    ("season", f"THE? (?P<season>SEASON) OF (?P<year>THREE) {_OTHER_YEAR}", periods.season_year),
    ("season", f"THE? {_REL} PART? (?P<season>SEASON)", periods.season),
    ("season", f"THE? (?P<season>SEASON) {_WHICH_YEAR}", periods.season),
    ("season", "(?<=[IN SINCE PREP TO]) THE? PART? (?P<season>SEASON)", periods.season),
    ("quarter", f"THE? (?: (?P<n>[ORD ORDNUM]) DASH? (?P<quarter>UNIT) | (?P<q>QUARTERNUM) ) {_OF_YEAR}",
     periods.quarter),
    ("quarter", "THE? (?: (?P<n>[ORD ORDNUM]) DASH? (?P<quarter>UNIT) | (?P<q>QUARTERNUM) )", periods.quarter),
    ("quarter", f"THE? (?P<n>[ORD ORDNUM]) DASH? (?P<quarter>UNIT) {_WHICH_YEAR}", periods.quarter),
    ("quarter", f"{_YEAR} (?P<n>[ORD ORDNUM]) DASH? (?P<quarter>UNIT)", periods.quarter),
    ("quarter", f"{_REL} (?P<unit>UNIT) QUOTE POSSESSIVE (?P<n>[ORD ORDNUM]) DASH? (?P<quarter>UNIT)",
     periods.quarter),
    ("half", f"THE? (?P<n>[ORD ORDNUM]) DASH? HALF {_OF_YEAR}", periods.half),
    ("half", f"{_REL} (?P<unit>UNIT) QUOTE POSSESSIVE (?P<n>[ORD ORDNUM]) DASH? HALF", periods.half),
    ("half", f"THE? (?P<n>[ORD ORDNUM]) DASH? HALF {_WHICH_YEAR}", periods.half),
    ("half", "THE? (?P<n>[ORD ORDNUM]) DASH? HALF", periods.half),
    ("weekday", f"THE? {_REL}? (?P<weekday>WEEKDAY) DAYPART? (?: OF? (?P<week>[LAST THIS NEXT]) UNIT )?",
     builders.weekday),
    ("weekday", "THE (?P<weekday>WEEKDAY) (?: (?P<after> AFTER | FOLLOWING ) | [BEFORE PREVIOUS] ) "
                "(?= [COMMA STOP CLOSE BREAK AND] | $ )", builders.neighbour_weekday),
    ("weekday", f"(?P<weekday>WEEKDAY) {_BARE}", builders.weekday_last),
    ("weekday", f"THE? (?: (?P<n>[ORD ORDNUM]) | (?P<last>LAST) ) (?P<weekday>WEEKDAY) [OF IN] {_MONTH} "
                f"(?: [COMMA OF IN]? {_YEAR} )?", reckoning.nth_weekday),
    ("relative", f"{_NUMBER} (?P<unit>[UNIT UNITS]) AGO (?: (?P<day>DEICTIC) | ON? LAST? (?P<weekday>WEEKDAY) "
                 "| THIS (?P<same>UNIT) )", reckoning.ago_to_the_day),
    ("relative", "AN (?P<unit>UNIT) FROM (?: (?P<day>DEICTIC) | (?P<weekday>WEEKDAY) )", reckoning.from_the_day),
    ("relative", f"{_NUMBER} DAYPART AGO", reckoning.nights_ago),
    ("dayofmonth", f"THE? (?P<day>{_NTH}) OF {_REL} UNIT", reckoning.day_of_month),
    ("dayofmonth", "(?<=[ON PREP TO SINCE BEFORE AFTER]) THE (?P<day>[ORDNUM ORD])", reckoning.day_of_month),
    ("dayofmonth", "(?<=[DAYPART HOURS] OF) THE (?P<day>[ORDNUM ORD])", reckoning.day_of_month),
    ("nth", "(?<=[FROM BETWEEN AND OF TO]) THE (?P<day>ORDNUM)", reckoning.nth),
    ("nth", "(?<=COMMA) THE (?P<day>ORDNUM) (?= COMMA)", reckoning.nth),
    ("nth", "THE (?P<day>[ORDNUM ORD]) (?= [STOP QUERY] | $ )", reckoning.answer),
    ("dayofmonth", "(?P<weekday>WEEKDAY) DAYPART? COMMA? THE (?P<day>[ORDNUM ORD])", reckoning.day_of_month),
    ("dayofmonth", "THE? (?P<weekday>[WEEKDAY WEEKDAYABBR]) [COMMA STOP]? THE? (?P<day>ORDNUM)",
     reckoning.day_of_month),
    ("entry", "(?: ^ | (?<=BREAK) ) (?P<day>ORDNUM) (?= [STOP DASH] )", reckoning.entry_day),
    ("heading", "(?: ^ | (?<=BREAK) ) (?P<weekday>[WEEKDAY WEEKDAYABBR]) [COMMA STOP]? (?P<day>[NUM ORDNUM]) "
                "(?= [STOP DASH BREAK] | $ )", reckoning.entry_day),
    ("heading", f"(?: ^ | (?<=BREAK) ) (?P<day>ORDNUM) COMMA? (?P<weekday> WEEKDAYABBR | WEEKDAY {_ENDS} )",
     reckoning.entry_day),
    ("dayofmonth", "THE? (?P<day>[ORDNUM ORD]) OF? (?P<letter>LETTER)", reckoning.day_of_month),
    ("absolute", "(?P<fiscal>FISCAL)", reckoning.fiscal),
    ("absolute", "(?: ^ | (?<=BREAK) ) (?P<stamp>STAMP) (?= BREAK | $ )", reckoning.stamp),
    ("relative", "THE? (?P<edge>PART) OF THE (?P<unit>UNIT)", reckoning.edge),
    ("relative", f"(?P<unit>UNIT) DASH? (?P<edge>PART) {_YEAR}?", reckoning.edge),
    ("ahead", f"IN {_NUMBER} (?P<unit>[UNIT UNITS])", reckoning.ahead),
    ("relative", "THE? (?P<year>UNIT) DASH? [AGO EARLIER] (?P<unit>[UNIT PERIOD])", reckoning.year_before),
    ("relative", "(?P<year>UNIT) DASH [AGO EARLIER]", reckoning.year_before),
    ("thequarter", "(?<=[IN PREP OF]) THE LATEST? (?P<unit>UNIT)", reckoning.the_quarter),
    ("relative", "(?<=[AT PREP]) THE (?P<unit>UNIT) (?! OF )", builders.weekend),
    ("relative", "(?P<more> THE UNIT [BEFORE AFTER] )? (?P<day>DEICTIC) DAYPART?", builders.deictic),
    ("relative", f"THE? {_REL} PART? DAYPART", builders.part_of_day),
    ("relative", f"[LATER EARLIER PART]? (?P<the>THE)? {_REL} (?P<also>LAST)? (?P<unit>UNIT)", builders.relative_unit),
    ("relative", f"{_NUMBER} (?P<unit>[UNIT UNITS]) (?P<half> AND AN HALF )? "
                 "(?: (?P<ago>AGO) | (?P<later>LATER) | (?P<earlier>EARLIER) | (?P<now>FROM NOW) )", builders.distance),
    ("relative", "[THE AN] (?P<unit>UNIT) (?: (?P<after>AFTER) | BEFORE ) (?= [COMMA STOP CLOSE BREAK] | $ )",
     builders.neighbour_day),
    ("relative", "THE DAYPART (?: (?P<after> AFTER | FOLLOWING ) | BEFORE ) (?= [COMMA STOP CLOSE BREAK] | $ )",
     builders.neighbour_day),
    ("relative", "THE (?P<unit>UNIT) (?P<after>FOLLOWING) (?= [COMMA STOP CLOSE BREAK] | $ )", builders.neighbour_day),
    ("anniversary", "THE (?P<n>[ORD ORDNUM ROUND]) ANNIVERSARY (?! OF )", reckoning.anniversary),
    ("interval", f"{_WEEKDAY} FROM? THE? (?P<day>[NUM ORDNUM]) [DASH TO] THE? (?P<until>[NUM ORDNUM]) OF? {_MONTH} "
                 f"(?: [COMMA OF]? {_YEAR} )?", builders.day_range),
    ("interval", f"{_WEEKDAY} THE? (?P<day>[NUM ORDNUM]) (?P<both>AND) (?P<until>[NUM ORDNUM]) OF? {_MONTH} "
                 f"(?: [COMMA OF]? {_YEAR} )?", builders.day_range),
    ("interval", f"BETWEEN THE? (?P<day>[NUM ORDNUM]) AND THE? (?P<until>[NUM ORDNUM]) OF? {_MONTH} "
                 f"(?: [COMMA OF]? {_YEAR} )?", builders.day_range),
    ("interval", f"FROM? {_MONTH} THE? (?P<day>[NUM ORDNUM]) [DASH TO] THE? (?P<until>[NUM ORDNUM]) "
                 f"(?: COMMA? {_YEAR} )? (?! [MONTH MONTHABBR] )", builders.day_range),
    ("interval", f"BETWEEN {_MONTH} THE? (?P<day>[NUM ORDNUM]) AND THE? (?P<until>[NUM ORDNUM]) "
                 f"(?: COMMA? {_YEAR} )? (?! [MONTH MONTHABBR] )", builders.day_range),
    ("interval", f"FROM? {_MONTH} [DASH TO] (?P<until>[MONTH MONTHABBR]) [COMMA OF IN]? {_YEAR}", builders.month_range),
    ("interval", f"{_MONTH} DASH (?P<until>[MONTH MONTHABBR])", builders.months_of_year),
    ("interval", f"BETWEEN {_MONTH} AND (?P<until>[MONTH MONTHABBR]) [COMMA OF IN]? {_YEAR}", builders.month_range),
)  # fmt: skip


def symbols(pattern: str) -> str:
    """A regular expression over symbols, from one over their names."""
    return re.sub(r"[A-Z]{2,}", lambda name: SYMBOLS[name.group()], pattern).replace(" ", "")


_COMPILED = tuple((form, re.compile(symbols(pattern)), builder) for form, pattern, builder in RULES)


def read_units(reading: Reading) -> Iterator[Unit]:
    """Every date that any rule finds in a passage, overlaps included."""
    for form, pattern, builder in _COMPILED:
        for match in pattern.finditer(reading.symbols):
            built = builder(builders.Parts(match, reading))
            if isinstance(built, tuple):
                yield Unit(match.start(), match.end(), form, *built)
            elif built is not None:
                yield Unit(match.start(), match.end(), form, built)


def longest(units: Iterator[Unit]) -> list[Unit]:
    """The longest of overlapping units, in order; of equals the first."""
    chosen: list[Unit] = []
    taken: set[int] = set()
    for unit in sorted(units, key=lambda unit: (unit.first - unit.last, unit.first)):
        if taken.isdisjoint(range(unit.first, unit.last)):
            taken.update(range(unit.first, unit.last))
            chosen.append(unit)
    return sorted(chosen, key=lambda unit: unit.first)
