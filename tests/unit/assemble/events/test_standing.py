"""How events stand: told as facts, as somebody's word, denied, ruled out or planned; a claim stays its speaker's."""

from dataclasses import replace

import pytest

from dossier.assemble.events.reports import candidates
from dossier.model.date import Publication


@pytest.fixture
def told(read):
    """The dated report of a sentence: (status, label, {entity: role})."""

    def make(text):
        people = {name: name for name in ("Smith", "Jones") if name in text}
        reading = read(text, people=people, dates={"3 May": "2019-05-03"})
        (found,) = [c for c in candidates(reading) if c.report.date_span is not None]
        return found.report.status.value, found.label, {p.entity: p.role for p in found.participants}

    return make


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("reported", "Jones resigned on 3 May."),
        ("reported", "The court convicted Jones of killing a guard on 3 May."),
        ("reported", "Jones was charged on 3 May with stealing the money."),
        ("reported", "The police ruled out arson on 3 May."),
        ("reported", "Jones resigned on 3 May; his brother blames the board."),
        ("alleged", "The dam held; the spillway was damaged on 3 May, engineers said."),
        ("alleged", "Prosecutors say Jones took bribes on 3 May."),
        ("alleged", "According to Smith, Jones took bribes on 3 May."),
        ("alleged", "Smith accused Jones of stealing the money on 3 May."),
        ("alleged", "Smith suspects Jones of selling secrets on 3 May."),
        ("alleged", "Jones allegedly stole the money on 3 May."),
        ("alleged", "Jones may have resigned on 3 May."),
        ("alleged", "Jones could have poisoned the king on 3 May."),
        ("denied", "Jones denied that he took bribes on 3 May."),
        ("denied", "Jones rejected claims that he took bribes on 3 May."),
        ("denied", "The claim that Jones stole the money on 3 May was false."),
        ("ruled out", "Investigators have ruled out that Jones set the fire on 3 May."),
        ("planned", "Jones will appear in court on 3 May."),
        ("planned", "Jones is due to appear in court on 3 May."),
        ("planned", "Jones is to appear in court on 3 May."),
        ("planned", "The trial is scheduled for 3 May."),
        ("planned", "The board called off a meeting planned for 3 May."),
        ("planned", "The bank said it would close on 3 May."),
    ],
)
def test_words_tell_how_an_event_stands(told, status, text):
    assert told(text)[0] == status


@pytest.mark.parametrize(
    "text",
    [
        "If Jones had resigned on 3 May, the bank would have survived.",
        "Jones would have resigned on 3 May.",
        "Jones should have resigned on 3 May.",
        "Jones never met Smith on 3 May.",
        "Neither Jones nor Smith opened the lock on 3 May.",
        "Neither of the clerks signed the deed on 3 May.",
        "Neither Jones nor Smith was arrested on 3 May.",
        "There was no letter from Jones on 3 May.",
    ],
)
def test_what_did_not_happen_is_no_event(read, text):
    assert candidates(read(text, dates={"3 May": "2019-05-03"})) == ()


@pytest.mark.parametrize(
    "text", ["According to Smith, Jones took bribes on 3 May.", "Smith says that Jones took bribes on 3 May."]
)
def test_a_claim_is_kept_with_who_makes_it(told, text):
    status, _, roles = told(text)
    assert (status, roles["Smith"]) == ("alleged", "speaker")


@pytest.mark.parametrize(
    ("published", "text", "status"),
    [
        ("2019-05-01", "Work begins again on 3 May.", "planned"),
        ("2019-05-01", "It was resolved to open the lock on 3 May.", "planned"),
        ("2019-05-04", "Work begins again on 3 May.", "reported"),
        ("2019-05-01", "Jones resigned on 3 May.", "reported"),
        (None, "Work begins again on 3 May.", "reported"),
    ],
)
def test_what_is_dated_after_the_day_of_publication_is_planned(read, published, text, status):
    reading = read(text, dates={"3 May": "2019-05-03"})
    (found,) = candidates(replace(reading, publication=Publication("s1", published, False, None, "stated")))
    assert found.report.status.value == status


def test_an_accusation_is_told_of_who_makes_it(told):
    _, label, roles = told("Smith accused Jones of stealing the money on 3 May.")
    assert label == "Smith accused Jones of stealing the money"
    assert roles == {"Smith": "agent", "Jones": "patient"}
