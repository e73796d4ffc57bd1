"""Events, statements, citations and disagreements as the readers decided them to be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.curation.desk import Became, Desk
from dossier.curation.identity import decided_groups
from dossier.model.citation import Citation
from dossier.model.decision import State, Verb
from dossier.model.disagreement import Evidence, Matter, Side
from dossier.model.edtf import bounds
from dossier.model.event import Event, EventStatus, Participant
from dossier.model.statement import Statement
from dossier.model.subjects import OTHERS

ROLES = ("agent", "patient", "speaker", "vehicle", "place", "participant")
"""From the fullest part in an event to the least: an entity has one role in it, the fullest."""


def decide_events(found: Sequence[Event], desk: Desk) -> tuple[tuple[Event, ...], Became]:
    """The events now, and what became of those that were joined to others or rejected."""
    events = {event.id: _with_entities(event, desk) for event in found}
    joined, became = _joined(events, desk)
    for verb, how in ((Verb.RENAME, _relabelled), (Verb.REDATE, _redated), (Verb.STATUS, _with_status)):
        for decision, id_ in desk.about("event", verb):
            changed = how(joined[became[id_]], decision.value)
            if changed is None:
                desk.outcome.fails(decision, State.INVALID)
            else:
                joined[became[id_]] = changed
                desk.outcome.holds(decision, became[id_])
    rejected = desk.knowing(became).rejected("event")
    now = {old: None if new in rejected else new for old, new in became.items()}
    return (tuple(event for id_, event in joined.items() if id_ not in rejected),
            {old: new for old, new in now.items() if old != new})  # fmt: skip


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
    if value and bounds(value) == (None, None):
        return None
    return replace(event, date=value or None, date_inferred=False)


def _with_status(event: Event, value: str) -> Event | None:
    return replace(event, status=EventStatus(value)) if value in set(EventStatus) else None


def decide_statements(found: Sequence[Statement], desk: Desk) -> tuple[tuple[Statement, ...], Became]:
    """The statements now, and which were rejected."""
    said = {statement.id: _with_speakers(statement, desk) for statement in found}
    for decision, id_ in desk.about("statement", Verb.SPEAKER):
        speakers = [desk.finder.find(subject, decision) for subject in decision.subjects[1:]]
        if any(subject.kind in OTHERS for subject in decision.subjects[1:]):
            desk.outcome.fails(decision, State.INVALID)
            continue
        if None in speakers:
            desk.outcome.fails(decision, State.ORPHAN)
            continue
        said[id_] = replace(said[id_], speakers=_now(filter(None, speakers), desk))
        desk.outcome.holds(decision, id_)
    rejected = desk.rejected("statement")
    return (tuple(statement for id_, statement in said.items() if id_ not in rejected),
            dict.fromkeys(sorted(rejected)))  # fmt: skip


def _with_speakers(statement: Statement, desk: Desk) -> Statement:
    said_by = statement.speaker_span
    moved = desk.moved.places.get((statement.source, said_by.start)) if said_by else None
    chain = tuple(replace(relay, entity=desk.now(relay.entity)) if relay.entity else relay for relay in statement.chain)
    speakers = _now(statement.speakers, desk) if moved is None else tuple(filter(None, (moved,)))
    return replace(statement, speakers=speakers, chain=chain)


def _now(entities: Iterable[str], desk: Desk) -> tuple[str, ...]:
    return tuple(dict.fromkeys(now for entity in entities if (now := desk.now(entity)) is not None))


def decide_citations(found: Iterable[Citation], desk: Desk) -> tuple[Citation, ...]:
    """The citations, each of the organization that its publisher is now."""
    return tuple(replace(one, entity=desk.now(one.entity)) if one.entity else one for one in found)


def decide_matters(found: Sequence[Matter], desk: Desk) -> tuple[Matter, ...]:
    """The disagreements and agreements now; the desk knows what became of entities, events and statements."""
    rejected = desk.rejected("disagreement")
    for decision, id_ in desk.about("disagreement", Verb.SETTLE, Verb.DISMISS):
        desk.outcome.holds(decision, id_)
    return tuple(_still(matter, desk) for matter in found if matter.id not in rejected)


def _still(matter: Matter, desk: Desk) -> Matter:
    """The matter with what it points to as that is now; its words stay, whatever is thought of them."""

    def there(id_: str | None) -> str | None:
        return desk.now(id_) if id_ else None

    sides = tuple(
        Side(side.value, tuple(
            Evidence(e.source, e.passage, e.span, there(e.statement), there(e.event)) for e in side.evidence),
            side.voices) for side in matter.sides)  # fmt: skip
    return replace(matter, sides=sides, about=_now(matter.about, desk))
