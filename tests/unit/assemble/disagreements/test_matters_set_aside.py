"""What one voice sets aside (`three, not two`) and another tells."""

import pytest

from dossier.assemble.disagreements import values


def set_aside(matters):
    return [matter for matter in matters if matter.matter.rule == "set aside by one voice"]


@pytest.mark.parametrize(
    ("told", "other", "sides"),
    [
        ("Two shots were fired in the library, not five.", "Hale had fired five shots in the library.",
         {"2", "5"}),
        ("The records show that the last inspection of the mill was in August 2020, not in January 2021.",
         "The mill was inspected in January 2021, Muir said.", {"2020-08", "2021-01"}),
        ("The march through the ford was led not by Anna Reid, but by Peter Hale.",
         "Anna Reid led the march through the ford.", {"Anna Reid", "Peter Hale"}),
        ("The march was led not by Anna Reid, who has the credit for it, but by Peter Hale.",
         "Anna Reid led the march.", {"Anna Reid", "Peter Hale"}),
        ("The bridge fell in 1990, not in 1991, but it was rebuilt in 1995.", "The bridge fell in 1991.",
         {"1990", "1991"}),
        ("The bridge fell in 1990, not in 1991, but in 1995 it was rebuilt.", "The bridge fell in 1991.",
         {"1990", "1991"}),
        ("Anna Reid led the march, not Peter Hale, but Ada Byrne paid for it.", "Peter Hale led the march.",
         {"Anna Reid", "Peter Hale"}),
        ("We were eleven, not twelve.", "She carried a crew of twelve.", {"11", "12"}),
    ],
)  # fmt: skip
def test_what_is_set_aside_is_told_elsewhere(compare, told, other, sides):
    found = [m for m in compare(told, other) if {"conflict"} == {m.kind} and sides <= set(m.sides)]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Her first visit will be to Cork, not to Larnos, the office says.", "The office looked at the Larnos works."),
        ("Two shots were fired in the library, not five.", "There were five clerks at the bank."),
        ("He did not go to Larnos, but he went to Cork.", "The mill at Larnos burned."),
        ("It was sold in May, not in June.", "It was sold in May."),
    ],
)
def test_what_nobody_else_tells_of_the_same_thing_is_no_matter(compare, told, other):
    assert set_aside(compare(told, other)) == []


def test_each_sentence_is_read_once_however_much_is_set_aside(compare, monkeypatch):
    read = []
    values_in = values.values_in
    monkeypatch.setattr(values, "values_in", lambda reading, one: read.append(one.span) or values_in(reading, one))
    told = "Two shots were fired in the library, not five.\n\nThe mill was inspected in May 1990, not in June 1991."
    assert set_aside(compare(told, "Hale had fired five shots in the library.\n\nThe mill was inspected in June 1991."))
    assert len(read) == 4
