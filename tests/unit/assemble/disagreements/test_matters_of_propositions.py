"""What is told and rejected, and told of other times, places and doers, in affairs of many kinds."""

import pytest


def of(matters, rule):
    return [matter for matter in matters if matter.matter.rule == rule]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The warden locked the north gate of Larnos Castle.",
         "The warden did not lock the north gate of Larnos Castle, a guest said."),
        ("The engineer had inspected the boiler of the Lark.", "Nobody had inspected the boiler of the Lark."),
        ("Orlan Holdings paid the brokers a bribe.", "Orlan Holdings had failed to pay the brokers any bribe."),
        ("Orlan Holdings plans to close the foundry at Helmis.", "There is no plan to close the foundry, it said."),
        ("The lamp on the pier at Larnos was green.", "Captain Muir said that the lamp on the pier was red."),
        ("The hatch of the Lark was open, the cook said.", "The hatch of the Lark was closed."),
    ],
)  # fmt: skip
def test_what_one_tells_and_another_rejects(compare, one, other):
    found = of(compare(one, other), "told and rejected")
    assert len(found) == 1
    assert len(found[0].sides) == 2


def test_a_denial_that_takes_up_what_was_just_sworn(compare):
    text = "The clerk swore that the parcel was delivered at Larnos. The porter swore that it was not."
    found = of(compare(text), "told and rejected")
    assert [matter.sides for matter in found] == [
        {"yes": ["that the parcel was delivered at Larnos"], "no": ["that it was not"]}
    ]


@pytest.mark.parametrize(
    "after",
    [
        "The surveyor told the owners it was sound, and the smith told the owners it was not.",
        "The smith swore that it was not.",
        "The smith swore that the mill was dry and that it was not.",
    ],
)
def test_a_denial_of_something_else_that_is_told_before_it(compare, after):
    text = f"The guild refused the bid from Larnos. {after}"
    assert not of(compare(text, "The guild of Cork refused the bid from Larnos."), "told and rejected")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Not yet, not all, not until, other things, other doers, other days, habits, what only may be, a number.
        ("The wreck of the Lark has not been found.", "Divers found the wreck of the Lark in 1999."),
        ("The warden did not lock all the gates of the castle.", "The warden locked the gates of the castle."),
        ("The warden did not lock the gate until midnight.", "The warden locked the gate of the castle."),
        ("The warden did not lock the cellar of the castle.", "The warden locked the gate of the castle."),
        ("Ada Byrne did not sign the lease of the mill.", "Peter Holm signed the lease of the mill."),
        ("The judge did not see Ada Byrne on 3 May 1990.", "The judge saw Ada Byrne on 9 May 1990."),
        ("The porter may not have locked the gate.", "The porter locked the door of the mill in Cork."),
        # Word of another kind, and from the one to whom it would have come.
        ("Ada Byrne never received the letter from Peter Holm.", "Peter Holm emailed Ada Byrne about the dam."),
        ("The mayor of Larnos received 40 letters.", "The mayor of Larnos never wrote to the engineer."),
        ("Train No. 18 passed the signal at Larnos.", "The train passed the signal at Larnos."),
    ],
)  # fmt: skip
def test_what_can_both_be_so_is_left_alone(compare, one, other):
    assert not of(compare(one, other), "told and rejected")


@pytest.mark.parametrize(
    ("one", "other", "sides", "question"),
    [
        ("The Helmis bridge opened in 1911.", "The bridge over the Helmis, opened in 1913, is of iron.",
         {"1911", "1913"}, None),
        ("The two brothers met in Lisbon on 21 March 1906.", "On 21 March 1906 the brothers met at an inn in Porto.",
         {"Lisbon", "Porto"}, "Where did the two brothers meet?"),
        ("Ada Byrne designed the bridge at Larnos.", "The bridge at Larnos was designed by Karl Voss.",
         {"Ada Byrne", "Karl Voss"}, "Who designed the bridge?"),
    ],
)  # fmt: skip
def test_other_times_places_and_doers_of_one_thing(compare, one, other, sides, question):
    found = of(compare(one, other), "time or place of one thing")
    assert [set(matter.sides) for matter in found] == [sides]
    assert question in {None, found[0].question}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another day and another place; bounds of a time; two things; both in one voice.
        ("Maria Lund met Peter Holm on 3 May 1990 in Oslo.", "Maria Lund met Peter Holm on 5 May 1990 in Bergen."),
        ("The Helmis bridge was used until 1911.", "The Helmis bridge was used since 1913."),
        ("The Helmis bridge opened in 1911.", "The Larnos theatre opened in 1913."),
        ("The bank lent Ada Byrne money in 1911. It lent her money in 1913.", "The bank lent Ada Byrne money in 1911."),
    ],
)  # fmt: skip
def test_two_occasions_are_left_alone(compare, one, other):
    assert not of(compare(one, other), "time or place of one thing")


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("Ada Muir, 61, chairs the board of Orlan Holdings.", "Ada Muir is 64 and has no heir.", {"61", "64"}),
        ("The skipper of the Lark, Angus Muir, aged forty-two, was saved.", "The 47-year-old skipper Angus Muir swam.",
         {"42", "47"}),
    ],
)  # fmt: skip
def test_two_ages(compare, one, other, sides):
    assert [set(matter.sides) for matter in of(compare(one, other), "age of one person")] == [sides]


