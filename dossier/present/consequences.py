"""What a decision would change, in words, before it is taken."""

import sqlite3
from collections.abc import Collection

from dossier.curation.naming import fullness
from dossier.model.decision import State, Verb
from dossier.model.entity import EntityKind
from dossier.present.acts import ENTITY
from dossier.present.cells import clean
from dossier.query.parse import parse
from dossier.store.belonging import Place
from dossier.store.queries import decisions, disagreements, entities, events, statements
from dossier.store.queries.merged import Member, members
from dossier.store.queries.naming import Named
from dossier.store.search import search_labels

ALSO = 2
"""Things of other kinds that are named where nothing fits."""


def consequences(connection: sqlite3.Connection, verb: Verb, thing: Named, other: Named | None = None) -> str:
    """One or two sentences; empty where a decision changes only what it says."""
    if other is not None and verb in _WITH_OTHER:
        return _WITH_OTHER[verb](connection, thing, other)
    if verb is Verb.REJECT:
        return f"Hidden with its {_of(connection, thing)}; the words stay in their documents."
    if verb is Verb.KIND:
        return f"Its {_of(connection, thing)} go with it."
    if verb in {Verb.REDATE, Verb.STATUS} and (matters := disagreements.about(connection, thing.id)):
        stay = "stays as it is" if len(matters) == 1 else "stay as they are"
        return f"{number(len(matters), 'disagreement')} about it {stay}."
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


def merged_whole(connection: sqlite3.Connection, thing: Named, taken: Collection[Place]) -> Member | None:
    """What a reader merged into a thing, where these places are all that came with it; None where they are not. To take
    them out by place would do nothing: parting comes before merging. The merge has to be taken back."""
    places = frozenset(taken)
    return next((one for one in members(connection, thing) if one.places <= places), None)


def merged_words(member: Member, taken_back: str) -> str:
    """That a merge has to be taken back instead, and how."""
    return f"That is all of what {member.by} merged into it on {member.at[:10]}: take back that merge ({taken_back})."


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
    warning = ""
    if thing.kind == other.kind == "person":
        from dossier.present.namesakes import against  # noqa: PLC0415 (late: the rules for names, where one is asked)

        told = against(thing.name, other.name)
        warning = f"Take care: {told} " if told else ""
    both = " and ".join(f"“{clean(named.name)}” ({_of(connection, named)})" for named in (thing, other))
    name = _surviving_name(connection, thing, other)
    return f"{warning}{both} become one" + (f", called “{clean(name)}”.{moved}" if name else f".{moved}")


def _surviving_name(connection: sqlite3.Connection, thing: Named, other: Named) -> str:
    """What two things are called when they are one; empty where that hangs on more than is known here."""
    pair = (thing, other)
    given = {one.id: one for named in pair for one in decisions.of_target(connection, named.id)
             if one.verb == Verb.RENAME and one.state == State.HOLDS}  # fmt: skip
    if given:
        return max(given.values(), key=lambda one: one.at).value if len(given) == 1 else ""
    if thing.kind in set(EntityKind):
        kind = EntityKind(thing.kind)
        return max(pair, key=lambda named: fullness(kind, named.name, named.weight)).name
    return max(pair, key=lambda named: named.weight).name if thing.weight != other.weight else ""


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


def not_found(connection: sqlite3.Connection, kind: str, typed: str) -> str:
    """Why nothing of a kind is offered for what was typed: who or what else is called so."""
    found = search_labels(connection, parse(typed, typing=True))
    others = [f"“{clean(hit.name)}” is {a(hit.kind)}" for hit in found if hit.kind in ENTITY and hit.kind != kind]
    return f"No other {kind} is called so." + (f" {', '.join(others[:ALSO])}." if others else "")


def a(noun: str) -> str:
    """A noun with its indefinite article."""
    return f"a{'n' * (noun[0] in 'aeiou')} {noun}"


def number(count: int, noun: str) -> str:
    """So many of something, in words."""
    return f"{count:,} {noun}{'s' * (count != 1)}"
