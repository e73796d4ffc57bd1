"""What one out of several is called, and where its name stands in order."""

from dataclasses import replace

import pytest
from deciding import decision, subject
from invented import invented

from dossier.curation import apply
from dossier.curation.journal import Journals
from dossier.curation.naming import best_named, sort_name
from dossier.model.decision import Verb
from dossier.model.dossier import Dossier
from dossier.model.entity import Entity, EntityKind

FOUND = invented()


def called(kind: EntityKind, name: str, mentions: int) -> Entity:
    """An entity of that name, named so often."""
    whole = next(entity for entity in FOUND.entities if entity.kind is kind and entity.mentions)
    return replace(whole, id=name, name=name, mentions=whole.mentions[:1] * mentions)


@pytest.mark.parametrize(("kind", "names", "best"), [
    ("person", ("Prokopyev", "Sergei Prokopyev"), "Sergei Prokopyev"),
    ("person", ("S. Prokopyev", "Sergei Prokopyev"), "Sergei Prokopyev"),
    ("person", ("Sergei Prokopyev", "Sergey V. Prokopyev"), "Sergey V. Prokopyev"),
    ("person", ("Mrs. Pell", "Letitia Pell"), "Letitia Pell"),
    ("person", ("Captain Byrne", "Ada Byrne"), "Ada Byrne"),
    ("person", ("ADA BYRNE", "Ada Byrne"), "Ada Byrne"),
    ("person", ("Сергей Прокопьев", "S. Prokopyev"), "S. Prokopyev"),
    ("organization", ("ESA", "European Space Agency"), "European Space Agency"),
    ("organization", ("Harbour Board", "Harbour Board of Carrick"), "Harbour Board"),
    ("vehicle", ("MS-09", "Soyuz MS-09"), "MS-09"),
])  # fmt: skip
def test_the_name_that_says_most_is_kept_though_another_is_more_used(
    kind: str, names: tuple[str, ...], best: str
) -> None:
    members = [called(EntityKind(kind), name, 9 - number) for number, name in enumerate(names)]
    assert best_named(members).name == best
    assert best_named(members[::-1]).name == best


def test_a_merge_has_the_fuller_name_and_all_aliases() -> None:
    short = replace(FOUND, entities=tuple(
        replace(entity, name="Renn", sort_name="Renn") if entity.name == "Tobias Renn" else entity
        for entity in FOUND.entities))  # fmt: skip
    pair = (subject(short, "person", "Renn"), subject(short, "person", "Ines Okonjo"))
    dossier: Dossier = apply(short, Journals((decision(Verb.MERGE, *pair),), ()))[0]
    (one,) = [entity for entity in dossier.entities if entity.name == "Ines Okonjo"]
    assert one.sort_name == "Okonjo, Ines"
    assert {"Renn", "T. Renn", "Ines Okonjo"} <= set(one.aliases)


@pytest.mark.parametrize(("name", "order"), [
    ("Ada Byrne", "Byrne, Ada"), ("Jan van der Meer", "van der Meer, Jan"), ("Byrne", "Byrne"),
    ("Byrne, Ada", "Byrne, Ada"), ("de Gaulle", "de Gaulle"),
])  # fmt: skip
def test_a_person_stands_under_the_surname(name: str, order: str) -> None:
    assert sort_name(EntityKind.PERSON, name) == order
    assert sort_name(EntityKind.PLACE, name) == name
