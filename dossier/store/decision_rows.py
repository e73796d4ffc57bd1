"""Rows of what the readers decided: decisions with how they stand, what they touched, tags, damaged lines."""

from collections.abc import Iterator, Mapping
from typing import Any

from dossier.model.decision import KEEPING, Curation, State, Verb
from dossier.store.source_rows import Rows, storable

CORRECTED = f"""EXISTS (SELECT 1 FROM decided t JOIN decisions d ON d.id = t.decision
    WHERE t.target = %s.id AND d.verb NOT IN ({", ".join(repr(verb.value) for verb in sorted(KEEPING))}))"""
"""Condition on a row of the table named: a reader decided something about it, beyond what they keep for themselves."""


def decision_tables(curation: Curation) -> Iterator[tuple[str, Rows]]:
    """Each table's name with its rows."""
    yield "decisions", decision_rows(curation)
    yield "decided", (
        {"target": target, "decision": decision}
        for target, decisions in curation.touched.items() for decision in decisions
    )  # fmt: skip
    yield "tags", tag_rows(curation)
    yield "concerns", (
        {"decision": decision, "sort": sort, "thing": thing}
        for decision, concerned in curation.concerns.items() for thing, sort in concerned.items()
    )  # fmt: skip
    yield "moved", (
        {"source": source, "start": start, "entity": entity} for (source, start), entity in curation.moved.items()
    )
    yield "journal_damage", (
        {"journal": storable(one.journal), "line": one.line, "reason": one.reason} for one in curation.damage
    )


def settled(curation: Curation) -> Mapping[str, str]:
    """How each disagreement that a reader settled was settled, by its id: `settled` or `dismissed`."""
    words = {Verb.SETTLE: "settled", Verb.DISMISS: "dismissed", Verb.REOPEN: ""}
    verbs = {decision.id: words[decision.verb] for decision in curation.decisions if decision.verb in words}
    last = {
        target: verbs[decision]
        for target, decisions in curation.touched.items() for decision in decisions if decision in verbs
    }  # fmt: skip
    return {target: stands for target, stands in last.items() if stands}


def decision_rows(curation: Curation) -> Iterator[dict[str, Any]]:
    """Every decision, in order, with how it stands."""
    for position, decision in enumerate(curation.decisions):
        yield {
            "id": decision.id, "position": position, "at": decision.at, "by": storable(decision.by),
            "verb": decision.verb.value, "subject": storable("; ".join(one.name for one in decision.subjects)),
            "value": storable(decision.value), "why": storable(decision.why),
            "state": curation.states[decision.id].value, "against": curation.against.get(decision.id),
        }  # fmt: skip


def tag_rows(curation: Curation) -> Iterator[dict[str, Any]]:
    """The tags that stand: put on and not taken off again."""
    targets: dict[str, list[str]] = {}
    for target, decisions in curation.touched.items():
        for decision in decisions:
            targets.setdefault(decision, []).append(target)
    standing: dict[tuple[str, str], str] = {}
    for one in curation.decisions:
        if curation.states[one.id] is State.HOLDS and one.verb in {Verb.TAG, Verb.UNTAG}:
            for target in targets.get(one.id, ()):
                if one.verb is Verb.TAG:
                    standing[target, storable(one.value)] = one.id
                else:
                    standing.pop((target, storable(one.value)), None)
    for (target, tag), decision in standing.items():
        yield {"target": target, "tag": tag, "decision": decision}
