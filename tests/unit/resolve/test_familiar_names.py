"""Familiar forms of given names: joined where they can mean one person only."""

import pytest
from naming import document, people


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Harcastle", "William Harcastle"),
        ("Peggy Nunn", "Margaret Nunn"),
        ("Geoff Ashdown", "Geoffrey Ashdown"),
        ("Dimi Pavlakis", "Dimitrios Pavlakis"),
        ("Kate Ryle", "Katherine M. Ryle"),
        ("Gerry Oakhurst", "Gerard Oakhurst"),
    ],
)
def test_a_familiar_form_with_the_same_surname_is_the_same_person(one: str, other: str) -> None:
    first = document("a.txt", f"[{one}|PERSON] ran the mill.")
    second = document("b.txt", f"The court heard [{other}|PERSON].")
    for case in ((first, second), (second, first)):
        found = people(*case)
        assert len(found) == 1
        rules = {mention.rule for person in found.values() for mention in person.mentions}
        assert "a familiar form of the given name" in rules


@pytest.mark.parametrize(
    "text",
    [
        "[Bill Harcastle|PERSON] ran the mill.\n\nSo did [William Stote|PERSON].",
        "[Bill Harcastle|PERSON] and his father [William Harcastle|PERSON] ran the mill.",
        "[Bill Harcastle|PERSON] ran the mill.\n\n[William Harcastle|PERSON] sold.\n\n[Billy Harcastle|PERSON]?",
        "[Paul Werth|PERSON] ran the mill.\n\n[Paula Werth|PERSON] sold it.",
        "[Jenny Werth|PERSON] ran the mill.\n\n[Jens Werth|PERSON] sold it.",
        "[Mary Werth|PERSON] ran the mill.\n\n[Margaret Werth|PERSON] sold it.",
        "Mrs [Pat Doyle|PERSON] ran the mill.\n\nMr [Patrick Doyle|PERSON] sold it.",
        "[Will A. Foss|PERSON] ran the mill.\n\n[William K. Foss|PERSON] sold it.",
        "[Sam Orde Jr|PERSON] ran the mill.\n\n[Samuel Orde Sr|PERSON] sold it.",
        "[Jo Lund|PERSON] ran the mill.\n\n[Jorunn Lund|PERSON] sold it.",
    ],
)
def test_who_may_be_another_stays_another(text: str) -> None:
    assert len(people(document("a.txt", text))) == len(text.split("\n\n")) + (" father " in text)


def test_a_surname_alone_is_then_that_person() -> None:
    found = people(
        document("a.txt", "[Steve Oakhurst|PERSON] ran the mill."),
        document("b.txt", "The court heard [Stephen Oakhurst|PERSON]. Oakhurst wept."),
        document("c.txt", "[Oakhurst|PERSON] said nothing."),
    )
    assert [len(person.mentions) for person in found.values()] == [4]
