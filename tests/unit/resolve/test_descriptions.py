"""Descriptions that denote one person or organization: beside the name, and later in the same document."""

from naming import document, resolved

from dossier.model.annotation import Annotated
from dossier.model.entity import EntityKind


def described(*documents: Annotated) -> set[tuple[str, str]]:
    """Each description with the name of what it denotes."""
    found = resolved(*documents)
    return {
        (mention.text, name)
        for kind in EntityKind
        for name, entity in found[kind].items()
        for mention in entity.mentions
        if mention.form == "nominal"
    }


def test_an_apposition_denotes_the_name_beside_it() -> None:
    text = "[Josiah Pell|PERSON], the owner of Cunard, met Cunard director [Ada Byrne|PERSON] on Monday."
    assert described(document("a", text)) == {
        ("the owner of Cunard", "Josiah Pell"),
        ("Cunard director", "Ada Byrne"),
    }


def test_the_office_alone_denotes_its_only_holder_in_the_same_document() -> None:
    text = (
        "Cunard Commissioner [Ada Byrne|PERSON] spoke first. Then [Josiah Pell|PERSON] spoke.\nThe Commissioner said "
        "little."
    )
    found = resolved(document("a", text))[EntityKind.PERSON]["Ada Byrne"]
    later = next(m for m in found.mentions if m.text == "The Commissioner")
    assert (later.form, later.rule) == ("nominal", "description as before")
    assert "Cunard Commissioner" in later.basis
    assert found.aliases == ("Ada Byrne",)


def test_no_office_denotes_across_documents_nor_of_two_holders_nor_of_another_rank() -> None:
    first = document("a", "Cunard Commissioner [Ada Byrne|PERSON] spoke first.")
    assert ("The Commissioner", "Ada Byrne") not in described(first, document("b", "The Commissioner said little."))
    two = "Cunard Commissioner [Ada Byrne|PERSON] met Lloyd Commissioner [Josiah Pell|PERSON].\nThe Commissioner spoke."
    assert not any(words == "The Commissioner" for words, _ in described(document("a", two)))
    rank = "Deputy Harbour Commissioner [Ada Byrne|PERSON] came.\nThe Commissioner spoke."
    assert not any(words == "The Commissioner" for words, _ in described(document("a", rank)))


def test_nothing_that_may_be_somebody_else_s_is_taken() -> None:
    start = "Cunard Commissioner [Ada Byrne|PERSON] came.\n"
    for text in (
        "The Commissioner of Police spoke.",
        "Another Commissioner spoke. The Commissioner left.",
        "The Commissioners met. The Commissioner left.",
        "The Police Commissioner left.",
        "The Commissioner [Josiah Pell|PERSON] left.",
    ):
        found = described(document("a", start + text))
        assert not any(
            words.endswith("ommissioner") and name == "Ada Byrne"
            for words, name in found
            if words != "Cunard Commissioner"
        ), text


def test_a_bare_title_is_part_of_a_name_and_no_description() -> None:
    text = "Commissioner [Ada Byrne|PERSON] came.\nThe Commissioner spoke."
    assert described(document("a", text)) == {("The Commissioner", "Ada Byrne")}


def test_what_an_organization_is_beside_its_name_but_not_in_a_list() -> None:
    text = "[Northern Insurance Company|ORG], the British insurer, and its rival, the Swedish shipping company "
    found = described(document("a", text + "[Johnson Line|ORG], refused.\n[Cunard Line|ORG], the old company, met."))
    assert found == {("the Swedish shipping company", "Johnson Line"), ("the old company", "Cunard Line")}
    listed = "[Ada Byrne|PERSON] wrote to [Cunard Line|ORG], the British insurance company, and [Lloyd|ORG]."
    assert not any("insurance" in words for words, _ in described(document("a", listed)))


def test_a_noun_means_the_last_one_named_who_is_called_so() -> None:
    text = (
        "The steamer [Maid of Lorne|PRODUCT] left Oban at noon. [Ada Byrne|PERSON] slept. The vessel struck a rock.\n"
        "The ship sank."
    )
    assert described(document("a", text)) == {("The vessel", "Maid of Lorne"), ("The ship", "Maid of Lorne")}


def test_a_kind_that_the_vehicle_is_not_means_another() -> None:
    text = "The steamer [Maid of Lorne|PRODUCT] left Oban at noon. The train was late, and so was the lorry."
    assert described(document("a", text)) == set()


def test_a_noun_of_an_organizations_own_name_or_legal_form() -> None:
    text = (
        "The [Marine Safety Board|ORG] sat in Cork. The board heard nobody.\n\n"
        "[Halden Foods Plc|ORG] paid nothing. [Ada Byrne|PERSON] said the company was poor."
    )
    assert described(document("a", text)) == {("The board", "Marine Safety Board"), ("the company", "Halden Foods Plc")}


def test_two_who_are_called_so_leave_it_open() -> None:
    text = (
        "The steamer [Maid of Lorne|PRODUCT] met the trawler [Silver Darling|PRODUCT] off Oban. The vessel was dark.\n"
        "[Halden Foods Plc|ORG] sued [Brightwater Ltd|ORG]. The company lost."
    )
    assert described(document("a", text)) == set()


def test_another_one_met_since_or_more_words_after_it_leave_it_open() -> None:
    for later in (
        "A second steamer came. The steamer had no lights.",
        "All steamers stopped. The steamer had no lights.",
        "The steamer of the mail line had no lights.",
        "The steamer captain had no lights.",
        "Gulf Steamer arrived. The steamer had no lights.",
    ):
        text = f"The steamer [Maid of Lorne|PRODUCT] left Oban at noon. {later}"
        assert described(document("a", text)) == set(), later


def test_far_from_its_name_it_stays_open() -> None:
    text = "The steamer [Maid of Lorne|PRODUCT] left Oban.\nIt was May.\nIt rained.\nIt stopped.\nThe steamer was late."
    assert described(document("a", text)) == set()


def test_an_age_is_told_of_whom_it_was_told() -> None:
    text = "[Ada Byrne|PERSON], 41, was asleep. The 41-year-old woke at nine. The 52-year-old mate did not."
    assert described(document("a", text)) == {("The 41-year-old", "Ada Byrne")}


def test_a_body_is_called_by_nouns_of_its_name_where_no_other_has_them() -> None:
    one = document("a", "The [Skelby Fire and Rescue Service|ORG] came. Nobody was hurt, the fire service said.")
    assert described(one) == {("the fire service", "Skelby Fire and Rescue Service")}
    other = document("b", "The [Dunmere Fire Service|ORG] came too, the fire service said.")
    both = described(one, other)
    assert ("the fire service", "Skelby Fire and Rescue Service") in both
    assert ("the fire service", "Dunmere Fire Service") in both


def test_a_body_that_another_document_names_is_not_meant_here() -> None:
    named = document("a", "The [Skelby Police|ORG] and the [Skelby Fire Service|ORG] closed the road.")
    other = document("b", "Two men are dead in Leeds. He told police and the fire service; the police came at ten.")
    assert not described(named, other)


def test_nouns_that_go_on_or_belong_to_another_body_denote_nobody() -> None:
    text = "The [Skelby Fire Service|ORG] came. The fire service of Dunmere stayed."
    assert not described(document("a", text))
