"""When something happened, where the sources differ.

Reports of one event have dates that can be the same day or are neighbours, or they would not have been joined. Where
the dates differ by more, each date has an event of its own; two such events are taken for one matter when no source
tells them apart, what is done to what is the same, and they lie close together.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dossier.assemble.clauses import predicate_above
from dossier.assemble.content import is_of_speech
from dossier.assemble.disagreements.acts import Act, acts_in
from dossier.assemble.disagreements.context import Context, sentence_at
from dossier.assemble.disagreements.gathering import gathered
from dossier.assemble.disagreements.questions import when
from dossier.assemble.disagreements.sides import Answer, Question, matter
from dossier.assemble.disagreements.vague import answering
from dossier.assemble.when import interval, meet
from dossier.model.disagreement import Matter, MatterKind
from dossier.model.entity import EntityKind
from dossier.model.event import Event, EventStatus, Report

CLOSE_DAYS = 4
"""Days between two accounts of one event told to the day; further apart it may as well have happened twice."""
CLOSE_SHARE = 1.0
"""How far apart less exact dates may lie, as a share of their width: neighbouring months, neighbouring years."""
_SOFT = re.compile(r"\b(?:about|around|approximately|roughly|circa|shortly\s+(?:before|after)|just\s+(?:before|after)|"
                   r"nearly|almost|some\s+time|after|before)\s*$", re.IGNORECASE)  # fmt: skip
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?")
_ROUND = 5
"""Minutes to which a softened time is rounded where it ends in them: `about 9.40` is no statement of the minute."""


def dates(context: Context) -> Iterator[Matter]:
    """Matters of date and of time of day."""
    apart = list(_apart(context))
    paired = {event.id for pair in apart for event in pair}
    alone = [(event,) for event in context.events if event.id not in paired]
    for events in (*apart, *alone):
        for made in (_times(context, events), _dates(context, events)):
            if made is not None:
                yield made


@dataclass(frozen=True, slots=True)
class _Clock:
    report: Report
    day: str
    minute: int
    zone: str
    slack: int
    """Minutes it may be off."""


def _times(context: Context, events: Sequence[Event]) -> Matter | None:
    """The matter of the times of day that are given on one day."""
    told = (_clock(context, report) for event in events for report in event.reports)
    clocks = [clock for clock in told if clock is not None]
    if len({clock.day for clock in clocks}) > 1:
        return None
    groups = gathered(sorted(clocks, key=lambda c: (c.slack, c.report.source, c.report.span)), _same_time)
    if len(groups) < 2:
        return None
    sources = {clock.report.source for clock in clocks}
    kind = MatterKind.CONTRADICTION if len(sources) == 1 else MatterKind.CONFLICT
    minutes = max(c.minute for c in clocks) - min(c.minute for c in clocks)
    question = Question(
        when(context, events[0], "At what time"), "time", kind, "times of one event",
        f"the times differ by {minutes} minutes", 0.4 if minutes < 10 else 0.6,
    )  # fmt: skip
    sides = [(str(group[0].report.date), [_answer(clock.report) for clock in group]) for group in groups]
    return matter(context, question, sides, [event.id for event in events])


def _clock(context: Context, report: Report) -> _Clock | None:
    found = _TIME.fullmatch((report.date or "").rstrip("~?%"))
    if found is None or report.date_span is None:
        return None
    day, hour, minute, zone = found.groups()
    text = context.by_source[report.source].text
    before = text[max(0, report.date_span.start - 24) : report.date_span.end]
    words = text[report.date_span.start : report.date_span.end]
    soft = (
        bool(_SOFT.search(before[: len(before) - len(words)]))
        or str(report.date)[-1] in "~%"
        or bool(re.search(r"\b(?:about|around|shortly|just|nearly)\b", words, re.IGNORECASE))
    )
    total = int(hour) * 60 + int(minute)
    slack = (30 if total % 30 == 0 else 10) if soft and total % _ROUND == 0 else 0
    return _Clock(report, day, total, zone or "", slack)


def _same_time(a: _Clock, b: _Clock) -> bool:
    """Whether two clocks of one day can show one moment. Without a zone on both, whole and half hours between sources
    may be the zone's."""
    apart = abs(a.minute - b.minute)
    if a.zone and b.zone:
        apart = abs(_utc(a) - _utc(b))
    elif a.report.source != b.report.source and (a.zone or b.zone) and apart % 30 == 0 and apart <= 14 * 60:
        return True
    return apart <= a.slack + b.slack


