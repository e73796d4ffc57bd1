"""A firm and its founder's family with one name: told apart place by place."""

import pytest
from naming import document, resolved

from dossier.model.entity import EntityKind
from dossier.model.manifest import KnownName, Manifest

_FULL = "[Oswin Brandreth|PERSON] founded [Brandreth Mills plc|ORG] in 1921.\n\n"
PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION


def _called(text: str, kind: EntityKind, manifest: Manifest | None = None) -> int:
    """How often `Brandreth` alone is of a kind."""
    found = resolved(document("a.txt", _FULL + text), manifest=manifest)
    return sum(len(m.span) == len("Brandreth") for entity in found[kind].values() for m in entity.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "[Brandreth|PERSON]'s board met at noon.",
        "Rivals made a bid for [Brandreth|PERSON] at noon.",
        "They held shares in [Brandreth|PERSON] for years.",
        "It fell to the chairman of [Brandreth|PERSON] at noon.",
        "Each [Brandreth|PERSON] share fell.",
    ],
)
def test_words_said_of_a_firm_make_the_name_the_firm(text: str) -> None:
    assert (_called(text, ORGANIZATION), _called(text, PERSON)) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "[Brandreth|ORG], 61, left at noon.",
        "[Brandreth|ORG] himself left at noon.",
        "Mr. [Brandreth|ORG] left the board at noon.",
        "[Brandreth|PERSON]'s sisters left at noon.",
    ],
)
def test_words_said_of_a_man_make_the_name_the_man(text: str) -> None:
    assert _called(text, ORGANIZATION) == 0


def test_both_stand_in_one_document() -> None:
    text = "[Brandreth|PERSON]'s board met at noon. [Brandreth|PERSON], 61, was not there."
    assert (_called(text, ORGANIZATION), _called(text, PERSON)) == (1, 1)


def test_a_document_that_calls_the_firm_so_means_it() -> None:
    text = 'The mills belong to [Brandreth Mills plc|ORG] ("Brandreth"). The offer lapsed, and [Brandreth|PERSON] fell.'
    assert _called(text, ORGANIZATION) == 2


def test_what_the_reader_says_of_a_name_stays() -> None:
    manifest = Manifest(names=(KnownName("Brandreth", "person", ()),))
    assert _called("[Brandreth|ORG]'s board met at noon.", PERSON, manifest) == 1
