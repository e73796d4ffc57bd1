"""What date expressions come out as: from words to EDTF, with and without a publication date."""

import pytest
from dating import dated, mentions

from dossier.annotate.dates import find_dates
from dossier.model.annotation import Passage, PassageKind
from dossier.model.date import DateMeaning
from dossier.model.span import Span

WEDNESDAY = "2018-09-05"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("8 May 2009", "2009-05-08"),
        ("May 8, 2009", "2009-05-08"),
        ("MAY 08, 2009", "2009-05-08"),
        ("Friday, May 8, 2009", "2009-05-08"),
        ("Fri., 8 May 2009", "2009-05-08"),
        ("the 8th of May, 2009", "2009-05-08"),
        ("the twenty-first of May 2009", "2009-05-21"),
        ("8-May-2009", "2009-05-08"),
        ("Sept. 3, 2018", "2018-09-03"),
        ("2018-08-30", "2018-08-30"),
        ("2018-08-30T05:02Z", "2018-08-30T05:02:00Z"),
        ("30 September 420", "0420-09-30"),
        ("September 2019", "2019-09"),
        ("December of 384", "0384-12"),
        ("1920s", "192X"),
        ("the early 1980s", "198X"),
        ("19th century", "18XX"),
        ("the late twentieth century", "19XX"),
        ("winter of 1776-77", "1776-24"),
        ("the summer of 2012", "2012-22"),
        ("the third quarter of 2015", "2015-35"),
        ("Q3 2015", "2015-35"),
        ("the first half of 1998", "1998-40"),
        ("500 CE", "0500"),
        ("44 BC", "-0043"),
        ("15 March 44 BC", "-0043-03-15"),
        ("March 15, 44 BC", "-0043-03-15"),
        ("August 79 AD", "0079-08"),
        ("6–8 June 2018", "2018-06-06/2018-06-08"),
        ("June 6-8, 2018", "2018-06-06/2018-06-08"),
        ("from May to July 2019", "2019-05/2019-07"),
        ("between May and June in 1981", "1981-05/1981-06"),
        ("between November and January 1982", "1981-11/1982-01"),
        ("20 December 2018 05:02 UTC", "2018-12-20T05:02:00Z"),
        ("05:02 UTC on 20 December 2018", "2018-12-20T05:02:00Z"),
        ("20 December 2018 at about 05:03 UTC", "2018-12-20T05:03:00Z"),
        ("3 p.m. on March 5, 2001", "2001-03-05T15:00:00"),
        ("March 5, 2001 at 3:15 PM EST", "2001-03-05T15:15:00-05:00"),
        ("on or about March 5, 2001", "2001-03-05~"),
        ("circa 1880", "1880~"),
        ("perhaps in May 1880", "1880-05?"),
        ("the night of 29 August 2018", "2018-08-29/2018-08-30"),
        ("overnight to August 30, 2018", "2018-08-29/2018-08-30"),
        ("the eve of 1 May 1968", "1968-04-30"),
        ("late September 2013", "2013-09-15/2013-09-30"),
        ("30 Febuary 2018", None),
        ("3 Septmber 2018", "2018-09-03"),
    ],
)
def test_a_date_that_needs_no_anchor(words: str, value: str | None) -> None:
    expected = (words, value)
    assert dated(f"It was {words}, they say.") == [expected]


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("They met on Monday.", "Monday", "2018-09-03"),
        ("They met on Wednesday.", "Wednesday", "2018-09-05"),
        ("They will meet on Friday.", "Friday", "2018-09-07"),
        ("They met last Friday.", "last Friday", "2018-08-31"),
        ("They met last Wednesday.", "last Wednesday", "2018-08-29"),
        ("They meet next Monday.", "next Monday", "2018-09-10"),
        ("They met on Tuesday of last week.", "Tuesday of last week", "2018-08-28"),
        ("They met yesterday.", "yesterday", "2018-09-04"),
        ("They met the day before yesterday.", "the day before yesterday", "2018-09-03"),
        ("They meet tomorrow night.", "tomorrow night", "2018-09-06"),
        ("They met last night.", "last night", "2018-09-04"),
        ("They met last week.", "last week", "2018-08-27/2018-09-02"),
        ("They met this weekend.", "this weekend", "2018-09-01/2018-09-02"),
        ("They met last month.", "last month", "2018-08"),
        ("They met earlier this year.", "earlier this year", "2018"),
        ("They meet next year.", "next year", "2019"),
        ("They met in August.", "August", "2018-08"),
        ("They met in November.", "November", "2017-11"),
        ("She retired in October.", "October", "2017-10"),
        ("They will meet in February.", "February", "2019-02"),
        ("They will meet on or about Oct. 10.", "on or about Oct. 10", "2018-10-10~"),
        ("They met on 31 August.", "31 August", "2018-08-31"),
        ("They met on Friday, 28 February.", "Friday, 28 February", "2014-02-28"),
        ("They met last March.", "last March", "2018-03"),
        ("They met last summer.", "last summer", "2018-22"),
        ("They met in March last year.", "March last year", "2017-03"),
        ("They met two weeks ago.", "two weeks ago", "2018-08-22"),
        ("They met three months ago.", "three months ago", "2018-06"),
        ("They met seventeen years ago.", "seventeen years ago", "2001"),
        ("They met two and a half years ago.", "two and a half years ago", "2016"),
        ("They met a hundred years ago.", "a hundred years ago", "1918"),
        ("It was dug a hundred and thirty years ago.", "a hundred and thirty years ago", "1888"),
        ("It was dug two hundred and forty-one years ago.", "two hundred and forty-one years ago", "1777"),
        ("They met overnight to August 30.", "overnight to August 30", "2018-08-29/2018-08-30"),
        ("They said so in Augusts.", "Augusts", "2018-08"),
        ("They met at noon Monday.", "noon Monday", "2018-09-03T12:00:00"),
        ("They met at 3 p.m. on Monday.", "3 p.m. on Monday", "2018-09-03T15:00:00"),
        ("Profit rose in the second quarter.", "the second quarter", "2018-34"),
    ],
)
def test_a_report_counts_from_its_publication(sentence: str, words: str, value: str) -> None:
    assert dated(sentence, WEDNESDAY, "news article") == [(words, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Object 2018-051A passed at 12:30.",
        "Four score and seven years ago it was a field.",
        "It stood there two thousand and thirty years ago.",
        "It was a marsh several hundred years ago.",
        "The score was 3:2, later 2018-2015.",
        "Version 2.0.2018 has 1,999 pages, see p. 1842.",
        "It may march on for three days, a second time.",
        "Sundays and every Monday she reads the Sunday Times.",
        "It lies at 51°30' N, 1/5 of the way, room 1984.",
        "She was in her twenties, aged 31.",
        "He recently spoke to 1500 people, now 2000 soldiers, for $1999.",
        "Will and April Smith fall in love.",
        "At 1600 Pennsylvania Avenue a hole of 2 mm, 0.07 inches.",
        "The 5th of 8 points; call 555-1984.",
        "MS-2009, F-1776 and COVID-19.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert dated(sentence, WEDNESDAY) == []


@pytest.mark.parametrize("words", ["31 June 2018", "Sept. 31st", "30 February", "2018-13-45", "32/13/2018"])
def test_an_impossible_date_has_no_value(words: str) -> None:
    assert {value for _, value in dated(f"They met on {words}.", WEDNESDAY)} <= {None}


def test_without_an_anchor_a_weekday_stays_open_and_a_day_keeps_what_it_states() -> None:
    assert dated("They met on Monday and on Oct. 10, not last month.") == [
        ("Monday", None), ("Oct. 10", "XXXX-10-10"), ("last month", None),
    ]  # fmt: skip


def test_an_interval_of_publication_gives_an_interval_unless_the_words_leave_one_day() -> None:
    assert dated("He said so on Monday.", "2018-09-03/2018-09-09") == [("Monday", "2018-09-03")]
    assert dated("He said so on Monday.", "2018-09-17/2018-10-10") == [("Monday", "2018-09-17/2018-10-08")]
    assert dated("He said so last month.", "2018-09-17/2018-10-10") == [("last month", "2018-08/2018-09")]
    assert dated("He said so on Monday.", "2018-09-03/..") == [("Monday", None)]


def test_what_hangs_on_an_assumed_publication_is_uncertain() -> None:
    assert dated("He said so on Monday.", "2018-09-03?/2018-09-09?") == [("Monday", "2018-09-03?")]


def test_a_narrative_counts_from_the_date_told_last() -> None:
    told = mentions(
        "On 4 July 1831 he resigned. On July 14 he was arrested, and two days later he was free. "
        "The following month he fled. That year was his last; three years later they met.",
        "In December of that year he returned.",
        published="2018-09-04",
    )
    assert [(m.value, m.rule) for m in told] == [
        ("1831-07-04", "stated"), ("1831-07-14", "from paragraph"), ("1831-07-16", "from paragraph"),
        ("1831-08", "from paragraph"), ("1831", "from paragraph"), ("1834", "from paragraph"),
        ("1834-12", "from document"),
    ]  # fmt: skip
    assert told[2].basis == "counted from 1831-07-14 → 1831-07-16"


def test_the_two_ends_of_a_range_are_two_dates_that_know_their_period() -> None:
    found = mentions("He reigned between 1914 and 1918. It ran from January 23 through March 9, 2014; c. 1871–72.")
    assert [(m.value, m.extent) for m in found] == [
        ("1914", "1914/1918"), ("1918", "1914/1918"),
        ("2014-01-23", "2014-01-23/2014-03-09"), ("2014-03-09", "2014-01-23/2014-03-09"),
        ("1871~", "1871~/1872"), ("1872", "1871~/1872"),
    ]  # fmt: skip


def test_since_and_until_leave_one_side_open() -> None:
    found = mentions("He has been there since 2005, and stays until 1 May 2020. It was late 2021.")
    assert [(m.value, m.extent) for m in found] == [
        ("2005", "2005/.."), ("2020-05-01", "../2020-05-01"), ("2021", "2021-10/2021-12"),
    ]  # fmt: skip


def test_figures_are_read_by_what_the_document_shows() -> None:
    assert dated("On 30/08/2018, then 05/06/2018.") == [("30/08/2018", "2018-08-30"), ("05/06/2018", "2018-06-05")]
    assert dated("On 8/30/2018, then 05/06/2018.") == [("8/30/2018", "2018-08-30"), ("05/06/2018", "2018-05-06")]
    assert dated("On June 6, 2018, then 05/06/2018.")[1] == ("05/06/2018", "2018-05-06")
    assert dated("It was 05/06/2018.") == [("05/06/2018", "[2018-05-06,2018-06-05]")]


def test_a_label_is_never_read_into_a_date() -> None:
    text = "Launch date6 June 2018 11:12:41 UTC[1]"
    passage = Passage(PassageKind.TABLE_ROW, Span(0, len(text)), label=Span(0, 11))
    (found,) = find_dates(text, [passage])
    assert found.span.of(text) == "6 June 2018 11:12:41 UTC"
    (unlabelled,) = find_dates(text, [Passage(PassageKind.TABLE_ROW, Span(0, len(text)))])
    assert unlabelled == found


def test_dates_of_publication_and_access_are_not_dates_of_the_story() -> None:
    entry = '^ Evans, Ben (6 June 2018). "The Crash of 2008". Retrieved 4 December 2018.'
    (published, told, accessed) = find_dates(entry, [Passage(PassageKind.REFERENCE, Span(0, len(entry)))])
    assert [published.meaning, told.meaning, accessed.meaning] == [
        DateMeaning.PUBLISHED, DateMeaning.HAPPENED, DateMeaning.ACCESSED,
    ]  # fmt: skip
    line = "Published: 5 September 2018"
    assert find_dates(line, [Passage(PassageKind.BYLINE, Span(0, len(line)))])[0].meaning is DateMeaning.PUBLISHED


def test_a_wrapped_line_is_read_through_and_a_list_is_not() -> None:
    wrapped = "The commission met again in the capital on 5 June\n2018 and adjourned."
    assert dated(wrapped) == [("5 June\n2018", "2018-06-05")]
    assert [words for words, _ in dated("October\n2018")] == ["October", "2018"]


def test_what_is_told_in_one_document_never_moves_with_its_publication_unless_it_hangs_on_it() -> None:
    text = "On 4 July 1831 he resigned; on July 14 he fled. They met on Monday."
    early, late = mentions(text, published="2001-01-03"), mentions(text, published="2002-05-05")
    changed = [(a.text, b.text) for a, b in zip(early, late, strict=True) if a.value != b.value]
    assert all(first == "Monday" or early[0].rule == "stated" for first, _ in changed)


def test_a_date_line_is_of_publication_and_the_headings_of_a_chronicle_are_not() -> None:
    (line, told) = mentions("The bank fails", "5 May 2001", "It failed on 3 May 2001.")
    assert (line.meaning, told.meaning) == (DateMeaning.PUBLISHED, DateMeaning.HAPPENED)
    chronicle = mentions("5 May 2001", "The bank fails.", "6 May 2001", "It is sold.")
    assert {mention.meaning for mention in chronicle} == {DateMeaning.HAPPENED}


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It rose in January and February of 1998.", ["1998-01", "1998-02"]),
        ("Last year's fourth quarter was weak.", ["2017-36"]),
        ("They met over the weekend.", ["2018-09-01/2018-09-02"]),
        ("By mid-March it fell.", ["2018-03-10/2018-03-20"]),
        ("He left the Monday after the vote.", []),
        ("A year earlier, it was less.", ["2017"]),
        ("They have been here since last December.", ["2017-12"]),
        ("It is to be held from November 20 to December 11.", ["2018-11-20", "2018-12-11"]),
        ("On Friday the two are to travel.", ["2018-09-07"]),
        ("They met on 3 and 4 September.", ["2018-09-03/2018-09-04"]),
        ("It began in '98.", ["1998"]),
        ("It was told by April Ryan and August Wilson.", []),
    ],
)
def test_words_of_the_wire(sentence: str, values: list[str]) -> None:
    assert [value for _, value in dated(sentence, WEDNESDAY, "news article")] == values


