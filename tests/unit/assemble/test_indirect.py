"""Indirect speech: the reported words and whose they are."""

import pytest

from dossier.assemble.statements import statements

PEOPLE = {"raman": "(?:Priya )?Raman", "okafor": "(?:Daniel )?Okafor"}
ORGANIZATIONS = {"corvane": "Corvane", "wire": "Reuters"}


@pytest.fixture
def said(read):
    def make(text):
        found = statements(read(text, people=PEOPLE, organizations=ORGANIZATIONS))
        return [(s.span.of(text), s.speakers) for s in found if s.kind == "indirect"]

    return make


def test_that_is_left_out_and_the_subject_speaks(said):
    assert said("Raman said that the deal would make the company larger.") == [
        ("the deal would make the company larger", ("raman",))
    ]


def test_the_speaker_may_come_last(said):
    assert said("The offer had been withdrawn in August, Corvane said.") == [
        ("The offer had been withdrawn in August", ("corvane",))
    ]


def test_according_to_somebody(said):
    assert said("According to Okafor, the board had approved the offer.") == [
        ("the board had approved the offer", ("okafor",))
    ]


def test_a_passive_without_agent_is_said_by_nobody(said):
    assert said("It was thought that the plant would close.") == [("the plant would close", ())]


def test_a_name_in_apposition_is_the_speaker(said):
    assert said("The chairman of the company, Daniel Okafor, claimed that the price was fair.") == [
        ("the price was fair", ("okafor",))
    ]


def test_two_people_familiar_with_the_matter_are_nobody(said):
    assert said("Two people familiar with the matter said that Corvane had made a higher offer.") == [
        ("Corvane had made a higher offer", ())
    ]


def test_a_person_quoted_by_an_agency_is_not_the_agency(said):
    found = said("Reuters quoted an unnamed banker who said that the price was too high.")
    assert found == [("the price was too high", ())]


def test_whoever_replies_by_saying_it_says_it(said):
    assert said("Corvane replied by saying that it had no plans to bid again.") == [
        ("it had no plans to bid again", ("corvane",))
    ]


def test_a_denial_keeps_its_verb(said):
    assert said("Okafor denied that he had taken the money.") == [("denied that he had taken the money", ("okafor",))]


def test_whoever_passes_on_what_a_paper_reported_did_not_say_it(said):
    text = "The newspaper reported on Friday, citing sources, that Raman made the offer in August, Reuters reports."
    assert all(speakers == () for _, speakers in said(text))
