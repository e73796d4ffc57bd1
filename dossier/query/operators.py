"""What a search asks for besides words: `speaker:dunmore letter` is what Dunmore said about a letter."""

import re
from typing import NamedTuple

SPEAKER = "speaker"
_OPERATOR = re.compile(r'(?<!\S)(?P<name>[^\W\d_]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>[^\s"]*))')


class Search(NamedTuple):
    """A search as typed, taken apart. Total: every string is one."""

    words: str
    """What is left for `dossier.query.parse`."""
    speaker: str | None = None
    """Whose statements are asked for; empty: who speaks at all; None: passages are asked for."""
    unknown: str = ""
    """A word before a colon that asks for nothing, where there is one."""


def taken_apart(text: str) -> Search:
    """The operators of a search and its words."""
    words, speaker, unknown = "", None, ""
    place = 0
    for found in _OPERATOR.finditer(text):
        if found["name"].lower() == SPEAKER:
            speaker = (found["quoted"] or found["value"] or "").strip()
            words += text[place : found.start()]
            place = found.end()
        else:
            unknown = unknown or found["name"]
    return Search((words + text[place:]).strip() if speaker is not None else text, speaker, unknown)
