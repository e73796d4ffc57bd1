"""Every command, declared once: its keys, its place in the footer, the palette and the help."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding

LISTS, READER, SEARCH = "lists", "reader", "search"
EVERYWHERE = frozenset({LISTS, READER})


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does."""

    name: str
    """Also the binding's id, so that keys can be remapped."""
    keys: str
    """As Textual names them, separated by commas."""
    shown: str
    """The key as a person reads it."""
    action: str
    label: str
    """One or two words for the footer; empty where it is not shown there."""
    help: str
    group: str
    where: frozenset[str] = EVERYWHERE

    @property
    def binding(self) -> Binding:
        """The key binding."""
        return Binding(self.keys, self.action, self.label or self.name, show=False, id=self.name)


def _command(name: str, keys: str, shown: str, action: str, label: str, text: str, group: str,
             where: frozenset[str] = EVERYWHERE) -> Command:
    return Command(name, keys, shown, action, label, text, group, where)


_IN_LISTS, _IN_READER = frozenset({LISTS}), frozenset({READER})

MOVES = (
    _command("move.up", "up,k", "↑ k", "move(-1)", "", "one line up", "Move"),
    _command("move.down", "down,j", "↓ j", "move(1)", "", "one line down", "Move"),
    _command("move.page-up", "pageup,ctrl+b", "PgUp", "page(-1)", "", "one page up", "Move"),
    _command("move.page-down", "pagedown,ctrl+f", "PgDn", "page(1)", "", "one page down", "Move"),
    _command("move.top", "home,g", "g", "jump(0)", "", "to the first line", "Move"),
    _command("move.bottom", "end,G", "G", "jump(-1)", "", "to the last line", "Move"),
    _command("open", "enter", "⏎", "open", "open", "open what the cursor is on", "Read"),
)
"""What every list and the reader know."""

COMMANDS = (
    _command("pane.1", "1", "1", "pane(0)", "", "people (or organizations, places, vehicles)", "Panes"),
    _command("pane.2", "2", "2", "pane(1)", "", "events", "Panes"),
    _command("pane.3", "3", "3", "pane(2)", "", "sources", "Panes"),
    _command("pane.4", "4", "4", "pane(3)", "", "the reader", "Panes"),
    _command("pane.next", "tab", "Tab", "next_pane(1)", "panes", "next pane", "Panes"),
    _command("pane.previous", "shift+tab", "Shift+Tab", "next_pane(-1)", "", "previous pane", "Panes"),
    _command("kind.next", "full_stop,right", ". →", "kind(1)", "", "first pane: next of people, organizations, places, "
             "vehicles", "Panes", _IN_LISTS),
    _command("kind.previous", "comma,left", ", ←", "kind(-1)", "", "first pane: the one before", "Panes", _IN_LISTS),
    _command("pin", "space", "Space", "pin", "pin", "pin the row as a filter on the other panes, or unpin it", "Narrow",
             _IN_LISTS),
    _command("unpin", "x", "x", "unpin", "", "remove the last pin", "Narrow"),
    _command("narrow", "f", "f", "narrow", "narrow", "narrow the pane by first letters", "Narrow", _IN_LISTS),
    _command("sort", "s", "s", "sort", "sort", "next order of the pane", "Narrow", _IN_LISTS),
    _command("search", "slash", "/", "search", "search", "search passages, names and labels", "Read"),
    _command("next", "n", "n N", "stop(1)", "next place", "next mention or hit", "Read", _IN_READER),
    _command("previous", "N", "N", "stop(-1)", "", "previous mention or hit", "Read", _IN_READER),
    _command("back", "left_square_bracket", "[", "history(-1)", "back", "back to where you were", "Read", _IN_READER),
    _command("forward", "right_square_bracket", "]", "history(1)", "", "forward again", "Read", _IN_READER),
    _command("case", "0", "0", "case", "", "the case at a glance", "Read"),
    _command("step-out", "escape", "Esc", "step_out", "", "close, step out, clear", "Panes"),
    _command("theme", "T", "T", "theme", "", "light or dark", "Program"),
    _command("help", "question_mark", "?", "help", "keys", "the keys", "Program"),
    _command("palette", "ctrl+p", "^p", "app.command_palette", "", "find a command", "Program"),
    _command("quit", "q,ctrl+q", "q", "app.quit", "quit", "quit", "Program"),
)
"""What the browse screen knows."""


def footer(where: str) -> Iterator[tuple[str, str]]:
    """The keys that matter in a place and what they do, in the order of the footer."""
    yield "↑↓", "move"
    for command in (*MOVES, *COMMANDS):
        if command.label and where in command.where:
            yield command.shown, command.label


def bindings(commands: tuple[Command, ...]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The key bindings of some commands."""
    return [command.binding for command in commands]
