"""What outranks the language model in telling what a name names: titles, nouns in the name, the rest of the case."""

import dataclasses

import pytest
from naming import document, people, resolved

from dossier.annotate.names import find_names
from dossier.model.annotation import Annotated, Passage, PassageKind, Stated
from dossier.model.entity import EntityKind
from dossier.model.span import Span
from dossier.resolve.evidence import Evidence
from dossier.resolve.hints import Hint
from dossier.resolve.lexicon import is_told

PERSON, ORGANIZATION, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("It was settled by [Dame Helen Marsh|ORG] in spring.", "Helen Marsh"),
        ("The motion of [Councillor Peter Reid|GPE] fell.", "Peter Reid"),
        ("Nobody had seen [Colonel Brandvold|ORG] ride off.", "Brandvold"),
        ("The drawings were kept by [Mrs Bank|ORG] at home.", "Mrs Bank"),
        ("The wound was seen by [Dr Press|ORG] at noon.", "Press"),
    ],
)
def test_a_title_before_a_name_outranks_the_model(marked: str, name: str) -> None:
    found = resolved(document("a.txt", marked))
    assert [m.text for e in found[PERSON].values() for m in e.mentions] == [name]
    assert not found[ORGANIZATION]
    assert not found[PLACE]


def test_the_letters_of_questions_and_answers_are_nobodys_initials() -> None:
    found = resolved(
        document(
            "a.txt",
            "[Q. Were|PERSON] you alone?\n\n[A. The Sunday|PERSON] yes.\n\nQ. Where was [Joan Fenwick|PERSON]?\n\n"
            "[A. Martin Fenwick|PERSON] slept.",
        )
    )
    assert set(found[PERSON]) == {"Joan Fenwick", "Martin Fenwick"}
    assert not found[ORGANIZATION]


def test_an_initial_that_opens_a_line_belongs_to_the_name() -> None:
    assert list(people(document("a.txt", "[A. Fenwick|PERSON] kept the gate.\n\nNobody saw him."))) == ["A. Fenwick"]


@pytest.mark.parametrize(
    "name", ["General Motors", "Justice Department", "Prince Edward Island", "Captain Cook Museum"]
)
def test_a_title_inside_the_name_of_a_body_or_place_makes_no_person(name: str) -> None:
    assert not people(document("a.txt", f"They wrote to the [{name}|ORG] about it."))


def test_a_firm_that_is_a_person_to_the_model_in_one_document_is_the_firm() -> None:
    found = resolved(
        document("a.txt", "The fleet of [Conrad Shipping|ORG] lay idle. [Conrad Shipping|ORG] paid nobody."),
        document("b.txt", "Then [Conrad Shipping|PERSON] sank as well."),
    )
    assert not found[PERSON]
    assert len(found[ORGANIZATION]["Conrad Shipping"].mentions) == 3


def test_a_place_is_one_also_where_nothing_leads_to_it() -> None:
    found = resolved(
        document("a.txt", "The men at [Tessin Mill|PERSON] struck. Nobody worked at [Tessin Mill|PERSON]."),
        document("b.txt", "[Tessin Mill|PERSON] was quiet."),
    )
    assert not found[PERSON]
    assert len(found[PLACE]["Tessin Mill"].mentions) == 3


def test_the_surname_of_somebody_named_in_full_is_no_organization() -> None:
    found = resolved(
        document("a.txt", "The foreman Alan Trewin kept the keys."),
        document("b.txt", "The keys were with [Trewin|ORG] all winter."),
    )
    assert [e.name for e in found[PERSON].values()] == ["Alan Trewin"]
    assert not found[ORGANIZATION]


def test_the_words_of_a_headline_are_no_place_but_a_street_is() -> None:
    found = resolved(
        document("a.txt", "Board Told to [Name Owner|GPE] Within a Week"),
        document("b.txt", "It burned in [Orchard Lane|GPE] until noon."),
    )
    assert list(found[PLACE]) == ["Orchard Lane"]


@pytest.mark.parametrize(
    ("marked", "is_one"),
    [
        ("It was closed with [Mylar|GPE] tape.", False),
        ("It began in [Trevasse|GPE] itself.", True),
        ("He came from [Trevasse|GPE].", True),
        ("The mayor of [Trevasse|GPE] signed.", True),
        ("The hall was built by [Trevasse|GPE], Normandy.", True),
    ],
)
def test_a_word_that_only_the_model_calls_a_place_needs_something_that_leads_there(marked: str, is_one: bool) -> None:
    assert bool(resolved(document("a.txt", marked))[PLACE]) is is_one


def test_a_newspaper_with_its_day_is_no_dateline() -> None:
    text = "Northern Wire, 15 April 1998\n\nThe strike is over."
    passages = (Passage(PassageKind.BYLINE, Span(0, 28)), Passage(PassageKind.PARAGRAPH, Span(30, len(text))))
    stated = (Stated("publisher", "Northern Wire", Span(0, 13), "named in the head"),)
    found = [name for name in find_names(text, passages, (), (), (), stated) if name.span == Span(0, 13)]
    assert {name.label for name in found} == {"ORG"}


