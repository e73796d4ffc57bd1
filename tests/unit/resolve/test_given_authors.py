"""Who wrote a document by what the reader says in `dossier.toml`."""

from naming import document, resolved

from dossier.model.entity import EntityKind
from dossier.model.manifest import Manifest
from dossier.resolve.authors import given_authors

NEWS = document("a.txt", "[Ada Byrne|PERSON] met [Jon Hale|PERSON]. [Jon Hale|PERSON] left with [Rita Hale|PERSON].")
LETTER = document("b.txt", "I never saw the boat again.")


def authors(author: str) -> list[str]:
    entities = [one for kinds in resolved(NEWS, LETTER).values() for one in kinds.values()]
    names = {entity.id: entity.name for entity in entities if entity.kind is EntityKind.PERSON}
    manifest = Manifest(sources={"b.txt": {"author": author}})
    return [names[person] for person in given_authors(entities, (NEWS, LETTER), manifest).values()]


def test_the_author_is_the_person_of_that_name() -> None:
    assert authors("Ada Byrne") == ["Ada Byrne"]
    assert authors("  ada  byrne ") == ["Ada Byrne"]


def test_a_name_of_nobody_or_of_several_makes_no_author() -> None:
    assert authors("Hale") == authors("Orla Reid") == authors(" ") == []
