"""What stands before a date and opens one side of it: the value stays the date that is named."""

import edtf
import pytest
from dating import mentions
from hypothesis import given
from hypothesis import strategies as st

WEDNESDAY = "2018-09-05"


@pytest.mark.parametrize(
    ("sentence", "value", "extent"),
    [
        ("She had left by 3 June 1992.", "1992-06-03", "../1992-06-03"),
        ("She had left before about 1992.", "1992~", "../1992~"),
        ("They must pay by Friday.", "2018-09-07", "../2018-09-07"),
        ("He lived there until late 1986.", "1986", "../1986-12"),
        ("It has been shut since August.", "2018-08", "2018-08/.."),
        ("It was built after 1986.", "1986", "1986/.."),
        ("It was built after the 1890s.", "189X", "1890/.."),
        ("It came no later than 4 May 1990.", "1990-05-04", "../1990-05-04"),
        ("It came no earlier than May 1990.", "1990-05", "1990-05/.."),
        ("It must be done prior to March 5, 2019.", "2019-03-05", "../2019-03-05"),
        ("It will be done by the weekend.", "2018-09-08/2018-09-09", "../2018-09-09"),
        ("He had gone by 3 p.m. on March 5, 2001.", "2001-03-05T15:00:00", "../2001-03-05"),
        ("He left on 3 June 1992.", "1992-06-03", None),
        ("It burned between 1990 and 1992.", "1990", "1990/1992"),
    ],
)
def test_the_words_before_a_date_open_one_side_of_it(sentence: str, value: str, extent: str | None) -> None:
    found = mentions(sentence, published=WEDNESDAY, kind="news article")[0]
    assert (found.value, found.extent) == (value, extent)


WORDS = ["by", "since", "until", "before", "after", "no later than", "from", "in", "between"]
DATES = [
    *("3 June 1992", "Monday", "late 2021", "the third quarter of 2001", "the winter of 1888", "c. 1880", "the 1890s"),
    *("05/06/2018", "3 p.m. on March 5, 2001", "Christmas Day", "the end of the year", "Q3 2015", "September 420"),
]


@given(st.sampled_from(WORDS), st.sampled_from(DATES))
def test_the_value_is_the_same_whatever_opens_it_and_every_extent_is_edtf(word: str, date: str) -> None:
    (plain,) = mentions(f"It was said: {date}.", published=WEDNESDAY, kind="news article")
    (opened,) = mentions(f"It was said: {word} {date}.", published=WEDNESDAY, kind="news article")
    assert opened.value == plain.value
    if opened.extent:
        edtf.parse_edtf(opened.extent)
