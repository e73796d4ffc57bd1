"""Documents that share their wording are one voice when voices are counted."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.assemble.speech.echoes import echoes
from dossier.model.span import Span

AGENCY = (
    "The ferry Linnet struck a submerged wall outside the harbour on Tuesday and sank within the hour. "
    "All ninety passengers were taken off by two trawlers. The owners said the wall was on no chart that their masters "
    "had been given, and asked the harbour board to have the channel swept before winter."
)
COPY = "FERRY LOST OFF HARBOUR\n\n" + AGENCY + "\n\nThe Linnet was built in 1931 and had two sisters."
REWRITTEN = (
    "Divers went down to the Linnet yesterday. They found a hole below her waterline as wide as a door, and they think "
    "a mine made it. No wall stands where she lies, one of them told this newspaper."
)
QUOTING = (
    "The harbour board met in a bad temper. The owners said the wall was on no chart that their masters had been "
    "given, and asked the harbour board to have the channel swept before winter. The engineer spoke for an hour "
    "about buoys, dredgers and what a new survey would cost the town. Nobody had counted the lamps along the mole, "
    "nor asked who had lit them that evening. A vote was put off until March, when two of the members will have "
    "retired, and the clerk was sent to find the minutes of the meeting at which the wall had been ordered. In the "
    "gallery sat the widows of three stokers who went down in an earlier wreck; they left before the end. The "
    "treasurer read out figures that satisfied nobody, least of all the two shipowners who pay most of the dues. By"
    " nine the gas had been turned low, the reporters were putting on their coats, and the chairman declared that "
    "he for one had never heard so much said about so little."
)
MORE = (
    "For twenty years the Linnet had carried clerks and bicycles across the estuary, and on Sundays brass bands. "
    "Old people on the quay spoke of her as of a horse. She was to have been sold in spring to a firm that breaks "
    "ships; her captain, who had sailed in nothing else, had asked to be let go with her. In the taverns it was "
    "held that she had known. Her bell, brought up in a net by chance, now stands in the window of the savings "
    "bank, between a model of the new bridge and a card that gives the rates."
)


def piece(reading, words):
    start = reading.text.index(words)
    return reading.source, Span(start, start + len(words))


def test_a_copy_is_no_second_voice_and_another_account_is(read_case):
    case = read_case(AGENCY, COPY, REWRITTEN)
    found = echoes(case)
    assert [found.voice(reading.source) for reading in case] == ["s1", "s1", "s3"]
    assert found.voices([piece(case[0], "a submerged wall"), piece(case[1], "two trawlers")]) == 1
    assert found.voices([piece(case[0], "a submerged wall"), piece(case[2], "a mine made it")]) == 2


def test_documents_that_share_one_passage_are_one_voice_there_only(read_case):
    case = read_case(AGENCY + "\n\n" + MORE, QUOTING)
    found = echoes(case)
    assert found.voice("s2") == "s2"
    assert found.voices([piece(case[0], "no chart"), piece(case[1], "no chart")]) == 1
    assert found.voices([piece(case[0], "two trawlers"), piece(case[1], "never heard so much")]) == 2


def test_what_one_source_says_twice_is_one_voice(read_case):
    (reading,) = read_case(REWRITTEN)
    assert echoes([reading]).voices([piece(reading, "a mine made it"), piece(reading, "No wall stands")]) == 1


def test_nothing_is_no_voice(read_case):
    assert echoes(read_case(AGENCY)).voices([]) == 0


def test_a_source_of_another_case_is_an_error(read_case):
    with pytest.raises(KeyError):
        echoes(read_case(AGENCY)).voices([("s9", Span(0, 3))])


def test_a_chain_of_copies_is_one_voice(read_case):
    words = [f"word{number}" for number in range(300)]
    texts = [" ".join(words[start : start + 100]) + "." for start in range(0, 201, 50)]
    case = read_case(*texts)
    assert {echoes(case).voice(reading.source) for reading in case} == {"s1"}


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 200), st.integers(1, 80)), max_size=6))
def test_voices_are_counted_alike_in_any_order_and_never_more_than_sources(read_case, places):
    case = _three(read_case)
    found = echoes(case)
    spans = [(case[number].source, Span(start, start + length)) for number, start, length in places]
    count = found.voices(spans)
    assert count == found.voices(reversed(spans))
    assert count <= len({source for source, _ in spans})
    assert (count == 0) == (not spans)


_CASES = []


def _three(read_case):
    """Annotated once for all examples."""
    if not _CASES:
        _CASES.append(read_case(AGENCY, COPY, REWRITTEN))
    return _CASES[0]
