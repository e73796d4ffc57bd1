"""Date expressions of one document: what the words alone say, before anything is known of the rest.

`find_dates` reads each passage as symbols (`tokens`), finds units by grammar and by what stands around bare
numbers (`grammar`, `guards`, `numeric`), joins what belongs to them (`context`), and looks at the words near
(`cues`). No language model: the rules read more than 50,000 words a second (tests/benchmarks/).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.annotate.dates import cues
from dossier.annotate.dates.context import joined, widen
from dossier.annotate.dates.grammar import Unit, longest, read_units
from dossier.annotate.dates.guards import kept
from dossier.annotate.dates.holidays import holiday_units
from dossier.annotate.dates.lexicon import OTHER
from dossier.annotate.dates.numeric import numeric_units, order
from dossier.annotate.dates.tense import tensed
from dossier.annotate.dates.tokens import Reading, read_passage
from dossier.annotate.dates.years import bare_years, old_years
from dossier.hours import dotted_times
from dossier.messages import messages
from dossier.model.annotation import Passage, Sentence
from dossier.model.date import Anchor, DateExpression, DateMeaning, DateTerm
from dossier.model.span import Span

__all__ = ["find_dates"]

_DAY = re.compile(r"-\d\d$")
_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])")
_FEWEST = 2
"""Entries that make a log."""


def find_dates(
    text: str, passages: Sequence[Passage], sentences: Sequence[Sentence] = ()
) -> tuple[DateExpression, ...]:
    """Every date expression in the passages of a text, in order, none overlapping another.

    Spans are code points of `text` and lie within their passage. An expression whose term has neither
    pattern nor anchor is a date that cannot be (31 June). Where the parsed `sentences` of the passages are given,
    the verb a date hangs on tells whether it lies ahead; else the verbs near it do.
    """
    hours = dotted_times(text)
    readings = [read_passage(text, passage, number, hours) for number, passage in enumerate(passages)]
    readings = [reading for reading in readings if reading.symbols.strip(OTHER)]
    day_first = order(readings)
    found = [_units(reading, passages[reading.passage], day_first) for reading in readings]
    old = any(_before_1000(unit) for units in found for unit in units)
    result: list[DateExpression] = []
    for reading, units in zip(readings, found, strict=True):
        whole = _with(units, old_years(reading, _taken(units))) if old else units
        result += _expressions(reading, passages[reading.passage], whole)
    result.sort(key=lambda expression: expression.span)
    line = cues.date_line(text, passages, result)
    if line is not None:
        result[line] = replace(result[line], meaning=DateMeaning.PUBLISHED)
    result = _stamped(text, result)
    result = tensed(result, text, passages, sentences)
    quarters = any(date.form == "quarter" for date in result)
    if not _keeps_days(result, passages):
        result = [date for date in result if date.form != "entry"]
    first = next((place for place, date in enumerate(result) if _is_day(date)), len(result))
    return tuple(
        date
        for place, date in enumerate(result)
        if _is_told(text, date, result[max(0, place - 3) : place], quarters, place > first)
    )


def _is_day(date: DateExpression) -> bool:
    """Whether a date tells the day of a month, and is no rank."""
    return date.form != "nth" and bool(_DAY.search(date.term.pattern))


def _stamped(text: str, dates: list[DateExpression]) -> list[DateExpression]:
    """The dates, those of a chat's stamps as the days on which its lines were said."""
    stamps = {one.stamp.start: one.stamp.end for one in messages(text) if one.chat and one.stamp is not None}
    said = {date.span for date in dates if date.span.end <= stamps.get(date.span.start, -1)}
    return [replace(date, meaning=DateMeaning.SAID) if date.span in said else date for date in dates]


def _keeps_days(dates: Sequence[DateExpression], passages: Sequence[Passage]) -> bool:
    """Whether a document is a log whose entries begin with the day of the month: told at its head, or with the first
    entry."""
    head = any(_MONTH.fullmatch(date.term.pattern) for date in dates if date.passage < cues.HEAD)
    entries = sum(date.form == "entry" for date in dates)
    begun = sum(passages[date.passage].span.start == date.span.start for date in dates if _is_day(date))
    return (head and entries >= _FEWEST) or begun - entries >= _FEWEST


def _is_told(text: str, date: DateExpression, before: Sequence[DateExpression], quarters: bool, days: bool) -> bool:
    """`in two weeks` is a day only where it is told of what is to come, else it is how long something took; `on the
    fourth` and `from the 4th` only after days of a month, else it may be any fourth; `in the quarter` only where some
    quarter is named."""
    if date.form == "ahead":
        return date.term.direction > 0
    if date.form == "thequarter":
        return quarters
    spelled = not any(character.isdigit() for character in date.span.of(text))
    if date.form == "nth":
        return days
    if date.form == "dayofmonth" and spelled and not (date.term.unit or date.term.weekday):
        return any(len(told.term.pattern) == len("XXXX-03-04") for told in before)
    return True


def _units(reading: Reading, passage: Passage, day_first: bool | None) -> list[Unit]:
    units = [unit for unit in longest(read_units(reading)) if kept(reading, unit)]
    units = _with(units, holiday_units(reading, passage.span.start, passage.span.end, _taken(units)))
    units = _with(units, numeric_units(reading, day_first))
    return _with(units, bare_years(reading, _taken(units)))


def _with(units: list[Unit], more: Iterable[Unit]) -> list[Unit]:
    return sorted([*units, *more], key=lambda unit: unit.first)


def _taken(units: Iterable[Unit]) -> set[int]:
    return {index for unit in units for index in range(unit.first, unit.last)}


def _before_1000(unit: Unit) -> bool:
    return unit.term.pattern.startswith("0")


def _expressions(reading: Reading, passage: Passage, units: list[Unit]) -> Iterable[DateExpression]:
    end = 0
    for unit in joined(reading, [widen(reading, unit) for unit in units]):
        first = max(unit.first, end)  # its first words may already belong to the one before
        if first < unit.last:
            end = unit.last
            yield _expression(reading, passage, replace(unit, first=first))


def _expression(reading: Reading, passage: Passage, unit: Unit) -> DateExpression:
    span = Span(reading.starts[unit.first], reading.ends[unit.last - 1])
    first, last = passage.span.start, passage.span.end
    meaning = cues.meaning(reading.text, span.start, span.end, reading.kind, first, last)
    term, other = unit.term, unit.end
    if not term.direction and term.anchor is not Anchor.CONTEXT:
        ahead = cues.direction(reading.text, span.start, span.end, first, last)
        term = _turned(term, ahead)
        other = _turned(other, ahead) if other else None
    return DateExpression(span, reading.passage, unit.form, term, other, unit.qualifier, meaning, unit.bound)


def _turned(term: DateTerm, ahead: int) -> DateTerm:
    return replace(term, direction=ahead)
