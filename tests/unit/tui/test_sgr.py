"""Fewer style changes, the same picture: what an emulator shows of the compacted stream is what it showed before."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from dossier.tui.sgr import SgrCompactor

codes = st.sampled_from([
    "0", "", "1", "3", "4", "7", "1;38;2;1;2;3", "38;2;9;9;9;48;2;5;5;5", "48;2;5;5;5", "31", "42", "97", "39", "49",
    "38;5;17", "48;5;3", "0;1;31", "22", "38;2;1",
])  # fmt: skip
pieces = st.one_of(
    codes.map(lambda code: f"\x1b[{code}m"), st.text(alphabet="abc 日é", max_size=4),
    st.tuples(st.integers(1, 5), st.integers(1, 9)).map(lambda place: f"\x1b[{place[0]};{place[1]}H"),
    st.just("\r\n"), st.just("\n"), st.just("\x1b[K"),
    # The end of a line and the beginning of another, as Textual writes them.
    st.tuples(st.integers(1, 6), st.integers(1, 6)).map(lambda rows: f"\x1b[{rows[0]};5H\n\x1b[{rows[1]};1H"),
)  # fmt: skip
WIDTH = 80
"""More than is ever written in a line here: Textual, too, crops its lines."""
writes = st.lists(st.lists(pieces, max_size=8).map("".join), max_size=6)


def shown(parts: list[str]) -> tuple[object, ...]:
    screen = pyte.Screen(WIDTH, 6)
    stream = pyte.Stream(screen)
    for part in parts:
        stream.feed(part)
    cells = [screen.buffer[y][x] for y in range(6) for x in range(WIDTH)]
    return (*cells, screen.cursor.x, screen.cursor.y, screen.cursor.attrs)


@given(parts=writes)
def test_the_picture_is_the_same(parts: list[str]) -> None:
    compactor = SgrCompactor()
    compacted = [compactor.compact(part) for part in parts]
    assert shown(compacted) == shown(parts)


def test_neighbours_on_one_background_cost_only_their_colour() -> None:
    ground = "48;2;17;20;27"
    one, two = f"\x1b[38;2;1;1;1;{ground}m", f"\x1b[38;2;2;2;2;{ground}m"
    line = f"{one}one\x1b[0m{two}two\x1b[0m\x1b[3;1H{two}x\x1b[0m"
    assert SgrCompactor().compact(line) == f"\x1b[38;2;1;1;1;{ground}mone\x1b[38;2;2;2;2mtwo\x1b[3;1Hx\x1b[0m"


def test_what_holds_no_style_passes_unchanged() -> None:
    assert SgrCompactor().compact("plain") == "plain"
    assert SgrCompactor().compact("\x1b[?25l\x1b[2J") == "\x1b[?25l\x1b[2J"


def test_a_place_that_is_left_at_once_is_not_gone_to() -> None:
    assert SgrCompactor().compact("\x1b[1;1Hone\x1b[1;9H\n\x1b[2;1Htwo\x1b[2;9H\n") == (
        "\x1b[1;1Hone\x1b[2;1Htwo\x1b[2;9H\n")


def test_the_end_of_a_line_that_is_left_for_one_below_costs_nothing() -> None:
    one, other = "\x1b[38;2;1;1;1m", "\x1b[1;38;2;1;1;1m"
    cells = f"\x1b[3;5H{one}a\x1b[0m\r\n\x1b[4;5H{one}b\x1b[0m\n\x1b[6;5H{other}c\x1b[0m"
    assert SgrCompactor().compact(cells) == f"\x1b[3;5H{one}a\x1b[4;5Hb\x1b[6;5H\x1b[1mc\x1b[0m"


def test_a_line_feed_that_may_scroll_stays() -> None:
    above = "\x1b[4;1Hlast\n\x1b[4;1Hagain"
    assert SgrCompactor().compact(above) == above


def test_a_long_line_takes_no_long_search() -> None:
    """A search that tried each division of the words would not end before the sun does."""
    line = "\x1b[1;1H" + "a" * 5_000 + "\x1b[?25l"
    assert SgrCompactor().compact(line) == line
