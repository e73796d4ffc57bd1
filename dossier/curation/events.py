"""Events as the readers decided them to be."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.curation.desk import Became, Desk
from dossier.curation.identity import decided_groups
from dossier.curation.outcome import of_verb
from dossier.model.decision import Decision, State, Verb
from dossier.model.edtf import bounds, is_edtf
from dossier.model.event import ROLES, Event, EventStatus, Participant, Report
from dossier.model.subjects import OTHERS


def decide_events(found: Sequence[Event], desk: Desk) -> tuple[tuple[Event, ...], Became]:
    """The events now, and what became of those that were joined to others or rejected."""
    parted = _parted({event.id: event for event in found}, desk)
    joined, became = _joined({id_: _with_entities(event, desk) for id_, event in parted.items()}, desk)
    for verb, how in ((Verb.RENAME, _relabelled), (Verb.REDATE, _redated), (Verb.STATUS, _with_status)):
        for decision, id_ in desk.about("event", verb):
            changed = how(joined[became[id_]], decision.value)
            if changed is None:
                desk.outcome.fails(decision, State.INVALID)
            else:
                joined[became[id_]] = changed
                desk.outcome.says(decision, (verb, became[id_]), decision.value)
                desk.outcome.holds(decision, became[id_])
    _set_participants(joined, became, desk)
    rejected = desk.knowing(became).rejected("event")
    now = {old: None if new in rejected else new for old, new in became.items()}
    return (tuple(event for id_, event in joined.items() if id_ not in rejected),
            {old: new for old, new in now.items() if old != new})  # fmt: skip


def _parted(events: dict[str, Event], desk: Desk) -> dict[str, Event]:
    """The events, the reports that were parted from others being events of their own."""
    for decision in of_verb(desk.decisions, Verb.PART):
        subject = decision.subjects[0] if decision.subjects else None
        if subject is None or subject.kind != "event":
            continue
        whole = events.get(desk.finder.find(subject, decision) or "")
        taken = _told_at(whole, decision, desk) if whole else ()
        if whole is None or not taken or len(taken) == len(whole.reports):
            desk.outcome.fails(decision, State.ORPHAN if whole is None or not taken else State.INVALID)
            continue
        rest = tuple(report for report in whole.reports if report not in taken)
        part = "e" + hashlib.sha256(f"part {decision.id}".encode()).hexdigest()[:12]
        label = " ".join(decision.value.split()) or whole.label
        there, left = _named(taken, desk), _named(rest, desk)
        events[whole.id] = _made_of(whole, rest, {p.entity for p in whole.participants} - (there - left))
        events[part] = replace(_made_of(whole, taken, there), id=part, label=label)
        for anchor in subject.anchors:
            desk.finder.split_off(anchor, whole.id, part, decision, "event")
        desk.outcome.holds(decision, whole.id, part)
    return events


def _told_at(event: Event, decision: Decision, desk: Desk) -> tuple[Report, ...]:
    """The reports of an event that a decision points to."""
    places = {(place.source, anchor.start, anchor.start + len(anchor.text)) for anchor in decision.subjects[0].anchors
              if (place := desk.documents.locate(anchor))}  # fmt: skip
    return tuple(report for report in event.reports if (report.source, report.span.start, report.span.end) in places)


def _made_of(whole: Event, reports: tuple[Report, ...], taking_part: Collection[str]) -> Event:
    """An event of some of the reports of another, dated as they date it, with some of those who took part. Whoever is
    named only where another event is told belongs there; whoever no report names stays with the whole."""
    given = [report.date for report in reports if report.date]
    stands = Counter(report.status for report in reports)
    return replace(
        whole, reports=reports, date=whole.date if whole.date in given else _most_exact(given), date_basis="",
        date_inferred=whole.date_inferred and not any(report.date_span for report in reports),
        status=EventStatus.REPORTED if stands[EventStatus.REPORTED] else stands.most_common(1)[0][0],
        participants=tuple(p for p in whole.participants if p.entity in taking_part))  # fmt: skip


def _named(reports: Iterable[Report], desk: Desk) -> set[str]:
    return {id_ for report in reports for id_, _ in desk.documents.named(report.source, report.span)}


def _most_exact(dates: Sequence[str]) -> str | None:
    """Of several dates in EDTF the narrowest, then the first; None where there is none."""

    def width(value: str) -> tuple[bool, int, str]:
        first, last = bounds(value)
        whole = first is not None and last is not None
        # As text the last day less the first: the longer both begin alike, the narrower.
        alike = next((at for at, (a, b) in enumerate(zip(first or "", last or "", strict=False)) if a != b), 99)
        return not whole, -alike, first or ""

    return min(dates, key=width, default=None)


def _set_participants(events: dict[str, Event], became: Mapping[str, str], desk: Desk) -> None:
    """Who took part in an event and who did not, as readers say; the last word on each holds."""
    for decision, id_ in desk.about("event", Verb.INVOLVE, Verb.EXCLUDE):
        role = decision.value or ROLES[-1]
        if len(decision.subjects) != 2 or decision.subjects[1].kind in OTHERS or role not in ROLES:
            desk.outcome.fails(decision, State.INVALID)
            continue
        who = desk.now(desk.finder.find(decision.subjects[1], decision) or "")
        if not who:
            desk.outcome.fails(decision, State.ORPHAN)
            continue
        event = events[became[id_]]
        others = tuple(one for one in event.participants if one.entity != who)
        involved = decision.verb is Verb.INVOLVE
        now = (*others, Participant(who, role)) if involved else others
        events[event.id] = replace(event, participants=_once(now))
        desk.outcome.says(decision, ("takes part", event.id, who), role if involved else "")
        desk.outcome.holds(decision, event.id)


def _with_entities(event: Event, desk: Desk) -> Event:
    """Its participants as they are now: who was merged once, who was split off where a report names them."""
    split = {entity for report in event.reports for entity in desk.moved.within(report.source, report.span)}
    if not split and not any(participant.entity in desk.became for participant in event.participants):
        return event
    there = (Participant(now, p.role) for p in event.participants if (now := desk.now(p.entity)) is not None)
    return replace(event, participants=_once((*there, *(Participant(entity, ROLES[-1]) for entity in split))))


def _once(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each entity once, in its fullest role."""
    roles: dict[str, str] = {}
    for one in participants:
        roles[one.entity] = min(roles.get(one.entity, ROLES[-1]), one.role, key=ROLES.index)
    return tuple(Participant(entity, role) for entity, role in sorted(roles.items()))


