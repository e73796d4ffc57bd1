"""A report's time is the date's, as wide as the words around it make it."""

import pytest

from dossier.assemble.events.dating import told_time
from dossier.model.date import DOUBTFUL, DateMeaning, DateMention
from dossier.model.span import Span


@pytest.mark.parametrize(
    ("text", "extent", "expected"),
    [
        ("He left in 1986.", None, "1986"),
        ("He left after 1986.", None, "1986/.."),
        ("He left following the 1986 election.", None, "1986/.."),
        ("He left by 1986.", None, "../1986"),
        ("He stayed until about 1986.", None, "../1986"),
        # What was done a number of times since is not of that day, but of all the time from then on.
        ("They had complained three times since 1986.", "1986/..", "1986/.."),
        ("The yard has sold four large ships since 1986.", "1986/..", "1986/.."),
        # What lasts has its place in time where it began.
        ("The yard was sold twice. He has led it since 1986.", "1986/..", "1986"),
        ("He led it from 1986.", "1986/..", "1986"),
        ("He led it from 1986.", None, "1986"),
        # What both ends of a range say is not taken apart.
        ("He led it from 1986 to 1990.", "1986/1990", "1986/1990"),
    ],
)
def test_words_before_a_date_open_a_side_of_it(text, extent, expected):
    start = text.index("1986")
    date = DateMention("s", Span(start, start + 4), 0, "1986", "1986", DateMeaning.HAPPENED, "stated", "", extent)
    assert told_time(text, date) == expected


def test_an_interval_and_nothing_stay_what_they_are():
    for value in ("1986/1990", None):
        date = DateMention("s", Span(6, 7), 0, "x", value, DateMeaning.HAPPENED, "stated")
        assert told_time("After x", date) == value


def test_a_day_counted_from_afar_is_uncertain():
    for value, expected in (("1904-05-04", "1904-05-04?"), ("1904-05-04/1904-05-05", "1904-05-04/1904-05-05")):
        date = DateMention("s", Span(0, 12), 0, "The next day", value, DateMeaning.HAPPENED, DOUBTFUL)
        assert told_time("The next day the owner denied it.", date) == expected
