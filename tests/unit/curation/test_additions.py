"""What readers add to what was found, take apart, and say of who took part: the same whatever else is decided."""

import hashlib
from dataclasses import replace

import pytest
from deciding import decision, subject, undo
from hypothesis import given
from hypothesis import strategies as st
from invented import invented

from dossier.curation import apply, inputs
from dossier.curation.journal import Journals
from dossier.model.decision import Anchor, Curation, Decision, State, Subject, Verb
from dossier.model.dossier import Dossier
from dossier.model.event import Event, Participant
from dossier.model.manifest import Manifest
from dossier.model.selection import Selection, selection_of

FOUND = invented()
DOCUMENTS = {document.source.path: document.source for document in FOUND.documents}
VERRIN, RENN = subject(FOUND, "person", "Aldous Verrin"), subject(FOUND, "person", "Tobias Renn")
AGROUND = subject(FOUND, "event", "Halcyon runs aground on the Carrick bar")
LAMP = subject(FOUND, "event", "The lamp goes out at nine")
LIT = subject(FOUND, "statement", "it was lit at dusk")
FAILED = subject(FOUND, "disagreement", "Had the light failed?")
LOG = subject(FOUND, "source", "log.txt")


def at(path: str, words: str, kind: str = "passage", name: str = "") -> Subject:
    """Words of a document, as a decision names them."""
    source = DOCUMENTS[path]
    return Subject(kind, name or words, (Anchor(source.sha256, source.text.index(words), words, path),))


COURIER = at("courier.txt", "Courier", "organization", "The Courier")
DARK = at("courier.txt", "Captain Aldous Verrin was on the\nbridge", "event", "Verrin stands on the bridge")
BUILT = at("courier.txt", "The ship was built at Lowestead", "statement")


def now(*decisions: Decision, found: Dossier = FOUND) -> tuple[Dossier, Curation]:
    return apply(found, Journals(decisions, ()))


def event_called(dossier: Dossier, label: str) -> Event:
    return next(event for event in dossier.events if event.label == label)


def names_in(dossier: Dossier, event: Event) -> set[str]:
    names = {entity.id: entity.name for entity in dossier.entities}
    return {names[participant.entity] for participant in event.participants}


# Added


def test_a_name_that_was_missed_is_one_like_any_other() -> None:
    add = decision(Verb.ADD, COURIER)
    dossier, curation = now(add)
    (entity,) = [one for one in dossier.entities if one.name == "The Courier"]
    assert (entity.kind, [mention.text for mention in entity.mentions]) == ("organization", ["Courier"])
    assert curation.states[add.id] is State.HOLDS
    assert curation.touched[entity.id] == [add.id]
    renamed, _ = now(add, decision(Verb.RENAME, COURIER, value="Carrick Courier"))
    assert "Carrick Courier" in {one.name for one in renamed.entities}
    merged, _ = now(add, decision(Verb.MERGE, subject(FOUND, "organization", "Harbour Board"), COURIER))
    assert len(merged.entities) == len(FOUND.entities)
    assert now(add, decision(Verb.REJECT, COURIER))[0].entities == FOUND.entities


def test_who_is_added_takes_part_where_they_are_named_and_says_what_is_said_there() -> None:
    words = at("courier.txt", "on the night", "person", "The Night")
    dossier, _ = now(decision(Verb.ADD, words))
    aground = event_called(dossier, "Halcyon runs aground on the Carrick bar")
    assert "The Night" in names_in(dossier, aground)


def test_a_name_that_the_program_found_by_now_is_not_added_twice() -> None:
    verrin = next(entity for entity in FOUND.entities if entity.name == "Aldous Verrin")
    found = at("courier.txt", "Captain Aldous Verrin", "person", "Captain Verrin")
    dossier, curation = now(add := decision(Verb.ADD, found))
    assert dossier.entities == FOUND.entities
    assert curation.states[add.id] is State.HOLDS
    assert curation.touched[verrin.id] == [add.id]


def test_an_event_that_was_missed_has_its_date_and_whoever_is_named_in_it() -> None:
    dossier, curation = now(add := decision(Verb.ADD, DARK, value="1911-03-03~"))
    event = event_called(dossier, "Verrin stands on the bridge")
    assert (event.date, event.status, len(event.reports)) == ("1911-03-03~", "reported", 1)
    assert names_in(dossier, event) == {"Aldous Verrin"}
    assert curation.touched[event.id] == [add.id]
    later, _ = now(add, decision(Verb.REDATE, DARK, value="1911"), decision(Verb.MERGE, VERRIN, RENN))
    assert event_called(later, "Verrin stands on the bridge").date == "1911"
    assert len(names_in(later, event_called(later, "Verrin stands on the bridge"))) == 1
    joined, _ = now(add, decision(Verb.MERGE, AGROUND, DARK))
    assert len(joined.events) == len(FOUND.events)


