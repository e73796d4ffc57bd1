"""Which clause a date belongs to, and which clauses tell of something that happened."""

import pytest

from dossier.assemble.events.telling import tellings


@pytest.fixture
def told(read):
    """(the predicate, its date's value) of everything that one sentence tells."""

    def make(text, **dates):
        reading = read(text, dates={words.replace("_", " "): value for words, value in dates.items()})
        (sentence,) = reading.sentences
        found = tellings(reading, sentence)
        return [(sentence.tokens[t.verb].lemma, t.date.value if t.date else None) for t in found]

    return make


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("He said Monday the agency had already ruled out that explanation.", "Monday", ("say", "2018-09-03")),
        ("The ministry said Monday the plant had been closed.", "Monday", ("say", "2018-09-03")),
        ("The board announced on Monday it would sell the unit.", "Monday", ("announce", "2018-09-03")),
        ("The company confirmed the plant was closed on Monday.", "Monday", ("close", "2018-09-03")),
        ("Speaking on Monday, the minister denied the report.", "Monday", ("deny", "2018-09-03")),
    ],
)
def test_a_date_beside_a_verb_of_speech_is_of_the_speaking(told, text, day, expected):
    assert expected in told(text, **{day: "2018-09-03"})


def test_a_date_after_an_indirect_question_is_perhaps_of_the_asking(told):
    found = told("The ministry opened an inquiry into what caused the fire in 2019.", **{"2019": "2019"})
    assert found == [("open", "2019?")]


@pytest.mark.parametrize(
    "text",
    [
        "The police asked who had stolen the car in 2019.",
        "The court examined what happened in 2019.",
        "The ministry opened an inquiry into how the ship sank in 2019.",
    ],
)
def test_where_tense_or_verb_tell_the_date_stays_below(told, text):
    assert "2019" in [value for lemma, value in told(text, **{"2019": "2019"}) if lemma in {"steal", "happen", "sink"}]


def test_neither_conditions_nor_denials_of_fact_are_told(told):
    assert told("The bank did not close in 2019.", **{"2019": "2019"}) == []
    assert told("The committee asked whether the bank closed in 2019.", **{"2019": "2019"}) == []


def test_a_sentence_taken_for_a_noun_is_told_all_the_same(told):
    text = (
        "On 20 April, major Danish language tabloid Sjaellandske Tidende published an article citing a post which "
        "claimed that the ship was sold."
    )
    assert ("publish", "2021-04-20") in told(text, **{"20 April": "2021-04-20"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He has led the yard since 2008.", [("lead", "2008")]),
        ("Shares in the yard fell, their sharpest drop since 2008.", [("fall", None)]),
        ("It was the worst fire in the town since 2008.", []),
        ("The board asked a firm to review all payments since 2008.", []),
    ],
)
def test_since_dates_only_what_lasts(told, text, expected):
    assert told(text, **{"2008": "2008"}) == expected


def test_a_question_tells_nothing(told):
    assert told("What did the firm buy?") == []
