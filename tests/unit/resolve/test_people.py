"""Who is who: variants of a name joined, different persons kept apart, and the reason told."""

import pytest
from naming import document, forms, people, resolved

from dossier.model.entity import EntityKind
from dossier.model.manifest import KnownName, Manifest


def test_a_surname_with_accent_and_hyphen_is_its_bearers() -> None:
    found = people(
        document("a.txt", "[Inés Peña-Whitfield|PERSON], a stoker, was saved. Peña-Whitfield gave evidence."),
        document("b.txt", "The court heard [Ines Pena-Whitfield|PERSON] on Monday."),
    )
    assert list(found) == ["Inés Peña-Whitfield"]
    assert forms(found["Inés Peña-Whitfield"]) == {"Inés Peña-Whitfield", "Peña-Whitfield", "Ines Pena-Whitfield"}


def test_a_surname_alone_reaches_every_document_and_says_why() -> None:
    found = people(
        document("a.txt", "[Josiah Pell|PERSON] commanded the ship."),
        document("b.txt", "The owners dismissed [Pell|PERSON] in May. Nobody heard Pell again."),
    )
    assert len(found["Josiah Pell"].mentions) == 3
    bases = {m.basis for m in found["Josiah Pell"].mentions if m.source == "id-b.txt"}
    assert bases == {"surname of Josiah Pell, the only Pell in this case that it can mean"}


