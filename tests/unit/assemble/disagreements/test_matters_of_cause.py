"""What caused it, who did it, against whom, and headlines against their bodies."""

import pytest


def of(matters, attribute):
    return [matter for matter in matters if matter.attribute == attribute]


@pytest.mark.parametrize(
    ("one", "other", "causes"),
    [
        ("The accident was caused by a shift in the cargo, the coast guard said.",
         "The disaster was caused by a freak wave, his lawyer said.", ["shift in the cargo", "freak wave"]),
        ("An electrical fault was to blame for the fire, the officer said.",
         "Inspector Marsh said the fire was caused by petrol.", ["electrical fault", "petrol"]),
        ("Investigators believe that the collapse was caused by metal fatigue.",
         "The inquiry finds that the collapse resulted from corrosion of the hangers.", ["metal fatigue", "corrosion"]),
        ("The ministry blamed the crash on a drone.", "The crash was the result of pilot error, the report found.",
         ["drone", "pilot error"]),
        ("Ness died of scurvy in March.", "The doctor said that Ness died of a heart attack.",
         ["scurvy", "heart attack"]),
    ],
)  # fmt: skip
def test_different_causes_of_one_thing(compare, one, other, causes):
    found = of(compare(one, other), "cause")
    assert len(found) == 1, found
    assert found[0].kind == "conflict"
    for cause in causes:
        assert any(cause in value for value in found[0].sides), found


def test_a_cause_that_was_thought_of_first_is_history(compare):
    found = of(compare(
        "It was initially thought that the leak was caused by a tiny meteor.",
        "The commission found that the leak was caused by a drill.",
    ), "cause")  # fmt: skip
    assert [m.kind for m in found] == ["revision"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The leak was caused by a micrometeorite.", "The leak was caused by a tiny meteor, officials said."),
        ("The fire was caused by a candle.", "The delay was caused by snow."),
        ("The fire was caused by a candle.", "Police asked whether the fire was caused by a cigarette."),
        ("The fire was caused by a candle.", "The fire was caused by unknown persons, police said."),
    ],
)
def test_other_words_other_things_and_questions_are_no_other_cause(compare, one, other):
    assert not of(compare(one, other), "cause")


def test_two_people_who_are_said_to_have_done_one_thing(compare):
    found = of(compare(
        "A memo says that Sergeant Dejan Rusic gave the order to fire.",
        "The lawyer of Mr Rusic said that the order was given by Mr Pavle Stank.",
    ), "participant")  # fmt: skip
    assert len(found) == 1, found
    assert set(found[0].sides) == {"Dejan Rusic", "Pavle Stank"}
    assert found[0].question == "Who gave the order?"


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("France accused Germany of shelling the plant at Larnos.", "Germany said that France had shelled the plant.",
         "Who shelled the plant?"),
        ("The mayor blamed Peter Holm for the attack on the town.",
         "Mr Lars Brandt claimed responsibility for the attack.", "Who was behind the attack?"),
        ("The inspector said that Peter Holm was behind the robbery.",
         "The robbery was carried out by Mr Lars Brandt, his wife said.", "Who was behind the robbery?"),
        ("The court heard that Peter Holm had killed the banker.",
         "Mr Lars Brandt was accused of killing the banker.", "Who killed the banker?"),
    ],
)  # fmt: skip
def test_who_is_blamed_in_other_words(compare, one, other, question):
    found = of(compare(one, other), "participant")
    assert [m.question.replace("Who had", "Who") for m in found] == [question], found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Lund repaired the clock in 1990.", "Peter Holm repaired the clock in 2004."),
        ("The minister said that Maria Lund wrote letters.", "The clerk said that Peter Holm wrote letters."),
        ("Police said that the officer shot the man.", "Peter Holm shot the man, a witness said."),
    ],
)
def test_what_several_can_have_done_is_no_conflict(compare, one, other):
    assert not of(compare(one, other), "participant")


def test_an_accusation_against_its_own_author(compare):
    text = (
        "The agency Norvik has threatened to file charges against an astronaut. Norvik announced that criminal charges "
        "could be brought against Norvik. Norvik is based in Oslo."
    )
    found = of(compare(text), "participant")
    assert [m.kind for m in found] == ["contradiction"]


BODY = (
    "\n\nThe hole was found in August by the crew of the station. It was sealed within hours, the agency said.\n\n"
    "An inquiry is at work. Its head, Anna Berg, said that the hole had been drilled.\n\n"
    "The crew will come home in December. {}\n\nThe agency declined to comment on the inquiry.\n"
)


def test_a_name_that_the_headline_alone_links_to_the_act(compare):
    head = "Hole in the station was made on purpose by an agent of Peter Holm"
    found = of(compare(head + BODY.format("The businessman Peter Holm sells rockets to the army.")), "headline")
    assert len(found) == 1, found


@pytest.mark.parametrize(
    "rest",
    ["The hole was made by an agent of Peter Holm, she said.", "Nobody else was named."],
)
def test_a_headline_that_its_body_supports_or_never_takes_up(compare, rest):
    head = "Hole in the station was made on purpose by an agent of Peter Holm"
    assert not of(compare(head + BODY.format(rest)), "headline")
