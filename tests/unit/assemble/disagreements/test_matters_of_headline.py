"""Headlines that judge, over a body in which nobody knows or can show it."""

import pytest

BODY = (
    "The inquiry heard ten people on Monday.\n\nThe hall was full.\n\nThe hearing lasted all day.\n\n"
    "{}\n\nIt goes on in May.\n\nThe judge has asked for the books of the bank."
)


def bare(matters):
    return [matter for matter in matters if matter.matter.rule == "headline without evidence"]


def test_what_nobody_has_shown_stands_against_the_headline(compare):
    text = "Peter Holm took bribes\n\n" + BODY.format("Nobody has produced evidence that money reached Peter Holm.")
    found = bare(compare(text))
    assert [matter.kind for matter in found] == ["headline"]
    assert any("Nobody has produced evidence" in words for side in found[0].sides.values() for words in side)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Ferry sinks off Larnos", "Nobody has seen the ferry since."),
        ("Peter Holm took bribes", "Nobody was hurt when Peter Holm arrived."),
        ("Peter Holm took bribes, prosecutor says", "Nobody has produced evidence that money reached Peter Holm."),
        ("Did Peter Holm take bribes?", "Nobody has produced evidence that money reached Peter Holm."),
        ("Peter Holm took bribes", "Nobody has produced evidence against Ada Byrne."),
    ],
)
def test_a_headline_that_reports_asks_or_names_somebody_else_is_left_alone(compare, title, sentence):
    assert not bare(compare(f"{title}\n\n{BODY.format(sentence)}"))


def test_the_name_of_a_programme_in_a_title_is_no_quotation(compare):
    matters = compare(
        '"The Evening Post", Radio Larnos\n\nThe ferry was late on Monday. Nobody was hurt. The crew slept at Cork. '
        "The evening was calm. The owners will pay for the night. The post was late too."
    )
    assert not [m for m in matters if m.kind == "headline"]
