"""The user's keys: what can be is done, what cannot be is said, and there are always keys."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.tui.commands import LISTS, READER, Command
from dossier.tui.keymap import Keymap, read_keymap
from dossier.tui.keymap_file import EVERY, default_file, sign


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


def read(file: Path, written: str) -> Keymap:
    file.write_text(written, encoding="utf-8")
    return read_keymap(file)


def shown(keymap: Keymap, name: str) -> str:
    return keymap.shown(next(command for command in EVERY if command.name == name))


def twice(keymap: Keymap) -> list[tuple[str, str]]:
    """The keys that two commands have in one place; the panes and the reader are one."""
    def places(command: Command) -> set[str]:
        return {LISTS if place == READER else place for place in command.where}

    held = Counter((place, key) for command in EVERY for place in places(command)
                   for key in set(keymap.keys.get(command.name, command.keys.split(","))))
    return [holder for holder, times in held.items() if times > 1]


def test_no_key_belongs_to_two_commands_of_a_place_at_first(file: Path) -> None:
    assert twice(Keymap(file)) == []


def test_a_key_may_mean_something_else_in_another_place(file: Path) -> None:
    keymap = read(file, "\n".join(f'"{name}" = "z"' for name in ("timeline.whole", "select.turn", "matrix.turn")))
    assert keymap.faults == ()
    assert [shown(keymap, name) for name in ("timeline.whole", "select.turn", "fold")] == ["z", "z", "z"]


@pytest.mark.parametrize("written", ['"timeline.whole" = "w"', '"board.why" = "e"', '"select.turn" = "v"'])
def test_on_a_board_and_while_selecting_a_key_has_one_meaning(file: Path, written: str) -> None:
    keymap = read(file, written)
    assert len(keymap.faults) == 1
    assert keymap.keys == {}


def test_keys_are_changed_added_and_taken_away(file: Path) -> None:
    keymap = read(file, 'search = "F"\nnarrow = []\n"pane.next" = ["tab", "ctrl+n"]\n[pane]\nprevious = "ctrl+p"\n'
                        'palette = "f5"\n'.replace("[pane]\nprevious", '"pane.previous"'))
    assert keymap.faults == ()
    assert keymap.bindings == {"search": "F", "narrow": "no-key", "pane.next": "tab,ctrl+n",
                               "pane.previous": "ctrl+p", "palette": "f5"}
    assert [shown(keymap, name) for name in ("search", "narrow", "pane.next", "palette", "sort")] == [
        "F", "", "Tab Ctrl+N", "F5", "s"]


def test_a_table_says_the_same_as_a_dotted_name(file: Path) -> None:
    assert read(file, '[pane]\nnext = "&"\n').bindings == {"pane.next": "ampersand"}


def test_two_commands_may_change_their_keys_with_each_other(file: Path) -> None:
    keymap = read(file, 'sort = "f"\nnarrow = "s"\n')
    assert (keymap.faults, keymap.bindings) == ((), {"sort": "f", "narrow": "s"})


@pytest.mark.parametrize(("written", "said", "left"), [
    pytest.param('serch = "F"\nsort = "S"', "There is no command “serch”; perhaps “search”?", {"sort": "S"}, id="slip"),
    pytest.param('sort = "f"', "f would be both “narrow” and “sort”: give one of them another key.", {}, id="taken"),
    pytest.param('sort = "F"\nnarrow = "F"', "F would be both “narrow” and “sort”", {}, id="twice"),
    pytest.param('sort = "frog"', "sort: “frog” is no key.", {}, id="no key"),
    pytest.param("sort = 3", "sort: write a key in quotes", {}, id="no text"),
    pytest.param("sort = [", "The file cannot be read", {}, id="no TOML"),
])
def test_what_cannot_be_is_said_and_the_rest_done(file: Path, written: str, said: str, left: dict[str, str]) -> None:
    keymap = read(file, written)
    assert len(keymap.faults) == 1
    assert keymap.faults[0].startswith(said)
    assert keymap.bindings == left


def test_what_is_no_text_is_said(file: Path) -> None:
    file.write_bytes(b'sort = "\xff"')
    assert "cannot be read" in read_keymap(file).faults[0]


def test_the_file_of_all_keys_changes_nothing(file: Path) -> None:
    keymap = read(file, default_file(file))
    assert keymap.faults == ()
    named = {command.name: command.keys for command in EVERY}
    assert keymap.bindings == named


@given(st.dictionaries(st.sampled_from([command.name for command in EVERY]),
                       st.lists(st.sampled_from(["a", "b", "ctrl+x", "f5", "/", "q", "?"]), max_size=2)))
def test_whatever_is_written_no_key_belongs_to_two_commands(tmp_path_factory: pytest.TempPathFactory,
                                                            wanted: dict[str, list[str]]) -> None:
    file = tmp_path_factory.mktemp("keys") / "keys.toml"
    keymap = read(file, "\n".join(f'"{name}" = {keys}' for name, keys in wanted.items()))
    assert twice(keymap) == []


def test_keys_are_written_as_a_person_reads_them() -> None:
    named = ("ctrl+p", "question_mark", "shift+tab", "N", "space", "f5", "left_square_bracket")
    assert [sign(key) for key in named] == ["Ctrl+P", "?", "Shift+Tab", "N", "Space", "F5", "["]
