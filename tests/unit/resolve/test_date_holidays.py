"""Feasts, holidays and other days that move: named without their date."""

import pytest
from dateutil.easter import EASTER_JULIAN, easter
from dating import dated
from hypothesis import given
from hypothesis import strategies as st

from dossier.resolve.dates.moving import moving_day

WEDNESDAY = "2018-09-05"


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The troops sang on Christmas Day 1914.", "Christmas Day 1914", "1914-12-25"),
        ("The rising began on Easter Monday, 24 April 1916.", "Monday, 24 April 1916", "1916-04-24"),
        ("The rising began on Easter Monday 1916.", "Easter Monday 1916", "1916-04-24"),
        ("It fell on Good Friday 1865.", "Good Friday 1865", "1865-04-14"),
        ("They married at Michaelmas in 1622.", "Michaelmas in 1622", "1622-09-29"),
        ("They met on Boxing Day.", "Boxing Day", "2017-12-26"),
        ("It burned on New Year’s Eve.", "New Year’s Eve", "2017-12-31"),
        ("He has been away since Christmas.", "Christmas", "2017-12-25"),
        ("They will meet on Thanksgiving.", "Thanksgiving", "2018-11-22"),
        ("They met last Thanksgiving.", "last Thanksgiving", "2017-11-23"),
        ("They will meet on St. Patrick's Day.", "St. Patrick's Day", "2019-03-17"),
        ("Shops opened the day after Christmas.", "the day after Christmas", "2017-12-26"),
        ("They met on Labor Day.", "Labor Day", "2018-09-03"),
    ],
)
def test_a_holiday_is_the_day_that_it_falls_on(sentence: str, words: str, value: str) -> None:
    assert (words, value) in dated(sentence, WEDNESDAY, "news article")


@pytest.mark.parametrize(
    "sentence",
    [
        "Christmas trees and Easter eggs were sold.",
        "They sailed to Christmas Island and Easter Island.",
        "He wrote a Christmas carol; merry Christmas!",
        "Every Christmas they quarrel.",
        "Noel Christmas won.",
        "The Christmas-shopping season was weak.",
    ],
)
def test_what_is_called_after_a_holiday_is_no_date(sentence: str) -> None:
    assert dated(sentence, WEDNESDAY, "news article") == []


@given(st.integers(326, 4000))
def test_easter_is_the_day_that_another_library_works_out(year: int) -> None:
    assert moving_day("easter+0", year) == easter(year, 3 if year >= 1583 else EASTER_JULIAN)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [("11 4 4", 2015, "2015-11-26"), ("01 -1 5", 2003, "2003-01-31"), ("02 5 1", 2021, None), ("easter-2", 0, None)],
)
def test_days_that_move(rule: str, year: int, day: str | None) -> None:
    found = moving_day(rule, year)
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("They met on the last Friday in August.", "the last Friday in August", "2018-08-31"),
        ("It opened on the first Monday of October 1998.", "the first Monday of October 1998", "1998-10-05"),
        ("They fled on Friday the 13th.", "Friday the 13th", "2018-07-13"),
        ("On 20 August it opened; on the 28th it heard the mate.", "the 28th", "2018-08-28"),
        ("It ends on the 1st of next month.", "the 1st of next month", "2018-10-01"),
        ("I have your letter of the 3d instant.", "the 3d instant", "2018-09-03"),
        ("I had your letter of the 30th ult.", "the 30th ult", "2018-08-30"),
    ],
)
def test_days_told_without_their_month(sentence: str, words: str, value: str) -> None:
    assert (words, value) in dated(sentence, WEDNESDAY, "news article")