def test_a_statement_that_was_missed_has_the_speaker_that_was_given() -> None:
    dossier, _ = now(decision(Verb.ADD, BUILT, RENN, value="direct"))
    renn = next(entity.id for entity in dossier.entities if entity.name == "Tobias Renn")
    (added,) = [one for one in dossier.statements if one.rule == "added by a reader"]
    assert (added.kind, added.speakers) == ("direct", (renn,))
    nobody, _ = now(decision(Verb.ADD, BUILT))
    assert [one.speakers for one in nobody.statements if one.rule == "added by a reader"] == [()]
    other, _ = now(decision(Verb.ADD, BUILT, RENN), decision(Verb.SPEAKER, BUILT, VERRIN))
    assert [one.speakers for one in other.statements if one.rule == "added by a reader"] != [(renn,)]


@pytest.mark.parametrize("add", [
    decision(Verb.ADD, at("courier.txt", "Courier", "spirit", "A Spirit")),
    decision(Verb.ADD, DARK, value="31 June"), decision(Verb.ADD, BUILT, value="sung"),
    decision(Verb.ADD, at("courier.txt", " ", "person", "Blank")), decision(Verb.ADD, Subject("event", "No words")),
    decision(Verb.ADD),
])  # fmt: skip
def test_what_cannot_be_added_changes_nothing_and_says_so(add: Decision) -> None:
    dossier, curation = now(add)
    assert dossier == FOUND
    assert curation.states[add.id] is State.INVALID
    assert inputs(Manifest(), Journals((add,), ()), {}).names == ()


def test_a_name_everywhere_is_known_before_anything_is_found_and_one_in_its_place_is_not() -> None:
    journals = Journals((decision(Verb.ADD, Subject("person", "Ned Pell")), decision(Verb.ADD, COURIER)), ())
    assert [name.name for name in inputs(Manifest(), journals, {}).names] == ["Ned Pell"]


# Parted


def test_a_report_that_tells_of_another_event_is_an_event_of_its_own() -> None:
    lost = at("gazette.md", "On 4 March 1911 the ferry Halcyon was lost at Carrick", "event", AGROUND.name)
    dossier, curation = now(part := decision(Verb.PART, lost, value="The Halcyon is lost"))
    other = event_called(dossier, "The Halcyon is lost")
    rest = event_called(dossier, "Halcyon runs aground on the Carrick bar")
    assert (other.date, len(other.reports), rest.date, len(rest.reports)) == ("1911-03-04", 1, "1911-03-03", 1)
    assert names_in(dossier, other) == {"Halcyon", "Carrick"}
    assert "Aldous Verrin" in names_in(dossier, rest)
    assert {other.id, rest.id} <= curation.touched.keys()
    assert curation.states[part.id] is State.HOLDS
    later, _ = now(part, decision(Verb.REDATE, replace(lost, name="The Halcyon is lost"), value="1911-03-05"))
    assert event_called(later, "The Halcyon is lost").date == "1911-03-05"
    assert event_called(later, "Halcyon runs aground on the Carrick bar").date == "1911-03-03"
    assert now(part, undo(part))[0] == FOUND


def test_all_reports_of_an_event_are_not_another_event() -> None:
    part = decision(Verb.PART, LAMP, value="Another")
    dossier, curation = now(part)
    assert dossier.events == FOUND.events
    assert curation.states[part.id] is State.INVALID


# Who took part


def test_who_took_part_is_as_was_said_last() -> None:
    involve = decision(Verb.INVOLVE, LAMP, VERRIN, value="agent")
    dossier, curation = now(involve)
    lamp = event_called(dossier, "The lamp goes out at nine")
    verrin = next(entity.id for entity in dossier.entities if entity.name == "Aldous Verrin")
    assert Participant(verrin, "agent") in lamp.participants
    exclude = decision(Verb.EXCLUDE, LAMP, VERRIN, by="ben")
    dossier, curation = now(involve, exclude)
    assert names_in(dossier, event_called(dossier, "The lamp goes out at nine")) == {"Tobias Renn"}
    assert curation.against == {involve.id: exclude.id}
    without, _ = now(decision(Verb.EXCLUDE, LAMP, RENN))
    assert event_called(without, "The lamp goes out at nine").participants == ()
    for bad in (decision(Verb.INVOLVE, LAMP, VERRIN, value="ghost"), decision(Verb.INVOLVE, LAMP, LIT)):
        assert now(bad)[1].states[bad.id] is State.INVALID


# What stands beside


def test_notes_and_tags_are_on_words_and_follow_no_thing() -> None:
    words = at("courier.txt", "Sixty people were aboard")
    note = decision(Verb.NOTE, words, value="Who counted?")
    dossier, curation = now(note, decision(Verb.TAG, words, value="count"))
    assert dossier == FOUND
    source = DOCUMENTS["courier.txt"]
    start = source.text.index("Sixty")
    place = Selection(source.id, start, start + len("Sixty people were aboard"))
    assert place.id in curation.touched
    assert selection_of(place.id) == place
    gone = decision(Verb.NOTE, Subject("passage", "x", (Anchor("0" * 64, 0, "x", "gone.txt"),)), value="lost")
    assert now(gone)[1].states[gone.id] is State.ORPHAN


@given(st.text(max_size=20), st.integers(0, 10**9), st.integers(0, 10**9))
def test_words_have_one_id_and_it_tells_them(source: str, start: int, end: int) -> None:
    assert selection_of(Selection(source, start, end).id) == Selection(source, start, end)
    assert selection_of(source) is None


