"""Transcripts, quoted blocks and replies: the layout names who speaks."""

import pytest

from dossier.assemble.speech.statements import statements

PEOPLE = {"reid": "(?:MR. |Mr. )?(?:REID|Reid)", "raman": "(?:MS. )?(?:RAMAN|Priya Raman)", "okafor": "Daniel Okafor"}


@pytest.fixture
def said(read):
    """(words, speakers, speaker's words, relays) of each statement in a text."""

    def make(text):
        words = lambda span: span.of(text) if span else None  # noqa: E731
        found = statements(read(text, people=PEOPLE))
        return [(words(s.span), s.speakers, words(s.speaker_span), [r.entity for r in s.chain]) for s in found]

    return make


HEARING = """THE CHAIRMAN: When did you first see the light?

MR. REID: About ten past four. I thought it was the Skerry light.

THE CHAIRMAN: And you told the master?

MR. REID: I did.

MS. RAMAN: I object.
"""


def test_every_turn_of_a_transcript_is_its_speakers(said):
    assert [(words, who, label) for words, who, label, _ in said(HEARING)] == [
        ("When did you first see the light?", (), "THE CHAIRMAN"),
        ("About ten past four. I thought it was the Skerry light.", ("reid",), "MR. REID"),
        ("And you told the master?", (), "THE CHAIRMAN"),
        ("I did.", ("reid",), "MR. REID"),
        ("I object.", ("raman",), "MS. RAMAN"),
    ]


def test_what_a_witness_says_another_said_came_through_the_witness(said):
    found = said(HEARING.replace("I did.", "Priya Raman said that the light was out."))
    assert ("the light was out", ("raman",), "Priya Raman", ["reid"]) in found


@pytest.mark.parametrize("mark", [":", "."])
def test_questions_and_answers_are_nobodys_by_name(said, mark):
    text = f"Q{mark} Were you there?\n\nA{mark} I was.\n\nQ{mark} Who else?\n\nA{mark} The cook.\n"
    assert [(words, who) for words, who, *_ in said(text)] == [
        ("Were you there?", ()),
        ("I was.", ()),
        ("Who else?", ()),
        ("The cook.", ()),
    ]


def test_the_fields_of_a_form_say_nothing(said):
    assert said("Length: 41 metres\n\nBuilder: Reid and Sons\n\nOwner: Priya Raman\n\nFlag: Norway\n") == []


REPLY = """Dear Priya,

On 21 August 2015 at 10:02, Priya Raman wrote:
> We think the price is fair.
>
> The plant will stay.

No, it is not fair.
"""


def test_what_a_reply_quotes_is_the_earlier_writers(said):
    assert [(words, who) for words, who, *_ in said(REPLY)] == [
        ("We think the price is fair.", ("raman",)),
        ("The plant will stay.", ("raman",)),
    ]


def test_a_reply_within_a_reply_has_its_own_writer(said):
    text = "Priya Raman wrote:\n> Daniel Okafor wrote:\n>> The price is fair.\n> It is not.\n\nI agree with both.\n"
    assert [(words, who) for words, who, *_ in said(text)] == [
        ("The price is fair.", ("okafor",)),
        ("It is not.", ("raman",)),
    ]


CHAT = """12/11/2017, 15:30 - Reid: The Skerry must be in on Monday.

12/11/2017, 15:34 - Priya Raman: Daniel Okafor said that the light was out.

12/11/2017, 15:40 - Priya Raman: <Media omitted>

12/11/2017, 15:58 - Reid: Noted.
"""


def test_every_line_of_a_chat_is_its_senders_of_its_day(read):
    stamps = {"12/11/2017, 15:30": "2017-11-12T15:30:00", "12/11/2017, 15:34": "2017-11-12T15:34:00"}
    found = statements(read(CHAT, people=PEOPLE, dates=stamps))
    assert [(s.span.of(CHAT), s.speakers, s.kind, s.rule) for s in found] == [
        ("The Skerry must be in on Monday.", ("reid",), "direct", "message"),
        ("Daniel Okafor said that the light was out.", ("raman",), "direct", "message"),
        ("the light was out", ("okafor",), "indirect", "reported clause"),
        ("Noted.", ("reid",), "direct", "message"),
    ]
    assert [s.said for s in found if s.rule == "message"] == ["2017-11-12T15:30:00", "2017-11-12T15:34:00", None]


MAILS = """From: Priya Raman <p@x.example>
To: Daniel Okafor
Date: Fri, 16 Apr 2021 09:12:44 -0400

Daniel,

The plant will stay. I need your approval.

Priya

---

From: Daniel Okafor <d@x.example>
To: Priya Raman
Date: Fri, 16 Apr 2021 11:03:10 -0400

Approved. Keep Reid out of it until the vote.

Many thanks,

Daniel
"""


def test_the_paragraphs_of_a_mail_are_its_senders(said):
    assert [(words, who) for words, who, *_ in said(MAILS)] == [
        ("The plant will stay. I need your approval.", ("raman",)),
        ("Approved. Keep Reid out of it until the vote.", ("okafor",)),
    ]
