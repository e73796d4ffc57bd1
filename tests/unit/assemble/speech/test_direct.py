"""Who said what: quotations told from scare quotes and titles, and given to the right speaker or to nobody."""

import pytest

from dossier.assemble.speech.statements import statements

PEOPLE = {"muir": "(?:Captain )?(?:Angus )?Muir", "reid": "(?:Duncan )?Reid", "voss": "(?:Eleanor )?Voss"}


@pytest.fixture
def said(read):
    """(words, speakers) of each statement in a text."""

    def make(text, **given):
        reading = read(text, people=PEOPLE, **given)
        return [(s.span.of(text), s.speakers) for s in statements(reading)]

    return make


def test_the_subject_of_the_verb_of_speech_is_the_speaker(said):
    assert said('"There was no rock on any chart of mine," Angus Muir said.') == [
        ("There was no rock on any chart of mine,", ("muir",))
    ]


def test_a_quotation_in_two_parts_has_one_speaker(said):
    text = '"She was holed forward," said Captain Muir. "She went by the head in twenty minutes."'
    assert [speakers for _, speakers in said(text)] == [("muir",), ("muir",)]


def test_he_is_the_only_person_of_the_sentence_before(said):
    text = 'Angus Muir came ashore at dawn. "There was no light on the rock that night," he said.'
    assert said(text) == [("There was no light on the rock that night,", ("muir",))]


def test_he_stays_open_where_two_people_come_into_question(said):
    text = 'Angus Muir met Duncan Reid with Eleanor Voss. "There was no light on the rock that night," he said.'
    ((_, speakers),) = said(text)
    assert speakers in ((), ("muir",))  # the subject of the sentence may be taken, the others never


def test_they_are_the_people_named_together_before(said):
    text = 'Muir and Reid signed a paper at noon. They said: "We have nothing more to add to our evidence."'
    assert said(text) == [("We have nothing more to add to our evidence.", ("muir", "reid"))]


def test_they_are_not_whoever_else_a_sentence_names(said):
    text = 'Muir spoke of jokes about Reid and of what Voss had sung. They said: "We have nothing more to add."'
    assert said(text)[-1] == ("We have nothing more to add.", ())


def test_a_description_is_nobody(said):
    text = 'Angus Muir was silent. "He has been told to hold his tongue by the owners," a sailor said.'
    assert said(text) == [("He has been told to hold his tongue by the owners,", ())]


def test_an_agency_that_relays_is_not_preferred_to_the_speaker(said):
    text = '"Was it wreckage or was it the rock?" Voss asked, according to Reuters.'
    assert said(text, organizations={"reuters": "Reuters"}) == [("Was it wreckage or was it the rock?", ("voss",))]


def test_scare_quotes_and_titles_are_not_speech(said):
    assert said('The so-called "accident" was described in "The Loss of the Maid of Lorne" last year.') == []


def test_a_quotation_without_anybody_near_stays_without_speaker(said):
    assert said('Nobody knows who wrote on the wall "the sea will have its own one day soon".') == [
        ("the sea will have its own one day soon", ())
    ]


def test_no_quotation_runs_away_where_marks_are_unbalanced(said):
    text = 'Muir said "I never left the bridge.\n\nReid went below.\n\nThe inquiry closed on Friday.'
    found = said(text)
    assert found
    assert all("inquiry" not in words for words, _ in found)


def test_we_and_i_are_whoever_writes(said):
    text = 'Angus Muir met Duncan Reid at noon. "We shall never know what she struck that night," we said.'
    assert said(text) == [("We shall never know what she struck that night,", ())]


def test_a_speaker_named_after_the_last_paragraph_said_them_all(said):
    text = '"There was no rock on any chart of mine.\n\n"She was holed by a floating wreck," Muir said.'
    assert [speakers for _, speakers in said(text)] == [("muir",), ("muir",)]


def test_whom_last_words_are_spoken_to_did_not_speak_them(said):
    text = 'His last words to Reid were:\n\n"Keep her head to the sea and the lamps lit till dawn."'
    assert said(text) == [("Keep her head to the sea and the lamps lit till dawn.", ())]


