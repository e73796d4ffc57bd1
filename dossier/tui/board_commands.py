"""The keys of the timeline and of the matrix, which have the whole screen to themselves."""

from dossier.tui.commands import Command

TIMELINE, MATRIX = "timeline", "matrix"
_BOTH = frozenset({TIMELINE, MATRIX})
_TIMELINE, _MATRIX = frozenset({TIMELINE}), frozenset({MATRIX})

BOARD_COMMANDS = (
    Command("board.left", "left,h", "←", "across(-1)", "", "the event or column before", "Move", _BOTH),
    Command("board.right", "right,l", "→", "across(1)", "", "the next one", "Move", _BOTH, beside=True),
    Command("board.up", "up,k", "↑", "along(-1)", "", "the lane or row above", "Move", _BOTH),
    Command("board.down", "down,j", "↓", "along(1)", "", "the one below", "Move", _BOTH, beside=True),
    Command("board.page-left", "pageup,ctrl+b", "PgUp", "page(-1)", "", "a page back", "Move", _BOTH),
    Command("board.page-right", "pagedown,ctrl+f", "PgDn", "page(1)", "", "a page on", "Move", _BOTH),
    Command("board.first", "home,g", "g", "jump(0)", "", "to the first", "Move", _BOTH),
    Command("board.last", "end,G", "G", "jump(-1)", "", "to the last", "Move", _BOTH),
    Command("board.open", "enter", "⏎", "open", "open", "open what the cursor is on", "Read", _BOTH),
    Command("timeline.closer", "plus,equals_sign", "+", "zoom(1)", "closer", "closer: down to minutes", "Read",
            _TIMELINE),
    Command("timeline.wider", "minus,underscore", "-", "zoom(-1)", "wider", "wider: up to centuries", "Read",
            _TIMELINE),
    Command("timeline.whole", "0", "0", "whole", "all", "all of it", "Read", _TIMELINE),
    Command("matrix.turn", "tab,m", "m", "turn", "together", "who together with whom, or by source again", "Read",
            _MATRIX),
    Command("matrix.kind", "full_stop", ".", "kind(1)", "kind", "next of people, organizations, places, vehicles",
            "Read", _MATRIX),
    Command("matrix.kind-before", "comma", ",", "kind(-1)", "", "the one before", "Read", _MATRIX, beside=True),
    Command("board.why", "w", "w", "why", "why", "how it was concluded", "Read", _TIMELINE),
    Command("timeline.matrix", "m", "m", "go('matrix')", "matrix", "who is named in which source, and who with whom",
            "Read", _TIMELINE),
    Command("matrix.timeline", "t", "t", "go('timeline')", "timeline", "what happened when, a lane for each source",
            "Read", _MATRIX),
    Command("board.disagreements", "d", "d", "go('disagreements')", "disputes", "where the sources differ", "Read",
            _BOTH),
    Command("board.export", "e", "e", "export", "export", "write it to a file", "Read", _BOTH),
    Command("board.close", "escape,left_square_bracket", "Esc", "step(-1)", "back", "back to where you were", "Program",
            _BOTH),
    Command("board.forward", "right_square_bracket", "]", "step(1)", "", "forward again", "Program", _BOTH),
    Command("timeline.close", "t", "t", "step(-1)", "", "back to where you were", "Program", _TIMELINE),
    Command("board.theme", "T", "T", "app.theme", "", "next theme", "Program", _BOTH),
    Command("board.help", "question_mark", "?", "help", "keys", "the keys", "Program", _BOTH),
    Command("board.quit", "q,ctrl+q", "q", "app.quit", "quit", "quit", "Program", _BOTH),
)  # fmt: skip
"""Shown in the footer in this order."""
