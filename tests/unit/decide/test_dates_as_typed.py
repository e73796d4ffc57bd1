"""Dates as people type them: what is no date, or not all of it one, is no date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.decide.dating import read_date
from dossier.model.edtf import bounds, is_edtf


@pytest.mark.parametrize(("words", "value"), [
    ("16 April 1998", "1998-04-16"), ("16 april 1998", "1998-04-16"), ("May 3, 1911", "1911-05-03"),
    ("about 5 May 1911", "1911-05-05~"), ("Aug 2018", "2018-08"), ("in 1911", "1911"), ("probably 1911", "1911?"),
    ("16 April 1998 at 21:40", "1998-04-16T21:40:00"), ("3-5 May 1911", "1911-05-03/1911-05-05"),
    ("3 May to 5 June 1911", "1911-05-03/1911-06-05"), ("between 1914 and 1918", "1914/1918"),
    ("1914-1918", "1914/1918"), ("since 2005", "2005/.."),
    ("before 1911", "../1910"), ("before 5 May 2018", "../2018-05-04"), ("Before 1 January 2018", "../2017-12-31"),
    ("before May 2018", "../2018-04"), ("before January 2018", "../2017-12"), ("before 2018-03", "../2018-02"),
    ("after 2018", "2019/.."), ("after 31 December 2018", "2019-01-01/.."), ("after December 2018", "2019-01/.."),
    ("after late August 2018", "2018-09-01/.."), ("before the 1920s", "../1919"), ("after the 1920s", "1930/.."),
    ("before 44 BC", "../-0044"), ("after about 1911", "1912~/.."), ("after 3-5 May 1911", "1911-05-06/.."),
    ("before 16 April 1998 at 21:40", "../1998-04-16"), ("before summer 2018", "../2018-05"),
    ("by 2018", "../2018"), ("until 2018", "../2018"), ("by 5 May 2018", "../2018-05-05"), ("from 2018", "2018/.."),
    ("2017-11-12/..", "2017-11-12/.."), ("[1911,1912]", "[1911,1912]"), ("2018-21/2018-22", "2018-21/2018-22"),
    ("late August 2018", "2018-08-15/2018-08-31"), ("3/5/1911", "[1911-03-05,1911-05-03]"), ("the 1920s", "192X"),
    ("4 March 44 BC", "-0043-03-04"), (" 1911-05 ", "1911-05"), ("1911-05-03~", "1911-05-03~"), ("../1911", "../1911"),
])  # fmt: skip
def test_what_is_a_date(words: str, value: str) -> None:
    assert read_date(words) == value


@pytest.mark.parametrize("words", [
    "", " ", "soon", "5 May", "yesterday", "Tuesday", "31 June 1998", "1911-13", "1911-02-30", "not 1911",
    "not before 1911", "the letter of 3 May 1911", "3 or 4 May 1911", "3 May 1911 and 5 May 1911", "1911 men",
    "\x00 1911", "..", "2017-11-12/..x", "2017-11-12/x", "x/2017", "2018/2017", "2017-11-12/2017-13", "[1911,x]",
    "/", "../..", "20?18", "before", "after", "before soon", "before 3/5/1911", "after since 2005", "before ../1911",
    "before before 1911", "not after 1911", "after 31 December 9999", "after 9999", "[]",
])  # fmt: skip
def test_what_is_none_or_not_all_of_it(words: str) -> None:
    assert read_date(words) is None


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_any_day_in_words_is_that_day(day: datetime.date) -> None:
    assert read_date(f"{day.day} {day:%B} {day.year}") == day.isoformat()


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_date_or_none(words: str) -> None:
    value = read_date(words)
    assert value is None or (is_edtf(value) and bounds(value) != (None, None))


@given(st.dates(min_value=datetime.date(1000, 1, 2), max_value=datetime.date(9998, 12, 31)), st.sampled_from(
    ["%Y", "%Y-%m", "%Y-%m-%d"]))  # fmt: skip
def test_before_and_after_a_date_lie_on_both_sides_of_it_without_a_gap(day: datetime.date, form: str) -> None:
    value = day.strftime(form)
    earliest, latest = bounds(value)
    last_before, first_after = bounds(read_date(f"before {value}"))[1], bounds(read_date(f"after {value}"))[0]
    assert earliest
    assert latest
    assert last_before
    assert first_after
    assert datetime.date.fromisoformat(earliest) - datetime.date.fromisoformat(last_before) == datetime.timedelta(1)
    assert datetime.date.fromisoformat(first_after) - datetime.date.fromisoformat(latest) == datetime.timedelta(1)
