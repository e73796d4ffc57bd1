"""Who says `I` outside quotations, and what of it is somebody's statement."""

from dataclasses import replace

import pytest

from dossier.assemble.reading import Named
from dossier.assemble.speech.statements import statements
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.read.markdown import markdown_blocks

PEOPLE = {"raman": "(?:Priya )?Raman", "okafor": "(?:Daniel )?Okafor"}


@pytest.fixture
def said(read):
    def make(text):
        found = statements(read(text, people=PEOPLE, blocks=markdown_blocks))
        return [(s.kind, s.span.of(text), s.speakers) for s in found]

    return make


def test_the_deponent_of_a_sworn_statement_is_i(said):
    text = "I, Priya Raman, of Larnos, make oath.\n\nI say that the cargo was sold in May."
    assert ("indirect", "the cargo was sold in May", ("raman",)) in said(text)


def test_each_witness_speaks_below_their_own_heading(said):
    text = (
        "# Statements taken at Larnos\n\n## Priya Raman, mate\n\nI say that the lamp was lit.\n\n"
        "## Daniel Okafor, cook\n\nI say that the lamp was dark.\n"
    )
    assert said(text) == [
        ("indirect", "the lamp was lit", ("raman",)),
        ("indirect", "the lamp was dark", ("okafor",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Larnos, 2 May 1911\n\nDear Sir,\n\nI believe that the lamp was lit.\n\nYours truly,\n\nPriya Raman (Miss)",
        "Witness statement of Priya Raman\n\nI believe that the lamp was lit.",
        "From: Priya Raman\nTo: Daniel Okafor\n\nDear Daniel,\n\nI believe that the lamp was lit",
    ],
)
def test_who_signs_or_sends_is_i(said, text):
    assert [speakers for _, words, speakers in said(text) if "lamp" in words] == [("raman",)]


@pytest.mark.parametrize(
    "close",
    [
        "Yours, Priya Raman",
        "Very truly yours,\n\nPriya Raman, mate",
        "I am, Sir,\nyour obedient servant,\nPriya Raman",
        "Your faithful sister,\nPriya Raman",
        "With best wishes to you all,\nPriya Raman",
        "Love,  \n*Priya Raman*",
        "Best\nPriya Raman",
    ],
)
@pytest.mark.parametrize("opening", ["My dear Anna,", "Sir,", "Esteemed friend!", "To the Editor"])
def test_a_letter_closes_in_many_ways(said, opening, close):
    text = f"Larnos, 2 May 1911\n\n{opening}\n\nI believe that the lamp was lit.\n\n{close}\n"
    assert [speakers for _, words, speakers in said(text) if "lamp" in words] == [("raman",)]


@pytest.mark.parametrize("opening", ["", "Dear Sir,\n\n"])
@pytest.mark.parametrize(
    "words",
    [
        "With the harbour closed, Priya Raman sailed in May.",
        "With the harbour closed,\nPriya Raman sailed in May.",
        "Your honour, Priya Raman, was there in May.",
        "Love for the sea, Priya Raman wrote, was all that was left in May.",
        "Best of all, Priya Raman came in May.",
        "Kind to the last, Priya Raman came in May.",
    ],
)
def test_a_sentence_that_opens_like_a_close_makes_nobody_the_writer(said, opening, words):
    found = said(f"{opening}{words}\n\nI say that the lamp was lit.")
    assert [speakers for _, words, speakers in found if "lamp was lit" in words] == [()]


def test_a_text_that_addresses_nobody_has_no_close(said):
    text = "I say that the lamp was lit.\n\nYours truly,\nPriya Raman"
    assert said(text) == [("indirect", "the lamp was lit", ())]


def test_i_of_a_letter_with_two_signatures_is_nobody(said):
    text = "Dear Sir,\n\nI believe that the lamp was lit.\n\nYours,\nPriya Raman\n\nYours,\nDaniel Okafor"
    assert said(text) == [("indirect", "the lamp was lit", ())]


def test_i_of_an_unsigned_text_is_nobody(said):
    assert said("I say that the lamp was lit.") == [("indirect", "the lamp was lit", ())]


def test_i_below_a_heading_about_somebody_else_is_not_that_person(said):
    text = "## Priya Raman, mate\n\nShe was born in Larnos.\n\n## Method\n\nI say that the lamp was lit."
    assert all(speakers != ("raman",) for _, _, speakers in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "I hasten to tell you that I am whole.",
        "I would say that it was half a mile.",
        "We are told by the owners every week.",
        "Corvane is advised by Carden and Strand.",
        "The witnesses wrote for their friends.",
    ],
)
def test_writing_to_a_reader_and_being_told_is_no_statement(said, text):
    assert not said(text)


