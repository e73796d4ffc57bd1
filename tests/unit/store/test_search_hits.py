"""Full-text search: what is found, in which order, and that it never ranks what would take too long."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.query.parse import parse
from dossier.store import search
from dossier.store.queries.filters import Noun, Pin
from dossier.store.search import passages_in, search_labels, search_passages


@pytest.mark.parametrize(("text", "total"), [
    ("light", 2), ("lam", 2), ('"the light"', 2), ("light -dark", 1), ("light dark", 1), ("nowhere", 0), ("", 0),
    ("-light", 0), ("HALCYON", 4),
])
def test_passages_that_hold_the_words_are_counted(reader: sqlite3.Connection, text: str, total: int) -> None:
    found = search_passages(reader, parse(text, typing=True))
    assert (found.total, len(found.hits)) == (total, total)


def test_pins_narrow_a_search(reader: sqlite3.Connection) -> None:
    gazette = reader.execute("SELECT id FROM sources WHERE path = 'gazette.md'").fetchone()[0]
    found = search_passages(reader, parse("halcyon"), pins=[Pin(Noun.SOURCE, gazette, "", "Gazette")])
    assert {hit.source for hit in found.hits} == {gazette}
    assert found.total == 2


def test_too_many_hits_come_in_the_order_of_the_sources(
    reader: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "RANKED", 3)
    found = search_passages(reader, parse("halcyon"))
    assert not found.ranked
    assert [hit.passage for hit in found.hits] == sorted(hit.passage for hit in found.hits)


def test_names_titles_and_labels_are_found_once_each(reader: sqlite3.Connection) -> None:
    found = search_labels(reader, parse("halcyon"))
    assert [(hit.kind, hit.name) for hit in found] == [
        ("vehicle", "Halcyon"), ("event", "Halcyon runs aground on the Carrick bar"),
        ("source", "Halcyon strikes the Carrick bar"), ("source", "The loss of the Halcyon"),
        ("disagreement", "When was the Halcyon lost?")]


def test_hits_of_one_source_come_in_order(reader: sqlite3.Connection) -> None:
    courier = reader.execute("SELECT id FROM sources WHERE path = 'courier.txt'").fetchone()[0]
    found = passages_in(reader, parse("the"), courier)
    assert found == sorted(found)
    assert len(found) > 2


@given(text=st.text(max_size=40))
def test_no_search_is_an_error(reader: sqlite3.Connection, text: str) -> None:
    query = parse(text, typing=True)
    assert search_passages(reader, query).total >= 0
    search_labels(reader, query)
