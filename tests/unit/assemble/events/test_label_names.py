"""Labels can be understood where they stand alone: by names in the place of pronouns, and no word too few."""

import pytest

from dossier.assemble.events.reports import candidates
from dossier.assemble.speech.statements import statements

DAY = "12 January 1911"
PEOPLE = {"ada": "Ada Byrne", "renn": "Tobias Renn"}


@pytest.fixture
def labels(read):
    """The labels of what a text reports, its statements known."""

    def make(text, people=PEOPLE, **given):
        dates = {DAY: "1911-01-12"} if DAY in text else {}
        reading = read(text, people={i: n for i, n in people.items() if n in text}, dates=dates, **given)
        return [report.label for report in candidates(reading, statements(reading, frozenset()))]

    return make


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who writes or speaks is called by name, the verb goes with it, and a second pronoun is one of a third person.
        (f"Dear Max,\n\nOn {DAY} I met the master.\n\nYours faithfully,\nAda Byrne", "Ada Byrne met the master"),
        (f"Dear Max,\n\nOn {DAY} we left Oslo.\n\nYours,\nAda Byrne", "Ada Byrne and others left Oslo"),
        (f"Dear Max,\n\nOn {DAY} he told me the truth.\n\nYours,\nAda Byrne", "He told Ada Byrne the truth"),
        (f"Dear Max,\n\nOn {DAY} I told the court that I was ill.\n\nYours,\nAda Byrne",
         "Ada Byrne told the court that they were ill"),
        (f"Ada Byrne owned a mill. Her mill burned down on {DAY}.", "Ada Byrne’s mill burned down"),
        # Asked is not told.
        (f"Did the master leave on {DAY}?", f"Asked: Did the master leave on {DAY}?"),
        # What only ties it to other sentences is left out.
        (f"The court also therefore fined the yard on {DAY}.", "The court fined the yard"),
        (f"The parcel reached Oslo only on {DAY}.", "The parcel reached Oslo"),
        (f"A letter dated {DAY} reached the court.", "A letter reached the court"),
        # What a photograph shows, whom a relative clause is about.
        (f"This photo shows the pier at Leith on {DAY}.", "The pier at Leith photographed"),
        (f"They saw Tobias Renn, whom the master met on {DAY} at Leith.", "The master met Tobias Renn at Leith"),
    ],
)  # fmt: skip
def test_a_label_stands_alone(labels, text, expected):
    assert labels(text)[-1] == expected


def test_a_name_in_the_plural_is_one_firm_without_an_article(labels):
    assert "Hart Dairies was founded" in labels(f"Hart Dairies, founded on {DAY}, grew.")


def test_names_after_a_plural_call_those_it_means(labels):
    text = f"On {DAY} the heads of the yards, Ada Byrne and Tobias Renn, joined forces."
    assert labels(text)[0] == "Ada Byrne and Tobias Renn joined forces"


def test_what_a_quotation_begins_with_is_left_as_it_is(labels):
    text = f'On {DAY} the master "also sold" the yard.'
    assert "also" in labels(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A short predicate leaves room for all that describes its subject; one that needs its time keeps it.
        (f"The long meeting between the owners and the clerks of the yard took place on {DAY}.",
         "The long meeting between the owners and the clerks of the yard took place"),
        (f"The vote is on {DAY}.", f"The vote is on {DAY}"),
    ],
)  # fmt: skip
def test_a_label_keeps_what_it_cannot_do_without(labels, text, expected):
    assert labels(text) == [expected]


def test_we_of_a_firm_are_that_firm(labels):
    text = f"“We sold the mill on {DAY},” Hart & Son said."
    assert labels(text, organizations={"hart": "Hart & Son"}) == ["Hart & Son sold the mill"]
