"""Indirect speech in its many forms, and failure classes 29 to 35 of the research with examples of other cases."""

import pytest

from dossier.assemble.speech.statements import statements

PEOPLE = {
    "raman": "(?:Ms\\.? )?(?:Priya )?Raman",
    "okafor": "(?:Mr\\.? )?(?:Daniel )?Okafor",
    "voss": "(?:Eleanor )?Voss",
}
ORGANIZATIONS = {"corvane": "Corvane", "harbour": "Harbour Board", "wire": "Reuters"}


@pytest.fixture
def said(read):
    """(words, cue, speakers) of each statement in a text."""

    def make(text):
        words = lambda span: span.of(text) if span else None  # noqa: E731
        found = statements(read(text, people=PEOPLE, organizations=ORGANIZATIONS))
        return [(words(s.span), words(s.cue), s.speakers) for s in found]

    return make


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raman vowed to keep every plant open.", ("vowed to keep every plant open", "vowed", ("raman",))),
        ("Corvane plans to close the plant in Leeds.", ("plans to close the plant in Leeds", "plans", ("corvane",))),
        ("Raman urged the owners to sell the ship.", ("urged the owners to sell the ship", "urged", ("raman",))),
        ("Okafor denied taking money from the fund.", ("denied taking money from the fund", "denied", ("okafor",))),
        (
            "Raman accused Okafor of hiding the letter.",
            ("accused Okafor of hiding the letter", "accused", ("raman",)),
        ),
        (
            "Okafor dismissed the report as a fairy tale.",
            ("dismissed the report as a fairy tale", "dismissed", ("okafor",)),
        ),
        ('Okafor called the report "absurd".', ('called the report "absurd"', "called", ("okafor",))),
        ("Raman warned of further losses.", ("warned of further losses", "warned", ("raman",))),
        ("Corvane rejected the findings.", ("rejected the findings", "rejected", ("corvane",))),
        ("Raman attributed the loss to bad weather.", ("attributed the loss to bad weather", "attributed", ("raman",))),
        ("Raman is confident that the board will agree.", ("the board will agree", "confident", ("raman",))),
        ("Okafor's claim that the ship was sound was never tested.", ("the ship was sound", "claim", ("okafor",))),
        ("In the view of Raman, the price was too high.", ("the price was too high", "In", ("raman",))),
        (
            "As Okafor explained, the valve had been left open.",
            ("the valve had been left open", "explained", ("okafor",)),
        ),
        (
            "Okafor reportedly owned a second house in Leeds.",
            ("Okafor reportedly owned a second house in Leeds", "reportedly", ()),
        ),
        ("The valve is believed to have failed.", ("The valve is believed to have failed", "believed", ())),
        (
            "Okafor recommends that two engineers be dismissed.",
            ("two engineers be dismissed", "recommends", ("okafor",)),
        ),
        ("Raman asked whether the valve had been closed.", ("whether the valve had been closed", "asked", ("raman",))),
    ],
)
def test_forms_of_indirect_speech(said, text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Okafor declined to comment on the report.",
        "Raman refused to say what the repair had cost.",
        "Nobody knows who opened the valve that night.",
        "Neither Okafor nor Ms Raman said the valve had been opened.",
        "Neither the mate nor the cook told the inquiry that the valve was open.",
        "The valve, nobody said, was open.",
        "The valve, neither Okafor nor Raman said, was open.",
        "The brooch is known as the Star of Leeds.",
        "The storm threatened to break the mooring.",
        "Divers went down to find out whether the valve was open.",
        "The company, which was called Brightwater, made snacks.",
        "Raman did learn to swim as a child.",
    ],
)
def test_what_nobody_says_is_no_statement(said, text):
    assert said(text) == []


def test_a_negated_report_keeps_its_negation(said):
    assert said("Okafor did not admit that he had seen the letter.") == [
        ("did not admit that he had seen the letter", "admit", ("okafor",))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raman denied having called for a strike.", "denied having called for a strike"),
        ("Raman denied asking them to leave.", "denied asking them to leave"),
        ("Raman denied that she had asked the crew to leave.", "denied that she had asked the crew to leave"),
        ("Raman did not want to take the lorry.", "did not want to take the lorry"),
    ],
)
def test_what_is_denied_is_never_said(said, text, expected):
    assert said(text) == [(expected, expected.split()[2 if "not" in expected else 0], ("raman",))]


@pytest.mark.parametrize(
    "text",
    [
        "Raman neither ordered nor asked the crew to leave.",
        "We prefer the evidence of Captain Muir, which is supported by a note.",
        "The visor, which was known to the company to be defective, failed.",
    ],
)
def test_what_is_not_said_and_what_only_describes_is_no_statement(said, text):
    assert said(text) == []


def test_nobody_speaks_of_themselves_by_name(said):
    text = "Daniel Okafor came at five. He told me that Okafor had threatened him."
    assert [speakers for words, _, speakers in said(text) if words == "Okafor had threatened him"] == [()]


def test_she_inside_a_relative_clause_is_whom_it_tells_of(said):
    text = "Okafor acted for Eleanor Voss, who had sent a note in which she said that it must go."
    assert said(text)[-1] == ("it must go", "said", ("voss",))