def test_a_given_name_alone_is_joined_only_where_one_person_has_it() -> None:
    one = people(document("a.txt", "[Gerda Brandauer|PERSON] kept the registry. “I trust [Gerda|PERSON],” he wrote."))
    assert forms(one["Gerda Brandauer"]) == {"Gerda Brandauer", "Gerda"}
    two = people(
        document(
            "a.txt", "[Gerda Brandauer|PERSON] met [Gerda Klein|PERSON] in Bonn. Afterwards [Gerda|PERSON] went home."
        )
    )
    assert set(two) == {"Gerda Brandauer", "Gerda Klein", "Gerda"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yevgeny Lyubimov", "Evgenii Liubimov"),
        ("Sergei Aksyonov", "Sergey Aksionov"),
        ("Aleksandr Dolin", "Alexandr Dolin"),
        ("Dmitri Karpov", "Dmitriy Karpov"),
        ("Nils Sørensen", "Nils Sorensen"),
        ("Anna Lindqvist", "Anna Lindkvist"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    found = people(
        document("a.txt", f"[{one}|PERSON] said he knew nothing."),
        document("b.txt", f"[{other}|PERSON] said he knew nothing."),
    )
    assert len(found) == 1


def test_a_name_in_another_script_is_the_same_person() -> None:
    found = people(document("a.txt", "[Yevgeny Lyubimov|PERSON] (Евгений Любимов) lived in Bonn."))
    assert forms(found["Yevgeny Lyubimov"]) == {"Yevgeny Lyubimov", "Евгений Любимов"}


def test_a_look_alike_of_mixed_scripts_is_somebody_else() -> None:
    found = people(
        document("a.txt", "[Paul Osborne|PERSON] denied it."),
        document("b.txt", "[Рaul Osborne|PERSON] denied it."),
    )
    assert len(found) == 2


def test_initials_and_inverted_names_find_the_name_they_stand_for() -> None:
    found = people(
        document("a.txt", "[Karl-Heinz Brandauer|PERSON] was tried with [Otto F. Jahn|PERSON]."),
        document("b.txt", "Subject: BRANDAUER, Karl-Heinz\nThe lawyer O. Jahn has written to us."),
    )
    assert set(found) == {"Karl-Heinz Brandauer", "Otto F. Jahn"}
    assert "BRANDAUER, Karl-Heinz" in forms(found["Karl-Heinz Brandauer"])
    assert "O. Jahn" in forms(found["Otto F. Jahn"])


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    found = people(
        document("a.txt", "[Robert Galbraith|PERSON] and [Rupert Galbraith|PERSON] owned the yard."),
        document("b.txt", "A letter of [R. Galbraith|PERSON] was read."),
    )
    assert set(found) == {"Robert Galbraith", "Rupert Galbraith", "R. Galbraith"}


def test_relatives_with_one_surname_stay_apart() -> None:
    found = people(
        document("a.txt", "[Jean-Marc Lasalle|PERSON] withdrew. His son [Philippe Lasalle|PERSON] regretted it."),
        document("b.txt", "[Lasalle|PERSON] was not available."),
    )
    assert set(found) == {"Jean-Marc Lasalle", "Philippe Lasalle", "Lasalle"}


def test_a_bare_surname_means_the_one_named_so_far() -> None:
    found = people(
        document("a.txt", "[Hugh Orde|PERSON] spoke first. Orde was calm. Then came his sister [Mary Orde|PERSON].")
    )
    assert forms(found["Hugh Orde"]) == {"Hugh Orde", "Orde"}


def test_the_form_of_address_tells_who_is_not_meant() -> None:
    found = people(
        document("a.txt", "Captain [Josiah Pell|PERSON] was saved. Mrs. Pell waited at home. Mr. Pell did not come.")
    )
    assert forms(found["Josiah Pell"]) == {"Josiah Pell", "Mr. Pell"}
    assert forms(found["Mrs. Pell"]) == {"Mrs. Pell"}


def test_two_holders_of_one_office_are_two_people() -> None:
    found = people(
        document("a.txt", "Chief Inspector [Ada Byrne|PERSON] opened the file."),
        document("b.txt", "Chief Inspector [Tom Healy|PERSON] closed the file."),
    )
    assert set(found) == {"Ada Byrne", "Tom Healy"}


def test_a_father_and_a_son_are_told_by_the_suffix() -> None:
    found = people(
        document("a.txt", "[John Mercer Jr.|PERSON] sued [John Mercer Sr.|PERSON] over the mill."),
    )
    assert len(found) == 2


def test_the_most_complete_form_in_normal_case_is_shown() -> None:
    found = people(
        document("a.txt", "By HARRIET O'DOWD\nThe mill burnt down."),
        document("b.txt", "[Anne C. McVeigh|PERSON] and [Anne McVeigh|PERSON] are the same."),
    )
    assert set(found) == {"Harriet O'Dowd", "Anne C. McVeigh"}
    assert found["Anne C. McVeigh"].sort_name == "McVeigh, Anne C."


def test_offices_and_organizations_are_nobody() -> None:
    text = (
        "Mr President, the Administrator and the General Director met. [UNESCO|PERSON] and [SpaceX|PERSON] agreed. "
        "[Boeing 747|PERSON] flew. [Captain|PERSON] and [Senators|PERSON] came; a captain and senators left."
    )
    assert people(document("a.txt", text)) == {}


def test_anonymous_speakers_are_nobody() -> None:
    assert (
        people(document("a.txt", "Another anonymous source said so. A person familiar with the matter agreed.")) == {}
    )


def test_roles_are_told_with_their_organization() -> None:
    text = (
        "Harbour Board secretary [Ines Okonjo|PERSON] resigned. [Board|ORG] members met [Tom Healy|PERSON], the head "
        "of [Whitfield Partners|ORG], said nothing."
    )
    found = people(document("a.txt", text))
    assert [role.text for role in found["Ines Okonjo"].roles] == ["Harbour Board secretary"]
    assert [(r.text, r.organization) for r in found["Tom Healy"].roles] == [
        ("head of Whitfield Partners", "Whitfield Partners")
    ]


def test_a_former_office_is_not_shown_as_held() -> None:
    text = "[Ada Byrne|PERSON], former director of the yard, wrote. [Tom Reeve|PERSON], then captain, replied."
    found = people(document("a.txt", text))
    assert [role.text for role in found["Ada Byrne"].roles] == ["former director of the yard"]
    assert [role.text for role in found["Tom Reeve"].roles] == ["then captain"]


def test_what_stands_before_a_title_is_a_role_only_where_it_is_one() -> None:
    text = "On 20 November Sir [Osric Tane|PERSON] came.\n\nThe magistrate Sir [Hew Lorne|PERSON] sat."
    found = people(document("a.txt", text))
    assert [role.text for role in found["Osric Tane"].roles] == []
    assert [role.text for role in found["Hew Lorne"].roles] == ["magistrate"]


def test_appearance_tells_actors_from_authors() -> None:
    found = people(
        document(
            "a.txt",
            "By MAUD ELLERY\n[Ada Byrne|PERSON] sailed. Byrne sank. Byrne swam.\nPhoto by Tobias Renn.\n"
            "1. Ellwood, Ben (1911). The bar.\n[Ines Okonjo|PERSON] wept.",
            references=("Ellwood, Ben",),
        )
    )
    assert {name: entity.appearance for name, entity in found.items()} == {
        "Maud Ellery": "byline", "Ada Byrne": "principal", "Tobias Renn": "credit",
        "Ben Ellwood": "author", "Ines Okonjo": "mentioned",
    }  # fmt: skip


def test_names_of_the_manifest_join_what_the_program_cannot() -> None:
    manifest = Manifest(names=(KnownName("Steinadler", "person", ("Source S",)),))
    found = resolved(document("a.txt", "Steinadler was paid in schillings."), manifest=manifest)
    assert "Steinadler" in found[EntityKind.PERSON]


def test_a_look_alike_in_another_script_says_so_and_whom_it_looks_like() -> None:
    imitated = "Josiah P\u0435ll"
    found = people(document("a.txt", f"[Josiah Pell|PERSON] said so. [{imitated}|PERSON] wrote."))
    assert set(found) == {"Josiah Pell", imitated}
    (flagged,) = found[imitated].mentions
    assert "mixes Cyrillic and Latin letters in one word and looks like Josiah Pell, but is kept apart" in flagged.basis
    (other,) = found["Josiah Pell"].mentions
    assert "looks like" not in other.basis


def test_a_name_wholly_in_another_script_is_no_look_alike() -> None:
    found = people(document("a.txt", "[Дмитрий Рогозин|PERSON] said so."))
    assert not any("mixes" in m.basis for entity in found.values() for m in entity.mentions)


def test_a_wife_by_her_husband_s_initials_is_not_her_husband() -> None:
    found = people(document("a.txt", "[Walter Pell|PERSON] drove the train. A copy went to Mrs. [W. Pell|PERSON]."))
    assert len(found) == 2


def test_a_lady_and_an_office_of_one_surname_are_two_people() -> None:
    found = people(document("a.txt", "Mayor [Dorn|PERSON] hung out the cloth. Frau [Dorn|PERSON] ran behind the cart."))
    assert len(found) == 2


def test_a_lord_is_not_the_ancestor_who_is_named_once() -> None:
    found = people(
        document("a.txt", "Lord [Harran|PERSON] bought the mill. Lord [Harran|PERSON] will close it."),
        document("b.txt", "The mill was founded in 1871 by [Josiah Harran|PERSON]."),
    )
    assert sorted(len(person.mentions) for person in found.values()) == [1, 2]


def test_a_lord_who_is_called_so_with_his_given_name_is_one_person() -> None:
    found = people(
        document("a.txt", "Lord [Peter Harran|PERSON] bought the mill. Lord [Harran|PERSON] will close it."),
    )
    assert len(found) == 1


def test_a_surname_without_its_particle_is_the_same_persons() -> None:
    found = people(
        document("a.txt", "Then [Major von Brakel|PERSON] rode off."),
        document("b.txt", "That day [Brakel|PERSON], who had a fever, lay in bed."),
    )
    assert len(found) == 1


def test_a_bare_surname_is_his_whom_another_document_addresses_if_only_one_is() -> None:
    one = document("a.txt", "Herr [Tessler|PERSON] taught there.")
    bare = document("b.txt", "The teacher [Tessler|PERSON] was not among them.")
    assert len(people(one, bare)) == 1
    two = document("c.txt", "Frau [Tessler|PERSON] wept.")
    assert len(people(one, bare, two)) == 3


def test_an_office_between_a_title_and_a_surname_is_no_given_name() -> None:
    found = people(
        document("a.txt", "The report of [Justice Lionel Harwick|PERSON] was long."),
        document("b.txt", "We protest against the report of Mr. Justice [Harwick|PERSON]."),
    )
    assert list(found) == ["Lionel Harwick"]


def test_bare_names_of_a_lord_do_not_make_him_his_ancestor() -> None:
    news = document("a.txt", "Lord [Corrie|PERSON] bought it.\n\nLord [Corrie|PERSON] said so.")
    history = document("b.txt", "[Corrie|PERSON] lied.\n\nIt was founded in 1871 by [Amos Corrie|PERSON].")
    for order in ((news, history), (history, news)):
        found = people(*order)
        assert {name: len(person.mentions) for name, person in found.items()} == {"Lord Corrie": 3, "Amos Corrie": 1}