def test_what_is_kept_of_sources_holds_of_sources_alone() -> None:
    for verb in (Verb.READ, Verb.RELIABILITY):
        right, wrong = decision(verb, LOG, value="x"), decision(verb, VERRIN, value="x")
        assert now(right)[1].states[right.id] is State.HOLDS
        assert now(wrong)[1].states[wrong.id] is State.INVALID
    search, nothing = decision(Verb.SEARCH, value="lamp OR light"), decision(Verb.SEARCH, value=" ")
    states = now(search, nothing)[1].states
    assert (states[search.id], states[nothing.id]) == (State.HOLDS, State.INVALID)


# Two readers


@pytest.mark.parametrize(("verb", "about", "one", "other"), [
    (Verb.RENAME, VERRIN, "A. Verrin", "Old Verrin"), (Verb.KIND, VERRIN, "place", "vehicle"),
    (Verb.RENAME, LAMP, "Dark", "Darker"), (Verb.REDATE, LAMP, "1911", "1912"),
    (Verb.STATUS, LAMP, "denied", "alleged"), (Verb.FIELD, LOG, "published=1911", "published=1912"),
])  # fmt: skip
def test_two_answers_to_one_question_contradict_each_other(
    verb: Verb, about: Subject, one: str, other: str
) -> None:
    first, second = decision(verb, about, value=one), decision(verb, about, value=other, by="ben")
    curation = now(first, second)[1]
    assert (curation.states[first.id], curation.states[second.id]) == (State.CONTRADICTED, State.HOLDS)
    assert curation.against == {first.id: second.id}
    same = decision(verb, about, value=one, by="ben")
    assert now(first, same)[1].against == {}
    assert now(first, second, undo(second))[1].against == {}


def test_a_disagreement_is_settled_reopened_and_dismissed() -> None:
    settle, reopen, dismiss = (decision(verb, FAILED) for verb in (Verb.SETTLE, Verb.REOPEN, Verb.DISMISS))
    curation = now(settle, reopen)[1]
    assert (curation.states[settle.id], curation.states[reopen.id]) == (State.CONTRADICTED, State.HOLDS)
    assert now(settle, reopen, dismiss)[1].states[dismiss.id] is State.HOLDS


def test_merging_in_circles_makes_one() -> None:
    okonjo = subject(FOUND, "person", "Ines Okonjo")
    dossier, curation = now(decision(Verb.MERGE, VERRIN, RENN), decision(Verb.MERGE, RENN, okonjo),
                            decision(Verb.MERGE, okonjo, VERRIN))  # fmt: skip
    assert len(dossier.entities) == len(FOUND.entities) - 2
    assert set(curation.states.values()) == {State.HOLDS}


# Documents that were edited


def edited(path: str, before: str, after: str) -> Dossier:
    """The case when a document reads otherwise; what was found stays as it was."""
    text = DOCUMENTS[path].text.replace(before, after)
    documents = tuple(
        replace(document, source=replace(
            document.source, text=text, sha256=hashlib.sha256(text.encode()).hexdigest()),
            passages=tuple(one for one in document.passages if one.span.end <= len(text)))
        if document.source.path == path else document for document in FOUND.documents)  # fmt: skip
    return replace(FOUND, documents=documents)


def test_words_move_with_an_edited_document_where_they_are_the_same_or_alone() -> None:
    sixty = decision(Verb.NOTE, at("courier.txt", "Sixty people were aboard"), value="Who counted?")
    appended = edited("courier.txt", "Share this article", "Share this article now")
    assert now(sixty, found=appended)[1].states[sixty.id] is State.HOLDS
    shifted = edited("courier.txt", "Halcyon strikes", "The Halcyon strikes")
    text = next(d.source.text for d in shifted.documents if d.source.path == "courier.txt")
    (target,) = [id_ for id_ in now(sixty, found=shifted)[1].touched if (place := selection_of(id_))]
    place = selection_of(target)
    assert place is not None
    assert text[place.start : place.end] == "Sixty people were aboard"


def test_words_that_could_be_meant_in_two_ways_wait() -> None:
    light = decision(Verb.NOTE, at("courier.txt", "light"), value="Which?")
    shifted = edited("courier.txt", "Halcyon strikes", "The Halcyon strikes")
    assert shifted.documents[0].source.text.count("light") > 1
    assert now(light, found=shifted)[1].states[light.id] is State.ORPHAN
    gone = decision(Verb.NOTE, at("courier.txt", "Sixty people were aboard"), value="Who counted?")
    without = edited("courier.txt", "Sixty people were aboard", "Nobody was aboard")
    assert now(gone, found=without)[1].states[gone.id] is State.ORPHAN


def test_what_was_known_by_path_only_is_an_input_still() -> None:
    said = decision(Verb.FIELD, LOG, value="publisher=The Board")
    manifest = inputs(Manifest(), Journals((said,), ()), {"f" * 64: "log.txt"})
    assert manifest.sources == {"log.txt": {"publisher": "The Board"}}
