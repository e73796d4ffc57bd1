"""What one document reports as events: which clauses, at which date, how it stands, and who takes part."""

import pytest

from dossier.assemble.events.reports import candidates
from dossier.model.event import EventStatus


@pytest.fixture
def told(read):
    def make(text, **given):
        return candidates(read(text, **given))

    return make


def test_a_dated_clause_is_a_report_at_its_date_with_its_agent(told):
    text = "The Maid of Lorne left Port Ellery on 11 January 1911 with Duncan Reid aboard."
    (report,) = told(text, dates={"11 January 1911": "1911-01-11"}, people={"reid": "Duncan Reid"})
    assert report.report.date == "1911-01-11"
    assert report.label == "The Maid of Lorne left Port Ellery with Duncan Reid aboard"
    assert [p.entity for p in report.participants] == ["reid"]
    assert report.report.span.of(text) == text.rstrip(".")


def test_a_participle_that_carries_the_date_gives_it_to_the_main_clause(told):
    text = "Speaking on 4 February 1911, Reid accused the owners of neglect."
    (report,) = told(text, dates={"4 February 1911": "1911-02-04"}, people={"reid": "Reid"})
    assert report.kind == "accuse"
    assert [(p.entity, p.role) for p in report.participants] == [("reid", "agent")]


def test_what_will_happen_is_planned(told):
    text = "The court will sit at Leith on 3 February 1911."
    (report,) = told(text, dates={"3 February 1911": "1911-02-03"})
    assert report.report.status is EventStatus.PLANNED


def test_what_somebody_claims_is_an_allegation_with_its_speaker(told):
    text = "Muir claimed that Reid abandoned the bridge on 12 January 1911."
    (report,) = told(text, dates={"12 January 1911": "1911-01-12"}, people={"muir": "Muir", "reid": "Reid"})
    assert report.report.status is EventStatus.ALLEGED
    assert ("muir", "speaker") in [(p.entity, p.role) for p in report.participants]


def test_a_shared_subject_is_borrowed_for_the_label(told):
    text = "The steamer struck the rock on 12 January 1911 and sank on 3 May 1911."
    labels = [r.label for r in told(text, dates={"12 January 1911": "1911-01-12", "3 May 1911": "1911-05-03"})]
    assert labels == ["The steamer struck the rock", "The steamer sank"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The steamer struck the rock and sank on 12 January 1911.",
         [("The steamer struck the rock and sank", "1911-01-12")]),
        ("On 12 January 1911 the mate was hit by a block and lost an eye.",
         [("The mate was hit by a block and lost an eye", "1911-01-12")]),
        ("The mate was hit by a block and lost an eye.", [("The mate was hit by a block and lost an eye", None)]),
        # What is of another time, or has a subject of its own, is told apart.
        ("On 12 January 1911 the mate was hit by a block and the master lost an eye.",
         [("The mate was hit by a block", "1911-01-12"), ("The master lost an eye", None)]),
    ],
)  # fmt: skip
def test_what_goes_on_with_one_subject_and_time_is_one_event(told, text, expected):
    found = told(text, dates={"12 January 1911": "1911-01-12"} if "1911" in text else {})
    assert [(report.label, report.report.date) for report in found] == expected


def test_thoughts_states_and_speech_without_a_date_are_no_events(told):
    assert told("The owners knew the risk. The crew was small. A sailor said that he was afraid.") == ()


def test_nothing_inside_a_quotation_is_an_event_of_its_own(told):
    assert told('He said: "The owners sold the ship and bought another one in the spring."') == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is untrue that Voss shot Hale on 9 September 1988.", EventStatus.DENIED),
        ("Voss allegedly sank the ferry on 9 September 1988.", EventStatus.ALLEGED),
        ("Voss is accused of stealing a car on 9 September 1988.", EventStatus.ALLEGED),
        ("Reeve denied that Voss sold the boat on 9 September 1988.", EventStatus.DENIED),
        ("Voss sold the boat on 9 September 1988.", EventStatus.REPORTED),
        ("A verdict is due on 9 September 1988.", EventStatus.PLANNED),
    ],
)
def test_claims_denials_and_plans_are_no_facts(told, text, status):
    reports = told(text, dates={"9 September 1988": "1988-09-09"})
    assert [report.report.status for report in reports] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "If Voss had left on 9 September 1988, Hale would be alive.",
        "Voss did not leave the town on 9 September 1988.",
    ],
)
def test_what_is_only_a_condition_or_did_not_happen_is_no_event(told, text):
    assert told(text, dates={"9 September 1988": "1988-09-09"}) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Voss left the town before 5 May 1991.", "../1991-05-05"),
        ("Voss left the town by 5 May 1991.", "../1991-05-05"),
        ("Voss left the town after 5 May 1991.", "1991-05-05/.."),
        ("Voss left the town on 5 May 1991.", "1991-05-05"),
    ],
)
def test_a_side_that_the_source_leaves_open_stays_open(told, text, date):
    (report,) = told(text, dates={"5 May 1991": "1991-05-05"})
    assert report.report.date == date
