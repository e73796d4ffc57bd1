"""Names told by their noun: bodies, buildings and roads that a language model passes over."""

import pytest
from annotating import make_source

from dossier import lexis
from dossier.annotate.layout import lay_out
from dossier.annotate.names_headed import in_passage


def headed(text: str) -> list[tuple[str, str]]:
    source = make_source(text)
    found = []
    for index, passage in enumerate(lay_out(source)):
        words = tuple(lexis.words(source.text, passage.span.start, passage.span.end))
        found += [(name.span.of(source.text), name.label) for name in in_passage(source.text, index, passage, words)]
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He served in the Westshire Regiment until the war was over.", [("Westshire Regiment", "ORG")]),
        ("They wrote to the Marine Accident Branch.", [("Marine Accident Branch", "ORG")]),
        ("The wells in Bridge Street were closed.", [("Bridge Street", "FAC")]),
        ("They met at the Lyric Theatre, as always.", [("Lyric Theatre", "FAC")]),
        ("Captain Hale of the Board of Trade came.", [("Board of Trade", "ORG")]),
    ],
)
def test_a_noun_with_a_capital_ends_a_name_or_stands_before_its_of(text: str, names: list[tuple[str, str]]) -> None:
    assert headed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Regiment left and the Board met.",
        "The board of the old street met in a theatre.",
        "He walked down the Street's length.",
        "THE BOARD OF TRADE IN BRIDGE STREET",
        "Captain Reid and the Company's men went.",
    ],
)
def test_a_noun_alone_and_a_line_in_capitals_name_nothing(text: str) -> None:
    assert headed(text) == []
