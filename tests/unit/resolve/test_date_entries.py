"""Paragraphs that open with their day: diaries, logs, minutes."""

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
