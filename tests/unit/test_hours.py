"""Times of day written with a full stop: read where something says that they are times."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.hours import dotted_times

SECONDS = 8
"""Of the processor; several times that where the work grows with the square of the text."""


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
        ("The party sat from 19.10 to 20.40 and the taxi came at 21.05 that night.", ["19.10", "20.40", "21.05"]),
        ("He waited from 9.10 to 10.30 a.m. outside.", ["9.10", "10.30"]),
        ("At 20.44 water came in.\n\nShe sank at 21.05.", ["20.44", "21.05"]),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The committee met at 9.30 a.m. The ship lists by 3.50 and the beam is between 12.10 and 14.50.", ["9.30"]),
        ("The committee met at 9.30 a.m. The bill was amended from 2.10.", ["9.30"]),
        ("At 19.12 she left.\n\nThe beam is between 12.10 and 14.50.", ["19.12"]),
        ("At 19.12 she left on a course between 12.10 and 14.50 degrees, behind 13.10.", ["19.12"]),
        ("At 3.15 the ship sailed. Sales rose from 1.10 to 2.20 that year.", ["3.15"]),
        ("The crew left at 19.12 that day. Python from 3.12 on.", ["19.12"]),
        ("It ended at 5.05 that day. GDP grew by 2.15 since 1.05.", ["5.05"]),
        ("The crew met at 9.30 a.m. and clause 5.20 on Monday was struck out.", ["9.30"]),
        ("The crew met at 9.30 a.m. The ring is valued at 1.25 carats, the tow at 3.10 per mile.", ["9.30"]),
    ],
)
def test_a_time_makes_no_times_of_other_figures(text: str, found: list[str]) -> None:
    assert times(text) == found


def test_a_figure_that_is_the_number_of_a_section_is_none_elsewhere() -> None:
    assert times("4.10 The warning came.\n\n5.1 What was said at 4.10 stands. At 20.52 the alarm rang.") == ["20.52"]


@given(st.text(alphabet="at by 0123456789.:\n£%pm", max_size=60))
def test_any_text_gives_offsets_of_figures(text: str) -> None:
    assert all(text[start].isdigit() for start in dotted_times(text))


def test_many_figures_are_read_in_a_moment() -> None:
    start = process_time()
    assert len(dotted_times("between 12.10 and 13.20 " * 20_000 + "at 19.12 that night")) == 40_001
    assert process_time() - start < SECONDS