def test_a_quotation_that_a_verb_governs_is_its_subjects(said):
    text = 'Okafor, whom I met at the inn, assured me that "no man has been hurt or will be hurt here."'
    assert [(kind, speakers) for kind, _, speakers in said(text)] == [("direct", ("okafor",))]


MEMO = """From: P. Raman, Harbour Master
To: D. Okafor, Chief Clerk
Date: 6 April 1938

Daniel Okafor,

I met Clara Voss on the quay. She was angry. I told her to wait and she said that the owners knew better.
"""
WRITERS = {"raman": "P. Raman|Priya Raman", "okafor": "D. Okafor|Daniel Okafor", "voss": "Clara Voss"}


@pytest.mark.parametrize("other", ["PV", "a clerk from the yard"])
def test_neither_who_writes_a_letter_nor_who_is_written_to_is_she(read, other):
    text = MEMO.replace("Clara Voss", other)
    found = {s.span.of(text): s.speakers for s in statements(read(text, people=WRITERS))}
    assert not found.get("the owners knew better")


def test_whom_the_letter_names_is_she(read):
    found = {s.span.of(MEMO): s.speakers for s in statements(read(MEMO, people=WRITERS))}
    assert found["the owners knew better"] == ("voss",)


def test_an_office_beside_the_name_of_a_sender_is_no_second_sender(read):
    people = {**WRITERS, "office": "Harbour Master"}
    found = [(s.span.of(MEMO), s.speakers) for s in statements(read(MEMO, people=people)) if s.rule == "message"]
    assert [who for words, who in found if words.startswith("I met")] == [("raman",)]


ARTICLE = "The crane of Larnos\n\nBy Priya Raman\n\nThe crane fell on Monday. I believe that the bolts were rotten.\n"


def test_whose_name_stands_over_an_article_is_i(said):
    assert ("indirect", "the bolts were rotten", ("raman",)) in said(ARTICLE)


def test_of_two_authors_neither_is_i(said):
    text = ARTICLE.replace("Priya Raman", "Priya Raman and Daniel Okafor")
    assert ("indirect", "the bolts were rotten", ()) in said(text)


def test_who_answers_in_an_interview_is_not_its_author(read):
    text = (
        "The crane of Larnos\n\nBy Priya Raman\n\nRAMAN: Was it sound?\n\nVOSS: I told her that it was.\n\n"
        "RAMAN: Who looked at it?\n\nVOSS: I did. I said that the bolts were new.\n"
    )
    people = {"raman": "Priya Raman|RAMAN", "voss": "VOSS"}
    assert {s.speakers for s in statements(read(text, people=people)) if "bolts" in s.span.of(text)} == {("voss",)}


def test_whom_the_reader_names_as_the_author_is_i(read):
    text = "Larnos, in spring.\n\nI believe that the bolts were rotten. I shall say no more.\n"
    reading = read(text, people=PEOPLE)
    assert {s.speakers for s in statements(reading) if "bolts" in s.span.of(text)} <= {()}
    given = replace(reading, author=Named(Span(0, 0), "raman", EntityKind.PERSON, "f"))
    assert {s.speakers for s in statements(given) if "bolts" in s.span.of(text)} == {("raman",)}
