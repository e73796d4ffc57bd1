"""Who is called by the given name alone, as intimates and diaries do, and what only looks so."""

import pytest
from naming import document, forms, people, resolved

from dossier.model.entity import EntityKind


@pytest.mark.parametrize("label", ["PERSON", "GPE"])
def test_a_given_name_that_no_list_knows_is_its_bearers(label: str) -> None:
    found = people(document("a.txt", f"[Ngarwa Quorley|PERSON] cut the rope. Later [Ngarwa|{label}] wept."))
    assert list(found) == ["Ngarwa Quorley"]
    assert forms(found["Ngarwa Quorley"]) == {"Ngarwa Quorley", "Ngarwa"}


def test_a_letter_calls_by_the_given_name_whom_another_document_names_in_full() -> None:
    found = resolved(
        document("a.txt", "[Lionel Quorley|PERSON] led the ward."),
        document("b.txt", "I spoke to [Lionel|ORG] about it."),
    )
    assert forms(found[EntityKind.PERSON]["Lionel Quorley"]) == {"Lionel Quorley", "Lionel"}
    assert not found[EntityKind.PLACE]


def test_a_firm_and_a_town_keep_a_word_that_somebody_has_for_a_given_name() -> None:
    found = resolved(
        document("a.txt", "[Quorla Stott|PERSON] works for [Quorla Industries Inc|ORG] in [Georgia|GPE]."),
        document("b.txt", "A bid for [Quorla|ORG] came in. [Georgia Peverell|PERSON] left. It snowed in Georgia."),
    )
    assert forms(found[EntityKind.PERSON]["Quorla Stott"]) == {"Quorla Stott"}
    assert forms(found[EntityKind.PERSON]["Georgia Peverell"]) == {"Georgia Peverell"}


def test_of_two_bearers_nobody_is_meant_elsewhere() -> None:
    found = people(
        document("a.txt", "[Lionel Quorley|PERSON] led the ward. [Lionel Stott|PERSON] swept it."),
        document("b.txt", "I spoke to [Lionel|PERSON] about it."),
    )
    assert forms(found["Lionel Quorley"]) == {"Lionel Quorley"}
    assert forms(found["Lionel Stott"]) == {"Lionel Stott"}


def test_who_is_said_of_a_person_whatever_the_model_takes_the_name_for() -> None:
    text = "He gave the note to [Ang Quorlin|GPE], who got half way. [Ang Quorlin|GPE] fell."
    found = resolved(document("a.txt", text))
    assert list(found[EntityKind.PERSON]) == ["Ang Quorlin"]
