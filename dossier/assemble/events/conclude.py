"""Events out of joined reports."""

import gc
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.event_nouns import nouns_in_passing
from dossier.assemble.events.joining import groups
from dossier.assemble.events.medoid import best_told
from dossier.assemble.events.passing import passing
from dossier.assemble.events.placing import placed
from dossier.assemble.events.reports import candidates
from dossier.assemble.events.sayings import sayings
from dossier.assemble.events.scenes import in_scenes
from dossier.assemble.events.tolls import with_tolls
from dossier.assemble.reading import Reading
from dossier.assemble.when import interval
from dossier.model.event import Event, EventStatus, Participant, Report
from dossier.model.statement import Statement


def events(case: Sequence[Reading], said: Sequence[Sequence[Statement]]) -> tuple[Event, ...]:
    """The events of a case, in order of time, then of where they are first told. `said`: each source's statements."""
    sha256 = {reading.source: reading.document.source.sha256 for reading in case}
    with _collector_off():
        found = [candidate for reading, own in zip(case, said, strict=True) for candidate in reported(reading, own)]
        made = [(_event(group, sha256), group[0].order) for group in groups(found)]
    made.sort(key=lambda pair: (_when(pair[0]), pair[1]))
    return with_own_ids([event for event, _ in made])


def with_own_ids(found: Iterable[Event]) -> tuple[Event, ...]:
    """The events, in the same order, no two with one id: those after the first whose first report is the same words,
    as where one clause tells of two things, have their number put to it."""
    taken: set[str] = set()
    kept = []
    for event in found:
        numbered = (event.id if n == 1 else f"{event.id}-{n}" for n in count(1))
        own = next(name for name in numbered if name not in taken)
        taken.add(own)
        kept.append(event if own == event.id else replace(event, id=own))
    return tuple(kept)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Without Python's collector of cycles: the records made here hold none, and its passes over the millions of
    tokens of a large case would cost a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def reported(reading: Reading, said: Sequence[Statement]) -> tuple[Candidate, ...]:
    """All that one source reports: events, what was said, and what it tells in passing."""
    told = with_tolls(reading, tuple(placed(reading, tuple(in_scenes(reading, candidates(reading, said))))))
    own = sayings(reading, said, told)
    return (*own, *passing(reading, told), *nouns_in_passing(reading, own))


def _when(event: Event) -> tuple[datetime, datetime]:
    return interval(event.date) or (datetime.max, datetime.max)


def _event(group: Sequence[Candidate], sha256: dict[str, str]) -> Event:
    """One event. Its date is the most exact that a report gives; each report keeps its own date. Only reports that
    date it say who took part, where any does: an undated one may be of another time after all."""
    date = _most_exact([c.report.date for c in group if c.report.date])
    dated = [c for c in group if c.report.date] or [c for c in group if not c.passing]
    first = min((c.report for c in group), key=lambda report: (report.source, report.span))
    telling = [c for c in dated if not c.passing] or [c for c in group if not c.passing] or dated
    best = best_told(telling, group, date)
    place = f"{sha256[first.source]}:{first.span.start}:{first.span.end}"
    return Event(
        id="e" + hashlib.sha256(place.encode()).hexdigest()[:12],
        label=best.label,
        kind=best.kind,
        date=date,
        date_inferred=_is_inferred(group),
        status=_status(dated),
        participants=_participants(dated),
        reports=_without_repeats([c.report for c in group]),
    )


def _without_repeats(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, without undated ones whose words another holds: a dated clause and the statement in it are one."""

    by_source: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_source[report.source].append(report)

    def is_held(report: Report) -> bool:
        others = (o for o in by_source[report.source] if o is not report and o.span.contains(report.span))
        return report.date is None and any(o.span != report.span or o.date is not None for o in others)

    kept = [report for report in reports if not is_held(report)]
    return tuple({(r.source, r.span): r for r in reversed(kept)}.values())[::-1]


def _most_exact(dates: Sequence[str]) -> str | None:
    """The narrowest date given, the one given most often among equals."""
    if not dates:
        return None
    given = Counter(dates)

    def width(value: str) -> tuple[timedelta, int, str]:
        within = interval(value)
        return (within[1] - within[0] if within else timedelta.max), -given[value], value

    return min(dates, key=width)


def _is_inferred(group: Sequence[Candidate]) -> bool:
    """Whether no report that dates the event states its date in full."""
    return all(c.inferred for c in group if c.report.date) and any(c.report.date for c in group)


def _status(group: Sequence[Candidate]) -> EventStatus:
    """Reported where any source tells it as a fact; else what most reports say."""
    given = [c.report.status for c in group]
    return EventStatus.REPORTED if EventStatus.REPORTED in given else Counter(given).most_common(1)[0][0]


def _participants(group: Sequence[Candidate]) -> tuple[Participant, ...]:
    """Everyone any report names, each in the most telling role."""
    rank = ["agent", "patient", "speaker", "vehicle", "place", "participant"]
    roles: dict[str, str] = {}
    for participant in (p for candidate in group for p in candidate.participants):
        held = roles.get(participant.entity)
        if held is None or rank.index(participant.role) < rank.index(held):
            roles[participant.entity] = participant.role
    return tuple(Participant(entity, role) for entity, role in sorted(roles.items()))
