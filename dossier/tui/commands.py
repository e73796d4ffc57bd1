"""Every command, declared once: its keys, its place in the footer, the palette and the help."""

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from textual.binding import Binding

LISTS, READER, SEARCH = "lists", "reader", "search"
EVERYWHERE = frozenset({LISTS, READER})


class Command(NamedTuple):
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
    beside: bool = False
    """Whether the help tells of it on the line of the command before it, which is the other way round."""

    @property
    def binding(self) -> Binding:
        """The key binding."""
        return Binding(self.keys, self.action, self.label or self.name, show=False, id=self.name)


_IN_LISTS, _IN_READER = frozenset({LISTS}), frozenset({READER})

MOVES = (
    Command("move.up", "up,k", "↑ k", "move(-1)", "", "one line up", "Move"),
    Command("move.down", "down,j", "↓ j", "move(1)", "", "one line down", "Move", beside=True),
    Command("move.page-up", "pageup,ctrl+b", "PgUp", "page(-1)", "", "one page up", "Move"),
    Command("move.page-down", "pagedown,ctrl+f", "PgDn", "page(1)", "", "one page down", "Move", beside=True),
    Command("move.top", "home,g", "g", "jump(0)", "", "to the first line", "Move"),
    Command("move.bottom", "end,G", "G", "jump(-1)", "", "to the last line", "Move", beside=True),
    Command("open", "enter", "⏎", "open", "open", "open what the cursor is on", "Read"),
)
"""What every list and the reader know."""

