"""Roles in crew tables, squads, lists of counsel and infoboxes, and who stands on the list of stand-ins."""

import hashlib

import pytest

from dossier.annotate import annotate
from dossier.model.annotation import Annotated
from dossier.model.entity import EntityKind
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.read.markdown import markdown_blocks
from dossier.read.plain import plain_blocks
from dossier.resolve.names import resolve_names


@pytest.fixture
def people(pipeline):
    """The people of one document by name, read as plain text or Markdown."""

    def make(text, *, markdown=False):
        blocks = markdown_blocks(text) if markdown else plain_blocks(text)
        source = Source("s", "s.md", hashlib.sha256(text.encode()).hexdigest(), "text", text, blocks)
        found = resolve_names([Annotated(source, annotate(source, pipeline))], Manifest())
        for role in (role for entity in found for role in entity.roles):
            words = " ".join(role.span.of(text).split())
            assert role.text in (words, f"{words} ({role.text.partition(' (')[2]}")
        return {entity.name: entity for entity in found if entity.kind is EntityKind.PERSON}

    return make


def roles(entity):
    return [(role.text, role.organization) for role in entity.roles]


CREW = """Loss of the Marie Clare

The yacht Marie Clare was lost off Skerry Head on 3 June 1998 with all hands.

Crew

Master: John Reid
Chief mate: Anna Kowalska
Second engineer: Peter Sim
Cook: Marta Lindgren

Reserve

Mate: Owen Price
Deckhand: Helen Brandt

Counsel for the owners: Mr Adam Hill
Counsel for the crew: Ms Judith Payne

The inquiry sat for nine days in Carrow."""


def test_labels_are_roles(people):
    found = people(CREW)
    assert {name: roles(entity) for name, entity in found.items()} == {
        "John Reid": [("Master", None)],
        "Anna Kowalska": [("Chief mate", None)],
        "Peter Sim": [("Second engineer", None)],
        "Marta Lindgren": [("Cook", None)],
        "Owen Price": [("Mate (Reserve)", None)],
        "Helen Brandt": [("Deckhand (Reserve)", None)],
        "Adam Hill": [("Counsel for the owners", None)],
        "Judith Payne": [("Counsel for the crew", None)],
    }


def test_who_stands_under_a_heading_of_stand_ins_is_one_and_who_comes_after_a_gap_is_not(people):
    assert {name for name, entity in people(CREW).items() if entity.appearance == "backup"} == {
        "Owen Price",
        "Helen Brandt",
    }


@pytest.mark.parametrize("heading", ["Backup crew", "Substitutes", "Reserves", "Understudies"])
def test_headings_of_stand_ins(people, heading):
    lines = "Singer Anna Kowalska\nDancer Peter Sim\nPainter John Reid\n"
    found = people(f"The tour\n\nThe company sailed in May.\n\n{heading}\n\n{lines}")
    assert [entity.appearance for entity in found.values()] == ["backup"] * 3


def test_a_principal_who_was_a_stand_in_too_stays_one_and_the_role_says_so(people):
    text = CREW + "\n\nOwen Price dived for the wreck. Price found the mast. In May Price left the town.\n"
    price = people(text)["Owen Price"]
    assert price.appearance == "principal"
    assert roles(price) == [("Mate (Reserve)", None)]


def test_country_and_agency_around_the_name(people):
    text = (
        "Crew of the second flight\n\nPosition Crew member\nCommander Norway Ada Byrne, NASA\nFirst flight\n"
        "Flight Engineer 2 Canada John Reid, ESA\nOnly flight\n"
    )
    found = people(text)
    assert roles(found["Ada Byrne"])[0][0] == "Commander"
    assert roles(found["John Reid"])[0][0] == "Flight Engineer 2"
    assert [role.organization for role in found["Ada Byrne"].roles] == ["NASA"]


def test_columns_of_a_table_in_any_order(people):
    text = (
        "| Role | Name | Body |\n| --- | --- | --- |\n| Chair | Helen Marsh | Marine Safety Board |\n"
        "| Secretary | John Reid | |\n\n| Name | Position |\n| --- | --- |\n| Peter Sim | Managing Director |\n"
    )
    found = people(text, markdown=True)
    assert roles(found["Helen Marsh"]) == [("Chair", "Marine Safety Board")]
    assert roles(found["John Reid"]) == [("Secretary", None)]
    assert roles(found["Peter Sim"]) == [("Managing Director", None)]


def test_roles_after_the_name_in_a_list(people):
    text = (
        "# People\n\n- Anna Kowalska – physicist\n- **Karl Berg**, Prosecutor General\n- Peter Sim (defence counsel)\n"
        "- Interpreter – Helen Marsh\n- The master, John Reid, was asleep.\n"
    )
    found = people(text, markdown=True)
    assert roles(found["Anna Kowalska"]) == [("physicist", None)]
    assert roles(found["Karl Berg"]) == [("Prosecutor General", None)]
    assert roles(found["Peter Sim"]) == [("defence counsel", None)]
    assert roles(found["Helen Marsh"]) == [("Interpreter", None)]
    assert roles(found["John Reid"]) in ([], [("master", None)])


def test_infobox_lines_with_glued_labels_and_a_plural_label(people):
    text = (
        "Corrib Lines\nIndustryShipping\nFounded1921\nFounderMichael Byrne\nChairmanPeter Lowe\n"
        "DirectorsAnna Kowalska, John Reid\nHeadquartersCork\n\nCorrib Lines was a shipping company.\n"
    )
    found = people(text)
    assert roles(found["Michael Byrne"]) == [("Founder", None)]
    assert roles(found["Peter Lowe"]) == [("Chairman", None)]
    assert roles(found["Anna Kowalska"]) == roles(found["John Reid"]) == [("Directors", None)]


def test_what_belongs_to_the_next_name_is_not_this_ones(people):
    lines = "- Master: John Reid; Mate: Peter Sim\n- Anna Kowalska, cook; Helen Marsh, nurse\n- Dear Adam Hill\n"
    found = people(f"Present\n\n{lines}")
    assert roles(found["John Reid"]) == [("Master", None)]
    assert roles(found["Peter Sim"]) == [("Mate", None)]
    assert roles(found["Anna Kowalska"]) == [("cook", None)]
    assert roles(found["Helen Marsh"]) == [("nurse", None)]
    assert all(not entity.roles for name, entity in found.items() if "Hill" in name)


@pytest.mark.parametrize(
    "line",
    [
        "- In the house of John Reid there was a fire, and a man was hurt by the falling roof of the barn",
        "- Fire: John Reid was told at noon",
        "- Friday, John Reid",
        "- 12 May, Berlin: John Reid",
    ],
)
def test_lines_that_give_no_role(people, line):
    found = people(f"Notes\n\n{line}\n- John Reid\n")
    assert all(not entity.roles for entity in found.values())


def test_the_end_of_an_office_is_nobody(people):
    text = (
        "| Name | Position |\n| --- | --- |\n| Peter Sim | Chief Executive |\n\n"
        "The Chief Executive spoke. Chief Executive Helen Marsh said so.\n"
    )
    found = people(text, markdown=True)
    assert set(found) == {"Peter Sim", "Helen Marsh"}
    assert roles(found["Peter Sim"]) == [("Chief Executive", None)]
