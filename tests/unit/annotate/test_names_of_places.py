"""Places told by datelines, pairs of town and land, and words of origin; headings that name nothing."""

import pytest

from dossier.annotate.names import find_names
from dossier.model.annotation import CandidateName, Passage, PassageKind
from dossier.model.span import Span


def places(text: str, model: str = "", label: str = "ORG", kind: PassageKind = PassageKind.PARAGRAPH) -> set:
    passages = (Passage(kind, Span(0, len(text))),)
    at = text.find(model)
    seen = [CandidateName(Span(at, at + len(model)), 0, label, "model")] if model else []
    return {(n.span.of(text), n.label, n.origin) for n in find_names(text, passages, (), seen, (), ())}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SKELBY, England, March 14 (Northern Wire) — A fire broke out.", "SKELBY"),
        ("OUDEHAVEN, Netherlands, Oct. 3 (Northern Wire) - A dredger sank.", "OUDEHAVEN"),
        ("DUBLIN, Oct 17 (Northern Wire) - The minister resigned.", "DUBLIN"),
    ],
)
def test_a_dateline_names_a_place_with_its_country_and_day(text: str, place: str) -> None:
    assert (place, "GPE", "dateline") in places(text)


def test_a_town_and_its_land_are_two_places() -> None:
    found = places("A boiler at Skelby, Northmark, burst.", "Skelby, Northmark")
    assert {("Skelby", "GPE", "model"), ("Northmark", "GPE", "model")} <= found


def test_a_firm_of_several_partners_stays_whole() -> None:
    assert ("Cole, Reid & Roe", "ORG", "model") in places("He sued Cole, Reid & Roe in May.", "Cole, Reid & Roe")


def test_a_known_city_after_a_word_of_origin_is_a_candidate() -> None:
    assert ("Rotterdam", "GPE", "locative") in places("The pumps came from Rotterdam.")
    assert ("Lyon", "GPE", "locative") in places("It was bought by Ravel SA of Lyon.")
    assert ("Florence", "GPE", "locative") not in places("A letter from Florence.")


def test_the_capital_of_a_heading_of_one_word_tells_nothing() -> None:
    found = places("Background", "Background", "GPE", PassageKind.HEADING)
    assert ("Background", "GPE", "headline") in found


@pytest.mark.parametrize("text", ["They crossed the Rhine at night.", "He wrote to Zürich in spring."])
def test_a_place_that_is_known_for_nothing_else_is_a_candidate_after_more_words(text: str) -> None:
    assert {origin for name, _, origin in places(text) if name in ("Rhine", "Zürich")} == {"locative"}


def test_a_known_place_that_may_be_a_person_is_none_after_such_words() -> None:
    assert not places("He wrote to Florence in spring.")


def test_two_unknown_places_side_by_side_are_one() -> None:
    text = "The creamery at Lough Corra was sold."
    seen = [CandidateName(Span(at, at + 5), 0, "GPE", "model") for at in (text.index("Lough"), text.index("Corra"))]
    found = find_names(text, (Passage(PassageKind.PARAGRAPH, Span(0, len(text))),), (), seen, (), ())
    assert {name.span.of(text) for name in found} == {"Lough Corra"}


@pytest.mark.parametrize(("name", "label"), [("Veltmar Lane 4", "FAC"), ("Veltmar Barrel 4", "ORG")])
def test_a_number_makes_a_place_only_behind_a_noun_for_places_and_roads(name: str, label: str) -> None:
    found = {(text, told) for text, told, _ in places(f"They met at {name} on Monday.", name)}
    assert found == {(name, label)}
