"""Decisions applied to the invented case: what they change, what they leave, and that undoing is the identity."""

from collections.abc import Sequence

import pytest
from deciding import decision, subject, undo
from hypothesis import given
from hypothesis import strategies as st
from invented import invented

from dossier.curation import apply, inputs
from dossier.curation.journal import Journals
from dossier.model.decision import Anchor, Curation, Decision, State, Subject, Verb
from dossier.model.dossier import Dossier
from dossier.model.manifest import Manifest

FOUND = invented()
VERRIN, OKONJO, RENN = (subject(FOUND, "person", name) for name in ("Aldous Verrin", "Ines Okonjo", "Tobias Renn"))
CARRICK = subject(FOUND, "place", "Carrick")
AGROUND = subject(FOUND, "event", "Halcyon runs aground on the Carrick bar")
LAMP = subject(FOUND, "event", "The lamp goes out at nine")
LIT = subject(FOUND, "statement", "it was lit at dusk")
GONE = Subject("person", "Nobody Known", (Anchor("0" * 64, 3, "Nobody"),))


def now(*decisions: Decision) -> tuple[Dossier, Curation]:
    return apply(FOUND, Journals(decisions, ()))


def called(dossier: Dossier) -> list[str]:
    return sorted(entity.name for entity in dossier.entities)


def test_without_decisions_nothing_changes() -> None:
    assert now()[0] == FOUND


@pytest.mark.parametrize("broken", ["1911-03-02/..x", "x/1911", "1912/1911", "1911-13", "[1911,soon]"])
def test_a_date_that_is_none_displaces_no_other(broken: str) -> None:
    good, bad = decision(Verb.REDATE, LAMP, value="1911-03-02"), decision(Verb.REDATE, LAMP, value=broken)
    dossier, curation = now(good, bad)
    assert {event.label: event.date for event in dossier.events}[LAMP.name] == "1911-03-02"
    assert (curation.states[good.id], curation.states[bad.id]) == (State.HOLDS, State.INVALID)


def test_merged_people_are_one_everywhere() -> None:
    merge = decision(Verb.MERGE, VERRIN, RENN)
    dossier, curation = now(merge)
    (one,) = [entity for entity in dossier.entities if entity.name in {"Aldous Verrin", "Tobias Renn"}]
    assert {"Tobias Renn", "T. Renn", "Verrin"} <= set(one.aliases)
    assert sum(any(p.entity == one.id for p in event.participants) for event in dossier.events) == 3
    ids = {entity.id for entity in dossier.entities}
    assert all(speaker in ids for statement in dossier.statements for speaker in statement.speakers)
    assert curation.touched[one.id] == [merge.id]


def test_the_latest_word_on_a_pair_holds() -> None:
    merge, apart, again = (decision(verb, VERRIN, RENN) for verb in (Verb.MERGE, Verb.APART, Verb.MERGE))
    dossier, curation = now(merge, apart)
    assert called(dossier) == called(FOUND)
    assert [curation.states[d.id] for d in (merge, apart)] == [State.CONTRADICTED, State.HOLDS]
    assert called(now(merge, apart, again)[0]) != called(FOUND)


def test_who_is_apart_is_not_merged_through_a_third() -> None:
    apart, first, second = (decision(Verb.APART, VERRIN, RENN), decision(Verb.MERGE, VERRIN, OKONJO),
                            decision(Verb.MERGE, OKONJO, RENN))  # fmt: skip
    dossier, curation = now(apart, first, second)
    assert curation.states[second.id] is State.CONTRADICTED
    assert "Tobias Renn" in called(dossier)


@pytest.mark.parametrize("subjects", [(VERRIN, VERRIN), (VERRIN,), ()])
def test_a_merge_with_itself_says_nothing(subjects: Sequence[Subject]) -> None:
    dossier, _ = now(decision(Verb.MERGE, *subjects))
    assert dossier == FOUND


def test_a_rejected_person_leaves_no_trace_but_its_words() -> None:
    dossier, _ = now(decision(Verb.REJECT, VERRIN))
    assert "Aldous Verrin" not in called(dossier)
    ids = {entity.id for entity in dossier.entities}
    assert {p.entity for event in dossier.events for p in event.participants} <= ids
    assert len(dossier.statements) == len(FOUND.statements)
    assert called(now(decision(Verb.REJECT, VERRIN), decision(Verb.CONFIRM, VERRIN))[0]) == called(FOUND)


