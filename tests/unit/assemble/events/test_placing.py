"""Undated reports get a date from the order of telling only where that is fair, and are marked."""

import pytest

from dossier.assemble.events.placing import placed
from dossier.assemble.events.reports import candidates


@pytest.fixture
def dated(read):
    """(label, date, inferred) of each report."""

    def make(text, **dates):
        reading = read(text, dates={words.replace("_", " "): value for words, value in dates.items()})
        return [(c.label, c.report.date, c.inferred) for c in placed(reading, candidates(reading))]

    return make


def test_what_follows_a_dated_report_is_of_that_day_perhaps(dated):
    text = "The ship struck the rock on 12 January 1911. The mate steered the ship to the shore."
    assert dated(text, **{"12 January 1911": "1911-01-12"}) == [
        ("The ship struck the rock", "1911-01-12", False),
        ("The mate steered the ship to the shore", "1911-01-12?", True),
    ]


def test_what_goes_on_about_something_else_is_left_undated(dated):
    text = "The ship struck the rock on 12 January 1911. The price of coal fell."
    assert dated(text, **{"12 January 1911": "1911-01-12"})[1][1:] == (None, False)


def test_what_happened_later_or_before_is_left_undated(dated):
    text = "The ship struck the rock on 12 January 1911. The court later suspended the master."
    assert dated(text, **{"12 January 1911": "1911-01-12"})[1][1:] == (None, False)
    text = "The ship struck the rock on 12 January 1911. The owners had previously patched her bow."
    assert dated(text, **{"12 January 1911": "1911-01-12"})[1][1:] == (None, False)


def test_a_loose_date_places_nothing(dated):
    text = "The ship was sold in 1909. The new owners painted the hull."
    assert dated(text, **{"1909": "1909"})[1][1:] == (None, False)


def test_another_paragraph_is_another_time(dated):
    text = "The ship struck the rock on 12 January 1911.\n\nThe owners hired a lawyer."
    assert dated(text, **{"12 January 1911": "1911-01-12"})[1][1:] == (None, False)
