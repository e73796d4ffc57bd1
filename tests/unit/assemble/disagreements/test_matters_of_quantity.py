"""Numbers of one thing that differ, agree in other units, or only grow."""

import pytest

from dossier.assemble import assemble
from dossier.model.manifest import Manifest
from dossier.resolve import resolve


def quantities(matters):
    return [matter for matter in matters if matter.attribute == "quantity"]


def test_counts_of_the_dead_that_cannot_both_be_right(compare):
    found = quantities(compare(
        "The steamer went down off Skerrow Head with the loss of nineteen lives.",
        "REPORT\n\nThirty persons were aboard; eighteen were lost.",
    ))  # fmt: skip
    assert [(m.kind, set(m.sides)) for m in found] == [("conflict", {"19", "18"})]


def test_nobody_is_none(compare):
    found = quantities(compare(
        "The fire at Larnos mill broke out in August 2009. Nobody was hurt in the fire.",
        "Two people were hurt in the fire at Larnos mill in August 2009.",
    ))  # fmt: skip
    assert [(m.kind, set(m.sides)) for m in found] == [("conflict", {"0", "2"})]


def test_a_toll_that_grows_from_day_to_day_is_a_revision(compare):
    found = quantities(compare(
        "PORT ELIAS, March 3, 2011 - Fourteen people were killed when a ferry capsized on Wednesday, police said.",
        "PORT ELIAS, March 6, 2011 - Police said 23 people were killed when the ferry capsized on Wednesday.",
    ))  # fmt: skip
    assert [(m.kind, set(m.sides)) for m in found] == [("revision", {"14", "23"})]


def test_at_least_does_not_contradict_more(compare):
    found = quantities(compare(
        "At least 14 people were killed in the ferry disaster.", "The ferry disaster killed 23 people.",
    ))  # fmt: skip
    assert [m.kind for m in found] == ["granularity"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Divers found a 2 mm hole in the hull.", "There was a 0.08 inch hole in the hull, the yard said."),
        ("The tower is 300 metres high.", "The tower was 984 feet high, the guide said."),
    ],
)
def test_what_is_the_same_in_other_units_is_an_agreement(compare, one, other):
    assert [m.kind for m in quantities(compare(one, other))] == ["agreement"]


def test_measures_of_one_thing_are_compared_in_one_unit(compare):
    found = quantities(compare("Divers found a 2 mm hole in the hull.", "Divers found a 0.2 inch hole in the hull."))
    assert [(m.kind, set(m.sides)) for m in found] == [("conflict", {"2 millimeter", "0.2 inch"})]


def test_two_speakers_of_one_source_can_differ(compare):
    found = quantities(compare(
        "Police said that 25,000 people marched. Union officials said that 120,000 people took part.",
    ))  # fmt: skip
    assert [m.kind for m in found] == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Other people, other things, a part, another time, a supposition.
        ("The crew of the capsule numbered three members.", "Six people were on board the station."),
        ("Two firefighters were hurt in the fire.", "Five policemen were hurt in the fire."),
        ("Twelve people were killed.", "Two of the people killed were children."),
        ("Twelve people were killed.", "Another three people were killed."),
        ("The building was insured for £3.5 million.", "The damage to the building was put at £2 million."),
        ("Forty people were killed in the raid of 3 May 1942.", "Nine people were killed in the raid of 8 June 1943."),
        ("Shares in Halden fell 6 percent.", "Shares in Brightwater fell 9 percent."),
        ("Three people were struck by the train.", "Five people took part in the march."),
        ("Nine people work at the hospital.", "Six people were taken to the hospital."),
        ("Two men left the house.", "Nine people left their homes."),
        ("Nobody knows whether 30 people were killed.", "Nine people were killed."),
    ],
)
def test_numbers_of_different_things_are_left_alone(compare, one, other):
    assert not [m for m in quantities(compare(one, other)) if m.kind in {"conflict", "contradiction", "revision"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Nobody is measured in years, nor is the place of a dateline.
        ("GRIMSBY, 3 May 1990 - Judge Ida Frost sentenced Paul Odell to six years in prison.",
         "GRIMSBY, 5 May 1990 - Judge Ida Frost sentenced Mary Lamb to eight years in prison."),
        ("Paul Odell was given six years by the court.", "Paul Odell was given eight years by the court."),
        # One place is only where it was written.
        ("LARNOS, 13 June 1990 - Peter Holm won 52 percent of the vote in Kelby.",
         "Peter Holm won 30 percent of the vote in Larnos and 45 percent in Cork."),
    ],
)  # fmt: skip
def test_a_name_is_not_measured_in_years_and_a_dateline_is_no_place_of_what_happened(compare, one, other):
    found = [m for m in compare(one, other) if m.matter.rule != "quantities told alike"]
    assert not [m for m in found if m.kind == "conflict"]


