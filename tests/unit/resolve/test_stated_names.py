"""Names and aliases that the reader gives in `dossier.toml` are one, under the name that he gives."""

from naming import document, resolved

from dossier.model.entity import EntityKind
from dossier.model.manifest import KnownName, Manifest

PERSON, VEHICLE = EntityKind.PERSON, EntityKind.VEHICLE
_LETTER = document("letter.txt", "The captain came aboard. [Ada Byrne|PERSON] signed, and the captain left.\n\n"
                                 "[Mrs Byrne|PERSON] had paid.")  # fmt: skip
_NOTE = document("note.txt", "[Adah Byrne|PERSON] owed us money. [Byrne|PERSON] never paid for the [Gannet].")


def _manifest(*names: KnownName) -> Manifest:
    return Manifest(names=names)


def test_aliases_are_mentions_of_the_name_they_are_given_to() -> None:
    known = KnownName("Ada Byrne", "person", ("the captain", "Adah Byrne"))
    people = resolved(_LETTER, _NOTE, manifest=_manifest(known))[PERSON]
    assert list(people) == ["Ada Byrne"]
    texts = [mention.text for mention in people["Ada Byrne"].mentions]
    assert sorted(texts) == sorted(["The captain", "Ada Byrne", "the captain", texts[3], "Adah Byrne", "Byrne"])
    assert texts[3].endswith("Byrne")


def test_what_stands_nowhere_still_gives_its_name_to_its_aliases() -> None:
    known = KnownName("Gannet of Leith", "vehicle", ("the Gannet", "Gannet"))
    vehicles = resolved(_LETTER, _NOTE, manifest=_manifest(known))[VEHICLE]
    assert list(vehicles) == ["Gannet of Leith"]
    assert vehicles["Gannet of Leith"].aliases


def test_an_alias_of_two_joins_neither() -> None:
    both = (KnownName("Ada Byrne", "person", ("the captain",)), KnownName("Ilse Thorne", "person", ("the captain",)))
    people = resolved(_LETTER, document("log.txt", "[Ilse Thorne|PERSON] wrote it."), manifest=_manifest(*both))[PERSON]
    assert "the captain" not in people["Ada Byrne"].aliases
    assert "the captain" not in people["Ilse Thorne"].aliases
