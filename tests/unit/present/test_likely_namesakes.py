"""Which names may be one's: asked in the review, best first; and what is said against a merge before it is made."""

from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.present.namesakes import against, likely
from dossier.store.queries.naming import Named

_NUMBERS = count()


def named(name: str, kind: str = "person", weight: int = 3) -> Named:
    return Named(kind, f"{kind}-{next(_NUMBERS)}", name, weight)


def asked(*names: str, kind: str = "person") -> list[tuple[str, str]]:
    return [(pair.one.name, pair.other.name) for pair in likely([named(name, kind) for name in names])]


@pytest.mark.parametrize(("one", "other"), [
    ("Edward Smith", "Capt E Smith"), ("Edward Smith", "Captain E. J. Smith"), ("Katarina Holm", "Katrine Holm"),
    ("Sergei Orlov", "Sergey Orlov"), ("Thomas Harriet", "Tom Harriet"), ("Judith Vale", "Judith V"),
    ("Judith Vale", "Mrs Vale"), ("Judith Vale", "Dear Professor Vale"), ("Judith Vale", "Captain Vale"),
    ("Judith Vale", "Judith"), ("Thomas Harriet", "Tom"),
    ("Alan Merrick", "Allan Merrick"), ("Jon Aston", "John Aston"),
    ("Maria de la Cruz", "Dr Maria de la Cruz"), ("Ian McKerr", "Ian MacKerr"),
])  # fmt: skip
def test_these_are_asked_about(one: str, other: str) -> None:
    assert {frozenset(pair) for pair in asked(one, other, "Quentin Zell")} == {frozenset((one, other))}
    assert asked(other, one)


@pytest.mark.parametrize(("one", "other"), [
    ("Edward Smith", "Eileen Smith"), ("Edward Smith", "Mrs E Smith"), ("Mr Vale", "Judith Vale"),
    ("Margaret Holm", "Callum Holm"), ("Robert Vale", "Judith Vale"), ("Edward Smith", "Edward Jones"),
    ("Judith Vale", "Judith M"), ("Judith Vale", "Robert"), ("Anna Karr", "Robert Kell"), ("Vale", "Holm"),
])  # fmt: skip
def test_these_are_not(one: str, other: str) -> None:
    assert asked(one, other) == []


def test_whole_names_come_first_and_a_surname_of_several_last() -> None:
    pairs = asked("Holm", "Margaret Holm", "Callum Holm", "Judith Vale", "Mrs Vale", "Edward Smith", "E. Smith")
    assert [frozenset(pair) for pair in pairs[:2]] == [
        frozenset(("Edward Smith", "E. Smith")), frozenset(("Judith Vale", "Mrs Vale"))]  # fmt: skip
    assert [{"Holm"} & set(pair) for pair in pairs[2:]] == [{"Holm"}, {"Holm"}]


def test_things_are_told_apart_by_figures_and_joined_by_their_end() -> None:
    assert asked("Heron", "Project Heron", kind="organization")
    assert asked("Voyager 1", "Voyager 2", kind="vehicle") == []


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_names_can_be_compared_in_any_order(names: list[str]) -> None:
    things = [named(name) for name in names]
    pairs = {frozenset((pair.one.id, pair.other.id)) for pair in likely(things)}
    assert pairs == {frozenset((pair.one.id, pair.other.id)) for pair in likely(things[::-1])}
    assert all(len(pair) == 2 for pair in pairs)
    for one, other in pairwise(names):
        against(one, other)


@pytest.mark.parametrize(("one", "other", "said"), [
    ("Edward Smith", "Eileen Smith", "“Edward Smith” is a man’s name and “Eileen Smith” a woman’s."),
    ("Edward Smith", "Mrs Smith", "“Edward Smith” is a man’s name and “Mrs Smith” a woman’s."),
    ("Edward Smith", "Robert Smith", "Edward and Robert are two given names."),
    ("Alan Merrick", "Allan Merrick", ""),
    ("Edward Smith", "E Smith", ""), ("Edward Smith", "Ed Smith", ""), ("Edward Smith", "Smith", ""),
    ("Edward Smith", "Ned", ""),
])  # fmt: skip
def test_what_is_said_against_a_merge(one: str, other: str, said: str) -> None:
    assert against(one, other) == said