def test_a_dateline_is_no_part_of_what_a_side_says(compare):
    found = compare(
        "GRIMSBY, 3 May 1990 - Kestrel Bank paid the brokers $4,000.",
        "GRIMSBY (Reuters) - Kestrel Bank paid the brokers $9,000.",
    )
    sides = [words for m in found if m.kind == "conflict" for side in m.sides.values() for words in side]
    assert sides
    assert not [words for words in sides if "GRIMSBY" in words]


def test_one_thing_to_some_and_several_to_others(compare):
    found = quantities(compare(
        "Police say that somebody drilled a hole in the tank.",
        "The hole was drilled at night, the watchman said. The tank was empty.",
        "An engineer said that multiple holes were drilled in the tank.",
    ))  # fmt: skip
    assert len(found) == 1, found
    assert set(found[0].sides) == {"1", "at least 2"}


def test_two_bridges_of_different_towns_are_not_several_bridges(compare):
    found = quantities(compare("The army blew up the bridge at Arn.", "The town has three bridges."))
    assert not found


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        (
            ["About 400 women walked out of the Larnos works in May. The company puts the number at 250."],
            {"about 400", "250"},
        ),
        (["The union counts 2,100 posts lost at Larnos. The company says 900."], {"2,100", "900"}),
        (
            ["The yard at Larnos was sold to a Dutch firm for 60 million euros. Or 75 million, if you believe them."],
            {"60,000,000 euro", "75,000,000 euro"},
        ),
        (
            ["According to the log 18 tonnes of oil lay in the hold. The insurers say 22."],
            {"18 metric ton", "22 metric ton"},
        ),
    ],
)
def test_a_bare_number_is_one_of_what_was_counted_right_before(compare, told, sides):
    assert [(m.kind, set(m.sides)) for m in quantities(compare(*told))] == [("conflict", sides)]


@pytest.mark.parametrize(
    "text",
    [
        "About 400 women walked out of the Larnos works in May. On the second day the police said 250.",
        "The first car carried 120 passengers. The second one carried 90.",
        "In May he gave the club 200 dollars. In June he gave 300.",
        "The union counts 2,100 posts lost at Larnos. The spokesman said no.",
    ],
)
def test_a_number_of_another_day_or_thing_takes_nothing_up(compare, text):
    assert quantities(compare(text)) == []


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("Nine men were lost with the Larnos.", "Ten of the crew of the Larnos lost their lives.", {"9"}),
        ("Nine men were lost with the Larnos.", "Of the crew of the Larnos ten lost their lives.", {"9", "10"}),
        ("Nine men were lost with the Larnos.", "Ten men are now known to have died.", {"9", "10"}),
        ("The fire forced the evacuation of 240 residents.", "In all 300 people left their homes.", {"240", "300"}),
        ("A strike of forty people closed the yard.", "Sixty people took part.", {"40", "60"}),
        ("Nine people are in hospital.", "Six people were taken to the hospital.", {"6", "9"}),
        ("Nine people fled the house.", "Six people left their homes.", {"6", "9"}),
        ("Sixty firemen came. Two of them were hurt.", "Three firemen were hurt by the fire.", {"2", "3"}),
        ("The family holds 34 percent of the mill.", "The family owns 38 percent of the mill.", {"34 percent",
         "38 percent"}),
        ("Police found 18 tonnes of nitrate.", "The board found traces of 25 tonnes of nitrate.", {"18 metric ton",
         "25 metric ton"}),
    ],
)  # fmt: skip
def test_the_same_is_counted_in_other_words(compare, one, other, sides):
    found = [m for m in quantities(compare(one, other)) if m.kind in {"conflict", "revision"}]
    assert [set(m.sides) for m in found] == ([sides] if len(sides) > 1 else [])


def test_a_count_that_a_later_inquiry_still_has_was_not_outgrown(compare):
    found = quantities(compare(
        "PORT ELIAS, March 3, 2011 - Fourteen people were killed when a ferry capsized on Wednesday, police said.",
        "PORT ELIAS, December 6, 2011 - The court found that fourteen people were killed when the ferry capsized.",
        "PORT ELIAS, March 2, 2021 - Sixteen people were killed when the ferry capsized.",
    ))  # fmt: skip
    assert [(m.kind, set(m.sides)) for m in found] == [("conflict", {"14", "16"})]


@pytest.mark.parametrize("day", ["-0044-03-15", "0000", "-0044-03-15/1990-05-04", "../1990-05-04", "1990-05-04"])
def test_a_document_of_any_age_can_be_counted_in(case, day):
    documents = case("Forty people were killed at Selby in the fire.", "Sixty people were killed at Selby in the fire.")
    known = Manifest(sources={"0.txt": {"published": day}, "1.txt": {"published": "1990-05-05"}})
    found = [m for m in assemble(documents, resolve(documents, known)).matters if m.attribute == "quantity"]
    assert [m.kind.value for m in found] == ["revision" if day.endswith("1990-05-04") else "conflict"]
