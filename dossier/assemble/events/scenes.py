"""Days for reports that tell only the time of day: `At 20.44 the visor failed`, in a source that told `at 19.12 on
Sunday 12 November` before.

A time of day goes on with the day that was last told with one. Days told since then without a time are background
where they lie before it; where one lies after it, nobody knows which is meant. Past a heading the source must have told
one such day only. Such a date is a guess from the order of telling: it carries EDTF's `?` and says what it rests on.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.assemble.clock_times import ClockTime, clock_times
from dossier.assemble.events.candidate import Candidate
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense, tense_of
from dossier.assemble.when import interval
from dossier.hours import dotted_times
from dossier.model.annotation import PassageKind
from dossier.model.date import DateMeaning, DateMention
from dossier.model.event import EventStatus
from dossier.model.span import Span

RULE = "told with a time of the day before"
EVENING, MORNING = 18 * 60, 9 * 60
"""Minutes of the day: a time before the one, told after a time behind the other, is more likely of the next day."""


def in_scenes(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of one source in order, those that tell a time of day alone dated by the day it goes on with."""
    days = [date for date in reading.dates if _is_told(reading, date)]
    latest: dict[DateMention, int] = {}
    for candidate in candidates:
        time = _time_alone(reading, candidate) if candidate.report.date is None else None
        scene = _scene(reading, candidate, days) if time is not None else None
        if time is None or scene is None:
            yield candidate
            continue
        last = latest.get(scene, _minute(scene))
        if last >= EVENING and time.minute < MORNING:
            yield candidate
            continue
        latest[scene] = max(last, time.minute)
        basis = f"tells a time of day after “{scene.text}” ({scene.value})"
        report = replace(candidate.report, date=f"{_day(scene)}?", rule=RULE, basis=basis)
        yield replace(candidate, report=report, inferred=True)


def _is_told(reading: Reading, date: DateMention) -> bool:
    """Whether a date is a day on which the source tells that something happened, and no term (`by Monday`) and none
    that it quotes."""
    told = date.meaning is DateMeaning.HAPPENED and bool(_day(date)) and date.extent is None
    return told and not any(q.span.contains(date.span) for q in reading.quotations_near(date.span.start))


def _day(date: DateMention) -> str:
    """The day of a date; empty where it is none that is sure."""
    day = (date.value or "").partition("T")[0]
    return day if interval(day) is not None and len(day) == len("2017-11-12") and day[:4].isdigit() else ""


def _minute(date: DateMention) -> int:
    clock = (date.value or "").partition("T")[2]
    return 60 * int(clock[:2]) + int(clock[3:5])


def _time_alone(reading: Reading, candidate: Candidate) -> ClockTime | None:
    """The first time of day that a report tells, in the past and as a fact."""
    report = candidate.report
    if report.status is not EventStatus.REPORTED:
        return None
    sentences = reading.sentences_of(report.passage)
    at = bisect_right(sentences, candidate.head, key=lambda s: s.span.start) - 1
    verb = next((i for i, t in enumerate(sentences[at].tokens) if t.start == candidate.head), None) if at >= 0 else None
    if verb is None or tense_of(sentences[at], verb) is not Tense.PAST:
        return None
    start, dotted = report.span.start, dotted_times(reading.text)
    times = [t for t in clock_times(report.span.of(reading.text)) if not t.dotted or start + t.start in dotted]
    quoted = any(q.span.contains(report.span) for q in reading.quotations_near(start))
    dated = reading.dates_in(sentences[at].span)
    return times[0] if times and times[0].half and not quoted and not dated else None


def _scene(reading: Reading, candidate: Candidate, days: Sequence[DateMention]) -> DateMention | None:
    """The day with a time that a candidate's time goes on with; None where there is none, or it is not clear."""
    before = [date for date in days if date.span.end <= candidate.report.span.start]
    timed = [place for place, date in enumerate(before) if "T" in str(date.value)]
    if not timed:
        return None
    scene = before[timed[-1]]
    if any(_day(date) > _day(scene) for date in before[timed[-1] + 1 :]):
        return None
    several = len({_day(before[place]) for place in timed}) > 1
    between = Span(scene.span.end, candidate.report.span.start)
    return None if several and _has_heading(reading, between) else scene


def _has_heading(reading: Reading, span: Span) -> bool:
    inside = range(reading.passage_at(span.start) + 1, reading.passage_at(span.end) + 1)
    return any(reading.passages[index].kind is PassageKind.HEADING for index in inside)
