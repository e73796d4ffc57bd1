"""The same happening told by several documents in other words is one event; different ones stay apart.

Whole cases: each text goes through annotation, resolution and assembly.
"""

import hashlib

import pytest

from dossier.annotate import annotate
from dossier.assemble import assemble
from dossier.model.annotation import Annotated
from dossier.model.manifest import Manifest
from dossier.model.source import Source
from dossier.read.plain import plain_blocks
from dossier.resolve import resolve


@pytest.fixture
def events(pipeline):
    """The events of some texts, each as the set of (number of the text, words of a report)."""

    def make(*texts):
        sources = [
            Source(f"s{n}", f"{n}.txt", hashlib.sha256(text.encode()).hexdigest(), "text", text, plain_blocks(text))
            for n, text in enumerate(texts)
        ]
        case = [Annotated(source, annotate(source, pipeline)) for source in sources]
        found = assemble(case, resolve(case, Manifest())).events
        return [{(int(r.source[1:]), r.span.of(texts[int(r.source[1:])])) for r in event.reports} for event in found]

    return make


def together(events, *words):
    """Whether one event has a report with each of these words."""
    return any(all(any(word in said for _, said in event) for word in words) for event in events)


NOISE = (
    "The council painted the town hall. A dog won a prize at the county fair. The library lent nine thousand books. "
    "The brewery sold its horses. A storm tore the roof off the chapel. The mayor planted an oak."
)
"""Reports of other things, so that rare words can be told from common ones."""


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        # A relative clause, and another verb for the same act on the same thing.
        ("Divers discovered the wreck on 3 May 1911.", "The wreck, which was found by accident, lay upright.",
         ("discovered the wreck", "which was found")),
        # Another word for the same deed, a date only in one.
        ("The bank bought the shipyard on 3 May 1911.", "The bank purchased the shipyard.",
         ("bought the shipyard", "purchased the shipyard")),
        # A noun for what the other tells by a verb.
        ("The pier collapsed on 3 May 1911.", "The collapse of the pier on 3 May 1911 was heard for miles.",
         ("The pier collapsed", "collapse of the pier")),
        ("The pier collapsed on 3 May 1911.", "The collapse occurred on 3 May 1911.", ("collapsed", "occurred")),
        # The same building, which one calls by no more than that.
        ("The mayor, Ada Byrne, opened the mill on 3 May 1911.", "Ada Byrne opened the building on 3 May 1911.",
         ("the mill", "the building")),
        # What did it, called by two words that a third one stands for.
        ("The crash killed nine miners on 3 May 1911.", "The collision killed nine miners on 3 May 1911.",
         ("crash", "collision")),
        # Two who met, if the sources differ about where.
        ("Ada Byrne met Tobias Renn in Hamburg on 3 May 1911.", "Ada Byrne met Tobias Renn in Lisbon on 3 May 1911.",
         ("Hamburg", "Lisbon")),
        # A looser date, a shared name and figure.
        ("Corvane offered $39.50 a share in August 2015.",
         "On 19 August 2015 Corvane submitted a proposal of $39.50 a share.", ("offered", "submitted")),
        # A verb with a particle, or a noun, for what the other says in one word.
        ("The director of the brewery, Pavel Orlov, stepped down on 3 May 1911.",
         "Pavel Orlov, its director, resigned on 3 May 1911.", ("stepped down", "resigned")),
        ("The Arn footbridge gave way on 3 May 1911.", "The Arn footbridge collapsed on 3 May 1911.",
         ("gave way", "collapsed")),
        # Another noun for the same.
        ("The blast occurred in the Hartley brewery on 3 May 1911.",
         "There was an explosion in the Hartley brewery on 3 May 1911.", ("blast", "explosion")),
        # Another noun beside the same name.
        ("The captain, Erik Holst, was arrested on 3 May 1911.", "The master, Erik Holst, was arrested.",
         ("captain", "master")),
        # The same number in words and in figures.
        ("Some 2,400 sheep drowned on 3 May 1911.", "Two thousand four hundred sheep were lost on 3 May 1911.",
         ("drowned", "were lost")),
        # A verb that says little, with the same object.
        ("Erik Holst took the ferry to Leith.", "Erik Holst took a ferry on 3 May 1911.", ("the ferry", "a ferry")),
        # What is known, and the happening that it is.
        ("An explosion wrecked the Hartley brewery on 3 May 1911. The explosion blew out windows in Mill Lane.",
         "The brewery exploded on 3 May 1911.", ("wrecked", "blew out windows")),
        # Two names and a day, in other words.
        ("Erik Holst ran over Mette Lund with a lorry on 3 May 1911.",
         "Mette Lund lost a leg on 3 May 1911 under the wheels of Erik Holst.", ("ran over", "lost a leg")),
        # A night that two sources date to days side by side.
        ("A fire destroyed the grain store of the mill on 3 May 1911.",
         "Fire destroyed the grain store of the mill on 4 May 1911.", ("A fire destroyed", "Fire destroyed")),
    ],
)  # fmt: skip
def test_one_happening_in_other_words_is_one_event(events, one, other, words):
    assert together(events(one + " " + NOISE, other, NOISE), *words)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        # The same day alone.
        ("The pier collapsed on 3 May 1911.", "The minister resigned on 3 May 1911.", ("collapsed", "resigned")),
        # The same deed done to somebody else.
        ("Police arrested Erik Holst on 3 May 1911.", "Police arrested Mette Lund on 3 May 1911.", ("Holst", "Lund")),
        # The same deed, on another thing.
        ("The crew sealed the hatch.", "The crew sealed the letter.", ("hatch", "letter")),
        # A verb that says little, with another object.
        ("Erik Holst took the ferry to Leith.", "Erik Holst took a picture of Leith on 3 May 1911.",
         ("ferry", "picture")),
        # The same deed, by the same one, on another building.
        ("Ada Byrne opened the bridge on 3 May 1911.", "Ada Byrne opened the school on 3 May 1911.",
         ("bridge", "school")),
        ("Tobias Renn left the hospital on 3 May 1911.", "Tobias Renn left the theatre to take a telephone call.",
         ("hospital", "theatre")),
        # The same, of what stands in another town.
        ("The brewery in Hamburg burned down on 3 May 1911.", "The brewery in Lisbon burned down on 3 May 1911.",
         ("Hamburg", "Lisbon")),
        # The same done to as much, by something else.
        ("The fire destroyed fourteen barns in May 1911.", "The storm destroyed fourteen barns in May 1911.",
         ("fire", "storm")),
        # Two who did one thing in one town and another in the next.
        ("Ada Byrne met Tobias Renn in Hamburg on 3 May 1911.", "On 3 May 1911 Ada Byrne paid Tobias Renn in Lisbon.",
         ("Hamburg", "Lisbon")),
        # The same words, months apart.
        ("The pier collapsed on 3 May 1911.", "The pier collapsed on 9 August 1911.", ("3 May", "9 August")),
        # Two days that one source tells apart, of which the other has the second.
        ("The police searched the house on 3 May 1990. The police searched the house again on 4 May 1990.",
         "The police searched the house on 4 May 1990.", ("3 May", "4 May")),
        # What is joined to the one, of another day, is what the other tells.
        ("The clerk was jailed in Leith on 3 May 1911 and died of typhus on 9 August 1911.",
         "The clerk died of typhus in August 1911.", ("jailed", "in August")),
        # What is known, and something done to it.
        ("An oil leak stained the quay on 3 May 1911.", "The leak was mended with putty by the harbour master.",
         ("stained", "mended")),
        # In passing, but of a thing that nobody else tells of.
        ("The owners repaired the boiler.", "The mast, which was repaired in haste, broke.", ("boiler", "in haste")),
    ],
)  # fmt: skip
def test_what_only_looks_alike_stays_apart(events, one, other, words):
    assert not together(events(one + " " + NOISE, other, NOISE), *words)


