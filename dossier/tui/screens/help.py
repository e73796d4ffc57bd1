"""The keys and the marks, made from the commands' own declarations."""

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from dossier.present.marks import LEGEND
from dossier.present.page import Block, Page, Target, joined, section
from dossier.present.search_page import SYNTAX
from dossier.tui.commands import COMMANDS, MOVES
from dossier.tui.widgets.passage_view import PassageView
from dossier.tui.widgets.role_styles import COMPONENTS

KEY_CELLS = 12
GROUPS = ("Move", "Panes", "Narrow", "Read", "Decide", "Program")
"""In the order of the page."""


def help_page() -> Page:
    """Every command by group, then how to search and what the marks mean."""
    blocks: list[Block] = []
    commands = sorted((*MOVES, *COMMANDS), key=lambda command: GROUPS.index(command.group))
    for group, members in groupby(commands, key=lambda command: command.group):
        blocks.append(section(group))
        blocks += [_line(command.shown, command.help) for command in members]
    blocks.append(section("search"))
    blocks += [_line(written, meaning) for written, meaning in SYNTAX]
    blocks.append(section("marks"))
    blocks += [_line(mark, meaning) for mark, meaning in LEGEND]
    return Page(Target("case", "help"), "Keys", blocks)


def _line(key: str, does: str) -> Block:
    text, runs = joined((f"{key:<{KEY_CELLS}}", "key"), (does, ""))
    return Block(text, "text", runs, indent=2, hang=KEY_CELLS)


class HelpScreen(ModalScreen[None]):
    """Over the browse screen until Escape, q or ? closes it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", "close", show=False)]

    def compose(self) -> ComposeResult:
        """One page of text."""
        with Vertical(id="help"):
            yield PassageView(id="help-text")

    def on_mount(self) -> None:
        """Show it once the size is known."""
        view = self.query_one(PassageView)
        view.focus()
        self.call_after_refresh(view.show, help_page())