def test_a_function_word_with_a_capital_is_no_name() -> None:
    text = "The ship sank.\n\n[The|PRODUCT] ferry was late. [They|ORG] left. [Will|PERSON] stayed."
    found = resolved(document("a.txt", text))
    assert not found[EntityKind.VEHICLE]
    assert not found[EntityKind.ORGANIZATION]


def test_a_mere_word_for_a_relative_is_nobodys_name() -> None:
    assert not people(document("a.txt", "The mayor came with [Papa|PERSON] at noon. [Papa|PERSON] wept."))
    assert people(document("a.txt", "The mayor came with [Ottilie|PERSON] at noon. [Ottilie|PERSON] wept."))


def published(path: str, publisher: str, marked: str) -> Annotated:
    """A document that states its publisher."""
    made = document(path, marked)
    stated = (Stated("publisher", publisher, None, "named in the head"),)
    return dataclasses.replace(made, annotations=dataclasses.replace(made.annotations, stated=stated))


def test_a_newspaper_of_the_case_is_called_by_its_noun() -> None:
    found = resolved(
        published("a.txt", "Dunmere Courier", "The [Dunmere Courier|ORG] sells well. He told the Courier nothing."),
        document("b.txt", "She wrote to the Courier in spring."),
    )
    assert [m.text for m in found[ORGANIZATION]["Dunmere Courier"].mentions] == [
        "Dunmere Courier",
        "Courier",
        "Courier",
    ]
    assert len(found[ORGANIZATION]) == 1
    assert not resolved(document("c.txt", "She wrote to the Courier in spring."))[ORGANIZATION]


def test_a_first_line_that_names_a_body_is_its_letterhead() -> None:
    text = "BROTHERHOOD OF HARBOUR PILOTS\nDear Sir, the pilots protest."
    assert [e.name for e in resolved(document("a.txt", text))[ORGANIZATION].values()] == [
        "BROTHERHOOD OF HARBOUR PILOTS"
    ]
    assert not resolved(document("b.txt", "A BLACK DAY FOR HARBOUR PILOTS\nThe pilots protest."))[ORGANIZATION]


def test_a_name_in_capitals_is_found_without_them() -> None:
    found = resolved(document("a.txt", "HARDWICK PLC\nHe left [HARWOOD STOKES PLC|ORG] for Harwood Stokes Plc in May."))
    assert any("Harwood Stokes" in m.text for e in found[ORGANIZATION].values() for m in e.mentions)


def test_an_acronym_with_an_ampersand_is_that_of_the_one_name_it_fits() -> None:
    whole = "The [Lakeside and Hudson Railway Company|ORG] (L&HR) paid."
    found = resolved(
        document("a.txt", f"{whole} The [Lakeside and Hudson Railway|ORG] paid again; the L&HR paid twice.")
    )
    assert len(found[ORGANIZATION]) == 1


@pytest.mark.parametrize(
    ("marked", "is_one"),
    [
        ("It was seen on [Handout|ORG] pictures.", False),
        ("Last year [Lantern|ORG] said it would sell.", True),
        ("Shares in [Lantern|ORG] fell.", True),
    ],
)
def test_a_word_of_the_language_is_a_body_only_where_something_tells(marked: str, is_one: bool) -> None:
    assert bool(resolved(document("a.txt", marked))[ORGANIZATION]) is is_one


@pytest.mark.parametrize(("body", "word"), [("Department of Justice", "Justice"), ("Society of Friends", "Friends")])
def test_what_a_body_is_of_is_not_the_body(body: str, word: str) -> None:
    found = resolved(
        document("a.txt", f"She wrote to the [{body}|ORG]. The [{body}|ORG] said so."),
        document("b.txt", f"They want [{word}|ORG] now. [{word}|ORG] said so. [{word}|ORG] was late."),
    )
    assert {m.text for m in found[ORGANIZATION][body].mentions} == {body}


@pytest.mark.parametrize("publisher", ["Department of Justice", "Skelby Council Records", "Skelby News"])
def test_not_every_publisher_is_called_by_its_last_word(publisher: str) -> None:
    word = publisher.rsplit(maxsplit=1)[-1]
    found = resolved(published("a.txt", publisher, f"It was late. They want {word} now."))
    assert word not in {m.text for entity in found[ORGANIZATION].values() for m in entity.mentions}


def test_what_tells_against_a_place_does_not_tell_of_one() -> None:
    against = Hint(EntityKind.PLACE, -1.5, "surname of a person of this case")
    assert not is_told(PLACE, Evidence(), [against])
    assert is_told(PLACE, Evidence(), [against, against._replace(weight=1.5)])
    assert is_told(PLACE, Evidence(origins={PLACE: 1.0}), [against])


def test_no_form_of_the_case_reaches_over_a_quotation_that_begins_inside() -> None:
    found = resolved(
        document("a.txt", "The [Ferry Halcyon|PRODUCT] sank. The [Ferry Halcyon|PRODUCT] was old."),
        document("b.txt", 'The Ferry "Halcyon" sank.'),
    )
    assert not [m.text for e in found[EntityKind.VEHICLE].values() for m in e.mentions if '"' in m.text]
