"""A decision shown at once: what it reaches is decided anew from what was found, and nothing else is read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection

from dossier.curation import FIELDS, beside, first_states, is_input, said_of_sources
from dossier.curation.accounts import decide_matters, decide_statements
from dossier.curation.adding import Added
from dossier.curation.called import new_names
from dossier.curation.desk import Became, Desk, Moved
from dossier.curation.entities import Decided, decide_entities
from dossier.curation.events import decide_events
from dossier.curation.finding import Finder
from dossier.curation.journal import Journals
from dossier.curation.ledger import in_force
from dossier.curation.outcome import Outcome
from dossier.curation.relocating import relocated
from dossier.decide.reach import Reach
from dossier.model.decision import Curation, Decision, State, Verb
from dossier.store import refresh as store
from dossier.store.documents import Documents
from dossier.store.fields import show_field
from dossier.store.found import Found
from dossier.store.refresh import Refreshed


def refresh(database: Path, read: Callable[[], tuple[Journals, str]]) -> bool:
    """Have the database show what was decided since it was last written. `read` gives the journals, and what
    `dossier.case.fingerprint` sees of them; it is called when no other program can write to the database, so that
    nobody puts an older state over a newer one.

    False where the case must be built anew for it, and nothing changed but what is known of a source: that shows before
    what depends on it. Raises DatabaseError where the database cannot
    be written.
    """
    with store.writing(database) as connection:
        journals, stamp = read()
        before = store.states(connection)
        known = {decision.id: decision for decision in journals.decisions}
        holding = {decision.id for decision in in_force(journals.decisions)}
        held = {id_ for id_, state in before.items() if state is not State.UNDONE}
        turned = {id_ for id_ in holding ^ held if id_ not in known or known[id_].verb is not Verb.UNDO}
        if not known.keys() >= before.keys():
            return False
        documents = Documents(connection)
        here = replace(journals, decisions=relocated(journals.decisions, documents))
        if any(is_input(known[id_]) for id_ in turned):
            _foretell(connection, [one for one in here.decisions if one.id in turned & holding])
            return False
        now, standing = _Again(connection, documents, here, before).work_out(turned)
        store.put(connection, now, standing, stamp)
        return True


def _foretell(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Show what these decisions say of sources."""
    found = Found(connection)
    for decision in decisions:
        field, _, value = decision.value.partition("=")
        if decision.verb is Verb.FIELD and field in FIELDS:
            anchors = [anchor for subject in decision.subjects[:1] for anchor in subject.anchors]
            for source in sorted({id_ for anchor in anchors for id_ in found.at("source", anchor)}):
                show_field(connection, source, field, value, decision.by)


@dataclass(frozen=True, slots=True)
class _Again:
    """One application of decisions to a few things."""

    connection: Connection
    documents: Documents
    journals: Journals
    before: Mapping[str, State]
    """How the decisions stood."""

    def work_out(self, turned: Iterable[str]) -> tuple[Refreshed, Curation]:
        """The things that these decisions reach, as they are now, and all decisions as they stand."""
        found = Found(self.connection)
        added = Added(found, in_force(self.journals.decisions), self.documents)
        reach = Reach(self.connection, found, added, {decision.id: decision for decision in self.journals.decisions})
        reach.decide(turned)
        while True:
            size = len(reach.decisions)
            now = self._decided(found, added, reach)
            # What refers to changed things may itself be decided upon, and by that bring in more.
            if len(reach.decisions) == size:
                return now, self._standing(now.curation)

    def _decided(self, found: Found, added: Added, reach: Reach) -> Refreshed:
        ours = tuple(one for one in in_force(self.journals.decisions) if one.id in reach.decisions)
        outcome, finder = Outcome(), Finder(added, self.journals.decisions)
        was = store.became(self.connection)
        places = frozenset(reach.places)
        named = found.named(places, reach.of("entity"))
        people = decide_entities(
            found.entities(reach.of("entity"), named), added.entities(reach.of("entity")), ours, finder, found.hashes,
            outcome)  # fmt: skip
        moved = Moved({
            **{at: to for at, to in store.moved(self.connection).items() if at not in places}, **people.moved})
        outside = {id_: now for id_, now in was.items() if id_ not in reach.things}
        desk = Desk(ours, finder, outcome, {**outside, **people.became}, moved, self.documents)
        changed = _changed(reach.of("entity"), was, people.became)
        reach.touch(found.made_with({*changed, *(now for id_ in changed if (now := was.get(id_)))}), "event")
        reach.touch({id_ for _, id_ in found.referring(changed, "statement")}, "statement")
        told = found.events(reach.of("event"))
        events, joined = decide_events((*told, *added.events(reach.of("event"))), desk)
        statements, hidden = decide_statements(
            (*found.statements(reach.of("statement")), *added.statements(reach.of("statement"))), desk)
        desk = desk.knowing({**joined, **hidden})
        changed |= _changed(reach.of("event"), was, joined) | _changed(reach.of("statement"), was, hidden)
        reach.touch({id_ for _, id_ in found.referring(changed, "disagreement")}, "disagreement")
        names = _names(found, reach, people)
        matters = decide_matters(found.matters(reach.of("disagreement")), desk, names)
        beside(desk, added)
        said_of_sources(desk)
        outcome.weigh()
        citations = {row: entity for entity, row in found.referring(changed, "citation")}
        curation = Curation(
            ours, {**first_states(ours), **outcome.states}, outcome.touched, (), finder.concerns,
            {**people.became, **joined, **hidden}, people.moved, outcome.against)  # fmt: skip
        return Refreshed(
            dict(reach.things), citations, people.entities, events, statements, matters, curation, places, named, told)

    def _standing(self, ours: Curation) -> Curation:
        """All decisions: those that were not reached stand as they stood."""
        first = first_states(self.journals.decisions)
        states = {
            one.id: first[one.id] if one.verb is Verb.UNDO or first[one.id] is State.UNDONE
            else ours.states.get(one.id) or self.before[one.id] for one in self.journals.decisions
        }  # fmt: skip
        against = {
            **{id_: by for id_, by in store.against(self.connection).items()
               if id_ not in ours.states and states[id_] is State.CONTRADICTED}, **ours.against}  # fmt: skip
        return Curation(self.journals.decisions, states, {}, self.journals.damage, against=against)


def _names(found: Found, reach: Reach, people: Decided) -> dict[str, str]:
    """What is called otherwise now, in the whole case; matters in which that is not yet written so are reached."""
    ours = set(reach.of("entity"))
    known = found.names(ours | found.renaming())
    before, called = found.today(known), {entity.id: entity.name for entity in people.entities}
    now = {id_: called.get(people.became.get(id_, id_) or "") if id_ in ours else before.get(id_) for id_ in known}
    turned = {name for id_, name in known.items() if id_ in ours and (now[id_] or name) != (before.get(id_) or name)}
    # What the database is written under now is in it and not in what was found, which is looked through here.
    reach.touch(found.matters_naming(turned), "disagreement")
    return new_names((name, now[id_]) for id_, name in known.items())


def _changed(ids: Iterable[str], was: Became, now: Became) -> set[str]:
    """Those of which something else became than before."""
    return {id_ for id_ in ids if was.get(id_, id_) != now.get(id_, id_)}
