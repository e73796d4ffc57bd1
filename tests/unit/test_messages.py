"""The messages that one document holds: exported chats and threads of e-mails."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.messages import message_at, messages

SECONDS = 8
"""Of the processor for what grows with the text; several times that where it grows with its square."""


def sent(text: str) -> list[tuple[str | None, str | None, str]]:
    return [(m.sender and m.sender.of(text), m.stamp and m.stamp.of(text), m.body.of(text)) for m in messages(text)]


@pytest.mark.parametrize(
    "lines",
    [
        "[12/11/2017, 18:41] Priya Nair: Hello\nall\n[12/11/2017, 18:42] Vic: No.\n[13/11/2017, 06:40] Vic: Yes.",
        "12/11/2017, 18:41 - Priya Nair: Hello\nall\n12/11/2017, 18:42 - Vic: No.\n13/11/2017, 06:40 - Vic: Yes.",
        "2017-11-12 18:41 <Priya Nair> Hello\nall\n2017-11-12 18:42 <Vic> No.\n2017-11-13 06:40 <Vic> Yes.",
        "11/12/17, 6:41 PM - Priya Nair: Hello\nall\n11/12/17, 6:42 PM - Vic: No.\n11/13/17, 6:40 AM - Vic: Yes.",
    ],
)
def test_the_lines_of_a_chat(lines: str) -> None:
    assert [(who, words) for who, _, words in sent(lines)] == [
        ("Priya Nair", "Hello\nall"), ("Vic", "No."), ("Vic", "Yes."),
    ]  # fmt: skip


def test_the_lines_of_a_chat_without_marks_by_senders_who_come_back() -> None:
    chat = "2017-11-12 18:41 Ada: Hi\n2017-11-12 18:42 Vic: No.\n2017-11-13 06:40 Vic: Yes.\n2017-11-13 06:41 Ada: Oh."
    assert [who for who, *_ in sent(chat)] == ["Ada", "Vic", "Vic", "Ada"]


def test_a_line_of_the_program_is_nobodys() -> None:
    chat = "1/2/2020, 8:00 - Ada: Hello there\n1/2/2020, 8:01 - Ada removed Ben\n1/2/2020, 8:02 - Cy: Why?\n" \
           "1/2/2020, 8:03 - Ada: Because."  # fmt: skip
    assert [who for who, *_ in sent(chat)] == ["Ada", None, "Cy", "Ada"]


@pytest.mark.parametrize(
    "text",
    [
        "On 12/11/2017, 18:41 the alarm rang: nobody came.",
        "12/11/2017, 18:41 - Log: engine off\n12/11/2017, 18:50 - Log: engine on\n12/11/2017, 18:55 - Log: docked",
        "24/03/1989 00:04 Vessel: strikes the reef.\n24/03/1989 00:27 Hale: radioed.\n24/03/1989 00:35 Vessel: leaks.",
        "24/03/1989 00:04 - Vessel: strikes.\n24/03/1989 00:27 - Hale: radioed.\n24/03/1989 00:35 - Cause: fog.",
        "From: London\nTo the sea.",
        "From here on: nothing.",
        "",
    ],
)
def test_no_messages(text: str) -> None:
    assert messages(text) == ()


THREAD = """From: Ada Byrne <ada@x.example>
To: Ray
Date: Fri, 16 Apr 2021 09:12:44 -0400
Subject: Heron

It closes.

---

From: "Ray Tull" <ray@x.example>
Sent: Friday, 28 May 2021 08:15
Subject: Re: Heron

No.
"""


def test_a_thread_of_mails_is_cut_at_its_heads() -> None:
    assert sent(THREAD) == [
        ("Ada Byrne", "Fri, 16 Apr 2021 09:12:44 -0400", "It closes."),
        ("Ray Tull", "Friday, 28 May 2021 08:15", "No."),
    ]


def test_what_is_quoted_in_a_reply_is_the_earlier_writers_and_what_follows_it_is_not() -> None:
    reply = (
        "From: Cy Orr\nTo: Ada\n\nI agree.\n\nOn Fri, 28 May 2021 at 08:15, Ray Tull <r@x.example> wrote:\n> Dropped.\n"
        ">\n> On 27 May 2021, Ada Byrne wrote:\n>> Is it?\n> Yes.\n\nDone."
    )
    who = {word: message_at(reply, reply.index(word)) for word in ("agree", "Dropped", "Is it", "Yes", "Done")}
    names = {word: found.sender.of(reply) for word, found in who.items() if found and found.sender}
    assert names == {
        "agree": "Cy Orr", "Dropped": "Ray Tull", "Is it": "Ada Byrne", "Yes": "Ray Tull", "Done": "Cy Orr",
    }  # fmt: skip


def test_a_long_thread_is_asked_for_every_offset_in_a_moment() -> None:
    chat = "".join(f"[12/03/2021, 10:00] {'Ann' if i % 2 else 'Bob'}: I saw {i}\n" for i in range(40_000))
    quoted = "From: z\nTo: y\n\n" + "> On 3 May 2021, Ada Byrne wrote:\n>> hi\n" * 20_000 + "Done."
    mails = "From: a\nTo: b\n\nhello\n\n" * 20_000
    start = process_time()
    assert [message_at(chat, m.body.start) for m in messages(chat)] == list(messages(chat))
    assert {message_at(quoted, len(quoted) - 1) for _ in range(20_000)} == {messages(quoted)[0]}
    assert len(messages(mails)) == 20_000
    assert process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "From: a" + " " * 200_000 + "b\nTo: x\n",
        "From: a(" + "@" * 200_000 + "\nTo: x\n",
        "From: a" + "(" * 200_000 + "@)\nTo: x\n",
        "From: a\nTo: x\n\nhi\n" + "---\n" * 300_000,
        "From: a\nTo: x\n\nhi\n" + "---" + " " * 500_000 + "\n",
        "From: a\nTo: x\n\nhi\n" + "-" * 500_000 + ".\n",
    ],
    ids=["blanks", "signs", "brackets", "rules", "blanks behind a rule", "no rule"],
)
def test_a_message_that_was_made_to_be_slow_is_read_in_a_moment(text: str) -> None:
    start = process_time()
    assert len(messages(text)) == 1
    assert process_time() - start < SECONDS


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ada Byrne <ada@x.example>", "Ada Byrne"),
        ('"Ada Byrne" (ada@x.example) ', "Ada Byrne"),
        ("Ada Byrne [mailto:ada@x.example]", "Ada Byrne"),
        ("Ada Byrne (the clerk)", "Ada Byrne (the clerk)"),
        ("Ada <the clerk> Byrne", "Ada <the clerk> Byrne"),
    ],
)
def test_a_name_is_what_stands_before_the_address(value: str, name: str) -> None:
    assert [who for who, *_ in sent(f"From: {value}\nTo: Ray\n\nNo.")] == [name]


PIECES = st.sampled_from(
    ["From: A\n", "To: B\n", "Date: 3 May 2011\n", "On 3 May 2011, Al Bo wrote:\n", "> x\n", ">> y\n", "\n", "---\n",
     "1/2/2020, 8:00 - A: b\n", "1/2/2020, 8:01 - C: d\n", "words", ">", " "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_gives_messages_inside_it_in_order(text: str) -> None:
    found = messages(text)
    assert list(found) == sorted(found, key=lambda one: one.head)
    assert all(one.head.end <= one.body.start <= one.body.end <= len(text) for one in found)
    for offset in range(len(text)):
        around = [one for one in found if one.head.start <= offset < one.body.end]
        assert message_at(text, offset) == (around[-1] if around else None)
