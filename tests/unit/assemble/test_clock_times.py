"""Times of day as documents write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.clock_times import clock_times
from dossier.assemble.numerals import whole


@pytest.mark.parametrize(
    ("text", "minute", "half"),
    [
        ("It began at 3:40 p.m. on Monday.", 15 * 60 + 40, True),
        ("It began at 9pm.", 21 * 60, True),
        ("It began at 12 a.m. sharp.", 0, True),
        ("It began at 0315 hours.", 3 * 60 + 15, True),
        ("It began at five o'clock.", 5 * 60, False),
        ("It began at five o’clock in the afternoon.", 17 * 60, True),
        ("It began at a quarter past four.", 4 * 60 + 15, False),
        ("It began at half past ten in the evening.", 22 * 60 + 30, True),
        ("It began at ten to eleven.", 10 * 60 + 50, False),
        ("It began at midnight.", 0, True),
        ("At 19.12 the ship left.", 19 * 60 + 12, True),
        ("At 7.12 the ship left.", 7 * 60 + 12, False),
    ],
)
def test_the_forms_of_a_time(text, minute, half):
    assert [(time.minute, time.half) for time in clock_times(text)] == [(minute, half)]


@pytest.mark.parametrize("text", ["It rose by 3.40 per cent.", "Five men and 12 dogs.", "In 1940 he was 25.", ""])
def test_other_numbers_are_no_times(text):
    assert not list(clock_times(text))


def test_a_time_of_an_unknown_half_may_be_either():
    (five,), (late,) = list(clock_times("at five o'clock")), list(clock_times("at 5.10 p.m."))
    assert five.apart(late) == 10


@given(st.text(max_size=80))
def test_any_text_gives_times_inside_it_in_order(text):
    end = 0
    for time in clock_times(text):
        assert end <= time.start < time.end <= len(text)
        assert 0 <= time.minute < 24 * 60
        end = time.end


def test_numbers_in_words():
    assert [whole(words) for words in ("61", "sixty-one", "Sixty one", "nineteen", "sixty-ten", "many")] == [
        61, 61, 61, 19, None, None,
    ]  # fmt: skip
