"""What the use of a word over a whole case makes it: a firm, a place, an acronym, nobody."""

import pytest
from naming import document, people, resolved

from dossier.model.entity import EntityKind

ORGANIZATION, PLACE = EntityKind.ORGANIZATION, EntityKind.PLACE


def test_a_word_that_only_the_model_calls_a_person_is_nobody() -> None:
    found = people(document("a.txt", "Orders went out through [Veltmar|PERSON] all that winter."))
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "[Veltmar|PERSON] said that the orders were late.",
        "The foreman [Veltmar|PERSON] kept the keys.",
        "They asked [Veltmar|PERSON], who kept the keys.",
        "Mr. [Veltmar|PERSON] kept the keys.",
        "[Veltmar|PERSON], 43, kept the keys.",
        "The term is older than [Veltmar|PERSON] et al. thought.",
        "The keys were with [Ottilie|PERSON] all winter.",
    ],
)
def test_a_single_name_with_words_of_a_person_around_it_is_one(text: str) -> None:
    assert len(people(document("a.txt", text))) == 1


def test_a_firm_called_by_its_first_word_is_the_firm_however_its_form_is_written() -> None:
    for form in ("Sàrl", "N.V.", "S.A.", "GmbH"):
        found = resolved(
            document("a.txt", f"The money went to [Brennick Advisory {form}|ORG]."),
            document("b.txt", "Nobody had heard of [Brennick|PERSON] before. [Brennick|PERSON] has one employee."),
        )
        assert not found[EntityKind.PERSON]
        assert len(found[ORGANIZATION]) == 1, form
        assert sum(len(e.mentions) for e in found[ORGANIZATION].values()) == 3


def test_legal_forms_with_and_without_stops_are_one_firm() -> None:
    found = resolved(document("a.txt", "[Oostra Dredging N.V.|ORG] won. Shares in [Oostra Dredging|ORG] rose."))
    assert len(found[ORGANIZATION]) == 1


def test_an_acronym_written_as_a_word_is_the_acronym() -> None:
    found = resolved(
        document("a.txt", "The fraud office, [EPPA|ORG], opened a file. [EPPA|ORG] said nothing."),
        document("b.txt", "They had sent copies to [Eppa|PERSON] in spring."),
    )
    assert not found[EntityKind.PERSON]
    assert {m.text for e in found[ORGANIZATION].values() for m in e.mentions} == {"EPPA", "Eppa"}
    assert len(found[ORGANIZATION]) == 1


def test_a_town_in_which_things_happen_is_no_firm_and_no_person() -> None:
    found = resolved(
        document("a.txt", "A fire broke out in [Skelby|ORG]. It was put out by the [Skelby Fire Service|ORG]."),
        document("b.txt", "In [Skelby|ORG] the shops were shut. The mayor of [Skelby|PERSON] wept."),
    )
    assert list(found[PLACE]) == ["Skelby"]
    assert len(found[PLACE]["Skelby"].mentions) == 3


def test_what_is_held_in_a_firm_makes_it_no_place() -> None:
    found = resolved(
        document("a.txt", "He bought shares in [Tormund|ORG] and had faith in [Tormund|ORG]. [Tormund|ORG] said so."),
    )
    assert not found[PLACE]


def test_a_man_from_a_town_is_not_the_town() -> None:
    found = resolved(document("a.txt", "[Cormac Daly|PERSON], a tanner from [Killmore|PERSON] who had moved, paid."))
    assert list(found[EntityKind.PERSON]) == ["Cormac Daly"]


def test_the_day_after_a_place_is_no_age() -> None:
    found = resolved(document("a.txt", "Press release. [Utrecht|PERSON], 21 October 2014."))
    assert not found[EntityKind.PERSON]


def test_a_speaker_in_capitals_is_the_person_of_that_surname() -> None:
    found = people(
        document(
            "a.txt",
            "Guest: [Aurel Teodrescu|PERSON]\n\nQ: Were you there?\n\nTEODRESCU: I was.\n\n"
            "TEODRESCU: Twice.\n\nTEODRESCU: And once more.\n\nTEODRESCU: No.",
        )
    )
    assert list(found) == ["Aurel Teodrescu"]
    texts = [mention.text for mention in found["Aurel Teodrescu"].mentions]
    assert texts == ["Aurel Teodrescu", *["TEODRESCU"] * 4]


def test_a_sister_in_the_sentence_before_makes_no_woman_of_a_man() -> None:
    found = people(document("a.txt", "[Conor Ballagh|PERSON] married the minister's sister. [Ballagh|PERSON] fled."))
    assert [len(person.mentions) for person in found.values()] == [2]


def test_two_bodies_of_one_town_are_two() -> None:
    found = resolved(document("a.txt", "[Skelby Police|ORG] and [Skelby University|ORG] blamed [Skelby|ORG]."))
    names = [entity for entity in found[ORGANIZATION].values() if " " in entity.name]
    assert len(names) == 2


def test_what_a_document_says_it_calls_a_firm_is_the_firm_and_not_its_chairman() -> None:
    found = resolved(
        document("a.txt", 'The offer is for [Halden Foods plc|ORG] ("Halden"). [Ruth Halden|PERSON] is its chairman.\n'
                 "[Halden|PERSON] has no plans to close a plant. [Halden|PERSON] has many people."),
    )  # fmt: skip
    firm = next(e for e in found[ORGANIZATION].values() if e.name.startswith("Halden"))
    assert sum(m.text == "Halden" for m in firm.mentions) == 3
    assert {m.text for e in found[EntityKind.PERSON].values() for m in e.mentions} == {"Ruth Halden"}


