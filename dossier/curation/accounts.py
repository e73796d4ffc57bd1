"""Statements, citations and disagreements as the readers decided them to be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.curation.called import with_names
from dossier.curation.desk import Became, Desk
from dossier.model.citation import Citation
from dossier.model.decision import Decision, State, Verb
from dossier.model.disagreement import Evidence, Matter, Side
from dossier.model.statement import Statement
from dossier.model.subjects import OTHERS


def decide_statements(found: Sequence[Statement], desk: Desk) -> tuple[tuple[Statement, ...], Became]:
    """The statements now, and which were rejected."""
    said = {statement.id: _with_speakers(statement, desk) for statement in found}
    for decision, id_ in desk.about("statement", Verb.SPEAKER, Verb.ADD):
        if decision.verb is Verb.ADD and len(decision.subjects) < 2:
            continue
        if any(subject.kind in OTHERS for subject in decision.subjects[1:]):
            desk.outcome.fails(decision, State.INVALID)
            continue
        speakers = _speakers(decision, desk)
        if speakers is None:
            desk.outcome.fails(decision, State.ORPHAN)
            continue
        said[id_] = replace(said[id_], speakers=speakers)
        if decision.verb is Verb.SPEAKER:
            desk.outcome.says(decision, ("speaker", id_), " ".join(speakers))
            desk.outcome.holds(decision, id_)
    rejected = desk.rejected("statement")
    return (tuple(statement for id_, statement in said.items() if id_ not in rejected),
            dict.fromkeys(sorted(rejected)))  # fmt: skip


def _speakers(decision: Decision, desk: Desk) -> tuple[str, ...] | None:
    """Who made a statement, as a decision says; None where the decision waits for one of them."""
    speakers = [desk.finder.find(subject, decision) for subject in decision.subjects[1:]]
    return None if None in speakers else _now(filter(None, speakers), desk)


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


def decide_matters(found: Sequence[Matter], desk: Desk, names: Mapping[str, str]) -> tuple[Matter, ...]:
    """The disagreements and agreements now; the desk knows what became of entities, events and statements, and `names`
    are those that are others now (`dossier.curation.called.new_names`)."""
    rejected = desk.rejected("disagreement")
    for decision, id_ in desk.about("disagreement", Verb.SETTLE, Verb.DISMISS, Verb.REOPEN):
        desk.outcome.says(decision, ("settled", id_), decision.verb)
        desk.outcome.holds(decision, id_)
    return tuple(with_names(_still(matter, desk), names) for matter in found if matter.id not in rejected)


def _still(matter: Matter, desk: Desk) -> Matter:
    """The matter with what it points to as that is now; what it quotes stays, whatever is thought of them."""

    def there(id_: str | None) -> str | None:
        return desk.now(id_) if id_ else None

    sides = tuple(
        Side(side.value, tuple(
            Evidence(e.source, e.passage, e.span, there(e.statement), there(e.event)) for e in side.evidence),
            side.voices) for side in matter.sides)  # fmt: skip
    return replace(matter, sides=sides, about=_now(matter.about, desk))
