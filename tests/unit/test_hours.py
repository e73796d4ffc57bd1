"""Times of day written with a full stop: read where something says that they are times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.hours import dotted_times


def times(text: str) -> list[str]:
    return [text[start : start + 5].strip(" .,;") for start in sorted(dotted_times(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She left her berth at 19.12 on Sunday 12 November 2017.", ["19.12"]),
        ("An e-mail was sent at 15.22 that day.", ["15.22"]),
        ("On 3 May at 21.09 the alarm rang.", ["21.09"]),
        ("At 20.44 the bow door failed. She listed until 20.52.", ["20.44", "20.52"]),
        ("The watch changed at 08.00 hrs.", ["08.00"]),
        ("The party sat from 19.10 to 20.40 and the taxi came at 21.05.", ["19.10", "20.40", "21.05"]),
        ("4.1 The ship left at 19.12.\n\n4.2 At 17.40 the captain telephoned.", ["19.12", "17.40"]),
    ],
)
def test_a_figure_by_words_of_time_is_a_time(text: str, found: list[str]) -> None:
    assert times(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "4.10 The warning was issued.\n\n4.11 It was received.",
        "See paragraph 4.10 and section 5.12.",
        "As found at 4.10 above, the door leaked.",
        "The shares closed at 12.45, down from 13.20.",
        "The pound traded at 1.35 against the dollar.",
        "Interest stood at 5.25 per cent, up from 5.10 per cent.",
        "The beam was cut at 2.40 metres.",
        "The fare rose from 2.30 to 2.50.",
        "Version 3.11 was released; 4.20 follows.",
        "The bid was £4.12 and went to £5.20.",
        "",
    ],
)
def test_prices_measures_and_sections_are_none(text: str) -> None:
    assert times(text) == []


def test_a_figure_that_is_the_number_of_a_section_is_none_elsewhere() -> None:
    assert times("4.10 The warning came.\n\n5.1 What was said at 4.10 stands. The alarm rang at 20.52.") == ["20.52"]


@given(st.text(alphabet="at by 0123456789.:\n£%pm", max_size=60))
def test_any_text_gives_offsets_of_figures(text: str) -> None:
    assert all(text[start].isdigit() for start in dotted_times(text))
