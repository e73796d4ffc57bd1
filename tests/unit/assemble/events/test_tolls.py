"""How many came to harm is of what harmed them."""

import pytest

from dossier.assemble.events.conclude import reported
from dossier.assemble.events.joining import groups

ON = {"12 January 1911": "1911-01-12", "3 May 1911": "1911-05-03"}


@pytest.fixture
def events(read):
    """The words of the reports of each event of a text."""

    def make(text, **given):
        reading = read(text, dates={words: value for words, value in ON.items() if words in text}, **given)
        return [[c.report.span.of(text) for c in group] for group in groups(reported(reading, ()))]

    return make


@pytest.mark.parametrize(
    "toll",
    [
        "Nineteen people were killed.",
        "Three men died and five were hurt.",
        "Sixteen passengers lost their lives.",
        "Dozens were injured.",
    ],
)
def test_a_toll_is_of_the_happening_before_it(events, toll):
    found = events(f"The boiler of the Lorne exploded on 12 January 1911. {toll}", organizations={"lorne": "Lorne"})
    assert len(found) == 1
    assert found[0][0].startswith("The boiler")
    assert len(found[0]) > 1


@pytest.mark.parametrize(
    "told",
    [
        # Who died is named, or the toll has a day of its own, or what stands before befell one person.
        "The boiler of the Lorne exploded on 12 January 1911. Ada Byrne was killed.",
        "The boiler of the Lorne exploded on 12 January 1911. Three men were killed on 3 May 1911.",
        "Ada Byrne died on 12 January 1911. The Lorne sank. Nobody knew. Three men of the Lorne were hurt.",
    ],
)
def test_what_else_is_told_of_harm_is_an_event_of_its_own(events, told):
    found = events(told, people={"ada": "Ada Byrne"}, organizations={"lorne": "Lorne"})
    assert not any("Byrne died" in words[0] and len(words) > 1 for words in found)
    assert len(found) > 1
