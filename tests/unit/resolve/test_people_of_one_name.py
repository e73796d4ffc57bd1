"""Persons of one surname told apart: by titles, forms of address, authorship and the other bearers of a document."""

from naming import document, forms, people


def test_mr_is_not_said_of_a_knight() -> None:
    found = people(
        document("a.txt", "[Julian Quorley|PERSON], a son of Sir [Walter Quorley|PERSON], is lost. Mr. Quorley was 26.")
    )
    assert forms(found["Julian Quorley"]) == {"Julian Quorley", "Mr. Quorley"}
    assert forms(found["Walter Quorley"]) == {"Walter Quorley"}


def test_ms_is_not_the_woman_whom_the_case_calls_mrs() -> None:
    found = people(
        document(
            "a.txt",
            "[Margaret Quorley|PERSON] died. Her daughter, [Joanne Quorley|PERSON], wept. “No,” said Ms Quorley."
            "\n\nThey moved Mrs Quorley on Sunday.",
        ),
        document("b.txt", "We regret the death of Mrs [Margaret Quorley|PERSON]."),
    )
    assert forms(found["Joanne Quorley"]) == {"Joanne Quorley", "Ms Quorley"}
    assert forms(found["Margaret Quorley"]) == {"Margaret Quorley", "Mrs Quorley"}


def test_ms_and_mrs_are_two_where_the_document_has_two_of_the_name() -> None:
    two = "[Margaret Quorley|PERSON] died. [Joanne Quorley|PERSON] wept. Ms Quorley rose. They moved Mrs Quorley."
    assert {"Ms Quorley", "Mrs Quorley"} <= people(document("a.txt", two)).keys()
    one = "Ms Quorley rose. “Sit down, Mrs Quorley,” he said."
    assert len(people(document("a.txt", one))) == 1


def test_the_wife_of_a_man_in_the_minutes_is_nobody_of_another_document() -> None:
    found = people(
        document("a.txt", "We remember Herr [Anton Quorley|PERSON]. A pension goes to Frau [Quorley|PERSON]."),
        document("b.txt", "[Toni Quorley|PERSON] and [Hugo Stott|PERSON] never came back."),
    )
    assert forms(found["Toni Quorley"]) == {"Toni Quorley"}


def test_who_only_wrote_of_a_namesake_is_not_meant_by_the_bare_name() -> None:
    found = people(
        document("a.txt", "[Lionel Quorley|PERSON] lay ill. [Quorley|PERSON] wept."),
        document("b.txt", "[Quorley|PERSON] came in at five, roped."),
        document("c.txt", "Posted by Ben Quorley on 22 July\n\nMy great-uncle Lionel lied. “[Quorley|PERSON], come.”"),
    )
    assert forms(found["Ben Quorley"]) == {"Ben Quorley"}
    assert len(found["Lionel Quorley"].named) == 5


def test_the_author_whom_nobody_else_can_be_is_meant_by_the_bare_name() -> None:
    found = people(document("c.txt", "Posted by Ben Quorley on 22 July\n\nIt rained. [Quorley|PERSON] lives in Bonn."))
    assert forms(found["Ben Quorley"]) == {"Ben Quorley", "Quorley"}


def test_a_whole_surname_goes_before_a_part_of_another() -> None:
    found = people(
        document("a.txt", "[Stefan Quorl|PERSON] paid [Mihail Quorl-Roth|PERSON]. Mr Quorl had reports, he said.")
    )
    assert forms(found["Stefan Quorl"]) == {"Stefan Quorl", "Mr Quorl"}


def test_a_surname_in_the_capitals_of_a_heading_is_shown_without_them() -> None:
    found = people(document("a.txt", "In the matter of [Lionel James QUORLEY|PERSON]\n\nMr Quorley operated."))
    assert forms(found["Lionel James Quorley"]) == {"Lionel James QUORLEY", "Mr Quorley"}
