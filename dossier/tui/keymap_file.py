"""The user's own keys: a TOML file in the user's configuration directory, written by hand and never by the program.

    search = "/"
    "pane.next" = ["tab", "ctrl+n"]
    narrow = []

A command's name leads to its key or keys, as Textual names them or as the character itself; an empty list takes its
keys away. What is not named keeps the keys of `commands.py`. What cannot be is left out, and said.
"""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from textual.binding import Binding
from textual.keys import KEY_TO_UNICODE_NAME, REPLACED_KEYS, Keys

from dossier.tui.board_commands import BOARD_COMMANDS
from dossier.tui.commands import ALL, EVERYWHERE, Command
from dossier.tui.keymap import Keymap
from dossier.tui.select_commands import SELECT_COMMANDS

_SIGNS = {
    "enter": "⏎", "escape": "Esc", "space": "Space", "tab": "Tab", "pageup": "PgUp", "pagedown": "PgDn", "up": "↑",
    "down": "↓", "left": "←", "right": "→", "home": "Home", "end": "End", "backspace": "⌫", "delete": "Del",
}  # fmt: skip
EVERY = (*ALL, *BOARD_COMMANDS, *SELECT_COMMANDS)
"""All commands that there are, wherever they have a meaning."""
_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
_NAMES = {key.value for key in Keys} | set(_SIGNS) | set(KEY_TO_UNICODE_NAME)

HEAD = """\
# Keys of dossier's browser. Copy this to {file} and change what you like.
#
# A key is a character ("/"), a name ("tab", "pageup", "f5", "space") or either with a modifier ("ctrl+f", "shift+tab").
# Several keys: a list. No key: an empty list. Lines you leave out mean what they mean here.
"""


def parse(file: Path) -> Keymap:
    """What the file says, as far as it can be."""
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Keymap(file, faults=(f"The file cannot be read: {error}",))
    wanted: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    known = {command.name: command for command in EVERY}
    for name, value in _flat(written):
        if name not in known:
            faults.append(_unknown(name, known))
            continue
        keys, wrong = _keys(value)
        if wrong:
            faults.append(f"{name}: {wrong}")
        else:
            wanted[name] = keys
    faults += _drop_conflicts(wanted)
    return Keymap(file, wanted, tuple(faults))


def default_file(file: Path) -> str:
    """A file that changes nothing: every command with its keys and what it does."""
    lines = [HEAD.format(file=file)]
    group = ""
    for command in sorted(EVERY, key=lambda command: command.group):
        if command.group != group:
            group = command.group
            lines.append(f"\n# {group}")
        keys = ", ".join(f'"{_written(key)}"' for key in command.keys.split(","))
        lines.append(f'"{command.name}" = [{keys}]  # {command.help}')
    return "\n".join(lines) + "\n"


def sign(key: str) -> str:
    """A key as a person reads it: `ctrl+p` is Ctrl+P, `question_mark` is ?."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    char = _character(name)
    shown = _SIGNS.get(name) or (char if char else name.capitalize())
    if modifiers and len(shown) == 1:
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """Names and values; `[pane] next = …` says the same as `"pane.next" = …`."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name, value


def _unknown(name: str, known: Iterable[str]) -> str:
    like = get_close_matches(name, known, 1)
    return f"There is no command “{name}”" + (f"; perhaps “{like[0]}”?" if like else ".")


def _keys(value: object) -> tuple[tuple[str, ...], str]:
    """The keys that a value names, as Textual calls them, or what is wrong with it."""
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list) or not all(isinstance(key, str) for key in named):
        return (), "write a key in quotes, or a list of them."
    for key in named:
        if not _possible(key):
            return (), f"“{key}” is no key."
    return tuple(_textual(key) for key in named), ""


def _possible(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and key != ","
    *modifiers, name = key.split("+")
    return all(modifier in _MODIFIERS for modifier in modifiers) and (name in _NAMES or bool(_character(name)))


def _character(name: str) -> str:
    """The printable character that a key's name means; empty where it means none."""
    named = REPLACED_KEYS.get(name, name)
    try:
        char = name if len(name) == 1 else unicodedata.lookup(KEY_TO_UNICODE_NAME.get(named, named.replace("_", " ")))
    except KeyError:
        return ""
    return char if char.isprintable() else ""


def _textual(key: str) -> str:
    """Textual's name of a key that may be written as a character."""
    return next(iter(Binding.make_bindings([(key, "", "")]))).key if len(key) == 1 else key


def _written(key: str) -> str:
    """The shortest that can be written for a key in the file."""
    char = _character(key)
    return key if not char or char in ' "\\,' else char


def _drop_conflicts(wanted: dict[str, tuple[str, ...]]) -> list[str]:
    """Take out of `wanted` what gives one key to two commands of one place, and say so."""
    faults: list[str] = []
    while clash := _first_conflict(wanted):
        key, one, other = clash
        faults.append(f"{sign(key)} would be both “{one}” and “{other}”: give one of them another key.")
        for name in (one, other):
            wanted.pop(name, None)
    return faults


def _first_conflict(wanted: Mapping[str, Sequence[str]]) -> tuple[str, str, str] | None:
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for command in EVERY:
        for key in wanted.get(command.name, command.keys.split(",")):
            for place in _places(command):
                holders[place, key].append(command.name)
    return next(((key, names[0], names[1]) for (_, key), names in holders.items() if len(names) > 1), None)


def _places(command: Command) -> frozenset[str]:
    """Where no other command can have its keys. Panes and reader are one place; the timeline, the matrix and selecting
    have keys of their own, which may mean something else there."""
    return EVERYWHERE if command.where & EVERYWHERE else command.where