def test_a_loose_report_does_not_draw_two_days_together(events):
    found = events(
        "The miners struck at Holm on 3 May 1911. " + NOISE,
        "The miners struck at Holm on 9 May 1911.",
        "The miners struck at Holm in May 1911.",
    )
    assert not together(found, "3 May", "9 May")


def test_what_is_told_in_passing_makes_no_event(events):
    text = "The owners, who had hidden the charts, were fined by the court on 3 May 1911."
    assert not any("hidden" in said and "fined" not in said for event in events(text) for _, said in event)


def test_between_two_events_that_fit_a_passing_report_goes_to_none(events):
    first = "Plumbers sealed the leak with tape on 3 May 1911. " + NOISE
    second = "Engineers sealed the leak with resin on 9 May 1911."
    third = "The leak, which was sealed, cost a fortune."
    assert not together(events(first, second, third), "tape", "which was sealed")
    assert not together(events(first, second, third), "resin", "which was sealed")


def test_one_saying_in_several_documents_is_one_event(events):
    one = "Ada Byrne chairs the yard. “The keel was sound when she left us,” Byrne said. " + NOISE
    other = "The chairman, Ada Byrne, told the inquiry that the keel was sound when the ship left."
    assert together(events(one, other), "The keel was sound", "told the inquiry")


