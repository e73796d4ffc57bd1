"""Speech in documents whose marks and layout are broken, endless or made to confuse: no crash, nothing runs away."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.assemble.speech.statements import statements
from dossier.assemble.speech.utterances import with_utterances

PEOPLE = {"muir": "Muir", "reid": "Reid"}
PIECES = st.sampled_from(
    ['"', "“", "”", "'", "’", "«", "»", ">", "\n", "\n\n", "Q: ", "A: ", "MUIR: ", "Reid: ", " said ", " claimed that ",
     " it sank", ", according to Reid", " - ", "(", ")", "[1]", "Muir", "Reid", ".", ",", "?", ":", "…", " citing ",
     " was quoted as saying ", "he", "they", "\u202e", "\u200b", "é"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_the_marks_every_span_is_inside_its_passage_or_document(read, text):
    reading = read(text, people=PEOPLE)
    for found in statements(reading, frozenset({"reid"})):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert reading.passages[found.passage].span.start <= found.span.start
        assert found.span.end <= reading.passages[found.passage].span.end
        for span in (found.speaker_span, found.cue, *(relay.span for relay in found.chain)):
            assert span is None or 0 <= span.start < span.end <= len(text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(PIECES, max_size=25).map("".join), min_size=2, max_size=3))
def test_a_statement_never_crosses_into_another_source_and_each_has_an_utterance(read_case, texts):
    case = read_case(*texts, people=PEOPLE)
    found = [s for reading in case for s in statements(reading)]
    by_source = {reading.source: reading.text for reading in case}
    for statement in with_utterances(found, by_source):
        assert statement.span.end <= len(by_source[statement.source])
        assert statement.utterance in {s.id for s in found}


def test_an_endless_quotation_is_one_statement_of_its_speaker(read):
    text = '"' + " ".join(["We went down with the ship."] * 2000) + '" Muir said.'
    (found,) = [s for s in statements(read(text, people=PEOPLE)) if s.kind == "direct"]
    assert found.speakers == ("muir",)
    assert len(found.span) > 50_000


def test_marks_out_of_step_through_a_whole_document_stay_in_their_paragraphs(read):
    paragraphs = [f'Muir said "the ship was number {n} in the yard.' for n in range(60)]
    text = "\n\n".join(paragraphs)
    found = statements(read(text, people=PEOPLE))
    assert found
    assert all("\n" not in statement.span.of(text) for statement in found)


def test_dialogue_of_a_novel_is_not_given_to_whoever_spoke_last(read):
    text = (
        "“Did you see it?” Muir asked.\n\n“I saw nothing at all, and nor did you.”\n\n“Then we are lost.”\n\n“We are.”"
    )
    found = [(s.span.of(text), s.speakers) for s in statements(read(text, people=PEOPLE))]
    assert [speakers for _, speakers in found] == [("muir",), (), (), ()][: len(found)]
    assert found[0] == ("Did you see it?", ("muir",))


@pytest.mark.parametrize(
    "line", ['Muir said: "It sank." ', "Q: Why?\nA: Fog.\n", "> Reid wrote:\n", "Reid said that it sank. "]
)
def test_time_grows_with_the_length_only(read, line):
    def seconds(times):
        reading = read(line * times, people=PEOPLE)
        began = time.perf_counter()
        found = statements(reading)
        with_utterances(found, {reading.source: reading.text})
        return time.perf_counter() - began

    seconds(10)
    assert seconds(800) < 30 * seconds(80) + 0.5
