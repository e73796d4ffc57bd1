"""Events, statements and disagreements as the readers decided them to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.curation.entities import Decided
from dossier.curation.finding import OTHERS, Finder
from dossier.curation.identity import decided_groups
from dossier.curation.outcome import Outcome, of_verb
from dossier.model.decision import Decision, State, Verb
from dossier.model.disagreement import Evidence, Matter, Side
from dossier.model.edtf import bounds
from dossier.model.event import Event, EventStatus, Participant
from dossier.model.statement import Statement

_ROLES = ("agent", "patient", "speaker", "vehicle", "place", "participant")


@dataclass(frozen=True, slots=True)
class Desk:
    """What applying decisions needs at every step."""

    decisions: Sequence[Decision]
    finder: Finder
    outcome: Outcome
    entities: Decided

    def now(self, entity: str) -> str | None:
        """The id that an entity has now; None where it was rejected."""
        return self.entities.became.get(entity, entity)

    def rejected(self, kind: str) -> frozenset[str]:
        """The ids of the things of a kind whose last word is that they are none."""
        last: dict[str, Decision] = {}
        for decision, id_ in self.about(kind, Verb.REJECT, Verb.CONFIRM):
            if id_ in last and last[id_].verb is not decision.verb:
                self.outcome.fails(last[id_], State.CONTRADICTED)
            last[id_] = decision
            self.outcome.holds(decision, id_)
        return frozenset(id_ for id_, decision in last.items() if decision.verb is Verb.REJECT)

    def about(self, kind: str, *verbs: Verb) -> list[tuple[Decision, str]]:
        """The decisions with these verbs about things of a kind, each with the id of what it is about."""
        found = []
        for decision in of_verb(self.decisions, *verbs):
            if not decision.subjects or decision.subjects[0].kind != kind:
                continue
            id_ = self.finder.find(decision.subjects[0])
            if id_ is None:
                self.outcome.fails(decision, State.ORPHAN)
            else:
                found.append((decision, id_))
        return found


def decide_events(found: Sequence[Event], desk: Desk) -> tuple[tuple[Event, ...], Mapping[str, str]]:
    """The events now, and what became of those that were joined to others."""
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
    rejected = {became[id_] for id_ in desk.rejected("event")}
    return tuple(event for id_, event in joined.items() if id_ not in rejected), became


def _with_entities(event: Event, desk: Desk) -> Event:
    """Its participants as they are now: who was merged once, who was split off where the report names them."""
    split = {
        desk.entities.moved[place]
        for report in event.reports
        for place in desk.entities.moved
        if place[0] == report.source and report.span.start <= place[1] < report.span.end
    }
    if not split and not any(participant.entity in desk.entities.became for participant in event.participants):
        return event
    parts: dict[str, str] = {}
    for participant in event.participants:
        now = desk.now(participant.entity)
        if now is not None:
            held = parts.get(now, "participant")
            parts[now] = min(held, participant.role, key=_ROLES.index)
    for entity in sorted(split - {""}):
        parts.setdefault(entity, "participant")
    return replace(event, participants=tuple(Participant(entity, role) for entity, role in sorted(parts.items())))


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
    parts: dict[str, str] = {}
    for part in (p for event in events for p in event.participants):
        parts[part.entity] = min(parts.get(part.entity, "participant"), part.role, key=_ROLES.index)
    reports = sorted((r for event in events for r in event.reports), key=lambda report: (report.source, report.span))
    return replace(best, reports=tuple(reports),
                   participants=tuple(Participant(entity, role) for entity, role in sorted(parts.items())))  # fmt: skip


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


def decide_statements(found: Sequence[Statement], desk: Desk) -> tuple[Statement, ...]:
    """The statements now."""
    said = {statement.id: _with_speakers(statement, desk) for statement in found}
    for decision, id_ in desk.about("statement", Verb.SPEAKER):
        speakers = [desk.finder.find(subject) for subject in decision.subjects[1:]]
        if any(subject.kind in OTHERS for subject in decision.subjects[1:]):
            desk.outcome.fails(decision, State.INVALID)
            continue
        if None in speakers:
            desk.outcome.fails(decision, State.ORPHAN)
            continue
        now = [desk.now(speaker) for speaker in speakers if speaker is not None]
        said[id_] = replace(said[id_], speakers=tuple(speaker for speaker in now if speaker is not None))
        desk.outcome.holds(decision, id_)
    rejected = desk.rejected("statement")
    return tuple(statement for id_, statement in said.items() if id_ not in rejected)


def _with_speakers(statement: Statement, desk: Desk) -> Statement:
    said_by = statement.speaker_span
    moved = desk.entities.moved.get((statement.source, said_by.start)) if said_by else None
    if moved is not None:
        return replace(statement, speakers=(moved,) if moved else ())
    now = dict.fromkeys(speaker for old in statement.speakers if (speaker := desk.now(old)) is not None)
    chain = tuple(replace(relay, entity=desk.now(relay.entity)) if relay.entity else relay for relay in statement.chain)
    return replace(statement, speakers=tuple(now), chain=chain)


def decide_matters(
    found: Sequence[Matter], desk: Desk, events: Mapping[str, str], kept: frozenset[str]
) -> tuple[Matter, ...]:
    """The disagreements and agreements now. `events` tells what became of joined events, `kept` which statements and
    events there still are."""
    rejected = desk.rejected("disagreement")
    for decision, id_ in desk.about("disagreement", Verb.SETTLE, Verb.DISMISS):
        desk.outcome.holds(decision, id_)
    return tuple(_still(matter, desk, events, kept) for matter in found if matter.id not in rejected)


def _still(matter: Matter, desk: Desk, events: Mapping[str, str], kept: frozenset[str]) -> Matter:
    """The matter with what it points to as that is now; its words stay, whatever is thought of them."""

    def there(id_: str | None) -> str | None:
        now = events.get(id_, id_) if id_ else None
        return now if now in kept else None

    sides = tuple(
        Side(side.value, tuple(
            Evidence(e.source, e.passage, e.span, there(e.statement), there(e.event)) for e in side.evidence),
            side.voices) for side in matter.sides)  # fmt: skip
    about = (desk.now(target) or "" if target in desk.entities.became else events.get(target, target)
             for target in matter.about)  # fmt: skip
    return replace(matter, sides=sides, about=tuple(dict.fromkeys(target for target in about if target)))
