"""What one voice tells of and another says was not there, and where somebody was or was not."""

import pytest


def found(matters):
    return [matter for matter in matters if matter.matter.rule == "there and not there"]


@pytest.mark.parametrize(
    ("texts", "there", "absent"),
    [
        (["The mate, Duncan Reid, said that the owners had sent a warning to Captain Angus Muir.",
          "Captain Angus Muir told the court that no warning had ever arrived."],
         "had sent a warning", "no warning had ever arrived"),
        (["Ada Byrne said she telephoned the police at nine. A police spokesman said there was no record of any such "
          "call."], "she telephoned the police", "no record of any such call"),
        (["The ministry said there was no contract.", "“There is a contract,” Peter Holm said."],
         "There is a contract", "there was no contract"),
        (["Peter Holm told the court: “I did not meet Ada Byrne in Vienna.”",
          "The waiter, Karl Adler, said that Peter Holm had dined with Ada Byrne in Vienna."],
         "had dined", "did not meet Ada Byrne"),
    ],
)  # fmt: skip
def test_there_and_not_there(compare, texts, there, absent):
    matters = found(compare(*texts))
    assert len(matters) == 1, matters
    words = [" ".join(side) for side in matters[0].sides.values()]
    assert any(there in side for side in words), matters
    assert any(absent in side for side in words), matters


@pytest.mark.parametrize(
    "texts",
    [
        ["There was no strike in Cork in 1911.", "The strike in Cork of 1913 sent a warning to the owners."],
        ["Peter Holm said there was no letter. Peter Holm later said: “There is a letter.”"],
        ["There was no doubt about the verdict.", "The jury gave a verdict after two hours."],
        ["Peter Holm was not in Vienna on 3 May 2011.", "Peter Holm was in Vienna on 9 May 2011."],
        ["Peter Holm was not in Vienna.", "Ada Byrne said that Peter Holm ran a Vienna bank."],
        ["No ship had arrived at Larnos.", "The Lark sailed from Cork with a cargo of coal."],
    ],
)
def test_what_fits_together_is_left_alone(compare, texts):
    assert not found(compare(*texts))
