"""The stream to the terminal with no more style changes and cursor moves than it needs.

Rich writes each piece of text with all its attributes and a reset after it: some 45 bytes a piece. Here only what
differs from the terminal's present state is sent, which halves what a repaint costs over a slow link.
"""

import re
from typing import NamedTuple

_CONTROL = re.compile(r"\x1b\[([\d;]*)([mH])")
"""Select Graphic Rendition and cursor position (ECMA-48, 8.3.117 and 8.3.21); the latter leaves the style alone."""
_LINE_END = re.compile(r"(\x1b\[(\d+);\d+H(?:[^\x1b\r\n]++|\x1b\[[\d;]*m)*+)\r?\n(?=\x1b\[(\d+);\d+H)")
"""What is written in a line, with the line feed before a move to another place: Textual ends each line so."""
_OVERTAKEN = re.compile(r"\x1b\[\d+;\d+H(?=\x1b\[\d+;\d+H)")
"""The way to a place that is left for another before anything is written there."""
_ATTRIBUTES = frozenset({"1", "2", "3", "4", "5", "7", "8", "9", "21", "53"})
_FOREGROUNDS = frozenset(str(code) for code in (*range(30, 38), *range(90, 98)))
_BACKGROUNDS = frozenset(str(code) for code in (*range(40, 48), *range(100, 108)))


class Rendition(NamedTuple):
    """How characters are drawn; colours as the codes that set them, empty for the terminal's own."""

    attributes: frozenset[str] = frozenset()
    foreground: str = ""
    background: str = ""


PLAIN = Rendition()


class SgrCompactor:
    """Rewrites what is written to a terminal; remembers its state from one write to the next.

    What is written in a line has to end in it, as all does that Textual draws: its strips are cropped.
    """

    def __init__(self) -> None:
        self._state = PLAIN
        self._lost = False
        """Whether a code was seen that this does not know: then all is passed on as it is until the next reset."""

    def compact(self, data: str) -> str:
        """The same text in the same styles with fewer style changes; ends in the style that `data` ends in."""
        if "\x1b[" not in data:
            return data
        data = _OVERTAKEN.sub("", _LINE_END.sub(_without_feed, data))
        pieces: list[str] = []
        wanted, place = self._state, 0
        for control in _CONTROL.finditer(data):
            if control.start() > place:
                pieces += (self._change(wanted), data[place : control.start()])
            place = control.end()
            if control[2] == "H":
                pieces.append(control[0])
                continue
            if self._lost and control[1].partition(";")[0] in ("", "0"):
                pieces.append("\x1b[0m")
                self._state, self._lost = PLAIN, False
            parsed = None if self._lost else _apply(control[1], wanted)
            if parsed is None:
                pieces += (self._change(wanted), control[0])
                self._lost = True
            else:
                wanted = parsed
        if place < len(data):
            pieces += (self._change(wanted), data[place:])
        pieces.append(self._change(wanted))
        return "".join(pieces)

    def _change(self, wanted: Rendition) -> str:
        state, self._state = self._state, wanted
        if state == wanted or self._lost:
            return ""
        if wanted == PLAIN:
            return "\x1b[0m"
        codes: list[str] = []
        if state.attributes - wanted.attributes or (state.foreground and not wanted.foreground) or (
                state.background and not wanted.background):
            codes, state = ["0"], PLAIN
        codes += sorted(wanted.attributes - state.attributes)
        codes += [new for old, new in zip(state[1:], wanted[1:], strict=True) if new != old]
        return f"\x1b[{';'.join(codes)}m"


def _without_feed(line: re.Match[str]) -> str:
    """The line without its line feed, or as it is: only above another line is that sure not to scroll."""
    return line[1] if int(line[3]) > int(line[2]) else line[0]


def _apply(codes: str, state: Rendition) -> Rendition | None:
    """The rendition after some codes; None where one of them is not known here."""
    attributes, foreground, background = state
    words = codes.split(";")
    while words:
        code = words.pop(0)
        if code in ("", "0"):
            attributes, foreground, background = PLAIN
        elif code in _ATTRIBUTES:
            attributes |= {code}
        elif code in _FOREGROUNDS:
            foreground = code
        elif code in _BACKGROUNDS:
            background = code
        elif code in ("38", "48") and words[:1] in (["2"], ["5"]):
            length = 4 if words[0] == "2" else 2
            colour = ";".join([code, *words[:length]])
            if len(words) < length:
                return None
            del words[:length]
            foreground, background = (colour, background) if code == "38" else (foreground, colour)
        elif code in ("39", "49"):
            foreground, background = ("", background) if code == "39" else (foreground, "")
        else:
            return None
    return Rendition(frozenset(attributes), foreground, background)
