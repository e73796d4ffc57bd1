"""Parts of a document that have their own day: entries of diaries, logs, minutes; messages."""

from dating import mentions

DIARY = (
    "Thursday, 21 June 1849. The volunteers came in today from Skelby.",
    "They left a cart behind, and yesterday a horse.",
    "Saturday, 23 June. Papa was called on Friday to bury them.",
)


def values(*paragraphs: str, **given: str) -> dict[str, str | None]:
    return {mention.text: mention.value for mention in mentions(*paragraphs, **given)}


def test_an_entry_counts_from_its_own_day_and_so_does_what_follows_it() -> None:
    found = values(*DIARY, published="1926-05-01", kind="book")
    assert found["today"] == "1849-06-21"
    assert found["yesterday"] == "1849-06-20"
    assert found["Friday"] == "1849-06-22"


def test_that_nothing_tells_when_it_was_published_does_not_matter() -> None:
    assert values(*DIARY)["today"] == "1849-06-21"


def test_one_paragraph_that_opens_with_a_day_is_no_diary() -> None:
    found = values(
        "On 21 June 1849. The rest is lost.", "The bridge was mended yesterday.", published="1849-07-02", kind="news"
    )
    assert found["yesterday"] == "1849-07-01"


def test_a_day_without_its_year_is_of_the_affair_and_not_of_its_background() -> None:
    found = values(
        "On 14 November 1957 train No. 18 struck a freight on the line opened in 1911.",
        "No snow fell on 12 November.",
        published="1958-02-21", kind="report",
    )  # fmt: skip
    assert found["12 November"] == "1957-11-12"


def test_each_mail_of_a_thread_counts_from_its_own_day() -> None:
    found = values(
        "From: Ada Byrne\nTo: Ray\nDate: Fri, 16 Apr 2021 09:12:44 -0400", "It was signed yesterday.",
        "From: Ray Tull\nTo: Ada\nDate: Fri, 28 May 2021 08:15:31 -0400", "It was dropped last week.",
        published="2021-04-16", kind="e-mail",
    )  # fmt: skip
    assert found["yesterday"] == "2021-04-15"
    assert found["last week"] == "2021-05-17/2021-05-23"


def test_each_line_of_a_chat_counts_from_its_own_day() -> None:
    found = values(
        "12/11/2017, 18:41 - Ada: I was there yesterday.", "13/11/2017, 07:00 - Ray: We meet tomorrow.",
        "21/11/2017, 07:02 - Ada: No, on Friday we met.", published="2017-11-21", kind="chat",
    )  # fmt: skip
    assert (found["yesterday"], found["tomorrow"], found["Friday"]) == ("2017-11-11", "2017-11-14", "2017-11-17")


def test_the_stamps_of_a_chat_tell_when_it_was_said() -> None:
    lines = (
        "12/11/2017, 18:41 - Ada: It sank on 3 May 2017.",
        "13/11/2017, 07:00 - Ray: No.",
        "13/11/2017, 07:02 - Ada: Yes.",
    )
    meanings = {mention.text: mention.meaning for mention in mentions(*lines)}
    assert meanings == {
        "12/11/2017, 18:41": "said", "3 May 2017": "happened", "13/11/2017, 07:00": "said", "13/11/2017, 07:02": "said",
    }  # fmt: skip


def test_a_weekday_of_a_story_is_the_next_after_the_day_just_told() -> None:
    found = values(
        "The ship left on 12 November 2017, and had to be in by Monday morning.", "The inquiry sat in 2018 and 2019.",
        "On Tuesday nothing was found.", published="2019-03-22", kind="report",
    )  # fmt: skip
    assert found["Monday morning"] == "2017-11-13"
    assert found["Tuesday"] is None


def test_the_headings_of_a_diary_tell_the_day_alone() -> None:
    found = mentions(
        "Under the north face. Sunday 6 May 1923", "Tom came up this evening.",
        "Mon. 7th", "All away; we follow tomorrow.", "Wed. 9th", "On the 7th he was well. It began this morning.",
        "Fri 1st", "Home by the Thursday.", kind="diary",
    )  # fmt: skip
    assert [mention.value for mention in found] == [
        "1923-05-06", "1923-05-06", "1923-05-07", "1923-05-08", "1923-05-09", "1923-05-07", "1923-05-09",
        "1923-06-01", "1923-05-31",
    ]  # fmt: skip


def test_a_day_of_a_message_lies_before_it_where_it_is_told_as_past() -> None:
    found = values(
        "From: Ada Byrne\nTo: Ray\nDate: Fri, 16 Apr 2021 09:12:44 -0400", "See below.",
        "From: Ray Tull\nTo: Ada\nDate: Fri, 28 May 2021 08:15:31 -0400", "She had it on the 9th and the 12th.",
        published="2021-04-16", kind="e-mail",
    )  # fmt: skip
    assert (found["the 9th"], found["the 12th"]) == ("2021-05-09", "2021-05-12")


def test_the_entries_of_a_notebook_are_of_the_time_told_above_them() -> None:
    found = values(
        "His notebook. I found it last spring. He kept it from May to November 1944.",
        "May 14. Arrived.", "June 6. On Sunday a man was shot.", "11th. Nothing.", published="1994-11-20",
    )  # fmt: skip
    assert [found[words] for words in ("May 14", "June 6", "Sunday", "11th")] == [
        "1944-05-14", "1944-06-06", "1944-06-04", "1944-06-11"
    ]  # fmt: skip


def test_who_is_questioned_speaks_of_the_days_told_and_of_none_to_come() -> None:
    found = mentions(
        "Interview of Liam Orr, 19 September 2011", "HALE: Tell me of that Saturday.", "ORR: Which one?",
        "HALE: The tenth.", "ORR: I saw her on the Sunday morning. She had rung me on the Friday.",
        "HALE: On the Monday you told your sister.", "ORR: It was the Tuesday.", published="2011-09-19",
    )  # fmt: skip
    assert [mention.value for mention in found][2:] == [
        "2011-09-10", "2011-09-11", "2011-09-09", "2011-09-12", "2011-09-13"
    ]  # fmt: skip


def test_the_number_of_a_paragraph_is_no_sentence_of_it() -> None:
    found = mentions("2. On 5 November 2018 I saw it. On the 9th it was gone.", "3. The following week he was away.",
                     published="2020-03-02")  # fmt: skip
    assert found[-1].value == "2018-11-12/2018-11-18"


def test_the_weekday_may_stand_behind_the_day_of_an_entry() -> None:
    found = mentions("May 26th, Sunday. Orders came.", "27th Monday. Lost the cart.", "28th Tues. Rain.",
                     "29th. Reached the beach.", published="1940-07-01", kind="diary")  # fmt: skip
    assert [(mention.text, mention.value) for mention in found] == [
        ("May 26th, Sunday", "1940-05-26"), ("27th Monday", "1940-05-27"), ("28th Tues.", "1940-05-28"),
        ("29th", "1940-05-29"),
    ]  # fmt: skip
