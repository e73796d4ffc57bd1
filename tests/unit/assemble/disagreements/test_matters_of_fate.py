"""What became of people, in affairs of many kinds."""

import pytest


def fates(matters):
    return [matter for matter in matters if matter.attribute == "fate"]


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("Captain Karl Voss was killed at the ford.", "Karl Voss survived and kept a shop in Cork.", "Did"),
        ("Karl Voss died of fever at Larnos.", "Karl Voss was shot at Larnos by the guards.", "How did"),
        ("Larnos, 3 May 1849\n\nKarl Voss was killed at the ford.", "Karl Voss died in Cork in 1871.", "When did"),
    ],
)  # fmt: skip
def test_different_ends_of_one_person(compare, one, other, question):
    found = fates(compare(one, other))
    assert [matter.question.startswith(question) for matter in found] == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karl Voss was found alive and died in hospital on 5 May 1990.", "Karl Voss died on 5 May 1990."),
        ("Karl Voss was killed at the ford.", "Ada Byrne survived the fight at the ford."),
        ("Karl Voss died in May 1990.", "Karl Voss died on 5 May 1990."),
        ("Karl Voss might have survived.", "Karl Voss was killed at the ford."),
    ],
)  # fmt: skip
def test_one_end_told_in_two_ways_is_left_alone(compare, one, other):
    assert not fates(compare(one, other))


def test_a_pronoun_far_from_the_name_tells_of_nobodys_end(compare):
    found = compare(
        "Seaman Alec Ross died in the hospital at Larnos on 9 February 1974.",
        "Alec Ross was beside me. We rowed for an hour. The coxswain took us off at three. He died in 1988.",
    )
    assert [m for m in found if m.attribute == "fate"] == []
