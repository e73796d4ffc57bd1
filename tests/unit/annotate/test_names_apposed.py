"""Names told by a noun beside them that the language model need not have seen."""

import pytest

from dossier.annotate.names import find_names
from dossier.model.annotation import Passage, PassageKind
from dossier.model.span import Span


def apposed(text: str) -> set[tuple[str, str]]:
    passages = (Passage(PassageKind.PARAGRAPH, Span(0, len(text))),)
    found = find_names(text, passages, (), (), (), ())
    return {(name.span.of(text), name.label) for name in found if name.origin == "apposed"}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Devraj Sidhu, the member of parliament for the docks, wept.", "Devraj Sidhu", "PERSON"),
        ("He wrote to Captain Halvard Moe, the harbour master.", "Halvard Moe", "PERSON"),
        ("On Monday the Oldenstadt Kurier, a German daily, broke the news.", "Oldenstadt Kurier", "ORG"),
        ("It sold the mill to Ravel Advisory, a Lisbon firm, in May.", "Ravel Advisory", "ORG"),
        ("The sum reached Mr Daly. Brennick, his brother-in-law's firm, kept it.", "Brennick", "ORG"),
        ("The works stand near Skelby, a town of 31,000 people.", "Skelby", "GPE"),
        ("She lived in the village of Over Thornwick until the war.", "Over Thornwick", "GPE"),
        ("The money went to a company called Ravel Advisory and vanished.", "Ravel Advisory", "ORG"),
        ("They arrested a man named Osric Tull at the gate.", "Osric Tull", "PERSON"),
    ],
)
def test_the_noun_says_what_is_named(text: str, name: str, label: str) -> None:
    assert apposed(text) == {(name, label)}


@pytest.mark.parametrize(
    "text",
    [
        "In Skelby, a spokesman said that nothing was known.",
        "On Tuesday, the minister, who was ill, stayed away.",
        "Asked by Devraj Sidhu, the minister said nothing.",
        "Mozilla Thunderhen, its main rival, was faster.",
        "The Minister, a former teacher, wept.",
        "The French, a proud people, refused.",
    ],
)
def test_no_name_where_no_phrase_stands_in_apposition(text: str) -> None:
    assert not apposed(text)


def test_a_sentence_before_is_no_part_of_the_name() -> None:
    assert ("Brennick", "ORG") in apposed("Nobody asked Mr Daly. Brennick, a firm from Bonn, closed.")
