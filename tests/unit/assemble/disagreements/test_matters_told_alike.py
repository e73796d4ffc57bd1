"""How many and how much of one thing, told in other words: boats and boxes, sums and spans of time, sentences."""

import pytest

WRECK = "The steamer Alcina was lost on the Penwith Stones with a cargo of coal. The keeper had sounded the horn."
COUNT = "The county clerk counted the ballots at the courthouse until midnight. The sheriff waited there."


def of(matters):
    return [m for m in matters if m.matter.rule == "quantities told alike" and m.matter.kind.disagrees]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (f"{WRECK} Four boats were got away before she broke in two.", f"{WRECK} Only two boats were launched.",
         {"4", "2"}),
        (f"{WRECK} The mate said that the vessel was making nine knots.", f"{WRECK} Her speed was twelve knots.",
         {"9", "12"}),
        (f"{WRECK} The Alcina was insured for £18,000.", f"{WRECK} She was insured for twenty-five thousand pounds. "
         "The premium was £90.", {"18,000 pound", "25,000 pound"}),
        (f"{COUNT} Turnout was 54 percent.", f"{COUNT} Officials put the turnout at 61 percent.",
         {"54 percent", "61 percent"}),
        (f"{COUNT} Duane Pickett received 11,204 votes.", f"{COUNT} Duane Pickett had 11,166 votes.",
         {"11,204", "11,166"}),
        ("The thieves had dug a tunnel 18 metres long.", "The tunnel was 26 metres long.", {"18 meter", "26 meter"}),
        ("Neville Strand had performed 62 operations on infants.", "Neville Strand carried out 48 operations.",
         {"62", "48"}),
        ("One operation lasted eleven hours.", "The operation took nearly seven hours.", {"11 hour", "about 7 hour"}),
        ("Dana Whitcombe will receive a bonus of $12 million.", "Dana Whitcombe stands to get $20 million.",
         {"12,000,000 dollar", "20,000,000 dollar"}),
        ("A cargo plane of Sahel crashed near Larnos. A farmer saw it burn. It was loaded with 12 tonnes.",
         "A plane crashed near Larnos. The minister spoke of fog. The load was 17 tonnes.",
         {"12 metric ton", "17 metric ton"}),
        ("Kestrel Marine paid the money in six instalments.", "The payments, in four instalments, went to Limassol.",
         {"6", "4"}),
        (f"{WRECK} The steamer had 40 crates on the deck.", f"{WRECK} The vessel had 60 crates on the deck.",
         {"40", "60"}),
        ("The court gaoled Walter Lindqvist for seven years.", "Walter Lindqvist was given five years by the judge.",
         {"7 year", "5 year"}),
        ("Walter Lindqvist, a clerk, was sentenced to seven years' penal servitude.",
         "Walter Lindqvist was given five years.", {"7 year", "5 year"}),
    ],
)  # fmt: skip
def test_quantities_of_one_thing_in_other_words(compare, one, other, sides):
    assert [set(m.sides) for m in of(compare(one, other))] == [sides]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Rounded, or as exact as it is stated.
        ("The tunnel was about 20 metres long.", "They had dug a tunnel 19 metres long."),
        # Other things are done with them.
        ("The thieves opened 64 boxes.", "The police sealed eighty-one boxes."),
        # A change, or a number that grows as things are found.
        ("The offer was raised to $40 million.", "The offer was $35 million."),
        ("Larnos, 3 May 1990. Divers found six crates.", "Larnos, 9 May 1990. Divers have found eleven crates."),
        # Planned and done.
        ("The firm will build 30 houses at Kelby.", "The firm built 20 houses at Kelby."),
        # A part, and one of many.
        ("Two of the boats were launched.", "Four boats were launched."),
        ("One member of the crew fell ill.", "Three members of the crew left."),
        # In two things; two people, by one judge, in one town.
        ("The curator of the Larnos gallery, Ada Byrne, said the gallery had 340 visitors on Monday.",
         "The curator of the Larnos aquarium, Peter Holm, said the aquarium had 560 visitors on Monday."),
        ("GRIMSBY, 3 May 1990 - Judge Ida Frost sentenced Paul Odell to six years in prison.",
         "GRIMSBY, 5 May 1990 - Judge Ida Frost sentenced Mary Lamb to eight years in prison."),
        # Far apart, elsewhere, of something else.
        ("The hall seats 40 guests.", "The hall seats 900 guests."),
        ("The mill at Larnos employed 400 weavers.", "The mill at Kelby employed 300 weavers."),
        ("A lorry carrying forty tonnes of sand overturned.", "The lorry was 28 tonnes."),
        ("The offer was 31 percent more than the shares were worth.", "Costs were 24 percent of the offer."),
        # A source that has both numbers has them of two things.
        ("The yard built four ferries. The yard built six ferries for Norway.", "The yard built six ferries."),
        # Nobody knows, or somebody denies.
        ("It is not known whether the firm paid $4,000.", "The firm paid $6,000."),
        ("The firm denied that it had paid $4,000.", "The firm paid $6,000."),
    ],
)  # fmt: skip
def test_quantities_that_are_of_two_things_or_can_both_be_so(compare, one, other):
    assert of(compare(one, other)) == []


def test_the_likest_is_compared_with_the_likest(compare):
    found = compare(
        "The board of Orlan met three times. Orlan paid its brokers €40,000 for the sale of the mill. "
        "Orlan paid its lawyers €90,000 for their advice.",
        "Orlan paid the brokers of the mill €65,000. The lawyers of Orlan were paid €90,000 for advice.",
    )  # fmt: skip
    assert [set(m.sides) for m in found] == [{"40,000 euro", "65,000 euro"}]