def test_a_year_more_or_another_person_is_no_other_age(compare):
    assert not of(compare("Ada Muir, 61, was saved.", "Ada Muir, 62, was saved."), "age of one person")
    assert not of(compare("Ada Muir, 61, was saved.", "Karl Voss, 40, was saved."), "age of one person")


def test_a_noun_of_doing_with_a_light_verb_is_what_is_done(compare):
    matters = compare(
        "The cook of the Lark was drinking in the cabin on Friday.", "The cook of the Lark had not had a drink."
    )
    assert [m.question for m in of(matters, "told and rejected")] == ["Did the cook drink?"]


def test_the_dead_of_two_groups_are_not_one_number(compare):
    matters = compare("The fleet lost 31 dead in the storm.", "Our convoy has fourteen dead after the storm.")
    assert not of(matters, "quantities of one thing")


@pytest.mark.parametrize("word", ["wrote", "sent a letter"])
def test_word_that_was_sent_and_never_came(compare, word):
    found = of(
        compare("Ada Byrne never received the letter from Peter Holm.", f"Peter Holm {word} to Ada Byrne."),
        "told and rejected",
    )
    assert [set(matter.sides) for matter in found] == [{"yes", "no"}]


def test_a_denial_longer_or_shorter_than_what_it_takes_up(compare):
    first = "In the spring of 1990 the porter of the old mill by the river at Larnos became the keeper. He did not."
    second = "The porter of the old mill at Larnos became the keeper of the lighthouse."
    assert not of(compare(first, second), "time or place of one thing")


def test_what_two_became_is_not_one_thing(compare):
    first = "York quickly became one of the most important cities in Roman Britain."
    second = "Antonin Dvorak became the director of the National Conservatory in New York City."
    assert not of(compare(first, second), "time or place of one thing")


def test_a_denial_that_only_points_is_shown_with_what_follows_it(compare):
    matters = compare(
        '"They will sell the houses," Ada Byrne, the mayor, said. Peter Holm, a lawyer, denied this. '
        "The owners had no plan to sell any house, he said."
    )
    denied = [words for m in of(matters, "claim and denial") for side, words in m.sides.items() if "denied" in side]
    assert denied
    assert any("no plan to sell" in one for one in denied[0])


def test_what_is_quoted_as_said_is_no_negation_of_the_saying(compare):
    matters = compare('The porter said to the cook, "No orders," and left.', "The porter said that he had orders.")
    assert not of(matters, "claim and denial")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill, founded in 1897, employs many women.", "The mill was founded in 1879 by Josef Hruska, a printer."),
        ("The vessel was last surveyed in June 1973.", "He said the ship had been surveyed in November 1973."),
    ],
)
def test_what_happens_once_last_or_first_may_be_told_of_days_far_apart(compare, one, other):
    found = [m for m in compare(one, other) if m.attribute == "date" and m.kind == "conflict"]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vessel was last surveyed in June 1973.", "He said the ship had been surveyed in November 1971."),
        ("The mill was inspected in May 1920.", "The mill was inspected in March 1912."),
    ],
)
def test_what_can_happen_again_is_not_compared_over_years(compare, one, other):
    assert [m for m in compare(one, other) if m.attribute == "date" and m.kind == "conflict"] == []


def test_places_one_of_which_lies_in_the_other_do_not_differ(compare):
    found = compare(
        "The steamer Larnos was launched at Kelsby in the spring.",
        "The steamer Larnos was launched in Kelsby Harbour in the spring.",
    )
    assert [m for m in found if m.attribute == "place"] == []


def test_the_same_offsets_in_two_sources_are_two_passages(compare):
    found = [m for m in compare("The signal was green at ten.", "The signal was red at ten.") if m.kind == "conflict"]
    assert [set(m.sides) for m in found] == [{"green", "red"}]


@pytest.mark.parametrize("text", ["The use of the yard pleased the mayor.", "His order was long."])
def test_what_a_noun_takes_for_granted_is_no_claim(compare, text):
    found = compare(text, "The judge wrote that it was no use. There was no order.")
    assert of(found, "told and rejected") == []
