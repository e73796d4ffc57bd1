"""The same words of the same speaker in several documents are one utterance with several sightings."""

import pytest

from dossier.assemble.speech.statements import statements
from dossier.assemble.speech.utterances import with_utterances

PEOPLE = {"muir": "Muir", "reid": "Reid"}


@pytest.fixture
def groups(read_case):
    """Sets of (source, first words) of the statements that are one utterance."""

    def make(*texts):
        case = read_case(*texts, people=PEOPLE)
        by_source = {reading.source: reading.text for reading in case}
        said = with_utterances([s for reading in case for s in statements(reading)], by_source)
        found = {}
        for s in said:
            found.setdefault(s.utterance, []).append((s.source, s.span.of(by_source[s.source])[:9]))
        return sorted(found.values())

    return make


LONG = '"There was no rock on any chart that the owners ever gave me,"'


def test_a_quotation_in_two_papers_is_one_utterance(groups):
    assert groups(f"{LONG} Muir said.", f"On Friday Muir told the court: {LONG}") == [
        [("s1", "There was"), ("s2", "There was")]
    ]


def test_a_reworded_quotation_of_one_speaker_is_one_utterance(groups):
    other = '"There was, of course, no rock on any chart that the owners gave me,"'
    assert len(groups(f"{LONG} Muir said.", f"{other} Muir said.")) == 1


def test_the_same_words_of_two_speakers_are_two_utterances(groups):
    assert len(groups(f"{LONG} Muir said.", f"{LONG} Reid said.")) == 2


def test_an_unknown_speaker_of_the_same_words_is_the_known_one(groups):
    assert len(groups(f"{LONG} Muir said.", f"{LONG} a sailor said.")) == 1


def test_like_words_of_unknown_speakers_are_not_joined(groups):
    texts = ("Divers said that the hole was made from the inside.", "Owners said the hole had been made from inside.")
    assert len(groups(*texts)) == 2


def test_all_of_many_copies_are_one_utterance(groups):
    assert len(groups(*[f"{LONG} Muir said." for _ in range(12)])) == 1
