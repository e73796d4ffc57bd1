"""What a decision would change, in words, before it is taken."""

import sqlite3

from dossier.model.decision import Verb
from dossier.store.queries import disagreements, entities, events, statements
from dossier.store.queries.naming import Named


def consequences(connection: sqlite3.Connection, verb: Verb, thing: Named, other: Named | None = None) -> str:
    """One or two sentences; empty where a decision changes only what it says."""
    if verb is Verb.MERGE and other is not None:
        return f"Their {_of(connection, thing)} and {_of(connection, other)} become those of one."
    if verb is Verb.APART and other is not None:
        return "They stay two, and no rule will ever join them."
    if verb is Verb.REJECT:
        return f"Hidden with its {_of(connection, thing)}; the words stay in their documents."
    if verb is Verb.KIND:
        return f"Its {_of(connection, thing)} go with it."
    if verb in {Verb.REDATE, Verb.STATUS} and disagreements.about(connection, thing.id):
        return f"{_number(len(disagreements.about(connection, thing.id)), 'disagreement')} about it stay as they are."
    return ""


def _of(connection: sqlite3.Connection, thing: Named) -> str:
    """How much belongs to a thing."""
    if thing.kind == "event":
        event = events.get(connection, thing.id)
        return _number(event.reports if event else 0, "report")
    if thing.kind in {"statement", "disagreement"}:
        return "words"
    entity = entities.get(connection, thing.id)
    if entity is None:
        return "nothing"
    said = len(statements.said_by(connection, thing.id))
    parts = [_number(entity.mentions, "mention"), _number(entity.events, "event")]
    if said:
        parts.append(_number(said, "statement"))
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
