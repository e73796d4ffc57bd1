"""Claims and denials in interviews and hearings."""

INTERVIEW = """**AH:** Did you leave early?

**Maria Ferro:** At nine, with Lund.

**AH:** Was the gate open?

**Maria Ferro:** It stood open all night.

**AH:** {put}

**Maria Ferro:** That is a lie. I have the letter here.
"""


def denials(matters):
    return [matter for matter in matters if matter.attribute == "denial"]


def test_what_an_interviewer_says_another_says_is_the_other_ones_claim(compare):
    (matter,) = denials(compare(INTERVIEW.format(put="The owners say that there was no letter from Lund.")))
    assert sorted(matter.sides) == ["claimed by The owners", "denied by Maria Ferro"]


def test_what_an_interviewer_puts_to_a_witness_is_nobodys_claim(compare):
    assert denials(compare(INTERVIEW.format(put="Lund burnt the letter of the owners."))) == []
