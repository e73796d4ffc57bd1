"""The day of a document that states none, or none with a year: by weekdays, addresses and the rest of its affair."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publishing import document, published, values

from dossier.model.annotation import PassageKind
from dossier.model.manifest import Manifest

SENTINEL = document(
    "sentinel",
    "Thursday, April 18, 1912",
    "The liner Arcadia struck an iceberg on Sunday night, said Captain Aldous last night.",
    kinds={0: PassageKind.BYLINE},
    kind="news article",
)
CABLE = document(
    "cable",
    "QUEENSTOWN, April 15 (Union Press) -- The liner Arcadia struck an iceberg on Sunday night, the line said.",
    "The Verona of Captain Aldous is expected at Halifax on Wednesday.",
    kind="news article",
)
SURVIVOR = document(
    "survivor",
    "We slept when the Arcadia struck. On April 19th the crew of Captain Aldous buried eleven.",
    "The Senate will hear me on April 22nd.",
    kind="news article",
)
INQUIRY = document(
    "inquiry",
    "30 July 1912",
    "At 2.20 a.m. on 15 April 1912 the Arcadia foundered; Captain Aldous of the Verona gave evidence.",
    kinds={0: PassageKind.BYLINE},
)
STRANGER = document("stranger", "PARIS, April 15, 1955 (Agency) -- Soldiers of Marshal Soult marched on 15 April 1955.")


def test_the_year_of_a_date_line_is_that_of_its_weekday_and_of_the_affair() -> None:
    found = published(CABLE, SENTINEL)[0]
    assert (found.value, found.inferred) == ("1912-04-15", True)
    assert "sentinel.txt" in found.basis
    assert "weekday" in found.basis
    assert values([CABLE, SENTINEL], "cable") == [
        ("April 15", "1912-04-15"),
        ("Sunday night", "1912-04-14"),
        ("Wednesday", "1912-04-17"),
    ]


def test_days_without_a_year_are_of_the_affair() -> None:
    assert published(SURVIVOR, SENTINEL, INQUIRY)[0].value == "1912-04-19/1912-04-22"
    assert ("April 22nd", "1912-04-22") in values([SURVIVOR, SENTINEL, INQUIRY], "survivor")
    assert published(SURVIVOR)[0].value is None


def test_what_is_inferred_of_one_document_dates_the_next() -> None:
    assert published(SURVIVOR, CABLE, INQUIRY)[0].value == "1912-04-19/1912-04-22"


def test_neither_order_nor_a_document_of_another_affair_changes_a_publication() -> None:
    case = [CABLE, SURVIVOR, SENTINEL, INQUIRY]
    expected = {found.source: found for found in published(*case)}
    for order in permutations([*case, STRANGER]):
        found = {one.source: one for one in published(*order)}
        assert {name: found[name] for name in expected} == expected


def test_the_readers_value_wins_and_the_affair_follows() -> None:
    manifest = Manifest(sources={"sentinel.txt": {"published": "1917-04-18"}})
    found = published(CABLE, SENTINEL, manifest=manifest)
    assert [one.value for one in found] == ["1917-04-15", "1917-04-18"]
    assert found[1].basis == "given in dossier.toml"
    own = Manifest(sources={"cable.txt": {"published": "1907-04-15"}})
    assert values([CABLE, SENTINEL], "cable", own)[2] == ("Wednesday", "1907-04-17")


@given(newest=st.integers(1850, 2090))
def test_a_weekday_with_its_day_picks_the_year_that_fits_where_it_follows_soon_on_the_newest_date(newest: int) -> None:
    report = document(
        "a",
        f"The bank opened on 3 March {newest}.",
        "It failed on Tuesday, November 4.",
        kind="news article",
    )
    fits = next(year for year in range(newest, newest + 13) if date(year, 11, 4).isoweekday() == 2)
    (found,) = published(report)
    if fits - newest <= 2:
        assert (found.value or "").startswith(f"{fits}-11-04?/")
        assert values([report], "a")[1][1] == f"{fits}-11-04"
    else:
        assert found.value == f"{newest}-03-03/.."


def test_a_date_line_alone_is_of_the_first_year_that_its_weekday_fits_and_doubted() -> None:
    wire = document(
        "wire",
        "DUBLIN, Oct 17 (Agency) - The minister on Friday denied a report.",
        "A contract was awarded in June 2013.",
        kind="news article",
    )
    assert published(wire)[0].value == "2014-10-17?"


def test_years_that_fit_equally_are_an_interval() -> None:
    wire = document(
        "wire", "HARLOW, May 9 (Agency) - Families of Ruth Denby met at the Kestrel Bridge.", kind="news article"
    )
    once = document(
        "once", "May 10, 1998", "Mayor Ruth Denby came to the Kestrel Bridge.", kinds={0: PassageKind.BYLINE}
    )
    again = document(
        "again", "May 10, 2001", "Mayor Ruth Denby left the Kestrel Bridge.", kinds={0: PassageKind.BYLINE}
    )
    found = published(wire, once, again)[0]
    assert found.value == "1998-05-09?/2001-05-09?"
    assert "fit equally" in found.basis
    assert published(wire, once)[0].value == "1998-05-09?"


def test_the_turn_of_the_year() -> None:
    release = document(
        "release",
        "CHICAGO, Jan. 3 /Agency/ -- The boards of Orrin Foods agreed on Dec. 30.",
        "Copyright 2005 Agency",
        kind="news article",
    )
    filing = document("filing", "On December 30, 2004 and January 3, 2005 the board of Orrin Foods met.")
    assert published(release, filing)[0].value == "2005-01-03"
    assert values([release, filing], "release")[1] == ("Dec. 30", "2004-12-30")


def test_a_weekday_that_another_document_dates() -> None:
    tabloid = document(
        "tabloid",
        "The fire tore through Pine Hollow on Sunday, and Sheriff Whitlock told everybody to run.",
        "A chief had warned them in July.",
        kind="news article",
    )
    report = document("report", "On 16 August 2020 the fire crossed to Pine Hollow, and Sheriff Whitlock sent all out.")
    found = published(tabloid, report)[0]
    assert found.value == "2020-08-16/2020-08-22"
    assert "report.txt" in found.basis
    assert values([tabloid, report], "tabloid") == [("Sunday", "2020-08-16"), ("July", "2020-07")]
    other = document("other", "On 23 August 2020 the fire spared Pine Hollow, and Sheriff Whitlock ordered all home.")
    assert published(tabloid, report, other)[0].value is None


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("https://www.ledger.example/2020/08/17/fire/", "2020-08-17"),
        ("Source: https://ledger.example/news-20200817-fire", "2020-08-17"),
        ("https://ledger.example/2020/02/31/fire/", "2020-08-16/.."),
        ("https://ledger.example/2019/08/17/fire/", "2020-08-16/.."),
    ],
)
def test_the_day_in_an_address_counts_where_nothing_contradicts_it(address: str, value: str) -> None:
    assert published(document("a", address, "The fire began on 16 August 2020."))[0].value == value


def test_the_reader_gives_an_address() -> None:
    manifest = Manifest(sources={"a.txt": {"url": "https://ledger.example/2020/08/17/fire/"}})
    assert published(document("a", "The fire began."), manifest=manifest)[0].value == "2020-08-17"


def test_a_line_at_the_head_that_ends_in_a_day_states_it() -> None:
    for line in ("Press release. Rotterdam, 21 October 2014", "Pine County. Released 21 October 2014"):
        (found,) = published(document("a", line, "The work began on 2 September 2013."))
        assert (found.value, found.inferred) == ("2014-10-21", False)
    heading = document(
        "a", "Inquiry: day three, Tuesday 21 October 2014", "Witnesses spoke.", kinds={0: PassageKind.HEADING}
    )
    assert published(heading)[0].value == "2014-10-21"
    (title,) = published(document("a", "The battle of 21 October 2014", "The work began on 2 September 2015."))
    assert (title.value, title.inferred) == ("2015-09-02/..", True)


def test_the_same_people_on_such_a_weekday_are_no_sign_of_the_same_day() -> None:
    wire = document("wire", "On Monday Halden Foods agreed to buy Brightwater, said Okafor.", kind="news article")
    filing = document("filing", "On June 22, 2015, Halden Foods telephoned Brightwater and Okafor.")
    assert published(wire, filing)[0].value is None


def test_a_weekday_right_before_the_newest_day_is_left_open() -> None:
    statement = document(
        "statement",
        "The embassy was told on Monday that Dragunov must leave. He left on 10 May 1983.",
        kind="news article",
    )
    assert published(statement)[0].value == "1983-05-10/.."


def test_a_head_with_its_place_and_a_day_without_year_is_the_own_day() -> None:
    letter = document(
        "letter",
        "Kilmory, 25th September",
        "Dear Sir, I was on the Isle of Torsa on Wednesday when Captain Rennie struck the pier.",
        kinds={0: PassageKind.HEADING},
        kind="letter",
    )
    report = document("report", "On 21 September 1988 the Isle of Torsa struck; Captain Rennie was heard.")
    assert published(letter, report)[0].value == "1988-09-25?"


def test_entries_of_a_diary_are_of_the_year_that_their_weekdays_and_the_affair_give() -> None:
    diary = document(
        "diary", "Tuesday 3 March. The Rembrandt of the Museum is gone.", "Thursday 5 March. Then Vasconcelos came."
    )
    court = document("court", "On 3 March 2015 Vasconcelos, of the Museum, missed the Rembrandt.")
    assert values([diary, court], "diary") == [("Tuesday 3 March", "2015-03-03"), ("Thursday 5 March", "2015-03-05")]


def test_a_stated_day_is_never_changed() -> None:
    crowd = [document(f"d{n}", f"On 15 April 1934 the Arcadia sank, Captain Aldous said, {n} times.") for n in range(9)]
    assert published(SENTINEL, *crowd)[0].value == "1912-04-18"


PHRASES = st.sampled_from([
    "on 0001-01-01", "on 31 December 9999", "on 29 February 2000", "on February 29", "on 31 June", "on December 31",
    "on January 1", "on Monday", "on Tuesday, November 4", "in December", "in 9998", "last month", "on May 3, 0001",
    "will end on October 10", "from 30 December 9998", "on Saturday, February 29",
])  # fmt: skip


@given(st.lists(st.lists(PHRASES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_no_days_at_the_ends_of_the_calendar_break_anything_and_order_plays_no_part(texts: list[list[str]]) -> None:
    case = [
        document(
            f"d{n}", *(f"The trust of Edgar Thule and Ruth Denby failed {words}." for words in phrases), kind="news"
        )
        for n, phrases in enumerate(texts)
    ]
    assert published(*case) == published(*reversed(case))[::-1]
