"""Headlines that give their words to somebody, by a verb or by a colon."""

import pytest

from dossier.assemble.speech.statements import statements

BODY = "\n\nThe ferry went down on Tuesday in a calm sea. Ninety people were taken off by two trawlers near her.\n"


@pytest.fixture
def said(read):
    """(words, speakers, speaker's words) of the statements in a headline over a body."""

    def make(headline):
        text = headline + BODY
        found = statements(read(text, people={"raman": "Raman"}, organizations={"corvane": "Corvane"}))
        words = lambda span: span.of(text) if span else None  # noqa: E731
        return [(words(s.span), s.speakers, words(s.speaker_span)) for s in found if s.span.end <= len(headline)]

    return make


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Ferry was holed by a mine: divers", ("Ferry was holed by a mine", (), "divers")),
        ("Raman: Ferry was holed by a mine", ("Ferry was holed by a mine", ("raman",), "Raman")),
        ("Ferry was holed by a mine: Corvane", ("Ferry was holed by a mine", ("corvane",), "Corvane")),
        ("Ferry was holed by a mine, says Raman", ("Ferry was holed by a mine", ("raman",), "Raman")),
    ],
)
def test_words_of_a_headline_are_those_of_whom_it_names(said, headline, expected):
    assert said(headline) == [expected]


@pytest.mark.parametrize(
    "headline", ["Ferry disaster: what we know", "Live: ferry sinks in calm sea", "Part 2: The ferry"]
)
def test_a_colon_without_a_speaker_says_nothing(said, headline):
    assert said(headline) == []


@pytest.mark.parametrize("rest", ["what we know", "how the deal was made", "who knew of it"])
def test_what_an_article_is_about_is_said_by_nobody(read, rest):
    text = f"Corvane: {rest}\n\nThe deal was made in May."
    assert statements(read(text, organizations={"corvane": "Corvane"})) == ()
