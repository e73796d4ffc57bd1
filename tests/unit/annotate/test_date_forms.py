"""Forms of dates that letters, diaries and depositions use: what is found of them, and what is none."""

import pytest

from dossier.annotate.dates import find_dates
from dossier.model.annotation import Passage, PassageKind
from dossier.model.date import DateExpression
from dossier.model.span import Span


def found(text: str) -> list[DateExpression]:
    return list(find_dates(text, [Passage(PassageKind.PARAGRAPH, Span(0, len(text)))]))


@pytest.mark.parametrize(
    ("text", "words", "pattern"),
    [
        ("Camp 2, 7.v.37. The wind has gone.", "7.v.37", "1937-05-07"),
        ("Signed 3/XI/1918 at Ghent.", "3/XI/1918", "1918-11-03"),
        ("Mon. 7th", "Mon. 7th", "XXXX-XX-07"),
        ("Tues 8\nAll away.", "Tues 8", "XXXX-XX-08"),
        ("He came on Wednesday 9th with his men.", "Wednesday 9th", "XXXX-XX-09"),
        ("It must have been August, for the hay was in.", "August", "XXXX-08"),
    ],
)
def test_such_a_day_is_found(text: str, words: str, pattern: str) -> None:
    assert [(date.span.of(text), date.term.pattern) for date in found(text)] == [(words, pattern)]


@pytest.mark.parametrize(
    "text",
    [
        "See section 3.ii.1 of the rules.", "It was August who told me.", "He bought the Sun 3rd edition.",
        "They held the line, the 29th, and fell.", "Fourteen of the battalion of the 29th fell.",
        "He led the men of the 5th.", "On the Monday after the vote nothing came.",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert [date.span.of(text) for date in found(text)] == []


def test_a_rank_is_a_day_only_after_days() -> None:
    text = "She fell ill on 3 May 1923, wrote from the 5th to the 9th. It was cold, the 11th, and her note of the 14th"
    assert [date.span.of(text) for date in found(text)] == ["3 May 1923", "the 5th", "the 9th", "the 11th", "the 14th"]


def test_a_weekday_may_be_counted_from_the_day_told() -> None:
    text = "We met on 9 May 1923. On the Monday before, he had left; on the Friday following, he was back."
    assert [(date.span.of(text), date.term.direction) for date in found(text)[1:]] == [
        ("the Monday before", -1), ("the Friday following", 1)
    ]  # fmt: skip


def test_an_evening_is_counted_from_the_day_told() -> None:
    text = "He fell on 9 May 1923. The evening before, he was well. The morning after, he was dead."
    assert [(date.span.of(text), date.term.shift) for date in found(text)[1:]] == [
        ("The evening before", -1), ("The morning after", 1)
    ]  # fmt: skip


def test_every_second_tuesday_is_no_day() -> None:
    assert found("The council meets every second Tuesday.") == []