def _joined(events: Mapping[str, Event], desk: Desk) -> tuple[dict[str, Event], dict[str, str]]:
    now: dict[str, Event] = {}
    became: dict[str, str] = {}
    groups = decided_groups(events, desk.decisions, desk.finder, desk.outcome, lambda kind: kind == "event")
    for group in groups:
        one = _one([events[id_] for id_ in group])
        now[one.id] = one
        for id_ in group:
            became[id_] = one.id
            desk.outcome.moved(id_, one.id)
    return now, became


def _one(events: Sequence[Event]) -> Event:
    """One event out of several: called and dated as the one with most reports, else the first."""
    if len(events) == 1:
        return events[0]
    best = max(events, key=lambda event: (len(event.reports), event.date is not None))
    reports = sorted((r for event in events for r in event.reports), key=lambda report: (report.source, report.span))
    return replace(best, reports=tuple(reports), participants=_once(p for event in events for p in event.participants))


def _relabelled(event: Event, value: str) -> Event | None:
    label = " ".join(value.split())
    return replace(event, label=label) if label else None


def _redated(event: Event, value: str) -> Event | None:
    """With the date that the reader gives, or none for an empty value."""
    if value and not is_edtf(value):
        return None
    return replace(event, date=value or None, date_inferred=False)


def _with_status(event: Event, value: str) -> Event | None:
    return replace(event, status=EventStatus(value)) if value in set(EventStatus) else None
