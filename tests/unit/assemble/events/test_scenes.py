"""Reports that tell only a time of day go on with the day told with one before."""

from dataclasses import replace
from time import process_time

import pytest

from dossier.assemble.events.reports import candidates
from dossier.assemble.events.scenes import in_scenes
from dossier.read.markdown import markdown_blocks

SECONDS = 3
"""Of the processor; many times that where each time is held against all days."""
LEFT = "The ship left her berth at 19.12 on 12 January 1911."
DATES = {
    "19.12 on 12 January 1911": "1911-01-12T19:12:00", "3 October 1910": "1910-10-03", "14 January 1911": "1911-01-14",
    "15.00 on 16 January 1911": "1911-01-16T15:00:00",
}  # fmt: skip


@pytest.fixture
def dated(read):
    """Date of the last report, and whether it is inferred, in a text."""

    def make(text):
        told = {words: value for words, value in DATES.items() if words in text}
        reading = read(text, dates=told, blocks=markdown_blocks)
        last = list(in_scenes(reading, candidates(reading)))[-1]
        return last.report.date, last.inferred

    return make


@pytest.mark.parametrize(
    "between",
    ["", "The wind rose.\n\n", "## The loss\n\nThe surveyor had certified the door on 3 October 1910.\n\n"],
)
def test_a_time_goes_on_with_the_day_told_with_one(dated, between):
    assert dated(f"{LEFT}\n\n{between}At 20.44 the door failed.") == ("1911-01-12?", True)


@pytest.mark.parametrize(
    "text",
    [
        "At 20.44 the door failed.",
        "The surveyor certified the door on 3 October 1910.\n\nAt 20.44 the door failed.",
        f"{LEFT}\n\nThe inquiry met on 14 January 1911.\n\nAt 20.44 the door failed.",
        f"{LEFT}\n\nAt 20.44 the door had failed.",
        f"{LEFT}\n\nAt 4.30 a.m. the wreck sank.",
        f"{LEFT}\n\nThe inquiry met at 15.00 on 16 January 1911.\n\n## The loss\n\nAt 20.44 the door failed.",
        f"{LEFT}\n\nIn those years the baker closed at 17.15.",
        f"{LEFT}\n\nAt 20.44 the door failed.\n\nAt 20.31 the cook slept.",
        f"{LEFT}\n\nThe door failed.",
    ],
)
def test_where_the_day_is_not_clear_none_is_given(dated, text):
    assert dated(text) == (None, False)


def test_many_times_after_many_days_are_dated_in_a_moment(read):
    reading = read(f"{LEFT}\n\nAt 20.44 the door failed.", dates={"19.12 on 12 January 1911": "1911-01-12T19:12:00"})
    reading = replace(reading, dates=reading.dates * 20_000)
    told = list(candidates(reading)) * 2_000
    start = process_time()
    assert sum(one.inferred for one in in_scenes(reading, told)) == 2_000
    assert process_time() - start < SECONDS
