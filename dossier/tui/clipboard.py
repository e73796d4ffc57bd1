"""What is said of a copy. It goes to the terminal's own clipboard as an escape sequence (OSC 52), which works over SSH;
terminals do not answer it, so nobody here can know that it arrived."""

from collections.abc import Mapping

LONG = 74_000
"""Bytes. The xterm family takes 100,000 after base64 encoding, and says nothing where that is too few."""


def sent(words: str, sources: int, size: int) -> str:
    """How much was sent, with how many sources; `size` is in bytes."""
    number = len(words.split())
    told = (f"Sent {number:,} word{'s' * (number != 1)} with {sources or 'no'} source{'s' * (sources != 1)} to the "
            "terminal's clipboard.")  # fmt: skip
    return told + (" Some terminals take no more than 74 kB." if size > LONG else "")


def advice(environment: Mapping[str, str]) -> str:
    """How a program between here and the terminal is told to pass copies on; nothing where there is none.

    tmux drops them by default since 2.6 (its manual: set-clipboard), GNU screen knows no such sequence.
    """
    if environment.get("TMUX"):
        return "Nothing to paste? tmux passes copies on after: tmux set -s set-clipboard on"
    if environment.get("STY"):
        return "Nothing to paste? GNU screen passes no copies on: select with the mouse and Shift, or use tmux."
    return ""
