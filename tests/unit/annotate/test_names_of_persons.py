"""Persons whom the model misses or sees in part: whole names, rows and lists, titles, initials, nicknames."""

import pytest

from dossier.annotate.names import find_names
from dossier.model.annotation import CandidateName, Passage, PassageKind
from dossier.model.span import Span


def persons(text: str, **models: str) -> set[str]:
    """The candidates that are persons and not the model's own; `models` are spans that the model sees, by label."""
    passages = (Passage(PassageKind.PARAGRAPH, Span(0, len(text))),)
    entities = [
        CandidateName(Span(text.index(words), text.index(words) + len(words)), 0, label, "model")
        for label, words in models.items()
    ]
    found = find_names(text, passages, (), entities, (), ())
    return {name.span.of(text) for name in found if name.label == "PERSON" and name.origin != "model"}


@pytest.mark.parametrize(
    ("text", "label", "seen", "whole"),
    [
        ("The seed beat Gianluca Dell'Oro on Friday.", "PERSON", "Gianluca", "Gianluca Dell'Oro"),
        ("He was met by Saeb al-Erekat in Cairo.", "PERSON", "Saeb", "Saeb al-Erekat"),
        ("They heard Hans van den Broekhuis speak.", "PRODUCT", "Hans", "Hans van den Broekhuis"),
        ("His envoy, Vasily Lukich Dolgorukov, left.", "PERSON", "Lukich Dolgorukov", "Vasily Lukich Dolgorukov"),
        ("The striker, Emeka Okoro, scored twice.", "PERSON", "Okoro", "Emeka Okoro"),
    ],
)
def test_a_name_that_the_model_cuts_is_made_whole(text: str, label: str, seen: str, whole: str) -> None:
    assert whole in persons(text, **{label: seen})


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("It was seen by Bernard Tschumi. Her teacher agreed.", "Bernard Tschumi"),
        ("The ruling of Justice Scalia stood.", "Scalia"),
        ("It showed the Warhol Polaroids to all.", "Warhol"),
        ("So said Carter Tuesday at noon.", "Carter"),
        ("He told the fellow Scientologist Tom Cruise.", "Tom Cruise"),
        ("He greeted Ada Lovell NATO had sent.", "Ada Lovell"),
    ],
)
def test_a_whole_name_is_not_made_longer(text: str, seen: str) -> None:
    assert not {name for name in persons(text, PERSON=seen) if seen in name and name != seen}


@pytest.mark.parametrize(
    "text",
    [
        "1-Graham Thwaite, 2-Steve O'Hare, 3-Lee Braithwaite, 5-Sol Akinde (14-Paul Garside 70)",
        "Ravenstock - Nilsson; Barlow, Keough, Di Canio, Hewitt (Amoah 63rd); Johansson, Petersson, Hughes",
    ],
)
def test_line_ups_are_persons(text: str) -> None:
    found = persons(text)
    assert found >= ({"Steve O'Hare", "Paul Garside"} if "1-" in text else {"Nilsson", "Keough", "Amoah"})
    assert "Ravenstock" not in found


@pytest.mark.parametrize(
    "text",
    [
        "London, Paris, Berlin, Rome, Madrid, Vienna",
        "Ford, Chrysler, Honda, Renault, Fiat, Peugeot",
        "Milk, Bread, Butter, Flour, Sugar, Eggs",
        "Monday, Tuesday, Wednesday, Thursday, Friday",
        "Oxford 3 Cambridge 2; Leeds 1 Everton 0; Chelsea 2 Arsenal 2",
        "The road leads through Ashford, Hythe, Lydd, Rye, Winchelsea and Hastings to the sea.",
    ],
)
def test_other_lists_are_nobody(text: str) -> None:
    assert persons(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("3. Ato Baldwyn (Trinidad) 10.05", "Ato Baldwyn"),
        ("Manon Bollegraf-Smit and Larisa Neilandova (Netherlands/Latvia) beat them.", "Larisa Neilandova"),
        ("Finance: Mircea Ciumarescu (PNT)", "Mircea Ciumarescu"),
        ("the widow of the banker Tunde Adewale, after that", "Tunde Adewale"),
        ("and the Spaniard Alejandro Correja, who lost", "Alejandro Correja"),
        ("R. Mahanama c A. Fletcher b Strang 3", "R. Mahanama"),
        ("money from Hector \"El Mono\" Tascon, it said", 'Hector "El Mono" Tascon'),
        ("led by Lt. Cmdr. Joel Abaya of the yard", "Joel Abaya"),
        ("for Sen. Jim Inhofen, who", "Jim Inhofen"),
        ("taught her astronomy and Hugo de Wries botany.", "Hugo de Wries"),
        ("Once General Arce came to the shop.", "Arce"),
    ],
)
def test_what_stands_around_a_name_tells_a_person(text: str, name: str) -> None:
    assert name in persons(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bayern Munich (Germany) 2",
        "British Airways (Britain) fell.",
        "the brewer Tuborg Holdings said",
        "Headquarters: Cape Town",
        "the U.S. Steel works",
        "A. Inca",
        "the King of Athens, Theseus",
        "a \"lifeboat\" Captain",
    ],
)
def test_what_looks_so_is_no_person(text: str) -> None:
    assert persons(text) == set()


def test_a_line_of_two_names_names_two_persons() -> None:
    assert persons("Grainne Thorley and Piers Hawthorn") == {"Grainne Thorley", "Piers Hawthorn"}
    assert not persons("Quiet Rivers and Stony Lands")
    assert "Piers Hawthorn" not in persons("Grainne Thorley and Piers Hawthorn went to the lake that day.")


def test_a_surname_behind_a_title_may_begin_with_any_particle() -> None:
    for name in ("van Ostwick", "dos Ostwick", "bin Ostwick", "vom Ostwick"):
        assert name in persons(f"We saw Captain {name} there.")
