"""Where dates of real documents go wrong, class by class, and input that nobody should write."""

import time

import edtf
import pytest
from dating import dated, document, mentions
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.manifest import Manifest
from dossier.resolve.dates import document_dates, resolve_dates
from dossier.resolve.published import publications

WEDNESDAY = "2018-09-05"


def test_18_without_a_publication_date_nothing_is_guessed() -> None:
    assert dated("He said so on Friday; they had met last month, in August.") == [
        ("Friday", None), ("last month", None), ("August", "XXXX-08"),
    ]  # fmt: skip


def test_18_a_narrative_is_not_counted_from_the_day_it_was_published() -> None:
    told = dated("On 29 August 2018 it leaked. As of 31 August it held. On 20 December they landed.", "2021-12-01")
    assert told == [("29 August 2018", "2018-08-29"), ("31 August", "2018-08-31"), ("20 December", "2018-12-20")]


@pytest.mark.parametrize("words", ["overnight to August 30", "the night of August 29", "overnight into August 30"])
def test_19_a_night_lies_on_two_days(words: str) -> None:
    assert dated(f"It leaked {words}.", WEDNESDAY, "news article") == [(words, "2018-08-29/2018-08-30")]


def test_20_what_is_about_a_day_is_not_that_day() -> None:
    assert dated("They meet on or about Oct. 10, 2018.") == [("on or about Oct. 10, 2018", "2018-10-10~")]
    (late,) = mentions("It was handed over in late 2021.")
    assert (late.value, late.extent) == ("2021", "2021-10/2021-12")
    (clock,) = mentions("It landed on 20 December 2018 at about 05:03 UTC.")
    assert clock.basis.endswith("approximate by its words")


@pytest.mark.parametrize("word", ["Augusts", "Agust", "Auugust", "Augsut"])
def test_21_a_slip_of_the_fingers_is_read(word: str) -> None:
    assert dated(f"They said so in {word} 2018.") == [(f"{word} 2018", "2018-08")]


def test_22_what_is_told_later_may_be_earlier_and_is_left_where_it_stands() -> None:
    told = mentions("The article of 12 August 2021 angered them. The treatment was published in March 2020. "
                    "Two months later the case was closed.")  # fmt: skip
    assert [mention.value for mention in told] == ["2021-08-12", "2020-03", "2020-05"]


@pytest.mark.parametrize(
    "sentence",
    ["The hole of 2 mm, or 0.07 inches, was 1.8 mm wide.", "The three aboard were six, then 3 of 6, in 2 of 8 cabins."],
)
def test_23_24_measures_and_counts_are_no_dates(sentence: str) -> None:
    assert dated(sentence, WEDNESDAY) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They won 3-2, 21-19 and 6-4, 7-6 (7-5).",
        "The odds were 5:1, the ratio 16:9, the score 10:12.",
        "Version 2.11.2018.4 and 10.04.1 are out; see RFC 2822 and ISO 8601.",
        "It lies at 51.5074, -0.1278, or 12°30'15\" N.",
        "Call 555-1999 or 020 7946 1984; flight 1812, room 2001, bus No. 1950.",
        "It paid $1,990 million, £2001, 1999 euros and 2,010 dollars for 1,905 shares.",
        "The 11-year-old walked 1500 metres in all; 2000 soldiers, 1800 votes.",
        "The bill, H.R. 1999, and S. 1867 passed.",
        "Stocks closed at 2018.12, up 19.05 points, with 8 1/8% notes.",
        "He may march in; the second man, a third party, first of all.",
        "Sun, sat, wed, mar, dec and jan are words.",
        "He fell asleep, sprang up and wintered badly; her thirties were hard.",
        "They waited for 30 days, two weeks, three years and a fortnight; it took six months.",
        "It was the first rise in three years and will be the worst in ten.",
        "Rovers scored in the first half and again in the fourth quarter of the game.",
        "The first man on the 28th floor, the 18th hole and the 3rd of 12 rounds.",
    ],
)
def test_numbers_and_words_that_look_like_dates(sentence: str) -> None:
    assert dated(sentence, WEDNESDAY, "news article") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("31 June 2018", None), ("Sept. 31st", None), ("Sept 31st, 2019", None), ("30 February", None),
        ("29 February 1900", None), ("0 May 2001", None), ("2018-02-30", None), ("31/11/2018", None),
        ("5 May 9999", "9999-05-05"), ("the year 0", None), ("1 January 1 AD", "0001-01-01"),
    ],
)  # fmt: skip
def test_a_day_that_the_calendar_has_not_is_never_given_a_value(words: str, value: str | None) -> None:
    values = {found.value for found in mentions(f"They met on {words}.", published=WEDNESDAY)}
    assert values <= {value, None} or (value is None and values <= {None, "2001-05"})


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01", "2990-05-05", "0000", "-0043", "192X", "../2018"])
def test_the_ends_of_the_calendar_break_nothing(published: str) -> None:
    text = (
        "They met yesterday, tomorrow, last week, next year, on Monday, in August, on Friday the 13th, at Easter, "
        "two centuries ago, 9999 years later, in 20 years it will end; the 1st of next month, the end of the year."
    )
    for found in mentions(text, published=published, kind="news"):
        for value in (found.value, found.extent):
            assert value is None or edtf.parse_edtf(value)


def test_ten_thousand_dates_are_read_in_seconds_and_none_is_lost() -> None:
    text = "5 May 2001, " * 10_000
    started = time.process_time()
    assert len(document_dates(document(text), None)) == 10_000
    assert time.process_time() - started < 20


_OTHERS = st.lists(
    st.lists(
        st.sampled_from(["On 3 May 1931", "on Friday", "last year", "the bank failure", "in August", "it failed.",
                         "Published: 5 May 2001", "Retrieved 4 June 2020", "two days later", "will meet on June 9"]),
        max_size=6,
    ).map(" ".join),
    max_size=4,
)  # fmt: skip


@given(_OTHERS, st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_value_never_hangs_on_a_document_it_is_not_anchored_to(others: list[str], place: int) -> None:
    text = "The bank failed on May 3. He resigned on Friday, two weeks ago it was sound; last year it won."
    own = document(text, name="own")
    manifest = Manifest(sources={"own.txt": {"published": "2001-05-09", "kind": "news"}})
    alone = resolve_dates([own], manifest, publications([own], manifest))
    case = [document(other, name=f"o{number}") for number, other in enumerate(others)]
    case.insert(min(place, len(case)), own)
    together = resolve_dates(case, manifest, publications(case, manifest))
    assert tuple(mention for mention in together if mention.source == "own") == alone
