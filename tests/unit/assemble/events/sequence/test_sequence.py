"""Undated events lie where the words, the document and its sources leave them, and say so."""

import pytest
from edtf import parse_edtf


def value(found, words):
    (label,) = [label for label in found if words in label]
    return found[label].date


NARRATIVE = (
    "The brig left Leith on 3 May 1822. The crew repaired the mast. The master hired two hands in Oslo. "
    "The brig reached Riga on 9 June 1822."
)


def test_a_story_in_the_simple_past_goes_on_in_time(dated):
    found = dated(NARRATIVE, **{"3 May 1822": "1822-05-03", "9 June 1822": "1822-06-09"})
    assert value(found, "hired two hands") == "1822-05-03?/1822-06-09?"


def test_what_is_inferred_is_marked_and_says_from_what(dated):
    found = dated(NARRATIVE, **{"3 May 1822": "1822-05-03", "9 June 1822": "1822-06-09"})
    (event,) = [event for label, event in found.items() if "hired" in label]
    assert event.date_inferred
    assert "not before 1822-05-03" in event.date_basis
    assert "not after 1822-06-09" in event.date_basis
    assert "reached Riga" in event.date_basis


def test_news_does_not_tell_in_order(dated):
    text = "Shares in the brewer fell 6 percent in London. The bank sold the brewery on Friday."
    found = dated(text, news=True, Friday="2015-09-11")
    assert value(found, "Shares") is None


def test_what_is_told_as_done_is_not_after_its_publication(dated):
    found = dated("The bank has sold the brewery. The owner praised the brewer.", published="2015-09-14")
    assert value(found, "sold the brewery") == "../2015-09-14"


def test_an_uncertain_publication_stays_uncertain(dated):
    found = dated("The bank has sold the brewery.", published="2015-09?/2015-10?")
    assert value(found, "sold the brewery") == "../2015-10?"


def test_news_is_of_the_week_up_to_its_publication(dated):
    text = "The bank has sold the brewery. The merger failed in May."
    found = dated(text, published="2015-09-14", news=True, May="2015-05")
    assert value(found, "sold the brewery") == "2015-09-08?/2015-09-14"


def test_what_looks_back_is_no_news(dated):
    text = "The bank has previously sold breweries. The merger failed in May."
    found = dated(text, published="2015-09-14", news=True, May="2015-05")
    assert value(found, "sold breweries") == "../2015-09-14"


def test_what_is_planned_is_not_before_it_was_announced(dated):
    text = "The merger failed in May. The bank will sell the brewery."
    found = dated(text, published="2015-09-14", planned="The bank will sell the brewery", May="2015-05")
    assert value(found, "will sell") == "2015-09-14/.."


def test_the_day_of_a_plan_says_nothing_of_the_planning(dated):
    text = "The owners agreed to meet on 10 October. The bank later fired a clerk."
    assert value(dated(text, **{"10 October": "2018-10-10"}), "fired") is None


def test_an_earlier_explanation_is_earlier_than_the_one_that_replaced_it(dated):
    text = "The engineers initially examined the pump, but they opened the valve on 3 May 1822."
    assert value(dated(text, **{"3 May 1822": "1822-05-03"}), "examined the pump") == "../1822-05-03"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The guards searched the house after the thief fled on 3 May 1822.", "searched", "1822-05-03/.."),
        ("The guards searched the house before the thief fled on 3 May 1822.", "searched", "../1822-05-03"),
        ("The thief fled on 3 May 1822. The judge later freed the guards.", "freed", "1822-05-03/.."),
        ("The thief fled on 3 May 1822. The guards had locked the gate.", "locked", "../1822-05-03?"),
        ("The guards had locked the gate, but the thief fled on 3 May 1822.", "locked", "../1822-05-03"),
    ],
)
def test_connectives_and_tenses_order_events(dated, text, words, expected):
    assert value(dated(text, **{"3 May 1822": "1822-05-03"}), words) == expected


def test_a_date_out_of_turn_ends_no_story(dated):
    text = (
        "The tabloid printed the letter on 20 April 2021. The journal printed the study in 2020. "
        "The editor praised the tabloid."
    )
    found = dated(text, **{"20 April 2021": "2021-04-20", "2020": "2020"})
    assert value(found, "editor praised") == "2021-04-20?/.."


def test_a_work_cited_is_not_older_than_what_it_tells(dated):
    text = (
        "The master repaired the mast.[1] The owner sold the brig.\n\n"
        '1. ^ Hart, Ann (4 June 1955). "The brig is repaired". The Herald. Retrieved 9 July 2001.\n'
        '2. ^ Hart, Ann (5 June 1955). "The brig is sold". The Herald.\n'
        '3. ^ Hart, Ann (6 June 1955). "The brig is lost". The Herald.\n'
    )
    found = dated(text, **{"4 June 1955": "1955-06-04"})
    assert value(found, "repaired the mast") == "../1955-06-04"
    assert value(found, "sold the brig") is None


