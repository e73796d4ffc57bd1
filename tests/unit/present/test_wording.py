"""Cells, dates and marks: exact widths, harmless text, no date made more precise than it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dossier.model.edtf import bounds
from dossier.present.cells import clean, cut, fit, short, width_of
from dossier.present.dates import UNDATED, date_in, date_words, reason_words, year_of
from dossier.present.excerpts import excerpt
from dossier.present.fields import event_line as line_on_page
from dossier.present.marks import bar
from dossier.present.rows import entity_line, event_line, source_line
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.events import EventRow
from dossier.store.queries.sources import SourceRow

HOSTILE = ("\x1b[2Jx", "[red]", "[/]", "\x1b]52;c;aGk=\x07", "a\u202eb", "nul\0", "x" * 500, "日本語" * 40,
           "e\u0301" * 80, "👩\u200d🚀 crew", "\ud800", "a\tb\nc")
widths = st.integers(0, 120)
anything = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE))


@given(text=anything, width=widths, right=st.booleans())
def test_fitted_text_takes_exactly_its_width(text: str, width: int, right: bool) -> None:
    assert cell_len(fit(text, width, right=right)) == width


@given(text=anything)
def test_clean_text_keeps_its_offsets_and_holds_no_control(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066" for char in cleaned)


@given(text=anything, width=widths)
def test_a_cut_never_takes_half_a_wide_character(text: str, width: int) -> None:
    assert width_of(cut(clean(text), width)) <= width
    assert width_of(short(text, width)) <= width


@pytest.mark.parametrize(("value", "words", "without_year"), [
    ("2018-08-29/2018-08-30", "29–30 Aug 2018", "29–30 Aug"), ("2018-09-04~", "~04 Sep 2018", "~04 Sep"),
    ("2021-12/..", "≥ Dec 2021", "≥ Dec"), ("../2018", "≤ 2018", "≤ 2018"),
    ("2018-09/2018-10", "Sep–Oct 2018", "Sep–Oct"), ("2021-11-26?", "26 Nov 2021?", "26 Nov?"),
    ("2018-12-30/2019-01-02", "30 Dec 2018–02 Jan 2019", "30 Dec–02 Jan 2019"), ("2018", "2018", ""),
    ("2018-12-20T05:02Z", "20 Dec 2018 05:02", "20 Dec 05:02"), ("2018-21", "spring 2018", "spring"),
    ("2018-09-01/2018-10-31", "Sep–Oct 2018", "Sep–Oct"), ("XXXX-08-30", "30 Aug", "30 Aug"),
    ("1911-03-1X", "1· Mar 1911", "1· Mar"), ("2020-02-01/2020-02-29", "Feb 2020", "Feb"),
    ("[2018,2019]", "2018 or 2019", "2018 or 2019"), ("not a date", "not a date", "not a date"),
    (None, UNDATED, UNDATED), ("", UNDATED, UNDATED),
    ("[2018-09-04,2018-09-05]", "04 or 05 Sep 2018", "04 or 05 Sep"),
    ("{2018-09-04,2018-10-05}", "04 Sep and 05 Oct 2018", "04 Sep and 05 Oct"),
    ("[..2018-09-04]", "≤ 04 Sep 2018", "≤ 04 Sep 2018"), ("201X", "2010s", "2010s"),
    ("19XX", "1900–1999", "1900–1999"), ("2018-XX-05", "2018", ""), ("2018~", "~2018", "~2018"),
    ("2018-1X", "Oct–Dec 2018", "Oct–Dec"), ("2018/2018-09-03", "2018 – 03 Sep 2018", "2018 – 03 Sep"),
    ("-0044-03-15", "15 Mar 45 BC", "15 Mar 45 BC"), ("0000", "1 BC", "1 BC"), ("-004X", "41–50 BC", "41–50 BC"),
    ("-0044-03-15/-0044-03-16", "15–16 Mar 45 BC", "15–16 Mar 45 BC"),
    ("1980/..", "≥ 1980", "≥ 1980"), ("../1991-05-05", "≤ 05 May 1991", "≤ 05 May"),
    ("1980-XX/..", "≥ 1980", "≥ 1980"), ("../1991-05~", "≤ ~May 1991", "≤ ~May"),
])
def test_dates_in_words(value: str | None, words: str, without_year: str) -> None:
    assert (date_words(value), date_words(value, year=False)) == (words, without_year)


@pytest.mark.parametrize(("value", "width", "words"), [
    ("2018-12-20T05:02Z", 12, "20 Dec 2018"), ("2018-08-29/2018-09-02", 12, "Aug–Sep 2018"),
    ("2018-06-08/2019-12-20", 10, "2018–2019"), ("2018-08-29", 20, "29 Aug 2018"),
    ("[2018-09-04,2018-09-05]", 10, "Sep 2018"), ("../1991-05-05", 10, "≤ May 1991"),
])
def test_a_date_that_does_not_fit_says_less(value: str, width: int, words: str) -> None:
    assert date_in(value, width) == words


@given(value=st.text(alphabet="0123456789-/X~?%.T:Z[]{},", max_size=30))
def test_no_value_is_an_error(value: str) -> None:
    assert date_words(value) is not None
    assert date_in(value, 5, year=False) is not None


@pytest.mark.parametrize(("value", "year"), [
    ("2018-09-04", "2018"), ("[2018-09-04,2018-09-05]", "2018"), ("XXXX-08-30", ""), ("201X", ""),
    ("-0044-03-15", ""), ("0000", ""), ("1980/..", "1980"), ("../1991-05-05", "1991"),
    ("/1991-05-05", "1991"), ("../..", ""), ("../199X", ""), ("1911-03-04/1912", "1911"), (None, ""),
])
def test_a_column_of_years_has_those_that_dates_leave_out(value: str | None, year: str) -> None:
    assert year_of(value) == year


@pytest.mark.parametrize(("date", "status", "shown"), [
    ("2018-09-04", "reported", "2018 04 Sep     ?"), ("2018-09-04?", "reported", "2018 04 Sep?     "),
    ("2018-09-04~", "reported", "2018 ~04 Sep     "), ("2018-09-04", "planned", "2018 04 Sep     ○"),
])
def test_an_inferred_date_has_one_mark(date: str, status: str, shown: str) -> None:
    event = EventRow(1, "v", "sail", "go", date, "2018-09-04", "2018-09-04", status, 1, 1, True)
    assert "".join(cell.text for cell in event_line(event, 60)).startswith(shown)


def test_a_year_is_said_once_before_and_after_an_event_of_which_only_the_latest_day_is_known() -> None:
    dates = ["1991-05-02", "../1991-05-05", "1991-06-01", "1992-01/.."]
    rows = [EventRow(n, f"v{n}", "sail", "go", date, *bounds(date), "reported", 1, 1, False)
            for n, date in enumerate(dates)]  # fmt: skip
    lines = ["".join(cell.text for cell in event_line(row, 60, above=above))
             for above, row in zip([None, *rows], rows, strict=False)]  # fmt: skip
    assert [line[:17].rstrip() for line in lines] == ["1991 02 May", "     ≤ 05 May", "     01 Jun", "1992 ≥ Jan"]


def test_what_is_of_no_year_is_not_read_as_of_the_year_above() -> None:
    dates = ["1991-05-02", None, "XXXX-06-19", "1992-01/.."]
    rows = [EventRow(n, f"v{n}", "sail", "go", date, *bounds(date), "reported", 1, 1, False)
            for n, date in enumerate(dates)]  # fmt: skip
    lines = ["".join(cell.text for cell in event_line(row, 60, above=above))
             for above, row in zip([None, *rows], rows, strict=False)]  # fmt: skip
    assert [line[:17].rstrip() for line in lines] == ["1991 02 May", "–    undated", "–    19 Jun", "1992 ≥ Jan"]


@pytest.mark.parametrize(("published", "shown"), [
    ("2018-09/2018-10", "Sep–Oct 2018?"), ("2018-09?/2018-10?", "Sep–Oct 2018?"), ("2018-09~", "~Sep 2018"),
    ("2018-09/..", "≥ Sep 2018"),
])
def test_an_inferred_publication_has_one_mark(published: str, shown: str) -> None:
    source = SourceRow(1, "s", 0, "Log", "log.txt", "Log", None, None, published, None, None, 9, 1, 1, None, True)
    assert source_line(source, 40)[-1].text.strip() == shown


@given(spread=st.lists(st.integers(0, 500), max_size=8))
def test_a_bar_shows_silence_as_silence(spread: list[int]) -> None:
    drawn = bar(tuple(spread))
    assert [char == "·" for char in drawn] == [count == 0 for count in spread]


spreads = st.lists(st.integers(0, 9), max_size=8)


@given(name=anything, role=st.none() | anything, width=st.integers(14, 160), spread=spreads)
def test_lines_of_rows_are_as_wide_as_asked(name: str, role: str | None, width: int, spread: list[int]) -> None:
    entity = EntityRow(1, "e", "person", name, name, role, role, "principal", 12, 2, 3, tuple(spread))
    event = EventRow(1, "v", name, "go", "2018-08-29/2018-08-30", "2018-08-29", "2018-08-30", "alleged", 3, 2, True)
    source = SourceRow(1, "s", 0, name, name, name, role, None, "2018-08", None, None, 9, 1, 1, None, True)
    fault = SourceRow(1, "s", 0, name, name, name, role, None, None, None, None, 9, 1, 1, name, False)
    for cells in (entity_line(entity, width), event_line(event, width), source_line(source, width),
                  source_line(fault, width)):
        assert cell_len("".join(cell.text for cell in cells)) == width


@given(text=st.text(max_size=300), data=st.data())
def test_an_excerpt_holds_the_words_it_is_about(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words, at, to = excerpt(text, start, end, before=20, after=20)
    assert words[at:to] == clean(text[start:end])


def test_what_is_cut_ends_with_a_whole_word_or_enough_of_it() -> None:
    assert fit("The barge was towed to Harlow", 22).rstrip() == "The barge was towed…"
    assert fit("The barge was dismantled", 20).rstrip() == "The barge was disma…"
    assert fit("deputy inspector, of mines", 19).rstrip() == "deputy inspector…"


def test_that_sources_differ_looks_the_same_in_a_list_and_on_a_page() -> None:
    event = EventRow(1, "v", "sail", "go", "1911-03-03", "1911-03-03", "1911-03-03", "alleged", 3, 2, True, disputed=1)
    assert [cell.role for cell in event_line(event, 60) if "≠" in cell.text] == ["fault"]
    assert "".join(cell.text for cell in event_line(event, 60)).startswith("1911 03 Mar     ≠! sail")
    block = line_on_page(event, against="≠ Ada")
    assert [block.text[run.start : run.end].strip() for run in block.runs if run.role == "fault"] == ["≠", "≠ Ada"]
    quiet = event._replace(disputed=0)
    assert not [run for run in line_on_page(quiet).runs if run.role == "fault" and run.start < run.end]


@pytest.mark.parametrize(("reason", "words"), [
    ("published 2018-09?/2018-10-10? → 2018-08/2018-09", "published Sep–10 Oct 2018? → Aug–Sep 2018"),
    ("counted from 1911-03-03T21:00:00Z; approximate", "counted from 03 Mar 1911 21:00; approximate"),
    ("“2018-09-03” follows “x” (2019-09)", "“2018-09-03” follows “x” (Sep 2019)"),
    ("told as done in a/2018-09-03.txt, published ../2019", "told as done in a/2018-09-03.txt, published ≤ 2019"),
    ("not after 2019-09: told in 2018-09-03 Izvestia.txt", "not after Sep 2019: told in 2018-09-03 Izvestia.txt"),
    ("of 2018-051A and 2018-13", "of 2018-051A and 2018-13"),
])  # fmt: skip
def test_reasons_have_their_dates_in_words_but_never_a_quotation_or_the_name_of_a_file(reason: str, words: str) -> None:
    assert reason_words(reason) == words