def test_everything_can_be_rejected() -> None:
    people = [subject(FOUND, entity.kind.value, entity.name) for entity in FOUND.entities]
    events = [subject(FOUND, "event", event.label) for event in FOUND.events]
    dossier, _ = now(*(decision(Verb.REJECT, one) for one in (*people, *events)))
    assert dossier.entities == dossier.events == ()


def test_renamed_and_of_another_kind() -> None:
    dossier, _ = now(
        decision(Verb.RENAME, CARRICK, value=" Carrick  bar "), decision(Verb.KIND, CARRICK, value="vehicle"))
    (entity,) = [entity for entity in dossier.entities if entity.name == "Carrick bar"]
    assert entity.kind == "vehicle"
    assert "Carrick" in entity.aliases
    for value in ("", "spirit"):
        bad = decision(Verb.KIND, CARRICK, value=value)
        assert now(bad)[1].states[bad.id] is State.INVALID


def test_mentions_that_were_split_off_are_somebody_else() -> None:
    verrin = next(entity for entity in FOUND.entities if entity.name == "Aldous Verrin")
    texts = {document.source.id: document.source for document in FOUND.documents}
    last = verrin.mentions[-1]
    other = Subject("person", "Aldous Verrin", (Anchor(texts[last.source].sha256, last.span.start, last.text),))
    dossier, curation = now(split := decision(Verb.SPLIT, other, value="Verrin the younger"))
    younger = next(entity for entity in dossier.entities if entity.name == "Verrin the younger")
    assert [mention.span for mention in younger.mentions] == [last.span]
    assert curation.states[split.id] is State.HOLDS
    elder = next(entity for entity in dossier.entities if entity.name == "Aldous Verrin")
    assert last not in elder.mentions


def test_events_are_redated_relabelled_restated_and_joined() -> None:
    dossier, curation = now(
        decision(Verb.REDATE, LAMP, value="1911-03-02~"), decision(Verb.RENAME, LAMP, value="The lamp fails"),
        bad := decision(Verb.REDATE, AGROUND, value="31 June"), decision(Verb.STATUS, LAMP, value="alleged"),
    )  # fmt: skip
    lamp = next(event for event in dossier.events if event.label == "The lamp fails")
    assert (lamp.date, lamp.date_inferred, lamp.status) == ("1911-03-02~", False, "alleged")
    assert curation.states[bad.id] is State.INVALID
    joined, _ = now(decision(Verb.MERGE, AGROUND, LAMP))
    assert len(joined.events) == len(FOUND.events) - 1
    assert max(len(event.reports) for event in joined.events) == 3


def test_a_statement_has_the_speaker_that_was_decided() -> None:
    dossier, _ = now(decision(Verb.SPEAKER, LIT, RENN))
    renn = next(entity.id for entity in FOUND.entities if entity.name == "Tobias Renn")
    assert next(s.speakers for s in dossier.statements if s.span.start == LIT.anchors[0].start) == (renn,)
    nobody, _ = now(decision(Verb.SPEAKER, LIT))
    assert next(s.speakers for s in nobody.statements if s.span.start == LIT.anchors[0].start) == ()


def test_what_is_gone_waits() -> None:
    waiting = decision(Verb.RENAME, GONE, value="Somebody")
    dossier, curation = now(waiting)
    assert dossier == FOUND
    assert curation.states[waiting.id] is State.ORPHAN


def test_what_is_known_of_a_document_is_input_and_shown() -> None:
    source = FOUND.documents[1].source
    log = Subject("source", source.path, (Anchor(source.sha256, 0, ""),))
    said = decision(Verb.FIELD, log, value="published=1911-03-05")
    manifest = inputs(Manifest(), Journals((said, decision(Verb.ADD, Subject("vehicle", "Halcyon II"))), ()),
                      {source.sha256: source.path})  # fmt: skip
    assert manifest.sources == {source.path: {"published": "1911-03-05"}}
    assert [(name.name, name.kind) for name in manifest.names] == [("Halcyon II", "vehicle")]
    dossier, _ = now(said)
    assert ("published", "1911-03-05", "decided by ada") in [
        (a.field, a.value, a.basis) for a in dossier.documents[1].attributes]


