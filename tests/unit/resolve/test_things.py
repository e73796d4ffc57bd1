"""Organizations, places and vehicles: their kinds, and their names joined."""

import pytest
from naming import document, forms, resolved

from dossier.model.entity import EntityKind

ORGANIZATION, PLACE, VEHICLE = EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.VEHICLE


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    found = resolved(
        document("a.txt", "The [Competition and Markets Authority|ORG] (CMA) will decide."),
        document("b.txt", "The [CMA|ORG] declined to comment."),
    )
    assert list(found[ORGANIZATION]) == ["Competition and Markets Authority"]
    assert len(found[ORGANIZATION]["Competition and Markets Authority"].mentions) == 3


def test_an_acronym_that_fits_two_names_joins_neither() -> None:
    found = resolved(
        document(
            "a.txt", "The [Bergen Harbour Authority|ORG] and the [Bristol Harbour Authority|ORG] met the [BHA|ORG]."
        )
    )
    assert len(found[ORGANIZATION]) == 3


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    found = resolved(
        document("a.txt", "Halvorsen Industries Inc bought a rival. [Halvorsen|GPE] shares fell."),
        document("b.txt", "[Halvorsen|PERSON] denied it."),
    )
    assert len(found[ORGANIZATION]) == 1
    assert found[EntityKind.PERSON] == {}


def test_a_company_is_called_by_its_own_word_alone_and_a_town_is_no_newspaper() -> None:
    found = resolved(
        document("a.txt", "[Keldra Ceramics|ORG] and the [Skelvik Courier|ORG] are for sale."),
        document("b.txt", "The new [Keldra|GPE] tiles broke. The roads to [Skelvik|GPE] are closed."),
    )
    assert sorted(map(sorted, map(forms, found[ORGANIZATION].values()))) == [
        ["Keldra", "Keldra Ceramics"], ["Skelvik Courier"]]  # fmt: skip
    assert [forms(e) for e in found[PLACE].values()] == [{"Skelvik"}]


def test_spellings_of_an_organization_are_one() -> None:
    found = resolved(document("a.txt", "[Energia|ORG] and [Energiya|ORG] and Энергия are the same works."))
    assert [forms(e) for e in found[ORGANIZATION].values()] == [{"Energia", "Energiya", "Энергия"}]


def test_names_of_one_country_are_one_place() -> None:
    found = resolved(
        document("a.txt", "[The United States|GPE], the [US|GPE], the [U.S.|GPE] and [America|GPE] agreed.")
    )
    assert len(found[PLACE]) == 1


def test_the_place_of_a_dateline_is_a_place() -> None:
    found = resolved(document("a.txt", "STORNMOUTH, June 11 (Meridian News) - The ferry is late."))
    assert "STORNMOUTH" in {text for entity in found[PLACE].values() for text in forms(entity)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The coasting steamer Maid of Lorne went down.", "Maid of Lorne"),
        ("The RMS Carpathia came too late.", "RMS Carpathia"),
        ("The [X-15|ORG] aircraft crashed.", "X-15"),
        ("They went aboard the [Cormorant|ORG] at noon.", "Cormorant"),
    ],
)
def test_vehicles_are_told_by_the_words_around_them(text: str, name: str) -> None:
    assert list(resolved(document("a.txt", text))[VEHICLE]) == [name]


def test_a_ship_that_is_named_like_a_woman_is_a_ship_everywhere() -> None:
    found = resolved(
        document("a.txt", "The SS Margaret Allison sank."),
        document("b.txt", "[Margaret Allison|PERSON] was lost with all hands."),
    )
    assert found[EntityKind.PERSON] == {}
    assert len(found[VEHICLE]) == 1


def test_a_designation_belongs_to_its_series() -> None:
    found = resolved(
        document("a.txt", "The [Vostok K-19|PRODUCT] submarine dived. K-19 came up again. Vostok K-27 did not.")
    )
    assert {name: len(entity.mentions) for name, entity in found[VEHICLE].items()} == {
        "Vostok K-19": 2,
        "Vostok K-27": 1,
    }


def test_a_longer_name_is_not_taken_apart() -> None:
    found = resolved(document("a.txt", "[Boston|GPE] cheered the [Boston Harbour Commission|ORG]. [Boston|GPE] won."))
    assert len(found[PLACE]["Boston"].mentions) == 2


def test_a_unit_of_measure_is_no_organization() -> None:
    found = resolved(document("a.txt", "It struck at 05:02 [UTC|ORG] and sank at 06:10 [UTC|ORG]."))
    assert found[ORGANIZATION] == {}


def test_a_noun_for_institutions_alone_is_no_name() -> None:
    text = "The [Court|ORG] sat on Monday. The [Court|ORG] finds that Cunard knew. The [Ministry|ORG] said nothing."
    assert not resolved(document("a", text))[ORGANIZATION]


def test_a_noun_for_institutions_names_what_it_shortens_in_the_same_document() -> None:
    text = "The [House of Lords|ORG] sat on Monday. The [House|ORG] refused. The [House|ORG] said why."
    found = resolved(document("a", text))[ORGANIZATION]
    assert {mention.text for entity in found.values() for mention in entity.named} == {"House of Lords", "House"}
