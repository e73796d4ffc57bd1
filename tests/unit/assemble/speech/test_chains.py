"""Through whom a statement came: those who pass it on are relays and not its speakers."""

import pytest

from dossier.assemble.speech.chains import media
from dossier.assemble.speech.statements import statements

PEOPLE = {"raman": "(?:Priya )?Raman", "okafor": "(?:Daniel )?Okafor"}
ORGANIZATIONS = {"wire": "Reuters", "gazette": "Gazette", "corvane": "Corvane", "prague": "Radio Prague"}


@pytest.fixture
def traced(read):
    """(words, speaker's words, [(relay's words, id)], said) of each statement."""

    def make(text, **given):
        reading = read(text, people=PEOPLE, organizations=ORGANIZATIONS, **given)
        words = lambda span: span.of(text) if span else None  # noqa: E731
        return [
            (words(s.span), words(s.speaker_span), [(words(r.span), r.entity) for r in s.chain], s.said)
            for s in statements(reading, media([reading]))
        ]

    return make


def test_the_sources_speak_and_the_paper_and_the_agency_pass_it_on(traced):
    text = (
        "The Gazette newspaper reported on Friday, citing sources, that Raman made the bid in August, Reuters reports."
    )
    assert traced(text) == [
        (
            "Raman made the bid in August",
            "sources",
            [("The Gazette newspaper", "gazette"), ("Reuters", "wire")],
            None,
        )
    ]


def test_according_to_an_agency_beside_a_speaker_is_a_relay(traced):
    ((_, speaker, chain, _),) = traced('"Was it a rock or was it a wreck?" Okafor asked, according to Reuters.')
    assert (speaker, chain) == ("Okafor", [("Reuters", "wire")])


def test_whoever_quotes_is_a_relay(traced):
    text = "Reuters quoted Okafor as saying that the price was fair."
    assert traced(text) == [("the price was fair", "Okafor", [("Reuters", "wire")], None)]


def test_whoever_was_quoted_by_somebody_speaks(traced):
    ((_, speaker, chain, _),) = traced("Okafor was quoted by Reuters as saying that the price was fair.")
    assert (speaker, chain) == ("Okafor", [("Reuters", "wire")])


def test_a_broadcaster_that_was_told_passes_it_on(traced):
    ((_, speaker, chain, _),) = traced("Okafor told Radio Prague that the price was fair.")
    assert (speaker, chain) == ("Okafor", [("Radio Prague", "prague")])


def test_a_broadcaster_that_held_the_interview_passes_it_on(traced):
    ((_, speaker, chain, _),) = traced("Okafor said in an interview with Radio Prague that the price was fair.")
    assert (speaker, chain) == ("Okafor", [("Radio Prague", "prague")])


def test_a_company_that_was_told_passes_nothing_on(traced):
    ((_, speaker, chain, _),) = traced("Okafor told Corvane that the price was fair.")
    assert (speaker, chain) == ("Okafor", [])


def test_a_reason_that_is_cited_says_nothing(traced):
    ((_, speaker, chain, _),) = traced("Corvane rejected the offer, citing the cost of debt.")
    assert (speaker, chain) == ("Corvane", [])


def test_speech_within_speech_has_both_speakers(traced):
    found = traced("Raman said that Okafor had claimed that the price was fair.")
    assert [(speaker, [words for words, _ in chain]) for _, speaker, chain, _ in found] == [
        ("Raman", []),
        ("Okafor", ["Raman"]),
    ]


def test_the_date_of_the_cue_is_when_it_was_said(traced):
    text = "Speaking on 3 May 2015, Okafor said that the plant had closed on 9 April 2015."
    ((_, _, _, said),) = traced(text, dates={"3 May 2015": "2015-05-03", "9 April 2015": "2015-04-09"})
    assert said == "2015-05-03"
