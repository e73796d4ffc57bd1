"""How a body voted: unanimously, by so many to so many, with somebody against it."""

import pytest


def of(matters):
    return [m for m in matters if m.matter.rule == "outcomes of one vote"]


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ("The board was unanimous in rejecting the bid.", "The board rejected the bid by six votes to two.",
         {"unanimous", "6–2"}),
        ("The grand jury voted eight to four not to charge anybody.",
         "The vote of the grand jury was nine to three.", {"8–4", "9–3"}),
        ("The jury found Ada Byrne guilty by a majority.", "The verdict of the jury was unanimous.",
         {"unanimous", "not unanimous"}),
        ("The council approved the plan unanimously.", "Two members of the council voted against the plan.",
         {"unanimous", "not unanimous"}),
        ("The jury found the miller guilty by ten to two.", "The jury convicted the miller by nine to three.",
         {"10–2", "9–3"}),
        ("The panel rejected the tender on a 5-2 vote.", "The vote of the panel on the tender was split 4-3.",
         {"5–2", "4–3"}),
        ("The council voted 9-3 to shut the quarry.", "The council voted 10-2 to shut the quarry.", {"9–3", "10–2"}),
    ],
)  # fmt: skip
def test_outcomes_of_one_vote(compare, one, other, sides):
    found = of(compare(one, other))
    assert [set(m.sides) for m in found] == [sides]
    assert found[0].question.startswith("How did the ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One only says less; another body, another day, another vote of one source, what is only to come or asked.
        ("The jury voted ten to two.", "The jury found him guilty by a majority."),
        ("The board voted seven to two.", "The jury voted six to three."),
        ("On 3 May 1990 the council voted seven to two.", "On 9 May 1990 the council voted six to three."),
        ("The board first voted seven to two. Later the board voted six to three.", "The board voted six to three."),
        ("The board will vote unanimously.", "The board voted six to three."),
        # On something else.
        ("The jury voted 10-2 to acquit Odell of arson.", "The jury voted 9-3 to convict Odell of perjury."),
        ("The council voted 9-3 to shut the quarry.", "The council voted 10-2 to shut the library."),
        ("The board was unanimous that the crane must go.", "Two members of the board voted against the crane loan."),
        # Goals, hours and years are no votes.
        ("Penrose Town won 3-1 against Selby Rangers in the first division match.",
         "Penrose Town won 4-2 against Selby Rangers in the second division match."),
        ("The jury saw Penrose Town win 3-1 against Selby Rangers.",
         "The jury saw Penrose Town win 4-2 against Selby Rangers."),
        ("The hall at Selby was open for voting from nine to five.",
         "The hall at Selby was open for voting from eight to six."),
        ("He asked whether the board had voted unanimously.", "The board voted six to three."),
    ],
)  # fmt: skip
def test_outcomes_that_can_both_be_so(compare, one, other):
    assert of(compare(one, other)) == []


def test_a_vote_is_no_time_of_day(compare):
    matters = compare("The jury voted eight to four on Friday.", "The vote of the jury was nine to three.")
    assert not [m for m in matters if m.attribute == "time"]