def test_the_same_words_of_another_speaker_are_another_saying(events):
    one = "Ada Byrne said that the keel was sound. " + NOISE
    other = "Tobias Renn said that the keel was sound."
    assert not together(events(one, other), "Byrne", "Renn")


def test_what_a_speaker_goes_on_to_say_is_one_occasion(events):
    text = "Ada Byrne spoke on 3 May 1911. Byrne said that the pumps had failed.\n\n“It was the second time,” she said."
    assert together(events(text), "pumps had failed", "second time")


def test_what_was_said_earlier_is_another_occasion(events):
    text = "Ada Byrne said that the pumps had failed. She had previously said that the hull was sound."
    assert not together(events(text), "pumps", "hull was sound")


def test_a_headline_is_a_report_of_what_the_lead_tells(events):
    text = (
        "Holm Foods agrees to buy Lark Breweries in $4 billion deal\n\n"
        "LEITH, 3 May 1991 - Holm Foods agreed to buy Lark Breweries for $4 billion on Thursday, both said.\n\n" + NOISE
    )
    assert together(events(text), "agrees to buy", "agreed to buy")


def test_a_noun_that_names_the_same_place_is_a_report_in_passing(events):
    one = "Engineers noticed a leak at Carrick Dam on 3 May 1911. " + NOISE
    other = "The minister is worried. An oil leak at Carrick Dam is a danger to us all."
    assert together(events(one, other), "noticed a leak", "oil leak at Carrick Dam")


def test_a_claim_that_a_deed_was_done_is_a_report_of_the_deed(events):
    one = "The yard sold the tug to Mette Lund on 3 May 1911. " + NOISE
    other = "Erik Holst said that the yard had sold the tug to Mette Lund for a song."
    to_come = "Erik Holst said that the yard would sell the tug to Mette Lund for a song."
    assert together(events(one, other), "on 3 May 1911", "for a song")
    assert not together(events(one, to_come), "on 3 May 1911", "for a song")


def test_documents_of_two_affairs_have_no_deed_in_common(events):
    one = "The board of Holm Foods, meeting in Leith, rejected the bid within hours on 3 May 1911. " + NOISE
    other = "The board, which rejected it by six votes to two, is hated. Holm Foods sold a mill in 1912."
    of_another = "The board, which rejected it by six votes to two, is hated. The village sold a mill in 1912."
    assert together(events(one, other), "within hours", "six votes")
    assert not together(events(one, of_another), "within hours", "six votes")
