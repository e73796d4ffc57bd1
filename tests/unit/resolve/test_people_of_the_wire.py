"""Who is who in short texts with few votes: surnames alone, particles, suffixes, capitals; and what is nobody."""

import pytest
from naming import document, forms, people, resolved

from dossier.model.entity import EntityKind


def test_a_surname_after_another_given_name_is_somebody_else() -> None:
    found = people(
        document(
            "a.txt",
            "[Wale Cole|PERSON] is sought. His brother, the banker Tunde Cole, was found dead, and [Cole|PERSON] fled.",
        )
    )
    assert {name: forms(person) for name, person in found.items()} == {name: {name} for name in found}
    assert set(found) == {"Wale Cole", "Tunde Cole", "Cole"}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Dennis van Houten", "Van Houten"),
        ("Reynaldo de los Santos", "De los Santos"),
        ("Luis de la Cruz Ospina", "De la Cruz"),
        ("Otto von Flemming-Bork", "Flemming"),
        ("Saeb al-Erekat", "Erekat"),
        ("Gabriel Garcia Marquez", "Garcia Marquez"),
    ],
)
def test_a_part_of_a_surname_means_its_bearer(full: str, short: str) -> None:
    found = people(document("a.txt", f"It was [{full}|PERSON] who spoke. Later [{short}|PERSON] left the room."))
    assert {name: forms(person) for name, person in found.items()} == {full: {full, short}}


def test_a_surname_means_its_bearer_before_one_who_has_it_as_a_part() -> None:
    text = "[Wilhelmina Drupsteen-Vos|PERSON] married [Pieter Vos|PERSON]. Later [Vos|PERSON] died."
    assert forms(people(document("a.txt", text))["Pieter Vos"]) == {"Pieter Vos", "Vos"}


def test_junior_alone_is_not_his_father() -> None:
    text = "[Kevin Johnston Sr.|PERSON] watched [Kevin Johnston Jr.|PERSON] play. [Johnston Jr.|PERSON] scored."
    found = people(document("a.txt", text))
    assert len(found) == 2
    assert all("Sr" not in form for name in found if "Jr" in name for form in forms(found[name]))
    assert any("Johnston Jr" in form and "Kevin" not in form for form in forms(found["Kevin Johnston Jr"]))


def test_a_name_with_and_without_its_form_of_address_is_one_person_of_a_document() -> None:
    found = people(document("a.txt", 'Then [Mrs. Gaskin|PERSON] tapped. "Sir," said [Gaskin|PERSON], "he is here."'))
    assert [forms(person) for person in found.values()] == [{"Mrs. Gaskin", "Gaskin"}]
    both = "[Mr. Pell|PERSON] and [Mrs. Pell|PERSON] came. [Pell|PERSON] said nothing."
    assert len(people(document("a.txt", both))) == 3


def test_somebody_addressed_before_a_namesake_comes_in_is_not_her() -> None:
    text = "[Mrs. Dauncey|PERSON] complains of it. [Letitia Dauncey|PERSON] sat beside her. [Mrs. Dauncey|PERSON] rose."
    found = people(document("a.txt", text))
    assert "Mrs. Dauncey" not in forms(found["Letitia Dauncey"])
    titled = "[Mr. Reid|PERSON] spoke. Then [Mr. Duncan Reid|PERSON] signed."
    assert len(people(document("a.txt", titled))) == 1


def test_a_known_name_in_a_headline_of_capitals_is_its_bearer() -> None:
    text = "RINCON TOLD OF BRIBES BEFORE DEATH\nFormer senator [Alvaro Rincon|PERSON] spoke. [Rincon|PERSON] was shot."
    assert forms(people(document("a.txt", text))["Alvaro Rincon"]) == {"RINCON", "Alvaro Rincon", "Rincon"}


@pytest.mark.parametrize(
    "text",
    [
        "[Attendance|PERSON] 23,410.",
        "It falls on the Thursday after [Whitsuntide|PERSON].",
        "[Find Culprit|PERSON] was all it said.",
        "They blocked the bid for [Orchard Lane|PERSON] in 2012.",
        "The hosts are [Sri Lanka|PERSON] again.",
        "[Hurricane Lane|PERSON] came ashore on Sunday.",
        "Shares in [Ellis Marine|PERSON] fell.",
        "[Brandt & Keller|PERSON] drops its bid.",
        "An analyst at [Salomon|PERSON] disagreed.",
        "[MOTOR RACING MONZA RESULT|PERSON]",
        "He was educated in the [King's School|PERSON] there.",
    ],
)
def test_class_15_things_places_days_and_firms_are_nobody(text: str) -> None:
    assert people(document("a.txt", text)) == {}


def test_class_15_what_other_documents_know_for_an_organization_is_nobody() -> None:
    found = resolved(
        document("a.txt", "[Halvorsen Industries Inc|ORG] said that [Halvorsen|ORG] would pay."),
        document("b.txt", "[Halvorsen|PERSON] shares rose."),
    )
    assert found[EntityKind.PERSON] == {}


def test_a_bare_ministry_is_the_one_of_its_document() -> None:
    found = resolved(
        document("a.txt", "The [Ministry for Foreign Affairs|ORG] protested. The [Ministry|ORG] has no comment."),
        document("b.txt", "The drawings came from the [Ministry of Defence|ORG]."),
    )[EntityKind.ORGANIZATION]
    assert {name: len(one.mentions) for name, one in found.items()} == {
        "Ministry for Foreign Affairs": 2,
        "Ministry of Defence": 1,
    }


def test_a_translated_name_and_the_acronym_after_it_are_one() -> None:
    text = "The [Security Service|ORG] ([SSB|ORG]) has arrested a citizen. The [SSB|ORG] had waited."
    found = resolved(document("a.txt", text))[EntityKind.ORGANIZATION]
    assert [forms(one) for one in found.values()] == [{"Security Service", "SSB"}]


def test_an_acronym_of_words_without_capitals_is_a_term() -> None:
    text = "He had two runs batted in (RBI) that day. The [RBI|ORG] counts."
    assert resolved(document("a.txt", text))[EntityKind.ORGANIZATION] == {}


def test_a_shipping_line_is_no_place_and_a_house_where_one_sits_is() -> None:
    text = "The Court sat at the [Custom House|ORG]. He wrote to the [Galbraith Line|FAC]."
    found = resolved(document("a.txt", text))
    assert set(found[EntityKind.PLACE]) == {"Custom House"}
    assert set(found[EntityKind.ORGANIZATION]) == {"Galbraith Line"}


def test_a_place_and_a_facility_named_after_it_are_two() -> None:
    text = "[Baikonur|GPE] is a town. [Baikonur Cosmodrome|FAC] lies north of [Baikonur|GPE]."
    assert set(resolved(document("a.txt", text))[EntityKind.PLACE]) == {"Baikonur", "Baikonur Cosmodrome"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("PERTH, Australia 1997-01-31", {"PERTH", "Australia"}),
        ("LAGOS, Nigeria (AP) - A judge freed her.", {"LAGOS", "Nigeria"}),
        ("MANILA - Rescuers pulled them out.", {"MANILA"}),
        ("GOLF - Leading scores on Friday.", set()),
        ("Ato Baldwyn (Trinidad) won.", {"Trinidad"}),
        ("It lies in dock at Stavanger.", {"Stavanger"}),
    ],
)
def test_wires_name_their_places(text: str, places: set[str]) -> None:
    assert set(resolved(document("a.txt", text))[EntityKind.PLACE]) == places
