"""The keys as a user has them: those of `commands.py`, but where a file of the user says otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import platformdirs
from textual.binding import Binding

from dossier.tui.commands import Command

NO_KEY = "no-key"
"""The key of a command without one: nothing that a keyboard sends is called so."""
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Keymap(NamedTuple):
    """What a user changed."""

    file: Path
    """Where that is written down, or could be."""
    keys: Mapping[str, tuple[str, ...]] = _NONE
    """By name of the command, as Textual names keys; an empty tuple takes them away."""
    faults: tuple[str, ...] = ()
    """What is wrong with the file, a sentence each."""

    @property
    def bindings(self) -> dict[str, str]:
        """As `App.set_keymap` takes it."""
        return {name: ",".join(keys) or NO_KEY for name, keys in self.keys.items()}

    def shown(self, command: Command) -> str:
        """The keys of a command as a person reads them; empty where it has none."""
        keys = self.keys.get(command.name)
        if keys is None:
            return command.shown
        from dossier.tui.keymap_file import sign  # noqa: PLC0415 (only where keys were changed)

        return " ".join(sign(key) for key in keys)

    def bindings_of(self, commands: Iterable[Command]) -> list[Binding]:
        """The bindings of some commands, changed already. For a widget on which one key has several bindings: what
        Textual's `set_keymap` changes, it takes away from all the others."""
        return [replace(command.binding, key=self.bindings.get(command.name, command.keys), id=None)
                for command in commands]  # fmt: skip


def keymap_file() -> Path:
    """Where the user's keys are written down, if anywhere: in the configuration directory, by hand."""
    return platformdirs.user_config_path("dossier", appauthor=False) / "keys.toml"


def read_keymap(file: Path | None = None) -> Keymap:
    """The user's keys. Whatever is wrong with the file, there are keys, and it is said."""
    file = file or keymap_file()
    if not file.exists():
        return Keymap(file)
    from dossier.tui.keymap_file import parse  # noqa: PLC0415 (only where there is such a file)

    return parse(file)
