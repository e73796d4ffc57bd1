"""Claims and their denials, in affairs of many kinds."""

import pytest


def denials(matters):
    return [matter for matter in matters if matter.attribute == "denial"]


@pytest.mark.parametrize(
    ("texts", "claimed", "denied"),
    [
        (
            ["The mate, Duncan Reid, said that he had warned the master twice. Captain Angus Muir denied this."],
            "he had warned the master twice", "Captain Angus Muir denied this",
        ),
        (
            ["A leaked memo claimed that the bank had hidden its losses, which was disputed by Kestrel Bank."],
            "the bank had hidden its losses", "which was disputed by Kestrel Bank",
        ),
        (
            ["Helmis Lines denied that the ferry had been overloaded.",
             "The Board finds that the ferry was overloaded when she left Port Elias."],
            "that the ferry was overloaded", "Helmis Lines denied that the ferry had been overloaded",
        ),
        (
            ["Survivors said the ship sank after an explosion in the engine room.",
             "The wreck was raised in May. No evidence of an explosion was found."],
            "explosion", "No evidence of an explosion was found",
        ),
        (
            ["A post by Lars Holte alleged that Ingrid Moe had forged the letters.\n\nMoe dismissed the claim."],
            "Ingrid Moe had forged the letters", "Moe dismissed the claim",
        ),
        (
            ["Colin Streat has been charged with arson. Streat denies setting the fire."],
            "Colin Streat has been charged with arson", "Streat denies setting the fire",
        ),
        (
            ["The tunnel may have flooded because a gate was left open.",
             "The engineers ruled out a gate being left open. The tunnel was dry."],
            "gate", "ruled out a gate",
        ),
        (
            ["Peter Holm said that the valve had been replaced.",
             "In May he admitted that the statement that the valve had been replaced was wrong."],
            "the valve had been replaced", "was wrong",
        ),
        (
            ["The inquiry attributed the fire to a broken lamp. Kestrel Bank disputed the finding."],
            "attributed the fire to a broken lamp", "Kestrel Bank disputed the finding",
        ),
    ],
)  # fmt: skip
def test_a_denial_stands_beside_the_claim(compare, texts, claimed, denied):
    found = denials(compare(*texts))
    assert len(found) == 1, found
    words = [" ".join(side) for side in found[0].sides.values()]
    assert any(claimed in side for side in words), found
    assert any(denied in side for side in words), found
    assert found[0].kind == "conflict"


def test_what_happened_according_to_one_and_did_not_according_to_another_source(compare):
    found = denials(compare(
        "The engineer David Lorne said that the council received his report in April.",
        "The council never received the report of David Lorne, officials said.",
    ))  # fmt: skip
    assert len(found) == 1, found


def test_an_explanation_that_was_given_up_is_no_conflict(compare):
    found = denials(compare(
        "Though Anna Berg previously said a lightning strike was the likely cause, she said on Monday that the "
        "utility had ruled out that explanation.",
    ))  # fmt: skip
    assert [matter.kind for matter in found] == ["revision"]


@pytest.mark.parametrize(
    "texts",
    [
        ["The judge denied bail to Peter Holm. Holm has a house in Turin."],
        ["The directors rejected the offer. The offer was worth 3 million pounds."],
        ["The company dismissed Ada Byrne in May. Byrne had worked there since 1905."],
        ["Ada Byrne did not sail on Monday. She sailed on Tuesday."],
        ["They do not close the gates at night.", "The gates were closed on Friday night by the watchman."],
        ["The bill would deny farmers relief that Congress authorized. Congress authorized relief for farmers."],
        ["To strike in wartime is wrong, he said.", "The men struck in May."],
        ["Mercer Bank paid Kolb Security in 2012.", "Mercer Bank did not pay Kolb Security in 2014."],
        ["The council denied any wrongdoing. The weather was fine on that day."],
    ],
)
def test_refusals_habits_and_other_days_are_no_denials(compare, texts):
    assert not denials(compare(*texts))


def test_a_no_when_asked_denies_what_others_report_to_have_been_said(compare):
    found = denials(
        compare(
            "Duncan Reid told the Wire on 3 May 1998 that he would sell the yard if the crew left.",
            'Duncan Reid spoke up. Asked whether he had ever threatened to sell the yard, Reid said: "Never."',
        )
    )
    assert [matter.question for matter in found] == ["Is it so: “he would sell the yard”?"]
    assert set(found[0].sides) == {"claimed by Duncan Reid", "denied by Duncan Reid"}
    assert found[0].kind == "conflict"


def test_a_claim_of_somebody_who_is_not_named_is_told_in_the_words_of_the_document(compare):
    found = denials(
        compare(
            "Sources close to the board said that Marta Lindqvist had signed the lease.",
            "The company denied on 3 May 1998 that Marta Lindqvist had signed the lease.",
        )
    )
    assert [side for matter in found for side in matter.sides if "claimed" in side] == [
        "claimed by sources close to the board"
    ]


def test_the_question_leaves_out_whose_claim_it_is(compare):
    found = denials(
        compare(
            "Helmis Lines denied that it had overloaded the ferry Sabine.",
            "According to the coastguard, the ferry Sabine was overloaded when she left Port Elias.",
        )
    )
    assert ["According" in matter.question for matter in found] == [False]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Peter Holm said the roof leaked. The firm, which Ada Byrne said was insolvent, denied the claim.", 0),
        ("Peter Holm said the roof leaked. The firm, which was insolvent, denied the claim.", 2),
    ],
)
def test_a_claim_in_the_sentence_of_a_denial_is_nearer_than_one_before(compare, text, sides):
    assert sum(len(matter.sides) for matter in denials(compare(text))) == sides
