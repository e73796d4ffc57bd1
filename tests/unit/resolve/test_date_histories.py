"""Dates as letters, diaries, logs, minutes, inquiries and histories tell them."""

import pytest
from dating import dated, document, mentions

from dossier.model.date import DOUBTFUL
from dossier.resolve.dates.anchors import reports

JUNE = "1849-06-24"


def told(*paragraphs: str, published: str | None = None, kind: str = "") -> dict[str, str | None]:
    return {mention.text: mention.value for mention in mentions(*paragraphs, published=published, kind=kind)}


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("We met the enemy on the 21st inst.", "the 21st inst", "1849-06-21"),
        ("Yours of the 2nd ult. came to hand.", "the 2nd ult", "1849-05-02"),
        ("In the small hours of the 22nd the mast went.", "the 22nd", "1849-06-22"),
        ("It blew hard on the night of the 20th.", "the night of the 20th", "1849-06-20/1849-06-21"),
        ("They entered on Monday last.", "Monday last", "1849-06-18"),
        ("We march on Friday next.", "Friday next", "1849-06-29"),
        ("His answer came this forenoon.", "this forenoon", JUNE),
        ("He left last weekend.", "last weekend", "1849-06-16/1849-06-17"),
    ],
)
def test_what_a_letter_counts_from_its_day(sentence: str, words: str, value: str) -> None:
    assert (words, value) in dated(sentence, JUNE, "letter")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was long past midnight.",
        "The last night of the siege was the worst.",
        "He was on the 4th of the stairs.",
    ],
)
def test_what_only_looks_like_a_date(sentence: str) -> None:
    assert dated(sentence, JUNE, "letter") == []


def test_the_head_of_a_log_tells_the_year_of_its_entries() -> None:
    found = told("Extracts from the log of the barque, 1894", "Dec. 30. Wind fresh.", "Jan. 2. A sail in sight.")
    assert list(found.values()) == ["1894", "1894-12-30", "1895-01-02"]


def test_a_war_diary_opens_its_entries_with_the_day_of_the_month() -> None:
    found = mentions("War Diary, June 1916", "28th. A raid failed that night.", "30th. In billets.", "2nd. Relieved.")
    assert [mention.value for mention in found] == ["1916-06", "1916-06-28", "1916-06-28", "1916-06-30", "1916-07-02"]
    assert dated("They resolved: 1st. To strike. 2nd. To march.", "1916-06-30") == []


def test_a_correspondents_letter_counts_from_the_line_above_it() -> None:
    found = told("FRANKFORT, June 28.", "It took place on the 21st inst. I met him yesterday.",
                 published="1849-07-03", kind="news article")  # fmt: skip
    assert list(found.values()) == ["1849-06-28", "1849-06-21", "1849-06-27"]


def test_a_year_in_a_byline_makes_no_report() -> None:
    text = "On Friday, 22 June 1849 it began. He was shot on 23 June 1849, and she in 1871."
    assert not reports(document(text).annotations.dates)


def test_the_same_day_is_the_only_day_that_was_told() -> None:
    found = mentions("It fell on Friday, 22 June 1849.", "His mill burned in November 1849 and he died in 1855.",
                     "On the evening of the same day nine were shot.", kind="history")  # fmt: skip
    assert (found[-1].value, found[-1].rule) == ("1849-06-22", DOUBTFUL)


def test_the_next_day_of_several_is_that_after_the_day_told_oftenest() -> None:
    lead = "The reactor burst on 14 March 2017.", "At noon on 14 March 2017 it rained. He died on 21 March."
    found = mentions(*lead, "The owner spoke. She denied it the next day.", kind="encyclopedia")
    assert (found[-1].value, found[-1].rule) == ("2017-03-15", DOUBTFUL)


def test_a_life_in_brackets_does_not_carry_the_story_on() -> None:
    text = "It met in March 1974. Otto Brandl (12 May 1911 – 30 January 1988) had warned. The following month he left."
    assert dated(text, kind="history")[-1] == ("The following month", "1974-04")


def test_a_day_goes_on_with_the_affair_and_not_with_its_background() -> None:
    before = "It fell on 19 October 1963.", "It was built in 1958 and condemned in 1959."
    found = mentions(*before, "They sat on 6 December and again on 9 January.", kind="report")
    assert [mention.value for mention in found][-2:] == ["1963-12-06", "1964-01-09"]


def test_the_monday_is_the_one_nearest_to_the_day_told() -> None:
    text = "On Thursday 12 June he walked home. He had seen it on the Monday. At eleven that night he heard shouting."
    assert [value for _, value in dated(text, "2008-06-17", "letter")] == ["2008-06-12", "2008-06-09", "2008-06-12"]


def test_the_morning_after_a_night_is_that_of_its_second_day() -> None:
    text = "He was there on the night of 4 December 1985. He left at six the next morning."
    assert dated(text, kind="history")[-1] == ("the next morning", "1985-12-05")


def test_an_anniversary_is_of_the_day_told_first() -> None:
    found = mentions("The dam failed on 2 June 1972.", "It was rebuilt by 1975.", "On the tenth anniversary they met.",
                     kind="encyclopedia")  # fmt: skip
    assert (found[-1].text, found[-1].value) == ("the tenth anniversary", "1982-06-02")
    assert dated("On the tenth anniversary of his death they met.", kind="encyclopedia") == []


def test_a_number_before_another_number_is_none_of_it() -> None:
    text = "He gave an account on 13 June 2008 and a second one three days later."
    assert dated(text, kind="history")[-1] == ("three days later", "2008-06-16")


def test_what_a_report_of_a_past_affair_tells_without_its_year_is_of_that_affair() -> None:
    text = "He signed on 30 August 2013. She was dismissed in May 2013. A note of 12 August records it."
    assert dated(text, "2014-10-09", "news article")[-1] == ("12 August", "2013-08-12")
    assert dated(text.replace("12 August", "2 October"), "2014-10-09", "news article")[-1][1] == "2014-10-02"
    assert dated("He signed on 30 August 2013. A note of 12 August records it.", "2014-10-09", "news article")[-1] == (
        "12 August", "2014-08-12"
    )  # fmt: skip


def test_both_months_of_a_range_are_of_the_year_told_with_the_second() -> None:
    found = mentions("They paid between February and July last year.", published="2014-10-09", kind="news article")
    assert [(mention.value, mention.extent) for mention in found] == [
        ("2013-02", "2013-02/2013-07"), ("2013-07", "2013-02/2013-07")
    ]  # fmt: skip
    assert dated("They paid from November to March last year.", "2014-10-09", "news")[0] == ("November", "2012-11")


def test_a_weekday_behind_a_day_tells_its_year() -> None:
    text = "It was the ninth of January, a Tuesday. It had rained."
    assert dated(text, "2021-05-02", "interview") == [("the ninth of January, a Tuesday", "2018-01-09")]


def test_nothing_is_counted_from_a_date_whose_year_is_unknown() -> None:
    told = "It opened in May 2016. On 9 January he was heard. She resigned that summer."
    assert [value for _, value in dated(told, kind="letter")] == ["2016-05", "2016-01-09", "2016-22"]
    assert [value for _, value in dated("On 9 January he was heard. She resigned that summer.", kind="letter")] == [
        "XXXX-01-09", None
    ]  # fmt: skip


def test_the_weekend_of_a_monday_is_the_one_before() -> None:
    assert dated("Press reports over the weekend; no comment.", "2019-03-18", "letter")[0][1] == "2019-03-16/2019-03-17"
