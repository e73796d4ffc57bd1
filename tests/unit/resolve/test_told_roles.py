"""What a person is by the words beside the name, and which of it is said first."""

import hashlib

import pytest

from dossier.annotate import annotate
from dossier.model.annotation import Annotated
from dossier.model.entity import EntityKind
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.read.plain import plain_blocks
from dossier.resolve.names import resolve_names


@pytest.fixture
def told(pipeline):
    """The words of each person's roles in one document, by name."""

    def make(text):
        source = Source("s", "s.txt", hashlib.sha256(text.encode()).hexdigest(), "text", text, plain_blocks(text))
        found = resolve_names([Annotated(source, annotate(source, pipeline))], Manifest())
        return {e.name: [role.text for role in e.roles] for e in found if e.kind is EntityKind.PERSON}

    return make


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Its managing director, Oliver Harding, said nothing was kept there.", "Oliver Harding", "managing director"),
        ("His lawyer, Saskia Brandt, says that he will be cleared.", "Saskia Brandt", "lawyer"),
        ("On Monday a lorry driver, Paul Reid, 34, was hit by a stone.", "Paul Reid", "lorry driver"),
        ("In 1987 a retired engineer, Paul Reid, gave them a notebook.", "Paul Reid", "retired engineer"),
        ("The owners named Stephen Reid, 41, a shift supervisor from Leith.", "Stephen Reid", "shift supervisor"),
        ("He married Ellen Reid, the minister's younger sister, in 1996.", "Ellen Reid", "minister's younger sister"),
        ("On Friday Judge Miriam Holt fined the owners of the yard.", "Miriam Holt", "Judge"),
    ],
)
def test_what_stands_beside_a_name_says_what_its_bearer_is(told, text, name, role):
    assert told(text)[name] == [role]


@pytest.mark.parametrize(
    "text",
    [
        "A doctor, Jane Reid and two nurses came aboard.",
        "He was seen by a man, Paul Reid, in the yard.",
        "The owners thanked the crew, Paul Reid said.",
    ],
)
def test_the_next_item_of_a_list_and_words_for_anybody_are_no_roles(told, text):
    assert all(not roles for roles in told(text).values())


def test_the_name_of_the_body_that_an_office_is_of_is_whole(told):
    text = (
        "The Dunmere Fire and Rescue Service came at nine. It was hard, said Dawn Reid, assistant chief officer of the "
        "Dunmere Fire and Rescue Service."
    )
    assert told(text)["Dawn Reid"] == ["assistant chief officer of the Dunmere Fire and Rescue Service"]


def test_offices_stand_before_other_descriptions_and_what_is_over_last(told):
    text = (
        "Former schoolteacher Fergus Reid was there. Fergus Reid, the brother of the owner, spoke first. The minister, "
        "Fergus Reid, left at nine."
    )
    roles = told(text)["Fergus Reid"]
    assert roles[0] == "minister"
    assert roles[-1] == "Former schoolteacher"
    assert any("brother" in role for role in roles[1:-1])
