"""Text in terminal cells: made harmless, measured, cut and padded."""

import re
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

LEAST_OF_WORD = 4
"""Where a text is cut within a word, fewer letters of it are left out, too."""
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
"""Control characters, marks that turn the direction of text, and halves of surrogate pairs."""


def clean(text: str) -> str:
    """The text with every unsafe character shown as one harmless one, so that offsets stay what they were.

    Line breaks and tabs become spaces, other C0 controls their pictures (`␛`), the rest `\N{REPLACEMENT CHARACTER}`.
    """
    # Nothing that can be printed is unsafe, and to ask that takes a tenth of the time of the search.
    return text if text.isprintable() or not UNSAFE.search(text) else UNSAFE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\t\n\r\v\f\u2028\u2029":
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\ufffd"


def width_of(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


@lru_cache(4096)
def fit(text: str, width: int, *, right: bool = False) -> str:
    """The cleaned text in exactly `width` cells: padded, or cut with an ellipsis; aligned right where asked."""
    if width <= 0:
        return ""
    text = clean(text)
    taken = width_of(text)
    if taken > width:
        text = _whole_words(cut(text, width - 1)) + "…"
        taken = width_of(text)
    padding = " " * (width - taken)
    return padding + text if right else text + padding


def _whole_words(text: str) -> str:
    """A text that was cut, without the first letters of a word that say nothing of it, nor what led to them."""
    words, space, rest = text.rpartition(" ")
    return (words if space and len(rest) < LEAST_OF_WORD and len(words) > len(rest) else text).rstrip(" ,;:–-(“\"'")


def cut(text: str, width: int) -> str:
    """As much of the text as goes into `width` cells; a wide character that would stick out is left out."""
    if text.isascii():
        return text[:width]
    taken = 0
    for place, char in enumerate(text):
        taken += get_character_cell_size(char)
        if taken > width:
            return text[:place]
    return text


def short(text: str, width: int = 28) -> str:
    """The cleaned text in at most `width` cells."""
    return fit(text, width).rstrip()
