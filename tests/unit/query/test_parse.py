"""The search language: what texts ask for, and that every text asks for something or nothing, never an error."""

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.query.matches import find_matches
from dossier.query.parse import MAX_TERMS, parse
from dossier.query.syntax import Term
from dossier.store.expression import match_expression


@pytest.mark.parametrize(("text", "terms"), [
    ("drill hole", [Term(("drill",)), Term(("hole",))]),
    ('"drill hole"', [Term(("drill", "hole"))]),
    ("hole -ISS", [Term(("hole",)), Term(("ISS",), negated=True)]),
    ('hole -"space station"', [Term(("hole",)), Term(("space", "station"), negated=True)]),
    ("dril*", [Term(("dril",), prefix=True)]),
    ("o'brien", [Term(("o", "brien"))]),
    ("well-known", [Term(("well", "known"))]),
    ("a OR b", [Term(("a",)), Term(("OR",)), Term(("b",))]),
    ('"never closed', [Term(("never", "closed"))]),
    ("", []), ("  ", []), ("- \" *", []), ("—", []),
])
def test_text_asks_for_terms(text: str, terms: list[Term]) -> None:
    assert list(parse(text).terms) == terms


@pytest.mark.parametrize(("text", "unfinished"), [
    ("the dri", True), ("the dri ", False), ('"the dri', True), ('"the dri"', False), ("dri", True),
])
def test_only_an_unfinished_last_word_may_go_on_while_typing(text: str, unfinished: bool) -> None:
    terms = parse(text, typing=True).terms
    assert terms[-1].prefix is unfinished
    assert not any(term.prefix for term in terms[:-1])


def test_a_long_query_is_cut() -> None:
    assert len(parse("word " * 10_000).terms) == MAX_TERMS


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5 (text, tokenize='unicode61 remove_diacritics 2', prefix='2 3')")
    connection.execute("INSERT INTO t VALUES ('Serena Auñón-Chancellor saw the hole; O''Brien did not')")
    return connection


@given(text=st.text(max_size=60), typing=st.booleans())
@example(text='a AND NEAR( "b', typing=True)
@example(text="nul \0 and \ud800 surrogate", typing=False)
@example(text="\u0301", typing=True)
@example(text='-"', typing=False)
def test_no_text_is_an_error_for_the_index(index: sqlite3.Connection, text: str, typing: bool) -> None:
    expression = match_expression(parse(text, typing=typing))
    if expression is not None:
        index.execute("SELECT count(*) FROM t WHERE t MATCH ?", [expression]).fetchone()


@pytest.mark.parametrize("text", ["aunon", "AUÑÓN", "o'brien", '"the hole"', "chanc*", "hole -drill", "SERENA hole"])
def test_case_accents_and_punctuation_do_not_matter(index: sqlite3.Connection, text: str) -> None:
    found = index.execute("SELECT count(*) FROM t WHERE t MATCH ?", [match_expression(parse(text))]).fetchone()
    assert found == (1,)


@pytest.mark.parametrize(("text", "query", "found"), [
    ("The hole, the HOLE", "hole", ["hole", "HOLE"]),
    ("Serena Auñón-Chancellor", "aunon", ["Auñón"]),
    ("Serena Aun\u0303o\u0301n-C", "aunon", ["Aun\u0303o\u0301n"]),
    ("drilled, drilling, adrift", "dril*", ["dril", "dril"]),
    ("the space — station", '"space station"', ["space — station"]),
    ("wholes", "hole", []),
    ("nothing", "-nothing", []),
])
def test_matches_are_where_the_words_stand(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_matches(text, parse(query))] == found


@given(text=st.text(max_size=80), query=st.text(max_size=20))
def test_matches_never_err_and_are_in_order(text: str, query: str) -> None:
    matches = find_matches(text, parse(query, typing=True))
    places = [place for match in matches for place in match]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in matches)
