"""What is said of a copy: how much was sent, and what may keep it from the terminal."""

import pytest

from dossier.tui.clipboard import LONG, advice, sent


def test_it_says_sent_and_how_much() -> None:
    assert sent("two words", 1, 40) == "Sent 2 words with 1 source to the terminal's clipboard."
    assert sent("word", 0, 40) == "Sent 1 word with no sources to the terminal's clipboard."
    assert "74 kB" in sent("many " * 20_000, 2, LONG + 1)


@pytest.mark.parametrize(("environment", "named"), [
    ({"TMUX": "/tmp/tmux-0/default,1,0"}, "set-clipboard on"), ({"STY": "12.pts"}, "GNU screen"),
    ({"TERM": "xterm"}, ""), ({"TMUX": ""}, ""),
])  # fmt: skip
def test_what_lies_between_is_told_what_to_let_through(environment: dict[str, str], named: str) -> None:
    assert named in advice(environment)
    assert bool(advice(environment)) is bool(named)