def test_a_loose_date_is_passed_on_no_more_exact_than_it_is(dated):
    found = dated("The brig left Leith in 1822. The crew repaired the mast.", **{"1822": "1822"})
    assert value(found, "repaired") == "1822?/.."


def test_every_inferred_date_is_edtf(dated):
    texts = [
        (NARRATIVE, {"3 May 1822": "1822-05-03T10:00:00Z", "9 June 1822": "1822-21"}),
        (NARRATIVE, {"3 May 1822": "182X", "9 June 1822": "1822-06-09~"}),
        (NARRATIVE, {"3 May 1822": "-0044-03-15", "9 June 1822": "9999"}),
        (NARRATIVE, {"3 May 1822": "../1822", "9 June 1822": "[1822-06-09,1822-06-10]"}),
    ]
    for text, dates in texts:
        for event in dated(text, published="1823?", **dates).values():
            assert event.date is None or parse_edtf(event.date)


def test_one_possible_day_is_that_day_perhaps(dated):
    text = "The bank fired a clerk on Monday. The owner said the beer was good."
    said = "The owner said the beer was good"
    found = dated(text, published="2015-09-14", news=True, said=said, Monday="2015-09-14")
    assert value(found, said) == "2015-09-14?"


def test_what_is_said_answers_what_is_told_and_what_happened_is_of_the_week(dated):
    text = (
        "The bank fired a clerk on Monday. The owner sold the brewery. The police have arrested a lawyer. "
        "The owner said the beer was good."
    )
    said = "The owner said the beer was good"
    found = dated(text, published="2015-09-16", news=True, said=said, Monday="2015-09-14")
    assert value(found, said) == "2015-09-14?/2015-09-16"
    assert value(found, "sold the brewery") == "2015-09-10?/2015-09-16"
    assert value(found, "arrested a lawyer") == "2015-09-10?/2015-09-16"


def test_background_goes_on_from_its_own_date(dated):
    text = (
        "The bank fired a clerk on Monday. The brewery burned down in 1998. The owner rebuilt the cellars. "
        "The police have arrested a lawyer."
    )
    found = dated(text, published="2015-09-16", news=True, **{"Monday": "2015-09-14", "1998": "1998"})
    assert value(found, "rebuilt the cellars") == "1998?/.."
    assert value(found, "arrested a lawyer").startswith("2015-09-10?")


def test_a_speech_tells_neither_news_nor_a_story(dated):
    text = "My friends, the bank fired a clerk on Monday. We repaired the cellars. The owner sold the brewery."
    found = dated(text, published="2015-09-16", news=True, Monday="2015-09-14")
    assert value(found, "sold the brewery") == "../2015-09-16"


def test_that_an_old_story_was_over_when_it_was_told_says_nothing(dated):
    found = dated("The brig left Leith in 1822. The crew repaired the mast.", published="1990", **{"1822": "1822"})
    assert value(found, "repaired") == "1822?/.."
    found = dated("The brig left Leith in 1988. The crew repaired the mast.", published="1990", **{"1988": "1988"})
    assert value(found, "repaired") == "1988?/1990"


@pytest.mark.parametrize(
    ("given", "expected"),
    [("184X", "1840"), ("1822-21", "1822-03"), ("1822-05-XX", "1822-05"), ("1822-05-03T10:00:00Z", "1822-05-03")],
)
def test_what_follows_is_told_no_more_exactly_than_what_it_follows(dated, given, expected):
    found = dated("The brig left Leith in spring. The crew repaired the mast.", spring=given)
    assert value(found, "repaired") == f"{expected}?/.."


def test_a_period_is_no_doubt_about_a_day(dated):
    text = "The exhibit ran from Monday to Friday. The bank fired a clerk."
    found = dated(text, published="2015-09-16", news=True, Monday="2015-09-14/2015-09-18")
    assert value(found, "exhibit ran") == "2015-09-14/2015-09-18"


def test_days_left_by_an_inexact_publication_are_narrowed(dated):
    text = "The bank fired a clerk on Monday. A court later freed the owner on Friday."
    found = dated(
        text, published="2015-09-01?/2015-09-30?", news=True, Monday="2015-09-14", Friday="2015-08-28/2015-10-02"
    )
    assert value(found, "freed the owner") == "2015-09-14/2015-09-30?"


@pytest.mark.parametrize(
    "published", ["0001-01-02", "9999-12-31", "-0044", "XXXX-05", "9999/..", "../0001", "no date", ""]
)
def test_no_publication_is_too_strange(dated, published):
    text = "The bank fired a clerk on Monday. The owner sold the brewery. The police have arrested a lawyer."
    for day in ("0001-01-01", "9999-12-31", "-0044-03-15", "XXXX-05-03", "2015-09-14"):
        for event in dated(text, published=published, news=True, Monday=day).values():
            assert event.date is None or parse_edtf(event.date)
