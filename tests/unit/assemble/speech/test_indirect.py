"""Indirect speech: the reported words and whose they are."""

import pytest

from dossier.assemble.speech.statements import statements

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
    found = said(text)
    assert found
    assert all(speakers == () for _, speakers in found)


def test_a_thing_that_the_parse_takes_for_the_subject_says_nothing(read):
    text = "Divers looking into a fault that caused a fire on the barge say it was set on purpose."
    (found,) = statements(read(text))
    assert found.span.of(text) == "it was set on purpose"
    assert found.speaker_span is None


def test_whoever_is_named_by_an_activity_can_speak(read):
    text = "The operator of the crane said that the cable had been frayed for weeks."
    (found,) = statements(read(text))
    assert found.speaker_span.of(text).startswith("The operator")


@pytest.mark.parametrize("when", ["on Friday", "last week", "on Friday evening"])
def test_what_a_paper_reports_from_an_unnamed_source_is_the_sources(read, when):
    text = f"Reuters reported {when}, citing an unnamed harbour official, that Raman had been warned about the loan."
    (found,) = statements(read(text, PEOPLE, ORGANIZATIONS))
    assert found.span.of(text) == "Raman had been warned about the loan"
    assert found.speaker_span.of(text) == "an unnamed harbour official"
    assert [relay.span.of(text) for relay in found.chain] == ["Reuters"]


def test_a_result_is_not_what_was_said(said):
    assert said("Raman spoke so quietly that nobody in the hall could follow her.") == []


def test_what_others_say_somebody_wants_is_not_said_by_them(said):
    found = said("Clerks told the paper that Raman wanted to leave the bank because of a quarrel.")
    assert found == [("Raman wanted to leave the bank because of a quarrel", ())]


@pytest.mark.parametrize(
    "text",
    [
        "Okafor knows exactly what happened.",
        "Okafor asked Raman what she had been told.",
        "Raman did not know how far the water had risen.",
        "Raman told the clerk where to sign.",
        "Raman asked not to be named.",
        "Okafor asked to remain anonymous.",
        "Okafor was not authorized to talk to the press.",
        "Raman answered the telephone.",
        "Corvane ignored warnings.",
    ],
)
def test_what_states_nothing_is_no_statement(said, text):
    assert said(text) == []


def test_how_something_was_done_is_told(said):
    assert said("Raman described how the boat had rolled over.") == [("how the boat had rolled over", ("raman",))]


def test_calling_on_somebody_to_do_something(said):
    assert said("Okafor called on Raman to resign.") == [("called on Raman to resign", ("okafor",))]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Two sailors are confirmed dead after the fire at the yard, police said on Monday.",
            "Two sailors are confirmed dead after the fire at the yard", "police",
        ),
        (
            "The shipping giant was warned twice about a rotten hull, a union leader claimed last night.",
            "The shipping giant was warned twice about a rotten hull", "a union leader",
        ),
    ],
)  # fmt: skip
def test_who_claims_it_at_the_end_of_a_lede_is_the_speaker(read, text, content, speaker):
    (found,) = statements(read(text))
    assert found.span.of(text) == content
    assert found.speaker_span.of(text) == speaker


def test_a_colon_parts_two_sentences(said):
    found = said("Corvane disputed the finding: in a letter it said that the valve had been replaced.")
    assert ("the valve had been replaced", ("corvane",)) in found
    assert all("finding" not in words or words.startswith("disputed") for words, _ in found)


def test_what_pictures_show_is_said_by_nobody(said):
    assert said("Later tests and photographs confirmed that the lock had been forced from within.") == []


def test_the_day_behind_the_verb_is_when_it_was_said(said):
    assert said("Raman said Monday the board had sold the yard.") == [("the board had sold the yard", ("raman",))]


def test_a_clause_that_names_somebody_is_no_statement(said):
    assert said("Raman told reporters that she forgave whoever did it.") == [("she forgave whoever did it", ("raman",))]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he had sold the yard, Raman left.",
        "The explosion was reported at nine by Raman.",
    ],
)
def test_questions_put_to_people_and_alarms_are_no_statements(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Raman said nine, the court said ten.",
        "The unions claim fraud, the court blamed the auditors.",
        "Okafor says ninety-two million, your office says eighty-six.",
    ],
)
def test_a_sentence_that_only_a_comma_joins_to_the_next_is_not_what_the_next_one_says(said, text):
    assert not any(text.startswith(words) for words, _ in said(text))


def test_two_that_tell_different_things_each_tell_their_own(said):
    assert said("Raman told the board it was cheap, Okafor told the board it was dear.") == [
        ("it was cheap", ("raman",)),
        ("it was dear", ("okafor",)),
    ]


@pytest.mark.parametrize("cue", ["Okafor told reporters", "Okafor said Tuesday", "Okafor said on Monday"])
def test_what_stands_before_its_verb_is_still_said(said, cue):
    assert said(f"The price had been too low, {cue}.") == [("The price had been too low", ("okafor",))]


@pytest.mark.parametrize(
    "text",
    [
        "Did Raman say that the price was fair?",
        "Had Okafor warned them to wait?",
        "Does Corvane really believe that the plant will close?",
    ],
)
def test_who_asks_whether_somebody_said_it_does_not_say_that_they_did(said, text):
    assert said(text) == []


def test_a_question_may_rest_on_what_was_said(said):
    assert said("Raman says that the price is fair?") == [("the price is fair", ("raman",))]


def test_a_subject_of_no_known_gender_that_acts_on_him_may_not_be_he(said):
    assert said("Raman told him so, twice. He said that the wire was cut.") == [("the wire was cut", ())]


@pytest.mark.parametrize(
    "text",
    [
        "The Grand Canal is expected to reopen in May.",
        "The ferry was scheduled to sail at nine.",
        "Two clerks were required to sign the ledger.",
        "Okafor found himself unable to walk.",
        "Raman supported herself by teaching.",
        "That said, nobody had looked in the hold.",
        "The gate was shut. This means that nobody left.",
        "Okafor counted how many boats came in.",
    ],
)
def test_what_is_to_come_what_a_fact_means_and_what_befalls_oneself_is_not_said(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The ferry is said to have been overloaded.", "The ferry is said to have been overloaded", ()),
        ("Raman described herself as a friend of the miners.", None, ("raman",)),
        ("Okafor explained how the fire had begun.", "how the fire had begun", ("okafor",)),
    ],
)
def test_what_is_told_so_is_said(said, text, words, who):
    ((told, speakers),) = said(text)
    assert (told if words else None, speakers) == (words, who)
