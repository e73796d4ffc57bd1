"""Days for reports that tell only the time of day: `At 20.44 the visor failed`, in a source that told `at 19.12 on
Sunday 12 November` before.

A time of day goes on with the day that was last told with one, as long as its times go forward: one that is earlier
than the last may be of the next day, or of any. Days told since then without a time are background where they lie
before it; where one lies after it, nobody knows which is meant. Past a heading the source must have told one such day
only. Such a date is a guess from the order of telling: it carries EDTF's `?` and says what it rests on.
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


def in_scenes(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of one source in order, those that tell a time of day alone dated by the day it goes on with."""
    scenes = _Scenes(reading)
    latest: dict[DateMention, int] = {}
    for candidate in candidates:
        time = _time_alone(reading, candidate) if candidate.report.date is None else None
        scene = scenes.at(candidate.report.span.start) if time is not None else None
        if time is None or scene is None or time.minute < latest.get(scene, _minute(scene)):
            yield candidate
            continue
        latest[scene] = time.minute
        basis = f"tells a time of day after “{scene.text}” ({scene.value})"
        report = replace(candidate.report, date=f"{_day(scene)}?", rule=RULE, basis=basis)
        yield replace(candidate, report=report, inferred=True)


class _Scenes:
    """The days told with a time in a source, and how far each of them leads."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._headings = [n for n, passage in enumerate(reading.passages) if passage.kind is PassageKind.HEADING]
        self._ends: list[int] = []
        self._after: list[tuple[DateMention | None, bool]] = []
        """Behind each day told: what a time goes on with, and whether several days were told with one."""
        timed, scene, latest = set[str](), None, ""
        for date in sorted((d for d in reading.dates if _is_told(reading, d)), key=lambda d: d.span.end):
            if "T" in str(date.value):
                scene, latest = date, _day(date)
                timed.add(latest)
            latest = max(latest, _day(date))
            self._ends.append(date.span.end)
            self._after.append((scene if scene and latest == _day(scene) else None, len(timed) > 1))

    def at(self, offset: int) -> DateMention | None:
        """The day with a time that a time at an offset goes on with; None where there is none, or it is not clear."""
        place = bisect_right(self._ends, offset) - 1
        scene, several = self._after[place] if place >= 0 else (None, False)
        return None if scene is None or (several and self._has_heading(Span(scene.span.end, offset))) else scene

    def _has_heading(self, span: Span) -> bool:
        first, last = self._reading.passage_at(span.start), self._reading.passage_at(span.end)
        return bisect_right(self._headings, first) < bisect_right(self._headings, last)


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
    sentences = reading.sentences
    at = bisect_right(sentences, candidate.head, key=lambda s: s.span.start) - 1
    verb = next((i for i, t in enumerate(sentences[at].tokens) if t.start == candidate.head), None) if at >= 0 else None
    if verb is None or tense_of(sentences[at], verb) is not Tense.PAST:
        return None
    start, dotted = report.span.start, dotted_times(reading.text)
    times = [t for t in clock_times(report.span.of(reading.text)) if not t.dotted or start + t.start in dotted]
    quoted = any(q.span.contains(report.span) for q in reading.quotations_near(start))
    dated = reading.dates_in(sentences[at].span)
    return times[0] if times and times[0].half and not quoted and not dated else None
