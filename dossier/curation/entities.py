"""People, organizations, places and vehicles as the readers decided them to be."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.curation.finding import Finder
from dossier.curation.identity import decided_groups
from dossier.curation.naming import best_named, sort_name
from dossier.curation.outcome import Outcome, of_verb
from dossier.model.decision import Anchor, Decision, State, Verb
from dossier.model.entity import NAMED_KINDS, Entity, EntityKind, Mention, entity_id
from dossier.model.subjects import OTHERS

_APPEARANCES = ("principal", "mentioned", "backup", "author", "byline", "credit")
"""From the fullest part in the case to the least."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The entities now, and what became of those found."""

    entities: tuple[Entity, ...]
    became: Mapping[str, str | None]
    """By the id of an entity found: the id of the entity that it is now part of; None where it was rejected."""
    moved: Mapping[tuple[str, int], str]
    """By source and offset of a mention that was split off or added: the id of its entity now."""


def decide_entities(
    found: Sequence[Entity], added: Sequence[Entity], decisions: Sequence[Decision], finder: Finder,
    hashes: Mapping[str, str], outcome: Outcome,
) -> Decided:  # fmt: skip
    """Apply what was decided of entities: of those `found` and of those that readers `added`. `hashes` are those of the
    documents, by the id of the source."""
    by_id = {entity.id: entity for entity in (*found, *added)}
    moved = {(mention.source, mention.span.start): entity.id for entity in added for mention in entity.mentions}
    moved |= _split(by_id, decisions, finder, hashes, outcome)
    merged, became = _merge(by_id, decisions, finder, outcome)
    for decision in of_verb(decisions, Verb.RENAME, Verb.ALIAS, Verb.KIND):
        _change(decision, merged, became, finder, outcome)
    rejected = _rejected(decisions, merged, became, finder, outcome)
    kept = {old: None if new in rejected else new for old, new in became.items()}
    return Decided(
        tuple(entity for id_, entity in merged.items() if id_ not in rejected),
        {old: new for old, new in kept.items() if old != new},
        {place: kept[new] or "" for place, new in moved.items()})  # fmt: skip


def _split(
    by_id: dict[str, Entity], decisions: Sequence[Decision], finder: Finder, hashes: Mapping[str, str],
    outcome: Outcome,
) -> dict[tuple[str, int], str]:  # fmt: skip
    """Take mentions out of entities into new ones; where each went."""
    places: dict[tuple[str, int], str] = {}
    for decision in of_verb(decisions, Verb.SPLIT):
        subject = decision.subjects[0] if decision.subjects else None
        whole = by_id.get(finder.find(subject, decision) or "") if subject else None
        taken = _named_by(whole, subject.anchors, hashes) if whole and subject else ()
        if whole is None or not taken or len(taken) == len(whole.mentions):
            outcome.fails(decision, State.ORPHAN if whole is None or not taken else State.INVALID)
            continue
        part = _made_of(whole, taken, decision.value or taken[0].text, hashes)
        rest = tuple(mention for mention in whole.mentions if mention not in taken)
        by_id[whole.id] = replace(whole, mentions=rest, aliases=_aliases(rest, whole.name))
        by_id[part.id] = part
        for mention in taken:
            places[mention.source, mention.span.start] = part.id
            anchor = Anchor(hashes[mention.source], mention.span.start, mention.text)
            finder.split_off(anchor, whole.id, part.id, decision)
        outcome.holds(decision, whole.id, part.id)
    return places


def _named_by(entity: Entity, anchors: Iterable[Anchor], hashes: Mapping[str, str]) -> tuple[Mention, ...]:
    wanted = {(anchor.sha256, anchor.start, anchor.text) for anchor in anchors}
    return tuple(m for m in entity.mentions if (hashes[m.source], m.span.start, m.text) in wanted)


def _made_of(whole: Entity, mentions: tuple[Mention, ...], name: str, hashes: Mapping[str, str]) -> Entity:
    sha256, start = min((hashes[mention.source], mention.span.start) for mention in mentions)
    made = entity_id(whole.kind, sha256, start)
    # The rest of the entity may begin with the same mention only where nothing was left of it.
    return replace(whole, id=made if made != whole.id else made + "s", name=name, sort_name=sort_name(whole.kind, name),
                   aliases=_aliases(mentions, name), roles=(), mentions=mentions)  # fmt: skip