def test_the_subject_before_a_colon_speaks_in_the_next_paragraph(said):
    text = 'Voss left a note for Reid on the table:\n\n"Keep her head to the sea and the lamps lit till dawn."'
    assert said(text) == [("Keep her head to the sea and the lamps lit till dawn.", ("voss",))]


def test_a_name_behind_a_dash_signs_a_quotation(said):
    assert said('"Nobody has ever come back from that rock alive." - Duncan Reid') == [
        ("Nobody has ever come back from that rock alive.", ("reid",))
    ]


def test_words_quoted_after_another_sentence_are_not_given_to_the_speaker_before(said):
    text = (
        '"There was no rock on any chart of mine," Muir said. The owners had a paper drawn up in haste. '
        'In the paper "the master is held to blame for the whole of the loss" by all.'
    )
    assert said(text)[-1] == ("the master is held to blame for the whole of the loss", ())


@pytest.mark.parametrize("answer", ["Never.", "No.", "Not at all."])
def test_a_no_that_answers_a_question_is_said(read, answer):
    text = f'Raman left the yard. Asked whether she had sold the plans, she said: "{answer}"'
    found = statements(read(text, people={"raman": "Raman"}))
    assert [(s.kind, s.speakers, s.span.of(text)) for s in found] == [("direct", ("raman",), answer)]


@pytest.mark.parametrize("words", ["No rocks,", "Never!", "Holed forward?"])
def test_a_few_words_are_speech_where_a_verb_of_speech_closes_them(said, words):
    assert said(f'Muir was asked on Monday. "{words}" said Duncan Reid.') == [(words, ("reid",))]


def test_whoever_does_something_with_words_says_them(said):
    assert said('"If anybody knew of the rock, they should go to prison," Reid stormed.') == [
        ("If anybody knew of the rock, they should go to prison,", ("reid",))
    ]


def test_what_somebody_calls_a_thing_in_passing_is_said_by_them(said):
    text = 'Muir fined the owners on Monday, calling the lighthouse "a candle in a jar without a lid".'
    assert ("a candle in a jar without a lid", ("muir",)) in said(text)


@pytest.mark.parametrize(
    "words",
    [
        "Muir fined the owners, calling the state of the harbour {}.",
        "Muir fined the owners, labelling the lighthouse as {}.",
    ],
)
def test_a_judgement_may_have_prepositions_before_it(said, words):
    words = words.format('"a candle in a jar without a lid"')
    assert ("a candle in a jar without a lid", ("muir",)) in said(words)


@pytest.mark.parametrize("words", ["Calling for {} Muir left.", "Muir left on Monday, calling for {}."])
def test_what_somebody_only_calls_for_is_nobodys_words(said, words):
    assert "a safer, better harbour" not in [called for called, _ in said(words.format("“a safer, better harbour”"))]


def test_who_does_something_to_say_words_says_them(said):
    text = 'Voss, who had kept silent for weeks, broke her silence to say this: "I wrote to the owners in March."'
    assert said(text) == [("I wrote to the owners in March.", ("voss",))]


def test_a_name_that_is_called_makes_no_title_of_what_is_said(said):
    text = 'I heard the captain say, "It is not fit, Reid, it is not fit."'
    assert said(text) == [("It is not fit, Reid, it is not fit.", ())]


def test_whom_a_quotation_calls_by_name_is_not_who_speaks_next(said):
    text = 'I heard him say, "It is not fit, Duncan Reid, it is not fit." Then he said, "You will put it in writing."'
    assert said(text)[-1] == ("You will put it in writing.", ())


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Angus Muir was described by Duncan Reid as "the worst master I ever served under".', ("reid",)),
        ('Angus Muir was described as "the worst master on the whole coast".', ()),
        ('Angus Muir, described by Duncan Reid as "the worst master on the coast", left on Monday.', ("reid",)),
        ('Angus Muir was hired and described as "the best master on the whole coast".', ()),
        ('Angus Muir was told "we cannot wait for you any longer".', ()),
    ],
)
def test_who_is_described_or_told_does_not_say_it(said, text, who):
    assert {speakers for _, speakers in said(text)} == {who}


def test_who_only_passes_a_quotation_on_did_not_say_it(said):
    text = '"There was no light on the rock that night," it was reported by Duncan Reid.'
    assert [speakers for _, speakers in said(text)] == [()]
