"""A search is taken apart into a speaker and words; whatever is typed is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.query.operators import Search, taken_apart


@pytest.mark.parametrize(("text", "search"), [
    ("drill hole", Search("drill hole")), ("speaker:dunmore", Search("", "dunmore")),
    ("speaker:dunmore letter", Search("letter", "dunmore")), ("a log Speaker:dunmore", Search("a log", "dunmore")),
    ('speaker:"alan dunmore" letter', Search("letter", "alan dunmore")), ('speaker:"alan du', Search("", "alan du")),
    ("speaker:", Search("", "")), ("loudspeaker:x", Search("loudspeaker:x", unknown="loudspeaker")),
    ("source:log fire", Search("source:log fire", unknown="source")), ("at 10:15", Search("at 10:15")),
])  # fmt: skip
def test_what_is_typed_is_taken_apart(text: str, search: Search) -> None:
    assert taken_apart(text) == search


@given(st.text(max_size=60))
def test_no_search_is_an_error_and_none_without_a_speaker_is_changed(text: str) -> None:
    search = taken_apart(text)
    assert search.words == text or search.speaker is not None
