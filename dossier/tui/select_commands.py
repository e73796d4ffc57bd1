"""The keys of the reader while words are selected in it; elsewhere the same keys mean other things."""

from collections.abc import Callable, Iterator

from dossier.tui.commands import Command

SELECTING = "selecting"
_HERE = frozenset({SELECTING})

SELECT_COMMANDS = (
    Command("select.word-back", "left", "←", "extend('word',-1)", "", "a word less, or one before", "Select", _HERE),
    Command("select.word", "right", "← →", "extend('word',1)", "words", "a word more", "Select", _HERE),
    Command("select.line-up", "up,k", "↑", "extend_line(-1)", "", "a line less, or one before", "Select", _HERE),
    Command("select.line", "down,j", "↑ ↓", "extend_line(1)", "lines", "a line more", "Select", _HERE),
    Command("select.copy", "y", "y", "screen.copy", "copy", "copy with the citation", "Select", _HERE),
    Command("select.wider", "v", "v", "select", "wider", "to whole sentences, then to whole passages", "Select", _HERE),
    Command("select.leave", "escape", "Esc", "leave_selection", "leave", "select nothing", "Select", _HERE),
    Command("select.decide", "a", "a", "screen.decide", "note, add …", "note, tag, bookmark, or add what stands there",
            "Select", _HERE),
    Command("select.sentence-back", "left_parenthesis", "(", "extend('sentence',-1)", "", "a sentence less", "Select",
            _HERE),
    Command("select.sentence", "right_parenthesis", "( )", "extend('sentence',1)", "sentences", "a sentence more",
            "Select", _HERE),
    Command("select.letter-back", "shift+left,h", "h", "extend('letter',-1)", "", "a letter less", "Select", _HERE),
    Command("select.letter", "shift+right,l", "h l", "extend('letter',1)", "letters", "a letter more", "Select", _HERE),
    Command("select.turn", "x", "x", "turn_selection", "other end", "move the other end", "Select", _HERE),
)  # fmt: skip
"""Shown in the footer in this order."""


def select_hints(shown: Callable[[Command], str]) -> Iterator[tuple[str, str, str]]:
    """The keys, what they do and the action behind them; `shown` gives the keys of a command as the user has them."""
    return ((shown(command), command.label, f"view.{command.action}")
            for command in SELECT_COMMANDS if command.label and shown(command))  # fmt: skip
