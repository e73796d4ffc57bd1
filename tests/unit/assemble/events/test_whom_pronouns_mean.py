"""Whom `I`, `we`, `you`, `it` and `the company` mean in what is told."""

import pytest

from dossier.assemble.events.reports import candidates
from dossier.assemble.events.things_meant import thing_meant
from dossier.assemble.speech.statements import statements

ADA = {"ada": "Ada Byrne"}
RENN = {"renn": "Tobias Renn"}
YARD = {"yard": "Hart & Son"}


@pytest.fixture
def taking_part(read):
    """{entity: role} of the last report of a text, its statements known."""

    def make(text, **given):
        reading = read(text, dates={"5 May 1991": "1991-05-05"}, **given)
        return {p.entity: p.role for p in candidates(reading, statements(reading, frozenset()))[-1].participants}

    return make


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        # The writer of a letter, by its close; the keeper of a diary, by its head.
        ("Dear Max,\n\nI left Oslo on 5 May 1991.\n\nYours faithfully,\nAda Byrne", ADA, {"ada": "agent"}),
        ("From the diary of Ada Byrne, clerk\n\nMonday. On 5 May 1991 we left Oslo.", ADA, {"ada": "agent"}),
        # Who is quoted, and not who writes.
        ("“I left Oslo on 5 May 1991,” said Tobias Renn.\n\nYours,\nAda Byrne", ADA | RENN, {"renn": "agent"}),
        # Words whose speaker is not known are nobody's.
        ("“I left Oslo on 5 May 1991,” the note said.\n\nYours,\nAda Byrne", ADA, {}),
        ("I left Oslo on 5 May 1991.", ADA, {}),
    ],
)
def test_who_speaks_takes_part(taking_part, text, people, expected):
    assert taking_part(text, people=people) == expected


def test_in_a_conversation_of_two_you_are_the_other(taking_part):
    text = (
        "ADA BYRNE: Good morning to you.\n\nTOBIAS RENN: Good morning.\n\n"
        "ADA BYRNE: Do sit down.\n\nTOBIAS RENN: You left Oslo on 5 May 1991."
    )
    assert taking_part(text, people={"ada": "ADA BYRNE", "renn": "TOBIAS RENN"}) == {"ada": "agent"}


@pytest.mark.parametrize(
    ("text", "organizations", "expected"),
    [
        ("Hart & Son builds ferries. It launched a tug on 5 May 1991.", YARD, {"yard": "agent"}),
        ("Hart & Son builds ferries. The judge fined the company on 5 May 1991.", YARD, {"yard": "patient"}),
        ("Hart & Son (the Yard) builds ferries.\n\nA.\n\nB.\n\nC.\n\nThe Yard sank on 5 May 1991.", YARD,
         {"yard": "agent"}),
        # A company in which it may be either of two, a union that is no company, a noun with words that say which one.
        ("The two of them, Hart & Son and Voss Tugs, met. The judge fined the company on 5 May 1991.",
         YARD | {"tugs": "Voss Tugs"}, {}),
        ("The Dockers' Union met. The judge fined the company on 5 May 1991.", {"union": "Dockers' Union"}, {}),
        ("Hart & Son builds ferries. The judge fined the other company on 5 May 1991.", YARD, {}),
    ],
)  # fmt: skip
def test_what_is_gone_on_about_takes_part(taking_part, text, organizations, expected):
    assert taking_part(text, organizations=organizations) == expected


def test_what_a_document_calls_two_things_means_neither(read):
    text = "Hart & Son (the Yard) sued. Voss Tugs (the Yard) paid. Then the Yard closed."
    reading = read(text, organizations=YARD | {"tugs": "Voss Tugs"})
    sentence = reading.sentences[-1]
    assert [thing_meant(reading, sentence, i) for i in range(len(sentence.tokens))] == [None] * len(sentence.tokens)


@pytest.mark.parametrize(
    "between", ["It rose, it fell and it sank in May. " * 30, "It left the port. " * 600], ids=["wide", "deep"]
)
def test_what_goes_on_for_ever_about_it_ends(taking_part, between):
    text = f"Hart & Son builds ferries. {between}It launched a tug on 5 May 1991."
    assert taking_part(text, organizations=YARD) == {}


def test_a_few_sentences_may_lie_between_a_name_and_what_goes_on_about_it(taking_part):
    text = f"Hart & Son builds ferries. {'It owns a dock and it owns a tug. ' * 4}It launched a tug on 5 May 1991."
    assert taking_part(text, organizations=YARD) == {"yard": "agent"}


def test_whoever_tells_which_one_is_meant_takes_part(taking_part):
    text = "On 5 May 1991 Ada Byrne sued the man who shot Tobias Renn."
    assert taking_part(text, people=ADA | RENN) == {"ada": "agent", "renn": "participant"}
