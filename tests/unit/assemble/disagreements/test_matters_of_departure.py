"""How somebody left: of their own will, or made to go."""

import pytest


def leaving(matters):
    return [m for m in matters if m.matter.rule == "how somebody left"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Esther Lamb resigned on Tuesday.", "Esther Lamb says she was dismissed."),
        ("Peter Hale was allowed to resign in January.", "The board fired Peter Hale in January."),
        ("Esther Lamb resigned from the board of Muir.", "Esther Lamb was dismissed from the board."),
        ("Peter Hale was fired in January.", "Peter Hale quit in January."),
        ("The firm said that Peter Hale retired; Ada Muir said that Peter Hale was sacked.", "Ada Muir wrote it."),
    ],
)
def test_by_choice_or_dismissed(compare, one, other):
    assert [set(m.sides) for m in leaving(compare(one, other))] == [{"by choice", "dismissed"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Esther Lamb resigned on Tuesday.", "Esther Lamb quit her post."),
        ("Esther Lamb was forced to resign.", "Esther Lamb was dismissed."),
        ("Esther Lamb resigned in 1990.", "Esther Lamb was dismissed in 1975."),
        ("Esther Lamb will resign.", "The judge dismissed the claim of Esther Lamb."),
        ("Esther Lamb resigned from the board.", "Esther Lamb was discharged from the hospital."),
        ("Esther Lamb resigned.", "The jury discharged Esther Lamb."),
        ("Esther Lamb retired to her room.", "The board dismissed Esther Lamb."),
        ("Esther Lamb resigned.", "Esther Lamb was fired at from the wood."),
        ("Esther Lamb resigned from the board.", "Esther Lamb was dismissed from the choir."),
        ("Esther Lamb quit the choir.", "Esther Lamb was dismissed from the board."),
        ("Esther Lamb did not resign.", "Esther Lamb was dismissed."),
    ],
)
def test_no_two_ways_of_leaving(compare, one, other):
    assert leaving(compare(one, other)) == []
