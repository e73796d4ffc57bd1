"""Every event of a case has an id of its own, whatever the words that tell it."""

from dossier.assemble.events.conclude import with_own_ids
from dossier.model.event import Event, EventStatus, Report
from dossier.model.span import Span


def event(name, label):
    """An event told by one clause."""
    told = Report("s1", 0, Span(0, 40), "1956-01-11", None, EventStatus.REPORTED, "dated clause")
    return Event(
        id=name, label=label, kind="sink", date="1956-01-11", date_inferred=False, status=EventStatus.REPORTED,
        participants=(), reports=(told,),
    )  # fmt: skip


def test_two_events_told_by_one_clause_have_ids_of_their_own():
    found = with_own_ids([event("ea", "The ship sank"), event("ea", "The sinking"), event("ea", "A loss")])
    assert [e.label for e in found] == ["The ship sank", "The sinking", "A loss"]
    assert len({e.id for e in found}) == 3


def test_an_event_alone_keeps_its_id():
    assert [e.id for e in with_own_ids([event("ea", "The ship sank"), event("eb", "The trial")])] == ["ea", "eb"]


def test_a_numbered_id_is_not_taken_twice():
    found = with_own_ids([event("ea-2", "One"), event("ea", "Two"), event("ea", "Three")])
    assert len({e.id for e in found}) == 3
