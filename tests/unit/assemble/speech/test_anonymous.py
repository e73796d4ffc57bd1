"""Speakers whom a document only describes: each description its own, the same one met again, nobody named."""

import dataclasses

import pytest

from dossier.assemble.speech.anonymous import anonymous_speakers, offices
from dossier.assemble.speech.statements import statements
from dossier.model.entity import Entity, EntityKind, Role
from dossier.model.span import Span


@pytest.fixture
def described(read):
    """(name, mentions) of each anonymous speaker of a text."""

    def make(text, held=frozenset(), **given):
        reading = read(text, **given)
        _, found = anonymous_speakers(reading, statements(reading), held)
        return [(entity.name, [mention.text for mention in entity.mentions]) for entity in found]

    return make


@pytest.mark.parametrize(
    "text",
    [
        "{} said that the pumps had failed in the night.",
        '"The pumps had failed in the night," said {}.',
        "According to {}, the pumps had failed in the night.",
    ],
)
@pytest.mark.parametrize(
    "words",
    [
        "another anonymous source",
        "a spokesman for the yard",
        "two people familiar with the matter",
        "Norwegian officials",
        "one of the divers",
        "an unnamed juror",
    ],
)
def test_a_description_in_place_of_a_name_is_a_speaker(described, text, words):
    opens = text.startswith("{}")
    written = words[0].upper() + words[1:] if opens else words
    assert described(text.format(written)) == [(words, [written])]


def test_the_source_after_a_source_is_the_same_one(described):
    text = (
        "A source at the ministry said that the cable had been cut.\n\n"
        '"The cable was cut on Sunday night, not before," the source added.'
    )
    assert described(text) == [("a source at the ministry", ["A source at the ministry", "the source"])]


def test_another_source_is_somebody_else_and_the_source_is_the_last(described):
    text = (
        "A source said that the cable had been cut. Another source said that it had been worn through. "
        "The source added that nobody had looked at it."
    )
    assert described(text) == [
        ("a source", ["A source"]),
        ("another source", ["Another source", "The source"]),
    ]


def test_the_worker_is_the_one_spoken_of_before_even_if_he_has_not_spoken(described):
    text = (
        "The paper found a welder of the yard in a bar.\n\n"
        "The welder said that the seam had been painted over without a test."
    )
    assert described(text) == [("a welder of the yard", ["a welder of the yard", "The welder"])]


@pytest.mark.parametrize(
    "text",
    [
        "The pilot said that the mast was cut away.",  # some pilot known to the reader, but not to us
        "He said that the mast was cut away.",
        "Nobody said that the mast was cut away.",
        "No officer said that the mast was cut away.",
        "Any sailor says that the mast was cut away.",
        "The report says that the mast was cut away.",
        "The company said that the mast was cut away.",
        "People say that the mast was cut away.",
        "His mother said that the mast was cut away.",
        "Harbour pilot says mast was cut away",
    ],
)
def test_who_is_no_person_or_may_be_a_named_one_is_left_open(described, text):
    assert described(text) == []


def test_a_description_beside_a_name_is_that_person(described):
    text = "The mate, Angus Muir, was asleep. According to the pilot, Duncan Reid, the mast was cut away."
    assert described(text, people={"muir": "Angus Muir", "reid": "Duncan Reid"}) == []


def test_an_office_that_somebody_named_holds_may_be_that_one(described):
    text = "The paper met a minister at noon. The minister said that the bridge was closed."
    assert described(text) != []
    assert described(text, held=frozenset({"minister", "transport"})) == []


def test_the_words_of_named_persons_offices_are_kept_by_document():
    role = Role("Transport Minister", "s1", Span(0, 18))
    person = Entity("p", EntityKind.PERSON, "Ann Ray", "Ray, Ann", (), "mentioned", (role,), ())
    assert offices([person]) == {"s1": frozenset({"transport", "minister"})}


def test_a_named_speaker_stays_and_an_anonymous_one_is_given_to_its_statement(read):
    text = "Angus Muir said that the mast was cut away. A sailor said that it fell by itself."
    reading = read(text, people={"muir": "Angus Muir"})
    before = statements(reading)
    after, (sailor,) = anonymous_speakers(reading, before, frozenset())
    assert [s.speakers for s in after] == [("muir",), (sailor.id,)]
    assert sailor.kind is EntityKind.ANONYMOUS
    assert [dataclasses.replace(s, speakers=()) for s in after] == [dataclasses.replace(s, speakers=()) for s in before]


def test_two_documents_never_share_an_anonymous_speaker(read_case):
    text = "An official said that the gate was open."
    first, second = read_case(text, text + " It was raining.")
    (one,), (other,) = (anonymous_speakers(r, statements(r), frozenset())[1] for r in (first, second))
    assert one.name == other.name
    assert one.id != other.id


def test_mentions_are_descriptions_at_their_exact_place(read):
    text = "**Talks**\n\n“The ship’s papers were burnt before we came aboard,” a  customs\nofficer said."
    reading = read(text)
    (officer,) = anonymous_speakers(reading, statements(reading), frozenset())[1]
    (mention,) = officer.mentions
    assert mention.span.of(text) == mention.text
    assert mention.form == "nominal"
    assert officer.name == "a customs officer"
    assert officer.aliases == ("a customs officer",)


def test_what_makes_it_the_same_one_is_told(read):
    reading = read("A juror said that it was cold. The juror added that the door was locked.")
    (juror,) = anonymous_speakers(reading, statements(reading), frozenset())[1]
    assert [mention.basis for mention in juror.mentions] == ["", "spoken of before as “a juror”"]
