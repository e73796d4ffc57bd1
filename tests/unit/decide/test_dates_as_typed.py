"""Dates as people type them: what is no date, or not all of it one, is no date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.decide.dating import read_date
from dossier.model.edtf import bounds


@pytest.mark.parametrize(("words", "value"), [
    ("16 April 1998", "1998-04-16"), ("16 april 1998", "1998-04-16"), ("May 3, 1911", "1911-05-03"),
    ("about 5 May 1911", "1911-05-05~"), ("Aug 2018", "2018-08"), ("in 1911", "1911"), ("probably 1911", "1911?"),
    ("16 April 1998 at 21:40", "1998-04-16T21:40:00"), ("3-5 May 1911", "1911-05-03/1911-05-05"),
    ("3 May to 5 June 1911", "1911-05-03/1911-06-05"), ("between 1914 and 1918", "1914/1918"),
    ("1914-1918", "1914/1918"), ("since 2005", "2005/.."), ("before 1911", "../1911"),
    ("late August 2018", "2018-08-15/2018-08-31"), ("3/5/1911", "[1911-03-05,1911-05-03]"), ("the 1920s", "192X"),
    ("4 March 44 BC", "-0043-03-04"), (" 1911-05 ", "1911-05"), ("1911-05-03~", "1911-05-03~"), ("../1911", "../1911"),
])  # fmt: skip
def test_what_is_a_date(words: str, value: str) -> None:
    assert read_date(words) == value


@pytest.mark.parametrize("words", [
    "", " ", "soon", "5 May", "yesterday", "Tuesday", "31 June 1998", "1911-13", "1911-02-30", "not 1911",
    "not before 1911", "the letter of 3 May 1911", "3 or 4 May 1911", "3 May 1911 and 5 May 1911", "1911 men",
    "\x00 1911", "..",
])  # fmt: skip
def test_what_is_none_or_not_all_of_it(words: str) -> None:
    assert read_date(words) is None


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_any_day_in_words_is_that_day(day: datetime.date) -> None:
    assert read_date(f"{day.day} {day:%B} {day.year}") == day.isoformat()


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_date_or_none(words: str) -> None:
    value = read_date(words)
    assert value is None or bounds(value) != (None, None)