def _utc(clock: _Clock) -> int:
    """Minutes from the midnight of its day in universal time: the day itself may be the calendar's first or last."""
    if clock.zone == "Z":
        return clock.minute
    digits = clock.zone[1:].replace(":", "")
    offset = int(digits[:2]) * 60 + int(digits[2:])
    return clock.minute + (offset if clock.zone[0] == "-" else -offset)


def _answer(report: Report) -> Answer:
    return Answer(report.source, report.passage, report.span)


def _apart(context: Context) -> Iterator[tuple[Event, Event]]:
    """Pairs of like events whose dates differ but lie close together, told by different sources."""
    acts = {event.id: _acts(context, event) for event in context.events if _is_comparable(event)}
    blocks: dict[str, list[Event]] = defaultdict(list)
    for event in context.events:
        for key in sorted({key for act in acts.get(event.id, ()) for key in act.keys()}):  # noqa: SIM118 - no mapping
            blocks[key].append(event)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        dated = sorted(block, key=lambda e: (interval(e.date) or _NEVER, e.id))
        for i, one in enumerate(dated):
            for other in dated[i + 1 : i + 1 + _NEIGHBOURS]:
                pair = (min(one.id, other.id), max(one.id, other.id))
                near = pair not in seen and (_is_near(one, other) or _is_once(one, other, acts))
                apart = not meet(one.date, other.date) or _have_times(one, other)
                if near and apart and _is_one_matter(context, one, other, acts):
                    yield one, other
                seen.add(pair)


_NEVER = (datetime.max, datetime.max)
_NEIGHBOURS = 50
"""Events of one act, in order of time, that each is compared with: those far off in time are not compared at all."""


def _is_comparable(event: Event) -> bool:
    return event.date is not None and event.status in {EventStatus.REPORTED, EventStatus.ALLEGED}


def _acts(context: Context, event: Event) -> list[Act]:
    return [
        act
        for report in event.reports
        if _is_stated(report)
        for act in acts_in(context.by_source[report.source], report.span)
    ]


def _is_stated(report: Report) -> bool:
    """Whether the source's own words date what it reports."""
    return report.date is not None and report.date_span is not None


def _is_said(context: Context, report: Report) -> bool:
    """Whether its day is the one on which somebody said something: whoever speaks speaks on many days."""
    reading = context.by_source[report.source]
    sentence = None if report.date_span is None else sentence_at(reading, report.date_span.start)
    if sentence is None or report.date_span is None:
        return False
    start = report.date_span.start
    at = next((i for i, t in enumerate(sentence.tokens) if t.start <= start < t.end), None)
    verb = None if at is None else predicate_above(sentence, at)
    return verb is not None and is_of_speech(sentence, verb)


def _have_times(one: Event, other: Event) -> bool:
    return all("T" in (event.date or "") and "/" not in (event.date or "") for event in (one, other))


def _is_once(one: Event, other: Event, acts: dict[str, list[Act]]) -> bool:
    """Whether both tell of somebody's birth, or both of somebody's death: however far apart, one date is wrong."""
    for deeds in _ONCE:
        first, second = (_named_in([a for a in acts.get(e.id, ()) if a.lemma in deeds]) for e in (one, other))
        if any(thing.startswith(EntityKind.PERSON) for thing in first & second):
            return True
    return False


