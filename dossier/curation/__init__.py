"""What the readers decided, applied to what the program found: pure, and the same in whatever order it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dossier.curation.accounts import decide_citations, decide_matters, decide_statements
from dossier.curation.adding import Added, is_addition, is_valid
from dossier.curation.called import new_names
from dossier.curation.desk import Desk, Moved
from dossier.curation.documents import Texts
from dossier.curation.entities import decide_entities
from dossier.curation.events import decide_events
from dossier.curation.finding import Finder, Things
from dossier.curation.journal import Journals
from dossier.curation.ledger import holding, in_force
from dossier.curation.outcome import Outcome
from dossier.curation.relocating import relocated
from dossier.model.decision import Curation, Decision, State, Verb
from dossier.model.dossier import Attribute, Document, Dossier
from dossier.model.entity import NAMED_KINDS
from dossier.model.manifest import KnownName, Manifest

FIELDS = frozenset({"title", "publisher", "author", "published", "kind", "url"})
"""What a reader can say of a source."""


BESIDE = frozenset({Verb.NOTE, Verb.TAG, Verb.UNTAG, Verb.BOOKMARK, Verb.ADD})
"""What changes nothing that was found, whatever it is about. What was added is there by now."""
OF_SOURCES = frozenset({Verb.RELIABILITY, Verb.READ})
"""The same of sources alone."""


def is_input(decision: Decision) -> bool:
    """Whether what a decision says is known before anything is concluded: then the case is concluded anew for it."""
    if decision.verb is not Verb.ADD:
        return decision.verb is Verb.FIELD
    return bool(decision.subjects) and decision.subjects[0].kind in NAMED_KINDS and not is_addition(decision)


def inputs(manifest: Manifest, journals: Journals, paths: Mapping[str, str]) -> Manifest:
    """The manifest with what was decided of the input: what is known of documents, and names to look for. `paths`
    are those of the documents by their hash; what is said in the manifest itself stands behind a decision."""
    sources = {path: dict(given) for path, given in manifest.sources.items()}
    names = list(manifest.names)
    for decision in filter(is_input, in_force(journals.decisions)):
        for subject in decision.subjects[:1]:
            if decision.verb is Verb.ADD:
                names.append(KnownName(subject.name, subject.kind))
                continue
            field, _, value = decision.value.partition("=")
            path = next((paths[anchor.sha256] for anchor in subject.anchors if anchor.sha256 in paths), None)
            if path is None and subject.name in paths.values():
                path = subject.name
            if field in FIELDS and path is not None:
                sources.setdefault(path, {})[field] = value
    return replace(manifest, sources=sources, names=tuple(names))


def apply(found: Dossier, journals: Journals) -> tuple[Dossier, Curation]:
    """Apply every decision that holds to what the program found: the conclusions now, and what came of each decision.
    Without decisions nothing is changed."""
    decided = in_force(journals.decisions)
    states = first_states(journals.decisions)
    if not decided:
        return found, Curation(journals.decisions, states, {}, journals.damage)
    documents = Texts(found.documents, found.entities)
    decided = relocated(decided, documents)
    outcome, added = Outcome(), Added(Things(found, decided), decided, documents)
    finder = Finder(added, decided)
    hashes = {document.source.id: document.source.sha256 for document in found.documents}
    entities = decide_entities(found.entities, added.entities(), decided, finder, hashes, outcome)
    desk = Desk(decided, finder, outcome, entities.became, Moved(entities.moved), documents)
    called = {entity.id: entity.name for entity in entities.entities}
    names = new_names((one.name, called.get(desk.now(one.id) or "")) for one in found.entities)
    now, desk = _accounts(replace(
        found, entities=entities.entities, events=(*found.events, *added.events()),
        statements=(*found.statements, *added.statements())), desk, added, names)  # fmt: skip
    outcome.weigh()
    return now, Curation(
        journals.decisions, {**states, **outcome.states}, outcome.touched, journals.damage, finder.concerns,
        desk.became, entities.moved, outcome.against)  # fmt: skip


def first_states(decisions: Sequence[Decision]) -> dict[str, State]:
    """How each decision stands before anything is applied: one that nothing takes up says nothing that can be done."""
    holds = holding(decisions)
    valid = {True: State.HOLDS, False: State.INVALID}
    return {d.id: valid[d.verb is Verb.UNDO] if holds[d.id] else State.UNDONE for d in decisions}


def _accounts(found: Dossier, desk: Desk, added: Added, names: Mapping[str, str]) -> tuple[Dossier, Desk]:
    events, events_became = decide_events(found.events, desk)
    statements, statements_became = decide_statements(found.statements, desk)
    desk = desk.knowing({**events_became, **statements_became})
    beside(desk, added)
    return replace(
        found, events=events, statements=statements, documents=_documents(found.documents, desk),
        citations=decide_citations(found.citations, desk),
        disagreements=decide_matters(found.disagreements, desk, names),
        agreements=decide_matters(found.agreements, desk, names)), desk  # fmt: skip


def beside(desk: Desk, added: Added) -> None:
    """What changes nothing that was found stands beside it: notes, tags, bookmarks, what was read. Of what was added is
    told what it depends on."""
    for decision in desk.decisions:
        if decision.verb is Verb.SEARCH:
            desk.outcome.holds(decision) if decision.value.strip() else desk.outcome.fails(decision, State.INVALID)
        elif decision.verb in BESIDE | OF_SOURCES and decision.subjects:
            _beside(decision, desk)
        if is_addition(decision) and decision.subjects[0].kind == "event":
            desk.finder.concern(decision, "entity", added.named_in(decision))


def _beside(decision: Decision, desk: Desk) -> None:
    wrong = decision.verb in OF_SOURCES and decision.subjects[0].kind != "source"
    if decision.verb is Verb.ADD:
        wrong = not is_valid(decision) if is_addition(decision) else not is_input(decision)
    if wrong:
        desk.outcome.fails(decision, State.INVALID)
        return
    target = desk.finder.find(decision.subjects[0], decision)
    if target is None:
        desk.outcome.fails(decision, State.ORPHAN)
    else:
        desk.outcome.holds(decision, desk.now(target) or target)


def _documents(documents: Sequence[Document], desk: Desk) -> tuple[Document, ...]:
    """The documents, with what the reader says of them in the place of what was found."""
    given = said_of_sources(desk)
    return tuple(_said_of(document, given.get(document.source.id, {})) for document in documents)


def said_of_sources(desk: Desk) -> Mapping[str, Mapping[str, Decision]]:
    """The last decision on each field of a source, by the id of the source and the field."""
    given: dict[str, dict[str, Decision]] = {}
    for decision, source in desk.about("source", Verb.FIELD):
        field = decision.value.partition("=")[0]
        if field not in FIELDS:
            desk.outcome.fails(decision, State.INVALID)
        else:
            given.setdefault(source, {})[field] = decision
            desk.outcome.says(decision, ("field", source, field), decision.value)
            desk.outcome.holds(decision, source)
    return given


def _said_of(document: Document, given: Mapping[str, Decision]) -> Document:
    if not given:
        return document
    kept = [attribute for attribute in document.attributes if attribute.field not in given]
    said = [
        Attribute(field, decision.value.partition("=")[2], inferred=False, span=None, basis=f"decided by {decision.by}")
        for field, decision in sorted(given.items())
    ]
    return replace(document, attributes=(*said, *kept))
