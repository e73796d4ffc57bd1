"""Names in capitals, behind titles and beside other names: what belongs to a person's name and what does not."""

import pytest

from dossier.annotate.names import find_names
from dossier.model.annotation import CandidateName, Passage, PassageKind, Stated
from dossier.model.span import Span


def candidates(text: str, *seen: tuple[str, str], kind: PassageKind = PassageKind.PARAGRAPH) -> set[tuple[str, str]]:
    """Names with their labels; `seen` are words that the model sees, with its label."""
    passages = (Passage(kind, Span(0, len(text))),)
    entities = [
        CandidateName(Span(text.index(words), text.index(words) + len(words)), 0, label, "model")
        for words, label in seen
    ]
    return {(name.span.of(text), name.label) for name in find_names(text, passages, (), entities, (), ())}


@pytest.mark.parametrize(
    ("text", "model", "name"),
    [
        ("(ANNA MARIE QUORLEY, sworn)", "MARIE QUORLEY", "ANNA MARIE QUORLEY"),
        ("BEFORE: LAURA HELEN STOTT, CORONER", "HELEN STOTT", "LAURA HELEN STOTT"),
    ],
)
def test_a_witness_in_capitals_keeps_all_given_names(text: str, model: str, name: str) -> None:
    assert (name, "PERSON") in candidates(text, (model, "PERSON"))


def test_a_headline_in_capitals_lends_a_name_no_word() -> None:
    names = candidates("GRACE FOR HELEN STOTT AS COURT SITS", ("HELEN STOTT", "PERSON"))
    assert names == {("HELEN STOTT", "PERSON")}


def test_a_list_of_surnames_in_capitals_is_not_read_backwards() -> None:
    text = "Inquest into the deaths of Hugo Peter QUORLEY, Anna STOTT and Laura PEVERELL"
    assert not {name for name, _ in candidates(text) if "," in name}
    assert ("QUORLEY, Anna", "PERSON") in candidates("Present were QUORLEY, Anna and STOTT, Hugo")


@pytest.mark.parametrize("line", ["PORT TULLY, Victoria, June 18 - It rained.", "TULLY, Georgia (Wire) - It rained."])
def test_a_dateline_is_nobody(line: str) -> None:
    assert not {name for name, label in candidates(line) if label == "PERSON"}


@pytest.mark.parametrize("text", ["MS QUORLEY: You saw it?", "MS STOTT rose. It was Ms Stott who had asked."])
def test_the_label_of_a_speaker_is_no_motor_ship(text: str) -> None:
    assert not {name for name, label in candidates(text) if label == "PRODUCT"}
    assert ("MS Halla", "PRODUCT") in candidates("The MS Halla sailed.")


def test_a_steamship_is_nobody_but_initials_before_a_known_surname_are_somebody() -> None:
    ship = candidates("S.S. Quorlia\noff Tessin", ("S.S. Quorlia", "PERSON"))
    assert ship == {("Quorlia", "PRODUCT")}
    assert ("S. S. Johnson", "PERSON") in candidates("We met S. S. Johnson there.")


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Detective Inspector Sue Quorley spoke.", "WORK_OF_ART", "Sue Quorley"),
        ("We heard Sister Anna Quorley.", "ORG", "Anna Quorley"),
        ("Then Dr Quorlavan spoke.", "ORG", "Quorlavan"),
    ],
)
def test_titles_make_a_person_of_what_the_model_takes_for_a_body(text: str, label: str, name: str) -> None:
    seen = text.removeprefix("We heard ").removeprefix("Then ").removesuffix(" spoke.").removesuffix(".")
    names = candidates(text, (seen, label))
    assert (name, "PERSON") in names
    assert (seen, "ORG") not in names


def test_two_persons_joined_by_and_are_two() -> None:
    names = candidates("They say H. and Greta left at dawn.", ("H. and Greta", "PERSON"))
    assert ("Greta", "PERSON") in names
    assert not {name for name, _ in names if " and " in name}


def test_a_small_word_in_a_heading_is_no_given_name() -> None:
    assert candidates("## And Quorley?", ("Quorley", "PERSON")) == {("Quorley", "PERSON")}


@pytest.mark.parametrize(
    ("text", "name"), [("My aunt Rosalind, who nursed him, knew.", "Rosalind"), ("His brother Stefan hid.", "Stefan")]
)
def test_a_relative_is_called_by_the_given_name(text: str, name: str) -> None:
    assert (name, "PERSON") in candidates(text)
    assert ("Stefan", "PERSON") not in candidates("His brother Stefan Quorley came.")


def test_what_an_author_is_is_no_second_author() -> None:
    text = "From: A. R. Quorley, Medical Director"
    passages = (Passage(PassageKind.BYLINE, Span(0, len(text))),)
    stated = [
        Stated("author", "A. R. Quorley", Span(6, 19), "byline"),
        Stated("author", "Medical Director", Span(21, 37), "byline"),
    ]
    names = find_names(text, passages, (), (), (), stated)
    assert {name.span.of(text) for name in names if name.origin == "byline"} == {"A. R. Quorley"}


def test_a_title_in_a_byline_stays_outside_the_name() -> None:
    names = candidates("By Dr Rupert Quorley", kind=PassageKind.BYLINE)
    assert ("Rupert Quorley", "PERSON") in names
    assert ("Dr Rupert Quorley", "PERSON") not in names