def _named_in(acts: Sequence[Act]) -> frozenset[str]:
    """Ids of those to whom some acts happen, by name: a pronoun may go back to somebody else."""
    return frozenset(i for act in acts for p in act.patients or act.agents if not p.pronoun for i in p.entities)


_ONCE = (
    frozenset({"bear"}),
    frozenset({"die", "kill", "murder", "assassinate", "execute", "hang", "behead", "drown", "perish"}),
)


def _is_near(one: Event, other: Event) -> bool:
    a, b = interval(one.date), interval(other.date)
    if a is None or b is None:
        return False
    gap = max(b[0] - a[1], a[0] - b[1])
    width = max(a[1] - a[0], b[1] - b[0])
    return timedelta() < gap <= max(timedelta(days=CLOSE_DAYS), width * CLOSE_SHARE if width > timedelta(days=27) else
                                    timedelta())  # fmt: skip


def _is_one_matter(context: Context, one: Event, other: Event, acts: dict[str, list[Act]]) -> bool:
    """Different sources, none of which tells the two apart; an act of one meaning, by and to whom the other has it."""
    first, second = ([r for r in e.reports if _is_stated(r)] for e in (one, other))
    for a in first:
        for b in second:
            if a.source == b.source and _gap_days(a, b) > 0:
                return False
            if not context.one_affair(a.source, b.source):
                return False
    if {a.source for a in first} == {b.source for b in second}:
        return False
    return any(a.is_like(b) for a in acts[one.id] for b in acts[other.id])


def _dates(context: Context, events: Sequence[Event]) -> Matter | None:
    """The matter of the dates that some events, taken for one, are given; None where they can be the same."""
    reports = [r for e in events for r in e.reports if _is_stated(r) and _is_exact(r) and not _is_said(context, r)]
    if not reports:
        return None
    reports = [r for r in reports if context.one_affair(r.source, reports[0].source)]
    gaps = [(_gap_days(a, b), a.source == b.source) for a in reports for b in reports]
    gap = max((days for days, _ in gaps), default=0)
    values = sorted({str(r.date) for r in reports})
    if gap < 1:
        return _vaguer(context, events, reports, values)
    # A source that tells of two days tells of two events.
    if any(days > 0 and in_one for days, in_one in gaps):
        return None
    basis = f"{gap} days lie between them"
    if gap == 1:
        basis = "neighbouring days; the night between them or another time zone may explain it"
    best = max(events, key=lambda e: (len(e.reports), -len(e.label), e.id))
    weight = 0.6 if gap == 1 else 0.8
    question = Question(when(context, best), "date", MatterKind.CONFLICT, "dates of one event", basis, weight)
    sides = [(value, [_answer(r) for r in reports if str(r.date) == value]) for value in sorted(answering(values))]
    return matter(context, question, sides, [event.id for event in events])


def _vaguer(
    context: Context, events: Sequence[Event], reports: Sequence[Report], values: Sequence[str]
) -> Matter | None:
    """What one source dates more loosely than another: no disagreement. Times of one day are compared elsewhere."""
    if len({value.partition("T")[0] for value in values}) < 2 or len({r.source for r in reports}) < 2:
        return None
    question = Question(
        when(context, events[0]), "date", MatterKind.GRANULARITY, "dates of one event",
        "each can be the same day; some are only less exact", 0.1,
    )  # fmt: skip
    sides = [(value, [_answer(r) for r in reports if str(r.date) == value]) for value in values]
    return matter(context, question, sides, [event.id for event in events])


def _is_exact(report: Report) -> bool:
    """Whether a report names the year or less."""
    within = interval(report.date)
    return within is not None and within[1] - within[0] <= timedelta(days=366)


def _gap_days(one: Report, other: Report) -> int:
    """Days from the end of the one to the beginning of the other; 0 or less where they can be the same day."""
    a, b = interval(one.date), interval(other.date)
    if a is None or b is None:
        return 0
    return max((b[0].date() - a[1].date()).days, (a[0].date() - b[1].date()).days)
