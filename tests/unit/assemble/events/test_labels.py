"""Labels begin with whom they tell of, leave out when, and end as a phrase does."""

import pytest

from dossier.assemble.events.labels import LONGEST, tidy
from dossier.assemble.events.reports import candidates


@pytest.fixture
def labels(read):
    """The labels of what a text reports, with dates and the names of people given."""

    def make(text, *days, **people):
        dates = dict.fromkeys(days, "1911-01-12")
        return [c.label for c in candidates(read(text, people=people, dates=dates))]

    return make


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # What only leads up to the subject, and when, is left out.
        ("However, in a short report on 12 January 1911 the board dismissed the master.",
         "The board dismissed the master"),
        # Also where the document begins with it, and ends with a mark.
        ("Later sold to the board on 12 January 1911.\n\nIt was 'sound'", "Sold to the board"),
        ("During the night of 12 January 1911 the brig struck a rock.", "The brig struck a rock"),
        ("The brig left Riga in the last week of 12 January 1911.", "The brig left Riga"),
        ("The court sat in Leith on 3, 4 and 12 January 1911.", "The court sat in Leith"),
        ("The fire was declared out at about 12 January 1911.", "The fire was declared out"),
        ("12 January 1911's meeting elected Smith.", "Meeting elected Smith"),
        # The point of a fraction is no mark at the end of what is left out before it.
        ("Hay batted .292 for the yard on 12 January 1911.", "Hay batted .292 for the yard"),
        # A relative pronoun stands for its noun.
        ("The clerk, who resigned on 12 January 1911, spoke.", "The clerk resigned"),
        ("They met the clerk whose licence expired on 12 January 1911.", "The clerk’s licence expired"),
        # A name is not told apart from others of its name: what burned is the mill.
        ("They found papers in the ruins of a mill at Kelby harbour that burned down on 12 January 1911.",
         "A mill at Kelby harbour burned down"),
        # A pronoun that is acted on stays.
        ("On 12 January 1911 the owner Colin Hay rejected that.", "Colin Hay rejected that"),
        # Asides go, and their marks with them; a name beside a noun is better than the noun.
        ("The owner of the yard, Ada Byrne, sold it on 12 January 1911.", "Ada Byrne sold it"),
        ("The brig (built in Leith), which was old, sank on 12 January 1911.", "The brig sank"),
        # A participle is joined to the passive whose subject it has.
        ("The pump was supplied by Hart and fitted on 12 January 1911.",
         "The pump was supplied by Hart and fitted"),
        # What is joined to it and is of another time is left out; where it stands alone it is told in full.
        ("The mate was arrested on 12 January 1911 and has been in prison since.", "The mate was arrested"),
        ("The mill was opened on 12 January 1911 and employs two hundred people.", "The mill was opened"),
        ("The bridge, built on 12 January 1911, was closed.", "The bridge was built"),
        ("The two mills, built on 12 January 1911, were sold.", "The two mills were built"),
        # What it was done for is told; a particle belongs to its verb; a time may be what is acted on.
        ("On 12 January 1911 they awoke to find the hold flooded.", "They awoke to find the hold flooded"),
        ("The mayor was sworn in on 12 January 1911.", "The mayor was sworn in"),
        # Nobody is called twice, and the marks of what is left out go in pairs.
        ("The blast, at noon on 12 January 1911, blew out windows.", "The blast at noon blew out windows"),
        ("On 12 January 1911 the minister rejected as \"a dream\" a report that the bank had failed.",
         'The minister rejected as "a dream" a report'),
        # What is said after the verb leaves a sentence of its own before it.
        ("The owners disputed the ruling: in a letter of 12 January 1911 they said that the mate had slept.",
         "They said that the mate had slept"),
        ("The guards warned them in May, they warned them on 12 January 1911.", "They warned them"),
        # What is said comes after who says it.
        ("“We are ready to sail,” the captain wrote on 12 January 1911.", "The captain wrote: We are ready to sail"),
        ('On 12 January 1911 the clerk alleged, "There were two keys," and left.',
         'The clerk alleged: "There were two keys," and left'),
        ("HARTLEPORT, 12 January 1911 - A jury convicted the mayor of theft.", "A jury convicted the mayor of theft"),
        ("LONDON, 12 January 1911 - The bank has sold the brewery.", "The bank has sold the brewery"),
    ],
)  # fmt: skip
def test_labels_read_well_in_a_list(labels, text, label):
    assert label in labels(text, "12 January 1911")


def test_what_is_joined_and_has_a_date_of_its_own_is_told_apart(labels):
    text = "He was charged with theft on 3 May 1901 and acquitted on 12 January 1911."
    assert labels(text, "3 May 1901", "12 January 1911") == ["He was charged with theft", "He was acquitted"]


def test_the_time_that_is_denied_goes_with_the_one_that_is_told(labels):
    text = "The records show that the last sitting took place in August 1910, not in January 1911."
    assert labels(text, "August 1910", "January 1911") == ["The last sitting took place"]


def test_a_name_after_a_comma_is_no_second_subject(labels):
    text = "Hart Brothers, the old yard has sold the brig to the harbour board."
    assert "Hart Brothers has sold the brig to the harbour board" in labels(text)


def test_a_pronoun_is_called_by_the_name_it_stands_for(labels):
    text = "Ada Byrne was a clerk. She left Cork on 12 January 1911."
    assert "Ada Byrne left Cork" in labels(text, "12 January 1911", ada="Ada Byrne")


def test_a_pronoun_that_could_be_anybody_stays(labels):
    text = "Ada Byrne sang and Eve Hart played. She left Cork on 12 January 1911."
    assert "She left Cork" in labels(text, "12 January 1911", ada="Ada Byrne", eve="Eve Hart")


def test_it_is_what_the_sentence_before_tells_of(read):
    text = "Calder Organics makes paint. It was sold on 12 January 1911."
    reading = read(text, organizations={"calder": "Calder Organics"}, dates={"12 January 1911": "1911-01-12"})
    assert "Calder Organics was sold" in [c.label for c in candidates(reading)]


def test_long_subjects_leave_room_for_what_was_done(labels):
    text = (
        "A special commission from the Royal Society of Engineers and Shipbuilders in Scotland examined the wreck on "
        "12 January 1911."
    )
    assert "A special commission examined the wreck" in labels(text, "12 January 1911")


@pytest.mark.parametrize("end", ["of", "for the", "by his", "and", "which", ", then"])
def test_no_label_ends_on_a_word_that_promises_more(end):
    assert tidy(f"The mill was sold {end}") == "The mill was sold"


@pytest.mark.parametrize("words", ["", "  ", "“", "(", "the", "a" * 200, "word " * 40, "[1]", "\n\t,;"])
def test_any_words_make_a_line_of_bounded_length(words):
    assert len(tidy(words)) <= LONGEST + 1
    assert "\n" not in tidy(words)


def test_a_time_of_day_is_no_number_of_whom_it_stands_before(labels):
    assert labels("At 17.40 Captain Okafor left the ship.") == ["Captain Okafor left the ship"]
