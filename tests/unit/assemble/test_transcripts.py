"""Which paragraphs of a transcript are turns, whose, and which of them only ask."""

import pytest

from dossier.assemble.speech.statements import statements

PEOPLE = {
    "lund": "(?:Mr )?(?:Aksel )?Lund",
    "hoyt": "(?:Ms |Martha )Hoyt",
    "pike": "(?:Captain )?Pike",
    "ferro": "Ferro",
}


@pytest.fixture
def said(read):
    """(words, speakers, speaker's words, rule, relays) of each statement in a text."""

    def make(text):
        words = lambda span: span.of(text) if span else None  # noqa: E731
        found = statements(read(text, people=PEOPLE))
        return [(words(s.span), s.speakers, words(s.speaker_span), s.rule, [r.entity for r in s.chain]) for s in found]

    return make


QUARRY = """# Inquiry into the fall of rock at Brandreth

**The Coroner:** Mr Lund, who lit the fuse?

**Mr Lund:** Pike did. I was at the winch.

**The Coroner:** Captain Pike is here, I think. Is that so?

**Captain Pike:** It is not. Lund had the matches.

**Ms Hoyt:** I saw nobody light it. I heard it.

**The Coroner:** Mr Lund, will you answer that?

**Mr Lund:** I have nothing to add.
"""


def test_who_speaks_only_once_in_a_transcript_speaks_too(said):
    who = {words: (people, label) for words, people, label, *_ in said(QUARRY)}
    assert who["It is not. Lund had the matches."] == (("pike",), "Captain Pike")
    assert who["I saw nobody light it. I heard it."] == (("hoyt",), "Ms Hoyt")


def test_a_transcript_in_which_only_the_chair_speaks_twice(said):
    text = (
        "Chair: Who was on the bridge?\n\nMr Lund: I was, with the pilot.\n\n"
        "Chair: And who gave the order?\n\nMs Hoyt: Captain Pike gave it. I wrote it down.\n"
    )
    assert [(words, who) for words, who, *_ in said(text)] == [
        ("Who was on the bridge?", ()),
        ("I was, with the pilot.", ("lund",)),
        ("And who gave the order?", ()),
        ("Captain Pike gave it. I wrote it down.", ("hoyt",)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Note: the witness was shown the plan.",
        "**Adjournment:** The inquiry rose at four.",
        "Ms Hoyt: counsel for the owners",
    ],
)
def test_what_is_set_otherwise_or_names_nobody_is_no_turn(said, line):
    text = QUARRY + f"\n{line}\n"
    assert not any(line.rpartition(": ")[2] in words for words, *_ in said(text))


def test_the_heading_of_a_transcript_says_nothing(said):
    head = "**Chair:** Martha Hoyt\n\n**Ferro:** represented by the union\n\n"
    assert not any("Martha" in words or "union" in words for words, *_ in said(head + QUARRY))


def test_a_list_of_people_is_no_transcript(said):
    text = (
        "**Mr Lund:** winchman, of Brandreth.\n\n**Captain Pike:** shot-firer since 1931.\n\n"
        "**Ms Hoyt:** clerk of the quarry.\n\n**Ferro:** a mason from Carrara.\n"
    )
    assert said(text) == []


def test_what_only_asks_is_a_question(said):
    rules = {words: rule for words, _, _, rule, _ in said(QUARRY)}
    assert {words for words, rule in rules.items() if rule == "question in a transcript"} == {
        "Mr Lund, who lit the fuse?",
        "Captain Pike is here, I think. Is that so?",
        "Mr Lund, will you answer that?",
    }


def test_who_asks_puts_what_another_says_to_the_witness(said):
    text = (
        "AH: When did you leave?\n\nFERRO: At nine.\n\nAH: Alone?\n\nFERRO: With my brother.\n\n"
        "AH: The owners say that the gate was shut at eight.\n\nFERRO: That is a lie. Who could have shut it?\n\n"
        "AH: Thank you.\n"
    )
    found = said(text)
    rules = {words: rule for words, _, _, rule, _ in found}
    assert rules["The owners say that the gate was shut at eight."] == "question in a transcript"
    assert rules["That is a lie. Who could have shut it?"] == "turn of a transcript"
    assert rules["Thank you."] == "turn of a transcript"
    assert ("the gate was shut at eight", (), "The owners", "reported clause", [None]) in found


def test_a_question_that_is_quoted_asks_nobody(said):
    text = QUARRY.replace("I have nothing to add.", 'He said, "Will you hold this?"')
    rules = {words: rule for words, _, _, rule, _ in said(text)}
    assert rules['He said, "Will you hold this?"'] == "turn of a transcript"


def test_what_another_said_is_quoted_by_whoever_has_the_floor(said):
    text = QUARRY.replace("I have nothing to add.", 'Then Captain Pike said to me, "Keep your hands off it."')
    assert ("Keep your hands off it.", ("pike",), "Captain Pike", "quotation with cue", ["lund"]) in said(text)


def test_no_sentence_of_a_turn_begins_with_its_label(read):
    reading = read(QUARRY, people=PEOPLE)
    words = [s.span.of(QUARRY) for s in reading.sentences]
    assert {"Pike did.", "I was at the winch.", "It is not."} <= set(words)
    assert not any("**" in sentence for sentence in words)


MINUTES = (
    "LUND: The slipway is cracked.\n\nPIKE: It was cracked in May. I wrote so.\n\n"
    "LUND: Nobody read it.\n\nPIKE: The mayor did.\n\n{}\n"
)


@pytest.mark.parametrize("line", ["LATER: The board rose.", "EXHIBIT: A plan of the slip.", "NOTE: Mr Lund left."])
def test_a_mere_word_in_capitals_is_no_speaker(said, line):
    assert all(line.partition(": ")[2] not in words for words, *_ in said(MINUTES.format(line)))


@pytest.mark.parametrize("label", ["OKAFOR", "STONE", "THE COURT", "THE WITNESS"])
def test_who_is_called_in_capitals_once_speaks(said, label):
    assert ("I saw it too.", label) in [
        (words, who) for words, _, who, *_ in said(MINUTES.format(f"{label}: I saw it too."))
    ]
