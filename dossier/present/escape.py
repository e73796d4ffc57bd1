"""Text in Markdown that shows as it stands: nothing in a document becomes markup."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~&])")
_BEGINNING = re.compile(r"(?:[#+=:>-]|\d+[.)])")


def escaped(text: str) -> str:
    """The text of one line with everything that Markdown (CommonMark, tables, footnotes) reads as markup escaped."""
    text = _MARKUP.sub(r"\\\1", text)
    beginning = _BEGINNING.match(text)
    if beginning:
        end = beginning.end() - 1
        text = text[:end] + "\\" + text[end:]
    return text