COMMANDS = (
    Command("search", "slash", "/", "search", "search", "search passages, names and labels", "Read"),
    Command("next", "n", "n N", "stop(1)", "next", "next hit, mention or fact", "Read", _IN_READER),
    Command("previous", "N", "N", "stop(-1)", "", "previous hit, mention or fact", "Read", _IN_READER),
    Command("pin", "space", "Space", "pin", "pin", "pin the row as a filter on the other panes, or unpin it", "Narrow",
             _IN_LISTS),
    Command("decide", "a", "a", "decide", "decide", "decide: merge, rename, reject, redate, note, tag, …", "Decide"),
    Command("back", "left_square_bracket", "[", "history(-1)", "back", "back to where you were", "Read"),
    Command("forward", "right_square_bracket", "]", "history(1)", "", "forward again", "Read", beside=True),
    Command("why", "w", "w", "why", "why", "how this was concluded; of a passage, all that it supports", "Read"),
    Command("timeline", "t", "t", "timeline", "timeline", "what happened when, a lane for each source", "Read"),
    Command("disagreements", "d", "d", "disagreements", "disputes", "where the sources differ", "Read"),
    Command("case", "0", "0", "case", "case", "the case at a glance", "Read"),
    Command("pane.1", "1", "1", "pane(0)", "", "people (or organizations, places, vehicles)", "Panes"),
    Command("pane.2", "2", "2", "pane(1)", "", "events", "Panes"),
    Command("pane.3", "3", "3", "pane(2)", "", "sources", "Panes"),
    Command("pane.4", "4", "4", "pane(3)", "", "the reader", "Panes"),
    Command("pane.next", "tab", "Tab", "next_pane(1)", "panes", "next pane", "Panes"),
    Command("pane.previous", "shift+tab", "Shift+Tab", "next_pane(-1)", "", "previous pane", "Panes"),
    Command("kind.next", "full_stop,right", ". →", "kind(1)", "", "first pane: next of people, organizations, places, "
             "vehicles", "Panes", _IN_LISTS),
    Command("kind.previous", "comma,left", ", ←", "kind(-1)", "", "the one before", "Panes",
            _IN_LISTS, beside=True),
    Command("unpin", "x", "x", "unpin", "", "remove the last pin", "Narrow"),
    Command("narrow", "f", "f", "narrow", "narrow", "narrow the pane by first letters", "Narrow", _IN_LISTS),
    Command("sort", "s", "s", "sort", "sort", "next order of the pane", "Narrow", _IN_LISTS),
    Command("select", "v", "v", "select", "select", "select words: then arrows, ( ) for sentences, y to copy", "Read",
             _IN_READER),
    Command("copy", "y", "y", "copy", "copy", "copy the selected words, the passage or the line with its citation",
             "Read"),
    Command("original", "o", "o", "original", "original", "open the document itself, at its line", "Read"),
    Command("fold", "z", "z", "fold", "", "fold references and boilerplate away, or show them", "Read", _IN_READER),
    Command("matrix", "m", "m", "matrix", "", "who is named in which source, and who together with whom", "Read"),
    Command("export", "e", "e", "export", "", "export what you look at: write it to a file, Markdown or CSV", "Read"),
    Command("undo", "u", "u", "undo", "", "take back your last decision", "Decide"),
    Command("redo", "U", "U", "redo", "", "have again what you took back", "Decide", beside=True),
    Command("review", "R", "R", "review", "", "go through names that may be one, and people in doubt", "Decide"),
    Command("decisions", "D", "D", "decisions", "", "what was decided, by whom, and how it stands", "Decide"),
    Command("alone", "Z", "Z", "alone", "", "this part alone on the screen, or all parts again", "Panes"),
    Command("narrower", "less_than_sign", "<", "widen(-1)", "", "narrower panes", "Panes"),
    Command("wider", "greater_than_sign", ">", "widen(1)", "", "wider panes; or drag the line beside them",
            "Panes", beside=True),
    Command("update", "ctrl+r", "Ctrl+R", "app.update", "", "read the documents again; while that goes on, stop it",
            "Program"),
    Command("cases", "c", "c", "cases", "", "open another case, or the bundled one", "Program"),
    Command("bookmark", "b", "b", "bookmark", "", "keep what you look at (or the search), or let it go", "Keep"),
    Command("kept", "B", "B", "kept", "", "bookmarks and searches", "Keep"),
    Command("read", "r", "r", "turn_read", "", "mark the source as read, or as unread", "Keep"),
    Command("step-out", "escape", "Esc", "step_out", "", "close, step out, clear", "Panes"),
    Command("theme", "T", "T", "app.theme", "", "next theme: dark, light, high-contrast, terminal", "Program"),
    Command("help", "question_mark", "?", "app.help", "keys", "the keys", "Program"),
    Command("hint", "H", "H", "hint", "", "the hint for newcomers", "Program"),
    Command("palette", "ctrl+p", "^p", "app.command_palette", "", "find a command", "Program"),
    Command("quit", "q,ctrl+q", "q", "app.quit", "quit", "quit", "Program"),
)
"""What the browse screen knows."""
ALL = (*MOVES, *COMMANDS)
"""Every command there is; no key belongs to two of them."""


ALWAYS = ("help", "quit")
"""Commands that stand at the right end of the footer, wherever one is."""


def footer(
    where: str, shown: Callable[[Command], str], without: Container[str] = ()
) -> Iterator[tuple[str, str, str]]:
    """The keys that matter in a place, what they do and the action behind it, in the order of the footer.

    `shown` gives the keys of a command as the user has them; `without` names commands of no use at present.
    """
    if where == SEARCH:
        yield from (("⏎ ↓", "to the results", ""), ("Esc", "close", ""), ("speaker:name", "said by", ""),
                    ('"two words"', "side by side", ""), ("word*", "begins so", ""), ("-word", "without", ""))
        return
    yield "↑↓", "move", ""
    for command in ALL:
        of_use = where in command.where and command.name not in ALWAYS and command.name not in without
        if command.label and of_use and shown(command):
            yield shown(command), command.label, command.action


def footer_end(shown: Callable[[Command], str]) -> Iterator[tuple[str, str, str]]:
    """The keys at the right end of the footer."""
    return ((shown(command), command.label, command.action) for command in ALL if command.name in ALWAYS)


def bindings(commands: tuple[Command, ...]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The key bindings of some commands."""
    return [command.binding for command in commands]
