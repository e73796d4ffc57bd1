"""What one document reports as events: which clauses, at which date, how it stands, and who takes part."""

import pytest

from dossier.assemble.reports import candidates
from dossier.model.event import EventStatus


@pytest.fixture
def told(read):
    def make(text, **given):
        return candidates(read(text, **given))

    return make


def test_a_dated_clause_is_a_report_at_its_date_with_its_agent(told):
    text = "The Maid of Lorne left Port Ellery on 11 January 1911 with Duncan Reid aboard."
    (report,) = told(text, dates={"11 January 1911": "1911-01-11"}, people={"reid": "Duncan Reid"})
    assert report.report.date == "1911-01-11"
    assert report.label == "The Maid of Lorne left Port Ellery with Duncan Reid aboard"
    assert [p.entity for p in report.participants] == ["reid"]
    assert report.report.span.of(text) == text.rstrip(".")


def test_a_participle_that_carries_the_date_gives_it_to_the_main_clause(told):
    text = "Speaking on 4 February 1911, Reid accused the owners of neglect."
    (report,) = told(text, dates={"4 February 1911": "1911-02-04"}, people={"reid": "Reid"})
    assert report.kind == "accuse"
    assert [(p.entity, p.role) for p in report.participants] == [("reid", "agent")]


def test_what_will_happen_is_planned(told):
    text = "The court will sit at Leith on 3 February 1911."
    (report,) = told(text, dates={"3 February 1911": "1911-02-03"})
    assert report.report.status is EventStatus.PLANNED


def test_what_somebody_claims_is_an_allegation_with_its_speaker(told):
    text = "Muir claimed that Reid abandoned the bridge on 12 January 1911."
    (report,) = told(text, dates={"12 January 1911": "1911-01-12"}, people={"muir": "Muir", "reid": "Reid"})
    assert report.report.status is EventStatus.ALLEGED
    assert ("muir", "speaker") in [(p.entity, p.role) for p in report.participants]


def test_a_shared_subject_is_borrowed_for_the_label(told):
    text = "The steamer struck the rock and sank on 12 January 1911."
    labels = [report.label for report in told(text, dates={"12 January 1911": "1911-01-12"})]
    assert all(label.startswith("The steamer") for label in labels)


def test_thoughts_states_and_speech_without_a_date_are_no_events(told):
    assert told("The owners knew the risk. The crew was small. A sailor said that he was afraid.") == ()


def test_nothing_inside_a_quotation_is_an_event_of_its_own(told):
    assert told('He said: "The owners sold the ship and bought another one in the spring."') == ()