def test_an_approximate_time_says_so_in_its_basis() -> None:
    (found,) = mentions("It landed on 20 December 2018 at about 05:03 UTC.")
    assert (found.value, found.basis) == ("2018-12-20T05:03:00Z", "in the words; approximate by its words")


REPORT = "The yard closed in 1998 and reopened in 2004. On May 3, 2001 it burned; it was sold in 2009 and in 2011."


def test_a_document_of_unknown_kind_reports_when_it_speaks_of_its_own_day_or_has_a_date_line() -> None:
    assert dated(f"{REPORT} It will close next month. They met in February.", "2013-03-21")[-1][1] == "2013-02"
    assert dated(f"{REPORT} They met in February.", "2013-03-21")[-1][1] == "2011-02"
    lined = mentions("LONDON, March 21, 2013 (Agency) - It sank on Thursday.", f"{REPORT} They met in February.",
                     published="2013-03-21")  # fmt: skip
    assert [found.value for found in (lined[1], lined[-1])] == ["2013-03-21", "2013-02"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Profit fell in the third quarter of 2017 from the year-ago period.",
         [("the third quarter of 2017", "2017-35"), ("the year-ago period", "2016-35")]),
        ("In the third quarter of 2017 it lost. Sales fell in the quarter.",
         [("the third quarter of 2017", "2017-35"), ("the quarter", "2017-35")]),
        ("He lives in the quarter of the tanners.", []),
        ("It grew in the April-June quarter.", [("April-June", "2018-04/2018-06")]),
        ("He called two nights ago.", [("two nights ago", "2018-09-03")]),
        ("It compares with year-earlier profit of $2 million.", [("year-earlier", "2017")]),
        ("They earned more in fiscal 2016, and in FY2017.", [("2016", "2016"), ("FY2017", "2017")]),
        ("It was the second quarter of fiscal 2016.", [("the second quarter of fiscal 2016", "2016-34")]),
        ("It closes at the end of the year.", [("the end of the year", "2018")]),
        ("They sold it by year-end 1999.", [("year-end 1999", "1999")]),
        ("It was a decade ago.", [("a decade ago", "200X")]),
        ("They left a fortnight ago.", [("a fortnight ago", "2018-08-22")]),
        ("The court will rule in two weeks.", [("in two weeks", "2018-09-19")]),
        ("It took place in the week of November 6, 2017.", [("the week of November 6, 2017", "2017-11-06/2017-11-12")]),
        ("They won in the 2008/09 season.", [("2008", "2008"), ("09", "2009")]),
        ("He came to-day; to-morrow he will go.", [("to-day", "2018-09-05"), ("to-morrow", "2018-09-06")]),
        ("20180902", [("20180902", "2018-09-02")]),
        ("Date: Sun, 2 Sep 2018 09:12:44 +0200", [("Sun, 2 Sep 2018 09:12:44 +0200", "2018-09-02T09:12:44+02:00")]),
        ("Sent 09/05/2018.", [("09/05/2018", "2018-09-05")]),
        ("Last December the first cases were seen.", [("Last December", "2017-12")]),
        ("He lives at 1950 Broadway; ext. 1984.", []),
    ],
)  # fmt: skip
def test_words_of_accounts_archives_and_letters(sentence: str, found: list[tuple[str, str]]) -> None:
    assert dated(sentence, WEDNESDAY, "news article") == found


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("KABUL, Sept 3 (Reuters) - A rocket hit the camp.", DateMeaning.PUBLISHED),
        ("BELGRADE (25 March 1999) -- The raids began.", DateMeaning.PUBLISHED),
        ("Posted: 5 May 2001", DateMeaning.PUBLISHED),
        ("Last updated on May 5, 2001", DateMeaning.PUBLISHED),
        ("The page was retrieved on 4 December 2018.", DateMeaning.ACCESSED),
        ("Archived from the original on 4 December 2018.", DateMeaning.ACCESSED),
        ("In Kabul, on Sept 3, a rocket hit the camp.", DateMeaning.HAPPENED),
        ("Kabul fell on Sept 3 - the camp was hit.", DateMeaning.HAPPENED),
        ("The report published on 5 May 2001 was false.", DateMeaning.HAPPENED),
    ],
)
def test_when_it_happened_was_published_and_was_read_are_kept_apart(text: str, meaning: DateMeaning) -> None:
    (found,) = mentions(text, published=WEDNESDAY, kind="news article")
    assert found.meaning is meaning


def test_nothing_is_counted_from_a_day_of_publication_or_access_told_in_the_text() -> None:
    paragraphs = (
        "Published: 5 May 2001",
        "It burned on 3 June 1990.",
        "Retrieved 4 June 2020.",
        "Two days later it fell.",
    )
    told = mentions(*paragraphs, kind="encyclopedia article")
    assert told[-1].value == "1990-06-05"


def test_a_time_with_a_full_stop_belongs_to_its_day() -> None:
    told = "She left her berth at 19.12 on Sunday 12 November 2017, paying 4.12 a ton."
    assert dated(told) == [("19.12 on Sunday 12 November 2017", "2017-11-12T19:12:00")]


def test_a_price_beside_a_day_is_no_time() -> None:
    assert dated("The shares closed at £12.45 on 12 November 2017.") == [("12 November 2017", "2017-11-12")]