_SUBJECTS = st.sampled_from([VERRIN, OKONJO, RENN, CARRICK, AGROUND, LAMP, LIT, GONE])
_ACTS = st.builds(
    lambda verb, one, other, value: decision(verb, one, other, value=value), st.sampled_from(
        [verb for verb in Verb if verb is not Verb.UNDO]), _SUBJECTS, _SUBJECTS,
    st.sampled_from(["", "1911-03-01", "A Name", "vehicle", "denied", "title=X", "published=1911"]))  # fmt: skip


@given(st.lists(_ACTS, max_size=8))
def test_whatever_is_decided_everything_points_to_what_is_there(acts: list[Decision]) -> None:
    dossier, curation = now(*acts)
    ids = {entity.id for entity in dossier.entities}
    assert len(ids) == len(dossier.entities)
    assert {p.entity for event in dossier.events for p in event.participants} <= ids
    assert {speaker for statement in dossier.statements for speaker in statement.speakers} <= ids
    things = ids | {thing.id for thing in (*dossier.events, *dossier.statements)}
    for matter in (*dossier.disagreements, *dossier.agreements):
        assert {e.statement for side in matter.sides for e in side.evidence} - {None} <= things
        assert {e.event for side in matter.sides for e in side.evidence} - {None} <= things
    reports = [report for event in dossier.events for report in event.reports]
    assert len(reports) == len(set(reports))
    assert {one.id for one in acts} == set(curation.states)
    assert State.UNDONE not in curation.states.values()


@given(st.lists(_ACTS, max_size=6), st.data())
def test_undoing_everything_is_the_identity_and_redoing_is_too(acts: list[Decision], data: st.DataObject) -> None:
    undone = [undo(act) for act in data.draw(st.permutations(acts))]
    assert now(*acts, *undone)[0] == FOUND
    again = [undo(one) for one in undone]
    assert now(*acts, *undone, *again)[0] == now(*acts)[0]


@given(st.lists(_ACTS, min_size=1, max_size=6), st.data())
def test_undoing_one_leaves_what_it_would_be_without_it(acts: list[Decision], data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(acts))
    assert now(*acts, undo(one))[0] == now(*(act for act in acts if act is not one))[0]


def test_a_contradicted_decision_names_the_one_that_holds() -> None:
    merge, apart = decision(Verb.MERGE, VERRIN, RENN), decision(Verb.APART, VERRIN, RENN, by="ben")
    assert now(merge, apart)[1].against == {merge.id: apart.id}
    first, through = decision(Verb.MERGE, VERRIN, OKONJO), decision(Verb.MERGE, OKONJO, RENN)
    assert now(apart, first, through)[1].against == {through.id: apart.id}
    reject, confirm = decision(Verb.REJECT, LAMP), decision(Verb.CONFIRM, LAMP, by="ben")
    assert now(reject, confirm)[1].against == {reject.id: confirm.id}


def test_what_was_split_off_can_be_decided_upon() -> None:
    verrin = next(entity for entity in FOUND.entities if entity.name == "Aldous Verrin")
    texts = {document.source.id: document.source for document in FOUND.documents}
    last = verrin.mentions[-1]
    words = (Anchor(texts[last.source].sha256, last.span.start, last.text),)
    split = decision(Verb.SPLIT, Subject("person", "Aldous Verrin", words), value="Verrin the younger")
    rename = decision(Verb.RENAME, Subject("person", "Verrin the younger", words), value="Ned Verrin")
    assert {"Aldous Verrin", "Ned Verrin"} <= {*called(now(split, rename)[0])}
    rejected = called(now(split, decision(Verb.REJECT, Subject("person", "Verrin the younger", words)))[0])
    assert "Aldous Verrin" in rejected
    assert "Verrin the younger" not in rejected
    # Decided before the split, it was about the whole.
    assert "Verrin the younger" in called(now(decision(Verb.RENAME, VERRIN, value="Ned"), split)[0])
