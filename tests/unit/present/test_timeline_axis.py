"""Time in columns: every instant has its place, the closer scale never puts two events in another order, and what is
written above the columns is where one is."""

import datetime
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.instant import civil, days_of, iso_day, minute_of
from dossier.present.axis import LEFT_OUT, axis_of, best_axis, head_lines
from dossier.present.scale import SCALES, Scale

MINUTES = st.integers(-1_500_000_000, 4_200_000_000)
ANY_SCALE = st.sampled_from(SCALES)


def at(iso: str) -> int:
    minute = minute_of(iso)
    assert minute is not None
    return minute


@given(st.dates())
def test_days_are_those_of_the_calendar(day: datetime.date) -> None:
    number = days_of(day.year, day.month, day.day)
    assert number == (day - datetime.date(1970, 1, 1)).days
    assert civil(number) == (day.year, day.month, day.day)
    assert iso_day(number * 1440) == day.isoformat()


@pytest.mark.parametrize("iso", ["-0044-03-15", "0000-02-29", "-4713-11-24"])
def test_years_before_christ_have_days_too(iso: str) -> None:
    assert iso_day(at(iso)) == iso


@given(ANY_SCALE, MINUTES, MINUTES)
def test_columns_keep_the_order_of_time(scale: Scale, one: int, other: int) -> None:
    first, last = sorted((one, other))
    assert scale.column(first) <= scale.column(last)


@given(ANY_SCALE, MINUTES)
def test_a_column_lies_in_its_unit(scale: Scale, minute: int) -> None:
    column = scale.column(minute)
    first = scale.first(scale.unit(column))
    assert first <= column < first + scale.tick


@given(ANY_SCALE, st.lists(MINUTES, min_size=1, max_size=30))
def test_every_event_has_a_cell_that_leads_back_to_its_column(scale: Scale, minutes: list[int]) -> None:
    minutes.sort()
    axis = axis_of(scale, array("q", minutes))
    places = [axis.place(scale.column(minute)) for minute in minutes]
    assert places == sorted(places)
    assert [axis.column(place) for place in places] == [scale.column(minute) for minute in minutes]
    assert axis.column(axis.length) is None
    assert axis.column(-1) is None


@given(ANY_SCALE, st.lists(MINUTES, max_size=20), st.integers(0, 500), st.integers(1, 200))
def test_what_is_written_above_is_as_wide_as_asked_for(
    scale: Scale, minutes: list[int], left: int, width: int
) -> None:
    lines = head_lines(axis_of(scale, array("q", sorted(minutes))), left, width)
    assert [len(line) for line in lines] == [width, width]


def test_months_stand_under_their_year_and_empty_stretches_are_left_out() -> None:
    axis = axis_of(SCALES[3], array("q", [at("1911-03-03"), at("1911-05-20"), at("1912-01-09")]))
    above, below = head_lines(axis, 0, 26)
    assert below == f"Mar   Apr   May   {LEFT_OUT}Jan    "
    assert above == "1911               1912   "


def test_weeks_begin_on_monday() -> None:
    axis = axis_of(SCALES[4], array("q", [at("2018-08-29")]))
    assert head_lines(axis, 0, 9) == ("Aug 2018 ", "27       ")
    assert axis.place(SCALES[4].column(at("2018-08-29"))) == 2


def test_a_timeline_begins_with_the_closest_scale_that_shows_all() -> None:
    days = array("q", [at(f"1911-03-{day:02}") for day in range(1, 15)])
    assert best_axis(days, 100).scale.name == "days"
    assert best_axis(days, 40).scale.name == "weeks"
    centuries = array("q", [at(f"{year}-01-01") for year in range(1000, 2000, 7)])
    assert best_axis(centuries, 60).scale.name == "centuries"


def test_the_middle_of_an_empty_stretch_is_no_time() -> None:
    axis = axis_of(SCALES[2], array("q", [at("1911-03-03"), at("1950-05-20")]))
    assert axis.column(12) is None
    assert axis.place(SCALES[2].column(at("1930-01-01"))) == 12
