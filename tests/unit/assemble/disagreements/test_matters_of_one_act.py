"""Sums, lengths, places in an order and times of one act, in affairs of many kinds."""

import pytest


def found(matters, rule):
    return [set(matter.sides) for matter in matters if matter.matter.rule == rule]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("Kestrel Bank paid 5 million pounds to Orlan Holdings, officials said.",
         "Kestrel Bank paid a fee of 3 million pounds to Orlan Holdings.", {"5,000,000 pound", "3,000,000 pound"}),
        ("Captain Angus Muir and Ada Byrne met at the inn. They talked for three hours.",
         "Ada Byrne said that she spoke to Captain Angus Muir for ten minutes.", {"3 hour", "10 minute"}),
    ],
)  # fmt: skip
def test_two_amounts_of_one_act_differ(compare, one, other, sides):
    assert found(compare(one, other), "quantities of one act") == [sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Other years, other things paid for, other people, a part and the whole in one voice.
        ("Kestrel Bank paid 4 million pounds to Orlan Holdings in 2011.",
         "In 2014 Kestrel Bank paid 3 million pounds to Orlan Holdings."),
        ("Kestrel Bank paid a fine of 4 million pounds.", "Kestrel Bank paid a dividend of 3 million pounds."),
        ("Ada Byrne spoke for ten minutes.", "Peter Holm spoke for two hours."),
        ("The crew of the Lark fought the fire for two hours.", "The firemen of Cork struck for six days."),
        ("Kestrel Bank paid 4 million pounds to Orlan Holdings.", "Kestrel Bank paid about 4 million pounds to Orlan."),
    ],
)  # fmt: skip
def test_amounts_of_other_acts_are_left_alone(compare, one, other):
    assert not found(compare(one, other), "quantities of one act")


def test_the_lowest_bid_and_the_second_lowest(compare):
    matters = compare(
        "The bid of Kestrel Bank was the second-lowest of five bids.",
        "Kestrel Bank said that its bid was the lowest of the five received.",
    )
    assert found(matters, "place in an order") == [{"lowest", "second-lowest"}]


def test_places_of_different_things_are_left_alone(compare):
    matters = compare(
        "The Lark was the second-largest ship of the Helmis Lines.",
        "Helmis Lines was the largest employer in Cork. Its profit was the highest of the decade.",
    )
    assert not found(matters, "place in an order")


def test_times_of_one_happening_without_a_day(compare):
    matters = compare(
        "The fire at the Larnos theatre started at 9.40pm, neighbours said.",
        "The fire, which began in the Larnos theatre, started at 9.05 p.m.",
    )
    assert [m.attribute for m in matters if m.attribute == "time"] == ["time"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire at the Larnos theatre started at about 9.40pm.", "The fire at Larnos started at 9.37pm."),
        ("The ferry to Larnos sailed at 9.40pm.", "The trial at Larnos opened at 9.15 a.m."),
        ("The ferry left Larnos at 9.40pm on 3 May 2011.", "The ferry left Larnos at 9.15pm on 4 May 2011."),
        ("The strike at Larnos cost 9.40 million pounds.", "The strike at Larnos cost 9.15 million pounds."),
    ],
)  # fmt: skip
def test_rounded_times_and_other_happenings_agree(compare, one, other):
    assert not [m for m in compare(one, other) if m.attribute == "time"]


def test_what_something_was_sold_for(compare):
    found = [m for m in compare(
        "On Friday Muir Brothers sold the yard to Hale & Sons for forty-eight million, the chairman said.",
        "Muir Brothers announced the sale of its yard at Larnos to Hale & Sons for €41 million on Friday.",
    ) if m.attribute == "quantity"]  # fmt: skip
    assert [set(m.sides) for m in found] == [{"48,000,000", "41,000,000 euro"}]


def test_what_different_things_were_sold_for_is_not_compared(compare):
    found = [m for m in compare(
        "Ada Muir sold the yard to Peter Hale for £48,000.", "Jane Reid sold the mill to Tom Oakes for £41,000.",
    ) if m.attribute == "quantity"]  # fmt: skip
    assert found == []
