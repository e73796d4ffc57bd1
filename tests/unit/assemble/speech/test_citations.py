"""Works that a source cites: its references, and the agencies and newspapers its text draws on."""

import pytest

from dossier.assemble.speech.chains import media
from dossier.assemble.speech.citations import citations, relayed
from dossier.assemble.speech.statements import statements

ORGANIZATIONS = {"wire": "Reuters", "gazette": "Gazette", "corvane": "Corvane", "globe": "Globe"}


@pytest.fixture
def drawn_on(read):
    """(words, id) of the works that a text draws on in passing."""

    def make(text):
        reading = read(text, people={"okafor": "Okafor"}, organizations=ORGANIZATIONS)
        known = media([reading])
        return [(work.span.of(text), work.entity) for work in relayed(reading, statements(reading, known), known)]

    return make


def test_a_paper_and_an_agency_that_pass_a_statement_on_are_works(drawn_on):
    text = (
        "The Gazette newspaper reported on Friday, citing sources, that Okafor made the bid in August, Reuters reports."
    )
    assert drawn_on(text) == [("Gazette", "gazette"), ("Reuters", "wire")]


def test_an_agency_behind_a_quotation_is_a_work_once(drawn_on):
    text = (
        '"Was it a rock?" Okafor asked, according to Reuters. "Or was it a wreck?" Okafor asked, according to Reuters.'
    )
    assert drawn_on(text) == [("Reuters", "wire")]


def test_a_company_that_says_what_its_chairman_said_is_no_work(drawn_on):
    assert drawn_on("Corvane said that Okafor had claimed that the price was fair.") == []


def test_an_entry_of_the_reference_list_has_its_number_marks_and_publisher(read):
    text = (
        "The ship sank.[1] Nobody knows why.\n\nReferences\n\n"
        '1. ^ Smith, Anna (3 May 2015). "The loss of the Linnet". Globe. Retrieved 4 June 2016.\n'
    )
    works = citations(read(text, organizations=ORGANIZATIONS))
    assert [(work.number, [mark.of(text) for mark in work.marks]) for work in works] == [(1, ["[1]"])]
    assert [(work.publisher, work.entity) for work in works] == [("Globe", "globe")]
