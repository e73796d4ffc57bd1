"""Bounds of EDTF values, against hand-worked cases and against the `edtf` package."""

import re
import time

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.edtf import bounds

ISO = re.compile(r"-?\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?")


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2018-08-30", "2018-08-30", "2018-08-30"),
        ("2018-08", "2018-08-01", "2018-08-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-08-30~", "2018-08-30", "2018-08-30"),
        ("2018?-08-~30", "2018-08-30", "2018-08-30"),
        ("%2018", "2018-01-01", "2018-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-XX-31", "2018-01-31", "2018-12-31"),
        ("2018-08-XX", "2018-08-01", "2018-08-31"),
        ("2018-02-3X", None, None),
        ("201X-02-29", "2012-02-29", "2016-02-29"),
        ("2018-21", "2018-03-01", "2018-05-31"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("2018-34", "2018-04-01", "2018-06-30"),
        ("2018-08-29/2018-08-30", "2018-08-29", "2018-08-30"),
        ("2018/2019-03", "2018-01-01", "2019-03-31"),
        ("../2018-08", None, "2018-08-31"),
        ("/2018-08", None, "2018-08-31"),
        ("2018-08/..", "2018-08-01", None),
        ("../..", None, None),
        ("[2018-03, 2018-01..2018-02]", "2018-01-01", "2018-03-31"),
        ("{..1912-04-15}", None, "1912-04-15"),
        ("2018-08-30T23:00:00Z", "2018-08-30T23:00:00", "2018-08-30T23:00:00"),
        ("2018-08-30T23:00+03:00", "2018-08-30T23:00:00", "2018-08-30T23:00:59"),
        ("2018-08-30T24:00:00", "2018-08-30T24:00:00", "2018-08-30T24:00:00"),
        ("2018-08-30T24:00:01", None, None),
        ("2018-08-30T23:61:00", None, None),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("XXXX-08-30", None, None),
        ("2018-13", None, None),
        ("2018-02-30", None, None),
        ("last Monday", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_bounds(value: str | None, earliest: str | None, latest: str | None) -> None:
    assert bounds(value) == (earliest, latest)


YEARS = st.integers(1, 9998).map("{:04d}".format)
MONTHS = st.integers(1, 12).map("{:02d}".format)
DAYS = st.dates().map(lambda day: day.strftime("%Y-%m-%d").rjust(10, "0"))
PRECISE = st.one_of(YEARS, st.tuples(YEARS, MONTHS).map("-".join), DAYS)
MASKED = st.one_of(
    YEARS.map(lambda year: year[:3] + "X"),
    YEARS.map(lambda year: year[:2] + "XX"),
    YEARS.map(lambda year: year + "-XX"),
)
QUALIFIED = st.tuples(st.one_of(PRECISE, MASKED), st.sampled_from(["", "?", "~", "%"])).map("".join)


def iso(moment: time.struct_time) -> str:
    return f"{moment.tm_year:04d}-{moment.tm_mon:02d}-{moment.tm_mday:02d}"


@given(PRECISE)
def test_agrees_with_the_edtf_package(value: str) -> None:
    parsed = edtf.parse_edtf(value)
    assert bounds(value) == (iso(parsed.lower_strict()), iso(parsed.upper_strict()))


@given(QUALIFIED)
def test_bounds_are_ordered_dates(value: str) -> None:
    earliest, latest = bounds(value)
    assert earliest is not None
    assert latest is not None
    assert ISO.fullmatch(earliest)
    assert ISO.fullmatch(latest)
    assert earliest <= latest


@given(QUALIFIED, QUALIFIED)
def test_an_interval_takes_its_ends_from_its_parts(first: str, last: str) -> None:
    assert bounds(f"{first}/{last}") == (bounds(first)[0], bounds(last)[1])
    assert bounds(f"[{first},{last}]") == (
        min(str(bounds(first)[0]), str(bounds(last)[0])),
        max(str(bounds(first)[1]), str(bounds(last)[1])),
    )


@given(st.text(alphabet="0123456789X-/.?~%[]{},TZ:+ ", max_size=40))
def test_any_text_is_answered(value: str) -> None:
    for bound in bounds(value):
        assert bound is None or ISO.fullmatch(bound)
