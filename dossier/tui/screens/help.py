"""The keys of where one is, then all others and the marks, made from the commands' own declarations."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from dossier.present.marks import LEGEND
from dossier.present.page import Block, Page, Target, joined, section
from dossier.present.search_page import SYNTAX
from dossier.tui.board_commands import BOARD_COMMANDS, MATRIX, TIMELINE
from dossier.tui.commands import ALL, LISTS, READER, Command
from dossier.tui.keymap import Keymap
from dossier.tui.widgets.key_line import Keys
from dossier.tui.widgets.passage_view import PassageView
from dossier.tui.widgets.role_styles import COMPONENTS

KEY_CELLS = 12
GROUPS = ("Move", "Panes", "Narrow", "Read", "Keep", "Decide", "Program")
"""In the order of the page."""
HERE = {LISTS: "Keys in the panes", READER: "Keys in the reader", TIMELINE: "Keys on the timeline",
        MATRIX: "Keys on the matrix"}  # fmt: skip
EVERY = (*ALL, *BOARD_COMMANDS)


def help_page(where: str, keymap: Keymap) -> Page:
    """Every command by group, those that do something in a place first; then how to search and what the marks mean."""
    here = [command for command in EVERY if where in command.where]
    blocks = [Block(HERE.get(where, "Keys"), "title"), *_groups(here, keymap)]
    if others := [command for command in EVERY if where not in command.where]:
        blocks += [Block("Elsewhere", "title", space=1), *_groups(others, keymap)]
    blocks.append(section("search"))
    blocks += [_line(written, meaning) for written, meaning in SYNTAX]
    blocks.append(section("marks"))
    blocks += [_line(mark, meaning) for mark, meaning in LEGEND]
    return Page(Target("case", "help"), "Keys", blocks)


def _groups(commands: Sequence[Command], keymap: Keymap) -> Iterator[Block]:
    ordered = sorted(commands, key=lambda command: GROUPS.index(command.group))
    for group, members in groupby(ordered, key=lambda command: command.group):
        yield section(group)
        yield from (_line(keys, does) for keys, does in _rows(members, keymap) if keys)


def _rows(commands: Iterable[Command], keymap: Keymap) -> Iterator[tuple[str, str]]:
    """The keys of each command and what they do; of two that belong together, in one row."""
    row = ("", "")
    for command in commands:
        keys = keymap.shown(command)
        if command.beside and keys and row[0]:
            row = (f"{row[0]} {keys}", f"{row[1]}, {command.help}")
        else:
            yield row
            row = (keys, command.help)
    yield row


def _line(key: str, does: str) -> Block:
    text, runs = joined((f"{key:<{KEY_CELLS}}", "key"), (does, ""))
    return Block(text, "text", runs, indent=2, hang=KEY_CELLS)


class HelpScreen(ModalScreen[None]):
    """Over the browse screen until Escape, q or ? closes it."""

    keys: ClassVar[Keys] = (("↑↓", "move", ""), ("Esc", "close", ""))
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", "close", show=False)]

    def __init__(self, where: str, keymap: Keymap) -> None:
        super().__init__()
        self._page = help_page(where, keymap)

    def compose(self) -> ComposeResult:
        """One page of text."""
        with Vertical(id="help"):
            yield PassageView(id="help-text")

    def on_mount(self) -> None:
        """Show it once the size is known."""
        view = self.query_one(PassageView)
        view.focus()
        self.call_after_refresh(view.show, self._page)
