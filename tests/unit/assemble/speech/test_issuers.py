"""Who or what `it` is that says something."""

import pytest

from dossier.assemble.speech.statements import statements

ORGANIZATIONS = {"court": "(?:The )?Court of Larnos", "wire": "Northern Wire"}
PEOPLE = {"voss": "Clara Voss"}


@pytest.fixture
def said(read):
    """By words: the speakers, and the words for the speaker."""

    def make(text):
        found = statements(read(text, people=PEOPLE, organizations=ORGANIZATIONS))
        return {s.span.of(text): (s.speakers, s.speaker_span and s.speaker_span.of(text)) for s in found}

    return make


def test_a_body_that_the_sentence_before_is_about(said):
    found = said("The Court of Larnos heard two pilots. On 4 May it added that the buoy had been moved.")
    assert found["the buoy had been moved"] == (("court",), "it")


def test_a_document_is_told_in_its_own_words(said):
    text = (
        "The survey, a copy of which Northern Wire has seen, was made in May. It says that the hull was thin."
        " It adds that nobody had looked."
    )
    found = said(text)
    assert found["the hull was thin"] == ((), "The survey")
    assert found["nobody had looked"] == ((), "The survey")


@pytest.mark.parametrize(
    "before", ["Clara Voss left the yard.", "The pilots left the yard.", "A clerk came back.", "What a day!", ""]
)
def test_where_it_stays_open_no_words_are_given(said, before):
    assert said(f"{before} It said that the hull was thin.")["the hull was thin"] == ((), None)


def test_what_a_quotation_is_about_does_not_speak(said):
    text = '"The buoy was moved by the tide," said Northern Wire. "Nobody will be charged for it," it added.'
    assert said(text)["Nobody will be charged for it,"] == (("wire",), "it")