def test_class_29_a_pronoun_is_not_somebody_of_the_other_gender(said):
    text = "Priya Raman met Daniel Okafor in June. She said that the price was fair."
    assert said(text)[-1] == ("the price was fair", "said", ("raman",))


def test_class_29_a_subject_that_is_only_described_takes_the_pronoun(said):
    text = "Eleanor Voss left at noon. A nurse stayed behind. She said that the lamp had been out all night."
    assert said(text)[-1] == ("the lamp had been out all night", "said", ())


def test_class_29_the_subject_of_the_sentence_before_outweighs_whom_it_names(said):
    text = "Okafor met the son of Henry Voss. He said that the price was fair."
    assert said(text)[-1][2] in {("okafor",), ()}


def test_class_29_they_may_be_the_organization_that_spoke_before(said):
    text = "Corvane replied within the hour. They said that the offer had been made in August."
    assert said(text)[-1] == ("the offer had been made in August", "said", ("corvane",))


def test_class_31_the_agent_of_a_passive_speaks(said):
    assert said("It was announced by Raman that the plant would close.")[-1][2] == ("raman",)


def test_class_31_a_judgement_by_somebody_in_the_passive(said):
    ((words, cue, speakers),) = said("The report was dismissed as a fairy tale by Okafor.")
    assert (words, cue, speakers) == ("The report was dismissed as a fairy tale", "dismissed", ("okafor",))


def test_class_32_a_described_speaker_keeps_all_its_words(read):
    text = "A senior official of the ministry said that the valve had been left open."
    (found,) = statements(read(text))
    assert found.speaker_span.of(text) == "A senior official of the ministry"
    assert found.speakers == ()


def test_class_33_a_noun_inside_the_subject_is_not_the_speaker(said):
    text = "Owners of the ship that caused the leak said that the valve had been closed."
    assert said(text)[-1][2] == ()


def test_class_34_a_denial_of_a_claim_is_the_deniers(said):
    found = said("Okafor claimed that the valve was open, which Corvane denied.")
    assert found[0] == ("the valve was open", "claimed", ("okafor",))


def test_class_35_a_pronoun_without_anybody_before_stays_open(said):
    assert said("He continued to say that out of eight holes only one went through.")[-1][2] == ()


def test_a_verb_joined_inside_a_claim_is_given_to_nobody(said):
    found = said("Raman claimed that Okafor left the board and complained about the price.")
    assert [speakers for _, _, speakers in found] == [("raman",)]


def test_a_dateline_is_no_part_of_speaker_or_words(read):
    text = "LONDON, Sept 14, 2015 (Reuters) - Corvane has bought the plant, the owners said."
    words = [s.span.of(text) for s in statements(read(text, organizations=ORGANIZATIONS))]
    assert words[0] == "Corvane has bought the plant"


def test_the_place_of_a_dateline_speaks_for_nobody(read):
    text = "NAIROBI, Kenya — President Priya Raman on Tuesday ordered an inquiry, saying that the dam had been weak."
    found = statements(read(text, people=PEOPLE | {"place": "NAIROBI"}))
    assert [s.speakers for s in found if "dam" in s.span.of(text)] == [("raman",)]


def test_a_time_of_day_is_no_part_of_a_speaker(read):
    text = "At 17.40 Captain Okafor said that the ship would not sail."
    (found,) = statements(read(text, people={"okafor": "Captain Okafor"}))
    assert (found.speaker_span.of(text), found.speakers) == ("Captain Okafor", ("okafor",))


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The price, Okafor said on Monday, would rise by a third.", None, ("okafor",)),
        ("The dam, Ms Raman told the inquiry, had been leaking since March.", None, ("raman",)),
        ("Nobody, the captain insisted, had been on deck.", None, ()),
        ("The pilot was drunk, Okafor said, and the mate went home.", "The pilot was drunk", ("okafor",)),
        ("The bank will, its chairman Daniel Okafor said, repay every penny.", None, ("okafor",)),
    ],
)
def test_whoever_is_named_in_the_middle_of_it_says_it(said, text, words, who):
    ((told, _, speakers),) = said(text)
    assert (told, speakers) == (words or text.rstrip("."), who)


@pytest.mark.parametrize(
    "text",
    [
        "It was, I think, too late for that.",
        "Okafor, I mean, had nothing to hide.",
        "The gate was shut; Okafor, who said nothing, went home.",
    ],
)
def test_what_the_writer_throws_in_tells_of_nobodys_words(said, text):
    assert said(text) == []


def test_a_relative_before_its_verb_is_no_part_of_what_is_said(said):
    assert said("They named the pilot, who Okafor believes was drunk that night.")[0][0] == "was drunk that night"


def test_whoever_informs_a_deponent_who_believes_it_says_it(said):
    text = "I am informed by Ms Raman, a director of the bank, and believe, that the board rejected the offer."
    assert ("the board rejected the offer", "believe", ("raman",)) in said(text)


def test_a_date_in_front_is_no_part_of_a_speaker(read):
    text = "On 12 May 2006 the clerk denied this."
    found = statements(read(text, dates={"12 May 2006": "2006-05-12"}))
    assert [s.speaker_span.of(text) for s in found] == ["the clerk"]
