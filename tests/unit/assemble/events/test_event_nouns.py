"""Dates that belong to a noun of something done date that, and not the verb beside it."""

import pytest

from dossier.assemble.events.joining import groups
from dossier.assemble.events.reports import candidates


@pytest.fixture
def dated(read):
    """{label: date} of the reports of one text; dates are given by their words."""

    def make(text, **dates):
        reading = read(text, dates={words.replace("_", " "): value for words, value in dates.items()})
        return {c.label: c.report.date for c in candidates(reading)}

    return make


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The owner resigned after the crash of 12 March 1990.",
         {"The crash": "1990-03-12", "The owner resigned after the crash": None}),
        ("After the collapse of the pier on 12 March 1990, the mayor fled.",
         {"The collapse of the pier": "1990-03-12", "The mayor fled": None}),
        # In, during and at put the verb into the time of the noun.
        ("Nineteen men died in the collision of 12 March 1990.",
         {"The collision": "1990-03-12", "Nineteen men died in the collision": "1990-03-12"}),
        # The object of a verb has the verb's time.
        ("They held a meeting on 12 March 1990.", {"They held a meeting": "1990-03-12"}),
        # A thing is not done.
        ("The owner sold the house of 12 March 1990.", {"The owner sold the house": "1990-03-12"}),
    ],
)  # fmt: skip
def test_a_date_belongs_to_the_noun_it_describes(dated, text, expected):
    assert dated(text, **{"12 March 1990": "1990-03-12"}) == expected


@pytest.mark.parametrize(
    ("text", "made"),
    [
        # The verb tells the same time: one happening, not two.
        ("In the confusion on 12 March 1990 one casualty was counted twice.", 1),
        ("He died of a heart attack on 12 March 1990.", 1),
        # The noun has a time of its own.
        ("The owner resigned after the crash of the night train of 12 March 1990.", 1),
    ],
)
def test_what_a_clause_tells_of_a_day_its_noun_tells_no_second_time(read, text, made):
    reading = read(text, dates={"12 March 1990": "1990-03-12"})
    assert len([c for group in groups(candidates(reading)) for c in group if c.report.date]) == made
