"""Deeds told and rejected in other words, and told of other doers by name or office."""

import pytest


def of(matters, rule):
    return [matter for matter in matters if matter.matter.rule == rule]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Verbs of speech with somebody they are done to.
        ("The bankers warned the board of Torvald of the deficit in May.",
         "The board of Torvald was not warned of the deficit by its bankers."),
        ("The clerk signed the lease of the mill.", "The lease of the mill was never signed by the clerk."),
        # Word that was sent, and word that never came.
        ("Ada Byrne wrote to the chairman, Colm Deasy, about the boiler.",
         "Colm Deasy had never received a letter from Ada Byrne about the boiler."),
        ("The owners were warned about the compass of the Lark.",
         "The owners of the Lark had never received any complaint about the compass."),
        # Nothing, nobody, none of them.
        ("A gold cup was stolen from the tomb at Larnos.", "Nothing was stolen from the tomb at Larnos."),
        ("The ballot boxes at Larnos were sealed.", "None of the ballot boxes was sealed."),
        # A deed of a noun, who gave it alone.
        ("Peter Holm gave the order to open the sluice at Larnos.", "Peter Holm gave no order to open any sluice."),
        # It was not so-and-so.
        ("The audit at Larnos was ordered by Ada Byrne.", "It was not Ada Byrne who ordered the audit at Larnos."),
    ],
)  # fmt: skip
def test_told_and_rejected_in_other_words(compare, one, other):
    found = of(compare(one, other), "told and rejected")
    assert len(found) == 1
    assert len(found[0].sides) == 2


def test_what_the_source_tells_and_somebody_in_it_rejects(compare):
    text = "The engineer had inspected the boiler of the Lark. The cook said that nobody inspected the boiler."
    assert len(of(compare(text), "told and rejected")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What has not been so up to a day may be so later.
        ("Larnos, 3 May 1990. Neville Strand has not been suspended.",
         "Larnos, 9 May 1990. Neville Strand was suspended on Monday."),
        # Another message, and to somebody else.
        ("Ada Byrne wrote to her sister about a dress.", "Colm Deasy had never received a report on the boiler."),
        # What is only asked or said.
        ("The clerk told the court that he was tired.", "The clerk did not tell the court his name."),
        ("She asked whether anything was stolen from the tomb at Larnos.", "Nothing was stolen from the tomb."),
    ],
)  # fmt: skip
def test_what_can_both_be_so(compare, one, other):
    assert not of(compare(one, other), "told and rejected")


def test_what_has_not_been_so_on_a_later_day(compare):
    found = compare(
        "The Larnos Gazette, 3 October 2006\n\nThe surgeon Neville Strand was suspended at Larnos, a nurse said.",
        "The Sentinel, 19 October 2006\n\nThe surgeon Neville Strand has not been suspended, the hospital said.",
    )
    assert len(of(found, "told and rejected")) == 1


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("The order to fire on the crowd was given by Captain Philip Austen.",
         "Lieutenant Tom Carr gave the order.", {"Philip Austen", "Tom Carr"}),
        ("It was the magistrate who ordered the search of the mill.",
         "The search of the mill was ordered by Inspector Tom Grant.", {"magistrate", "Tom Grant"}),
        ("The tomb at Larnos was opened by the photographer.", "The tomb at Larnos was opened by the foreman.",
         {"photographer", "foreman"}),
        ("Talks between Orlan and Vantor began in February 2021.",
         "The talks between Orlan and Vantor began in November 2020.", {"2020-11", "2021-02"}),
        ("Brightwell Industries was founded in 1947 by two brothers.",
         "Brightwell Industries makes boxes. The company was founded in 1952.", {"1947", "1952"}),
    ],
)  # fmt: skip
def test_other_doers_and_days_of_one_deed(compare, one, other, sides):
    assert [set(m.sides) for m in of(compare(one, other), "time or place of one thing")] == [sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The one may be the other: the office of the one who is named, a word for anybody, one of several.
        ("The mayor of Larnos, Ada Byrne, opened the bridge.", "The mayor opened the bridge at Larnos."),
        ("The bridge at Larnos was opened by Ada Byrne.", "The bridge at Larnos was opened by an official."),
        ("The bridge at Larnos was opened by Ada Byrne.", "The bridge at Larnos was opened by the mayor."),
        ("It was not Ada Byrne who opened the bridge.", "Karl Voss opened the bridge at Larnos."),
    ],
)  # fmt: skip
def test_doers_who_may_be_one(compare, one, other):
    assert not [m for m in compare(one, other) if m.attribute == "participant"]


def test_in_which_place_it_was_ranked(compare):
    found = of(compare(
        "The bid of Orlan Ltd was ranked third by the engineers.",
        "The bid of Orlan Ltd was ranked first of four by the panel.",
    ), "place in an order")  # fmt: skip
    assert [set(m.sides) for m in found] == [{"first", "third"}]


def test_a_source_that_ranks_twice_tells_how_it_changed(compare):
    found = compare(
        "The bid of Orlan Ltd was ranked third by the engineers.",
        "The bid of Orlan Ltd was ranked third. In May the bid of Orlan Ltd was ranked first.",
    )
    assert not of(found, "place in an order")
