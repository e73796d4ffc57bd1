"""What a name means: exact names before beginnings, names before sentences, and no input an error."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.store.queries.naming import KINDS, find, nearest


def test_every_id_and_path_means_what_bears_it(reader: sqlite3.Connection) -> None:
    for table in ("entities", "events", "sources", "statements"):
        for (id_,) in reader.execute(f"SELECT id FROM {table}").fetchall():
            assert [found.id for found in find(reader, id_)] == [id_]
    paths = reader.execute("SELECT id, path FROM sources").fetchall()
    assert paths
    for id_, path in paths:
        assert [found.id for found in find(reader, path)] == [id_]


def test_every_name_and_alias_means_its_bearer_in_any_case(reader: sqlite3.Connection) -> None:
    aliases = reader.execute("SELECT entity, alias FROM aliases").fetchall()
    assert aliases
    for entity, alias in aliases:
        for written in (alias, alias.upper(), f"  {alias.lower()}. "):
            assert [found.id for found in find(reader, written)] == [entity]


@pytest.mark.parametrize(("name", "names"), [
    ("carrick", ["Carrick"]),  # called exactly so, though an event's label has the word too
    ("carri", ["Carrick"]),  # a name that begins so, before labels with such a word
    ("oil", ["The oil is never delivered"]), ("aground halc", ["Halcyon runs aground on the Carrick bar"]),
    ("nobody", []), ("", []), ("the", ["The loss of the Halcyon", "The lamp goes out at nine",
                                       "The oil is never delivered"]),
])  # fmt: skip
def test_the_clearest_meaning_is_taken(reader: sqlite3.Connection, name: str, names: list[str]) -> None:
    assert [found.name for found in find(reader, name)] == names


@pytest.mark.parametrize("title", ["Sir", "Dr.", "Captain", "Professor Sir"])
def test_a_title_before_a_name_of_one_person_is_no_matter(reader: sqlite3.Connection, title: str) -> None:
    assert [found.name for found in find(reader, f"{title} Tobias Renn")] == ["Tobias Renn"]
    assert find(reader, f"{title} Tobias Renn", ("place",)) == []
    assert find(reader, f"{title} Halcyon Carrick Bar") == []
    assert find(reader, f"The {title} of Tobias Renn") == []


def test_only_the_kinds_that_are_asked_for(reader: sqlite3.Connection) -> None:
    assert [found.kind for found in find(reader, "halcyon", ("event",))] == ["event"]
    assert find(reader, "Tobias Renn", ("place",)) == []


@pytest.mark.parametrize(("name", "first"), [("Tobais Ren", "Tobias Renn"), ("Lowstead", "Lowestead")])
def test_a_misspelt_name_is_near_its_own(reader: sqlite3.Connection, name: str, first: str) -> None:
    assert nearest(reader, name)[0].name == first


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(name=st.text(max_size=40) | st.sampled_from(['"', "a\x00b", "\udcff", "NEAR(", "x*", "-a", "%"]))
def test_any_text_is_a_name(reader: sqlite3.Connection, name: str) -> None:
    assert all(found.kind in KINDS for found in [*find(reader, name), *nearest(reader, name)])
