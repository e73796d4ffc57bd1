"""How things stand, what is asked and what is done every time are no happenings."""

import pytest

from dossier.assemble.events.reports import candidates
from dossier.read.markdown import markdown_blocks


@pytest.fixture
def labels(read):
    def make(text):
        reading = read(text, dates={"12 January 1911": "1911-01-12"} if "1911" in text else {})
        return [report.label for report in candidates(reading)]

    return make


@pytest.mark.parametrize(
    "text",
    [
        "There are two families in the hall on 12 January 1911.",
        "The offer is open until 12 January 1911.",
        "The debt was 40 million pounds on 12 January 1911.",
        "How a steamer struck the rock",
        "On 12 January 1911 and every day after the mate swam.",
        "No welding went on in the hold on 12 January 1911.",
        "Nobody left the ship on 12 January 1911.",
        "It was by telephone, on 12 January 1911.",
        "It was 12 January 1911, a Tuesday.",
        "The mate did on 12 January 1911.",
        "The last was made on 12 January 1911.",
        "The mate is in Leith, or was until 12 January 1911.",
    ],
)
def test_what_is_no_happening_is_no_event(labels, text):
    assert labels(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister was in Leith on 12 January 1911.", "The minister was in Leith"),
        ("The vote is on 12 January 1911.", "The vote is on 12 January 1911"),
        ("No change was noted on 12 January 1911.", "No change was noted"),
        ("It was on 12 January 1911 that the steamer struck the rock.",
         "It was on 12 January 1911 that the steamer struck the rock"),
        ("The last payment was made on 12 January 1911.", "The last payment was made"),
        ("The mate did the rounds on 12 January 1911.", "The mate did the rounds"),
        ("There was a fire on 12 January 1911.", "There was a fire"),
        ("The clerk told how the steamer struck the rock on 12 January 1911.", "The steamer struck the rock"),
        ("His last letter is of 12 January 1911.", "His last letter is of 12 January 1911"),
    ],
)  # fmt: skip
def test_what_was_so_for_a_time_or_is_told_is_one(labels, text, expected):
    assert expected in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Divers found no trace of the wreck.",
        "No trace of the wreck was found.",
        "Bread has since risen by a penny.",
        "Ada Byrne has often sold ships.",
        "The sea was calm. Bread has risen by a penny.",
        "# Ada Byrne sold the yard",
    ],
)
def test_what_is_told_too_loosely_without_a_date_is_no_event(read, text):
    assert candidates(read(text, people={"ada": "Ada Byrne"}, blocks=markdown_blocks)) == ()


@pytest.mark.parametrize("told", ["Ada Byrne has sold the yard", "The police have sealed the yard"])
def test_what_somebody_named_or_a_group_has_done_is_an_event(read, told):
    reading = read(f"The sea was calm. {told}.", people={"ada": "Ada Byrne"})
    assert [report.label for report in candidates(reading)] == [told]


def test_a_date_that_is_all_that_somebody_says_is_no_event(read):
    assert candidates(read("The mate would say the autumn of 1911.", dates={"the autumn of 1911": "1911-23"})) == ()