@pytest.mark.parametrize(("what", "kind"), [("bid", ORGANIZATION), ("bus", PLACE)])
def test_what_is_bid_for_is_a_company_whatever_its_name_ends_in(what: str, kind: EntityKind) -> None:
    found = resolved(document("a.txt", f"The court stopped the {what} for [Mill Lane|PERSON] in May."))
    assert list(found[kind]) == ["Mill Lane"]


def test_a_party_of_a_lawsuit_is_no_organization() -> None:
    found = resolved(document("a.txt", "The [Plaintiff|ORG] made an offer. The [Plaintiff|ORG] withdrew it."))
    assert not found[ORGANIZATION]


def test_a_fortress_a_town_and_a_plant_stand_somewhere() -> None:
    found = resolved(
        document("a.txt", "The fortress of [Veltmar|PERSON] fell. They feared for the plant at [Skelby|PERSON]."),
    )
    assert {e.name for e in found[PLACE].values()} >= {"Veltmar"}
    assert not found[EntityKind.PERSON]


def test_the_surname_of_a_person_of_the_case_is_no_place_because_the_model_takes_it_for_one() -> None:
    found = people(
        document("a.txt", "Colonel [Johann Veltmar|PERSON] held the town."),
        document("b.txt", "You ask whether it is true that [Veltmar|GPE] is dead."),
    )
    assert [len(person.mentions) for person in found.values()] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "The guns stood behind the [Ardle|ORG] until noon.",
        "The convoy left for [Tessin|PERSON] at noon.",
    ],
)
def test_where_somebody_goes_and_what_they_stand_behind_is_a_place(text: str) -> None:
    found = resolved(document("a.txt", text))
    assert len(found[PLACE]) == 1
    assert not found[EntityKind.PERSON]
    assert not found[ORGANIZATION]


def test_a_numbered_unit_is_an_organization_and_a_numbered_thing_is_not() -> None:
    found = resolved(document("a.txt", "The 3rd Cavalry came first, then Extra 77, then the 12th Brigade."))
    assert set(found[ORGANIZATION]) == {"3rd Cavalry", "12th Brigade"}


@pytest.mark.parametrize("text", ["THE [STRIKE|ORG] IN HARBOUR", "# STATEMENT ON [OATH|ORG]\n\nI saw it."])
def test_a_word_of_the_language_in_capitals_names_nobody(text: str) -> None:
    assert not resolved(document("a.txt", text))[ORGANIZATION]


def test_a_common_word_whose_capital_is_that_of_its_sentence_is_no_name() -> None:
    found = resolved(document("a.txt", "[Camp|GPE] near the ford.\n\n[Transport|ORG] was late."))
    assert not found[PLACE]
    assert not found[ORGANIZATION]


def test_a_common_word_with_a_capital_inside_sentences_stays_a_name() -> None:
    text = "[Ledger|ORG] of the harbour.\n\nThe [Ledger|ORG] has seen it. He told the [Ledger|ORG] so."
    assert set(resolved(document("a.txt", text))[ORGANIZATION]) == {"Ledger"}


def test_a_rank_before_a_name_is_no_name_of_its_own() -> None:
    found = people(
        document("a.txt", "Mr. Justice [Oswin Farrell|PERSON] heard it. Justice [Farrell|PERSON] adjourned."),
    )
    assert list(found) == ["Oswin Farrell"]
    assert len(found["Oswin Farrell"].mentions) == 2


def test_a_company_in_a_line_of_capitals_ends_before_the_words_that_introduce_it() -> None:
    found = resolved(document("a.txt", "SHARE OFFER FOR HALDEN FOODS PLC\n\nThe Company said nothing."))
    assert set(found[ORGANIZATION]) == {"HALDEN FOODS PLC"}


def test_a_weekday_in_a_dateline_is_no_place() -> None:
    found = resolved(document("a.txt", "THE EVENING POST\nLondon, Tuesday, July 3, 1849\n\nNothing new."))
    assert set(found[PLACE]) <= {"London"}


def test_a_word_at_which_things_happen_again_and_again_is_a_place() -> None:
    found = resolved(
        document("a.txt", "They stopped at [Ostrel|PERSON] for water."),
        document("b.txt", "The wire broke near [Ostrel|PERSON]. He slept outside [Ostrel|ORG]."),
        document("c.txt", "You ask what I remember of [Ostrel|PERSON] now."),
    )
    assert sum(len(entity.mentions) for entity in found[PLACE].values()) == 4
    assert not found[EntityKind.PERSON]


def test_an_office_and_a_colon_name_who_holds_it() -> None:
    text = "Presenter: Orla Tuohy. Guest: Emlyn Pask TD, Harbour Master\n\nTUOHY: Good morning."
    found = people(document("a.txt", text))
    assert set(found) == {"Orla Tuohy", "Emlyn Pask"}
    assert len(found["Orla Tuohy"].mentions) == 2


def test_what_a_landform_is_called_is_a_place_and_what_a_field_of_study_is_called_is_not() -> None:
    found = resolved(document("a.txt", "It struck the ridge of [Kaivonmaki|ORG] at dusk."))
    assert set(found[PLACE]) == {"Kaivonmaki"}
    found = resolved(document("a.txt", "She works in the field of [QH|ORG] and teaches [QH|ORG] there."))
    assert not found[PLACE]
