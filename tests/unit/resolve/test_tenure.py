"""What sentences say that people were, and when: the role's own dates, the day spoken of, the day of publication."""

import hashlib

import pytest

from dossier.annotate import annotate
from dossier.model.annotation import Annotated
from dossier.model.entity import EntityKind
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.read.plain import plain_blocks
from dossier.resolve import resolve

NEWS = "14 September 2015\n\n"


@pytest.fixture
def held(pipeline):
    """(role, when) of everybody in a text by family name."""

    def make(text):
        source = Source("s", "s.txt", hashlib.sha256(text.encode()).hexdigest(), "text", text, plain_blocks(text))
        resolution = resolve([Annotated(source, annotate(source, pipeline))], Manifest())
        people = [entity for entity in resolution.entities if entity.kind is EntityKind.PERSON]
        for role in (role for person in people for role in person.roles):
            assert role.span.of(text) == role.text
        return {person.name.split()[-1]: [(role.text, role.held) for role in person.roles] for person in people}

    return make


@pytest.mark.parametrize(
    ("sentence", "role", "when"),
    [
        ("Peter Lowe was chairman of the club from 1990 to 1995.", "chairman of the club", "1990/1995"),
        ("Peter Lowe had been master of the yacht since 1995.", "master of the yacht", "1995/.."),
        ("Peter Lowe served as mayor of Cork until 2010.", "mayor of Cork", "../2010"),
        ("Peter Lowe was appointed chief engineer in 2008.", "chief engineer", "2008/.."),
        ("In March 2008, Peter Lowe was elected president.", "president", "2008-03/.."),
        ("Peter Lowe became the first director of the choir in May 2001.", "first director of the choir", "2001-05/.."),
        ("Peter Lowe, who was named treasurer in 1999, resigned.", "treasurer", "1999/.."),
        ("Peter Lowe was a Swedish physicist.", "Swedish physicist", None),
        ("Peter Lowe (8 May 1929 – 13 June 2014) was an American linguist.", "American linguist", None),
    ],
)
def test_predicates_give_roles_with_their_own_dates(held, sentence, role, when):
    assert held(sentence + " The house stood empty for years.")["Lowe"] == [(role, when)]


def test_each_of_two_roles_has_its_own_dates(held):
    found = held("Peter Lowe was chairman from 1990 to 1995, and then deputy prime minister.")["Lowe"]
    assert found == [("chairman", "1990/1995"), ("deputy prime minister", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peter Lowe was not the master.",
        "Peter Lowe would be president in 2010.",
        "Peter Lowe was a fool.",
        "Peter Lowe was a victim of the fire.",
        "Peter Lowe was her teacher.",
        "Was Peter Lowe the master?",
        "If Peter Lowe was master, he was asleep.",
        "The owners denied that Peter Lowe was master.",
    ],
)
def test_what_is_denied_asked_possible_or_a_judgement_is_no_role(held, sentence):
    assert held(sentence + " Peter Lowe slept.")["Lowe"] == []


def test_a_role_beside_a_name_is_of_the_day_its_sentence_speaks_of(held):
    text = "Talks\n\nOn 3 May 1983 the ambassador of Poland, Pavel Sorokin, left the city.\n\nHe came back later.\n"
    assert held(text)["Sorokin"][0][1] == "1983-05-03"


def test_else_of_the_day_of_publication_and_a_former_one_of_before(held):
    text = NEWS + (
        "Brightwater Chairman Daniel Grant rejected the bid. The former minister Karl Berg welcomed it.\n\n"
        "Then chairman of the board Ann Ray kept silent.\n"
    )
    found = held(text)
    assert found["Grant"] == [("Brightwater Chairman", "2015-09-14")]
    assert found["Berg"] == [("former minister", "../2015-09-14")]


def test_a_document_that_tells_history_says_nothing_of_its_own_day(held):
    text = NEWS + (
        "President Richard Nixon resigned. He had been elected in 1968 and again in 1972. He left in 1974.\n"
    )
    assert [when for _, when in held(text)["Nixon"]] == [None]


def test_words_that_tell_when_stay_in_the_role(held):
    text = "The ex-mayor Peter Lowe met the then minister Karl Berg and the late second mate, John Reid.\n"
    found = held(text)
    assert [role for role, _ in found["Lowe"]] == ["ex-mayor"]
    assert [role for role, _ in found["Berg"]] == ["then minister"]
    assert [role for role, _ in found["Reid"]] == ["late second mate"]


def test_a_period_in_a_line_of_a_list_and_no_single_year(held):
    text = "Chairmen\n\n- Chairman: Peter Lowe (1990–1995)\n- Chairman: Karl Berg (born 1941)\n- Chairman: John Reid\n"
    found = held(text)
    assert found["Lowe"] == [("Chairman", "1990/1995")]
    assert found["Berg"] == [("Chairman", None)]


def test_the_affiliation_is_called_as_its_organization_is(pipeline):
    text = (
        "Halden Foods Plc will buy a rival. Halden Foods Plc said so on Monday. Halden Foods Plc has ships.\n\n"
        "Halden Foods Plc chairman Peter Lowe signed. “We are glad,” said Halden director Ann Ray, of Halden.\n"
    )
    source = Source("s", "s.txt", hashlib.sha256(text.encode()).hexdigest(), "text", text, plain_blocks(text))
    entities = resolve([Annotated(source, annotate(source, pipeline))], Manifest()).entities
    found = {entity.name: [role.organization for role in entity.roles] for entity in entities}
    assert found["Peter Lowe"] == found["Ann Ray"] == ["Halden Foods Plc"]