def _merge(
    by_id: Mapping[str, Entity], decisions: Sequence[Decision], finder: Finder, outcome: Outcome
) -> tuple[dict[str, Entity], dict[str, str]]:
    """Entities by id after merging, and the id that each found one has now."""
    merged: dict[str, Entity] = {}
    became: dict[str, str] = {}
    for group in decided_groups(by_id, decisions, finder, outcome, lambda kind: kind not in OTHERS):
        one = _one(sorted((by_id[id_] for id_ in group), key=lambda e: -len(e.mentions)))
        merged[one.id] = one
        for id_ in group:
            became[id_] = one.id
            outcome.moved(id_, one.id)
    return merged, became


def _one(members: Sequence[Entity]) -> Entity:
    """One entity out of several: it keeps the id of the one most often named, so that what refers to that one stays as
    it is, and has the name that says most."""
    first = members[0]
    if len(members) == 1:
        return first
    named = best_named(members)
    mentions = tuple(sorted((m for entity in members for m in entity.mentions), key=lambda m: (m.source, m.span)))
    roles = tuple(dict.fromkeys(role for entity in members for role in entity.roles))
    further = (alias for entity in members for alias in (entity.name, *entity.aliases))
    return replace(
        first, name=named.name, sort_name=named.sort_name, mentions=mentions, roles=roles,
        aliases=_aliases(mentions, *dict.fromkeys((named.name, *further))),
        appearance=min((entity.appearance for entity in members), key=_APPEARANCES.index))  # fmt: skip


def _aliases(mentions: Iterable[Mention], *names: str) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for text, number in Counter(mention.text for mention in mentions if mention.form == "name").items():
        counts[" ".join(text.split())] += number
    for name in names:
        counts.setdefault(name, 0)
    return tuple(sorted(counts, key=lambda text: (-counts[text], text)))


def _change(
    decision: Decision, merged: dict[str, Entity], became: Mapping[str, str], finder: Finder, outcome: Outcome
) -> None:
    """Rename or retype one entity, or give it a further name."""
    id_ = _meant(decision, became, finder)
    if id_ is None:
        if _is_about_an_entity(decision):
            outcome.fails(decision, State.ORPHAN)
        return
    changed = _changed(merged[id_], decision)
    if changed is None:
        outcome.fails(decision, State.INVALID)
        return
    merged[id_] = changed
    if decision.verb is not Verb.ALIAS:
        outcome.says(decision, (decision.verb, id_), decision.value)
    outcome.holds(decision, id_)


def _rejected(
    decisions: Sequence[Decision], merged: Mapping[str, Entity], became: Mapping[str, str], finder: Finder,
    outcome: Outcome,
) -> frozenset[str]:  # fmt: skip
    """The ids of the entities whose last word is that they are none."""
    last: dict[str, Decision] = {}
    for decision in of_verb(decisions, Verb.REJECT, Verb.CONFIRM):
        id_ = _meant(decision, became, finder)
        if id_ is not None:
            last[id_] = decision
            outcome.says(decision, ("exists", id_), decision.verb)
            outcome.holds(decision, id_)
        elif _is_about_an_entity(decision):
            outcome.fails(decision, State.ORPHAN)
    return frozenset(id_ for id_, decision in last.items() if decision.verb is Verb.REJECT and id_ in merged)


def _is_about_an_entity(decision: Decision) -> bool:
    return bool(decision.subjects) and decision.subjects[0].kind not in OTHERS


def _meant(decision: Decision, became: Mapping[str, str], finder: Finder) -> str | None:
    """The id, after merging, of the entity that a decision is about first."""
    found = finder.find(decision.subjects[0], decision) if _is_about_an_entity(decision) else None
    return became.get(found) if found else None


def _changed(entity: Entity, decision: Decision) -> Entity | None:
    """The entity after a decision; None where the decision says nothing that can be done."""
    value = " ".join(decision.value.split())
    if decision.verb is Verb.RENAME and value:
        sort = sort_name(entity.kind, value)
        return replace(entity, name=value, sort_name=sort, aliases=_aliases(entity.mentions, *entity.aliases, value))
    if decision.verb is Verb.ALIAS and value:
        return replace(entity, aliases=_aliases(entity.mentions, *entity.aliases, value))
    if decision.verb is Verb.KIND and value in NAMED_KINDS:
        return replace(entity, kind=EntityKind(value))
    return None
