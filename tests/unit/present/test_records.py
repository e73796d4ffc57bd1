"""Rows as comma-separated values."""

import csv
import io

import pytest

from dossier.present.records import csv_rows


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1+cmd|x", "-2+3", "@SUM(A1)"])
def test_what_a_document_says_is_no_formula_of_a_spreadsheet(words: str) -> None:
    ((cell, other),) = csv.reader(io.StringIO("".join(csv_rows([(words, "said")]))))
    assert cell == f"'{words}"
    assert other == "said"


@pytest.mark.parametrize("value", ["-0044-03-15", "2018-08-29/2018-08-30", "-12", "+44", "192X", "2018-08~", ""])
def test_numbers_and_dates_stay_as_they_are(value: str) -> None:
    assert list(csv.reader(io.StringIO("".join(csv_rows([(value, "x")]))))) == [[value, "x"]]
