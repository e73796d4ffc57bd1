"""What a decision would change, in words, before it is taken."""

import sqlite3

from dossier.model.decision import Verb
from dossier.store.queries import disagreements, entities, events, statements
from dossier.store.queries.naming import Named


def consequences(connection: sqlite3.Connection, verb: Verb, thing: Named, other: Named | None = None) -> str:
    """One or two sentences; empty where a decision changes only what it says."""
    if other is not None and verb in _WITH_OTHER:
        return _WITH_OTHER[verb](connection, thing, other)
    if verb is Verb.REJECT:
        return f"Hidden with its {_of(connection, thing)}; the words stay in their documents."
    if verb is Verb.KIND:
        return f"Its {_of(connection, thing)} go with it."
    if verb in {Verb.REDATE, Verb.STATUS} and disagreements.about(connection, thing.id):
        return f"{number(len(disagreements.about(connection, thing.id)), 'disagreement')} about it stay as they are."
    return ""


def of_places(thing: Named, taken: int, all_: int) -> tuple[bool, str]:
    """Whether so many of the places of a thing can be taken from it, and what that would do."""
    noun = "report" if thing.kind == "event" else "mention"
    if not taken:
        return False, f"Tick the {noun}s that are another's."
    if taken == all_:
        return False, f"All {all_} {noun}s: then it is the other. Rename it instead."
    left = all_ - taken
    return True, f"{number(taken, noun)} go{'es' * (taken == 1)} to another, {left:,} stay{'s' * (left == 1)}."


def of_field(field: str) -> str:
    """What depends on a piece of what is known of a source."""
    if field == "published":
        return "Shown at once; dates counted from it, and events with them, are worked out again in the background."
    return "Shown when the case has been worked out again, in the background."


def of_addition(words: str, places: int, sources: int) -> str:
    """How far a name reaches that is added wherever its words stand."""
    found = f"{number(places, 'place')} in {number(sources, 'source')}"
    if any(map(str.isupper, words)):
        return f"{found}; worked out in the background, with shorter forms of it"
    return f"{found}, at once"


def _merged(connection: sqlite3.Connection, thing: Named, other: Named) -> str:
    matters = {one.id for named in (thing, other) for one in disagreements.about(connection, named.id)}
    moved = f" {number(len(matters), 'disagreement')} will be about it." if matters else ""
    return f"{_of(connection, thing)} here, {_of(connection, other)} there: they become those of one.{moved}"


def _kept_apart(connection: sqlite3.Connection, thing: Named, other: Named) -> str:
    return "They stay two, and no rule will ever join them."


def _involved(connection: sqlite3.Connection, thing: Named, other: Named) -> str:
    known = next((one for one in events.participants(connection, thing.id) if one.entity == other.id), None)
    return f"{other.name} has a part in it already; the role will be another." if known else (
        f"One more event of {other.name}.")


def _said_by(connection: sqlite3.Connection, thing: Named, other: Named) -> str:
    statement = statements.get(connection, thing.id)
    before = " and ".join(speaker.name for speaker in statement.speakers) if statement else ""
    return f"One more statement of {other.name}" + (f", one less of {before}." if before else ".")


_WITH_OTHER = {
    Verb.MERGE: _merged, Verb.APART: _kept_apart, Verb.INVOLVE: _involved, Verb.SPEAKER: _said_by,
}  # fmt: skip


def _of(connection: sqlite3.Connection, thing: Named) -> str:
    """How much belongs to a thing."""
    if thing.kind == "event":
        event = events.get(connection, thing.id)
        return number(event.reports if event else 0, "report")
    if thing.kind in {"statement", "disagreement"}:
        return "words"
    entity = entities.get(connection, thing.id)
    if entity is None:
        return "nothing"
    said = len(statements.said_by(connection, thing.id))
    counts = ((entity.mentions, "mention"), (entity.events, "event"), (said, "statement"))
    *parts, last = [number(count, noun) for count, noun in counts if count] or ["name"]
    return f"{', '.join(parts)} and {last}" if parts else last


def number(count: int, noun: str) -> str:
    """So many of something, in words."""
    return f"{count:,} {noun}{'s' * (count != 1)}"
