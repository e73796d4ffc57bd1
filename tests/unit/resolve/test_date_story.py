"""Dates whose year a report told before: the same day, or the one just before it."""

import pytest
from dating import dated, mentions

from dossier.model.date import DOUBTFUL

OCTOBER = "2014-10-20"


def last(text: str, published: str = OCTOBER, kind: str = "news article") -> str | None:
    return dated(text, published, kind)[-1][1]


def test_a_day_told_with_its_year_is_that_day_when_it_is_told_again() -> None:
    found = mentions("Did you meet her on the fourth of March last year?", "I did not meet her on March 4.",
                     published=OCTOBER, kind="interview")  # fmt: skip
    assert [(mention.value, mention.rule) for mention in found] == [
        ("2013-03-04", "from publication date"), ("2013-03-04", "from document"),
    ]  # fmt: skip


def test_a_day_just_after_one_with_its_year_goes_on_with_its_story() -> None:
    assert (
        last("She wrote to him on 27 February 2013. He said last night that they had met on 4 March.") == "2013-03-04"
    )
    assert (
        last("She wrote to him on 27 February 2013. On 4 March they met. They had not met on 6 March.") == "2013-03-06"
    )


def test_what_is_news_needs_no_other_story() -> None:
    assert last("He took office on 27 February 2013. Counting began on 4 March.", "2014-03-08") == "2014-03-04"
    assert (
        last("We lose it at the end of the month, by the 19th. He was here on the 2nd.", "1993-11-05") == "1993-11-02"
    )


def test_what_lies_ahead_or_far_off_is_of_the_own_year() -> None:
    assert last("She was kidnapped on Feb. 4, 1974. She was arrested last Sept. 18. The trial began on Jan. 27.",
                "1976-03-20") == "1976-01-27"  # fmt: skip
    assert last("It was founded on 3 June 2004. He resigned on 18 October.") == "2014-10-18"
    assert last("He resigned on 27 October 2013. They will vote on 4 November.") == "2014-11-04"


def test_two_years_of_one_day_tell_nothing() -> None:
    assert (
        last("They met on 9 October 2011 and on 9 October 2012. He was born in 1980. He fell on 9 October.")
        == "2014-10-09"
    )


def test_an_official_report_counts_from_its_paragraph() -> None:
    text = "On 14 March 2017 the reactor burst. One man was found on 16 March and died on 21 March."
    assert [value for _, value in dated(text, "2018-11-09", "report")] == ["2017-03-14", "2017-03-16", "2017-03-21"]


def test_a_day_of_no_month_is_of_the_month_told_before() -> None:
    found = mentions(
        "On 4 March 2013 they met.", "He was at the council on the fourth.", published=OCTOBER, kind="news"
    )
    assert found[-1].value == "2013-03-04"
    assert dated("He came in on the fourth.", OCTOBER, "news") == []


def test_a_weekday_that_is_any_is_no_date() -> None:
    assert dated("On a wet Monday in March last year a car drew up.", OCTOBER, "news")[0] == (
        "March last year",
        "2013-03",
    )


def test_the_next_day_goes_on_from_the_end_of_the_paragraph_before() -> None:
    found = mentions("He was arrested on 3 May 1904 and fled on 5 May 1904.", "The next day the harbour was closed.",
                     kind="history")  # fmt: skip
    assert [(mention.value, mention.rule) for mention in found][-1] == ("1904-05-06", "from document")


def test_the_next_day_is_uncertain_where_the_paragraph_before_ends_with_something_else() -> None:
    before = "The ferry sank on 3 May 1904. Forty were drowned."
    for after in ("The next day the owner denied it.", "Papers blamed the pilot. He denied it the next day."):
        found = mentions(before, after, kind="history")[-1]
        assert (found.value, found.rule) == ("1904-05-04", DOUBTFUL)


def test_the_next_day_of_one_of_several_dates_farther_off_is_unknown() -> None:
    found = mentions(
        "The ferry sank on 3 May 1904. A stoker died on 10 May 1904. Forty were drowned.",
        "Papers blamed the pilot. He denied it the next day, and two days later he fled.", kind="history",
    )  # fmt: skip
    assert [(mention.value, mention.rule) for mention in found[2:]] == [(None, "unresolved")] * 2


def test_years_are_counted_through_a_whole_story() -> None:
    found = mentions("He was born in 1871. He lived in Cork from 1890. He was poor.", "Three years later he married.",
                     kind="history")  # fmt: skip
    assert found[-1].value == "1893"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The board met two weeks ago Thursday.", "two weeks ago Thursday", "2014-10-02"),
        ("It happened a year ago last Tuesday.", "a year ago last Tuesday", "2013-10-15"),
        ("They vote a week from Friday.", "a week from Friday", "2014-10-31"),
        ("Ten years ago today she came.", "Ten years ago today", "2004-10-20"),
        ("It began 20 years ago this month.", "20 years ago this month", "1994-10"),
        ("It opened in the second week of May last year.", "the second week of May last year", "2013-05-08/2013-05-14"),
        ("It fell on the third day of March 2011.", "the third day of March 2011", "2011-03-03"),
    ],
)
def test_days_counted_from_a_weekday_a_day_or_a_month(text: str, words: str, value: str) -> None:
    assert dated(text, OCTOBER, "news article") == [(words, value)]


def test_a_story_goes_on_through_days_that_are_counted_or_tell_no_month() -> None:
    told = (
        "The Marigold sailed on 3 February 1974. Two days later she was seen. On the night of the 8th she called. "
        "The search began the next morning and went on until 14 February. In March a board met."
    )
    assert [value for _, value in dated(told, "1998-06-20", "news article")] == [
        "1974-02-03", "1974-02-05", "1974-02-08/1974-02-09", "1974-02-09", "1974-02-14", "1974-03"
    ]  # fmt: skip


def test_who_is_asked_of_what_was_long_ago_goes_on_from_it() -> None:
    found = mentions("Q. When was it? A. On 14 May 2013.", "Q. And then? A. I did not see him until September.",
                     published="2014-11-03", kind="interview")  # fmt: skip
    assert [mention.value for mention in found] == ["2013-05-14", "2013-09"]


def test_no_story_goes_on_from_what_lies_ahead() -> None:
    found = dated("I hope to be home by Christmas. I wrote on the 4th, and on the Monday.", "1862-09-20", "letter")
    assert [value for _, value in found] == ["1862-12-25", "1862-09-04", "1862-09-01"]


def test_what_would_be_stale_is_of_the_story_told_just_before() -> None:
    told = "On 12 March 1962 a boiler burst. The inquest opened that May. In October the owner sold."
    assert dated(told, "1993-08-14", "news article")[-1] == ("October", "1962-10")
    assert dated(told, "1993-11-14", "news article")[-1] == ("October", "1993-10")


def test_a_story_goes_on_over_the_turn_of_the_year() -> None:
    told = "Ada wrote on 20 December 2011. On 4 January they met. The next spring she left."
    assert [value for _, value in dated(told, "2014-10-20", "news article")] == ["2011-12-20", "2012-01-04", "2012-21"]


def test_the_monday_mr_hale_came_is_of_the_story() -> None:
    told = "Ada wrote on 20 December 2011. On the Friday Mr Hale came."
    assert dated(told, "2014-10-20", "news article")[-1] == ("the Friday", "2011-12-23")
