"""What is written of an update leaves the screen that writing all of it would leave, and what is there already is not
written again."""

from collections.abc import Sequence

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from dossier.tui.painted import BRIDGE, Painted

WIDTH, HEIGHT, HALF = 48, 3, 24
CONSOLE = Console(force_terminal=True, color_system="truecolor", width=WIDTH, legacy_windows=False)
STYLES = (Style(), Style(color="#ff0000"), Style(bold=True, bgcolor="#00ff00"), Style(underline=True),
          Style(reverse=True, color="#0000ff"), Style(color="#ff0000", meta={"offset": (1, 2)}))  # fmt: skip

Line = tuple[Strip, Strip]


def strip(alphabet: str) -> st.SearchStrategy[Strip]:
    piece = st.tuples(st.text(alphabet=alphabet, min_size=1, max_size=12), st.sampled_from(STYLES))
    return st.lists(piece.map(lambda one: Segment(*one)), max_size=6).map(
        lambda segments: Strip(segments).adjust_cell_length(HALF))


def updates(alphabet: str) -> st.SearchStrategy[list[tuple[bool, list[Line], set[tuple[int, int]]]]]:
    """Each whether all is written, a picture, and of which halves of which lines it is the new one."""
    line = st.tuples(strip(alphabet), strip(alphabet))
    halves = st.sets(st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, 1)), min_size=1)
    return st.lists(st.tuples(st.booleans(), st.lists(line, min_size=HEIGHT, max_size=HEIGHT), halves), max_size=5)


def whole(picture: Sequence[Line]) -> LayoutUpdate:
    return LayoutUpdate([list(line) for line in picture], Region(0, 0, WIDTH, HEIGHT))


def parts(picture: Sequence[Line], halves: set[tuple[int, int]]) -> ChopsUpdate:
    spans = [(y, HALF * half, HALF * (half + 1)) for y, half in sorted(halves)]
    return ChopsUpdate([{0: left, HALF: right} for left, right in picture], spans, [[HALF, WIDTH]] * HEIGHT)


def written(update: CompositorUpdate) -> str:
    return update.render_segments(CONSOLE).replace("\n", "")


def seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    """A blank has no colour of letters."""
    return cell if cell.data != " " or cell.underscore or cell.reverse else cell._replace(fg="", bold=False)


class Seen:
    def __init__(self) -> None:
        self._screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self._screen)

    def after(self, data: str) -> list[list[object]]:
        self._stream.feed(data)
        return [[seen(self._screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


@given(st.sampled_from(["ab ", "ab 日"]).flatmap(updates))
def test_the_screen_is_the_same_as_with_all_written(
    steps: list[tuple[bool, list[Line], set[tuple[int, int]]]]
) -> None:
    ours, theirs, painted = Seen(), Seen(), Painted()
    picture: list[Line] = [(Strip.blank(HALF), Strip.blank(HALF))] * HEIGHT
    theirs.after(written(whole(picture)))
    ours.after(written(painted.changes(whole(picture))))
    for all_of_it, new, halves in steps:
        picture = new if all_of_it else [
            (new[y][0] if (y, 0) in halves else left, new[y][1] if (y, 1) in halves else right)
            for y, (left, right) in enumerate(picture)]
        update = whole(picture) if all_of_it else parts(picture, halves)
        assert ours.after(written(painted.changes(update))) == theirs.after(written(whole(picture)))


def text(*pieces: str) -> list[Line]:
    return [(Strip([Segment(piece.ljust(HALF))]), Strip.blank(HALF)) for piece in pieces]


@pytest.fixture
def painted() -> Painted:
    painted = Painted()
    painted.changes(whole(text("one", "two", "three")))
    return painted


def test_what_is_there_is_not_written_again(painted: Painted) -> None:
    assert written(painted.changes(whole(text("one", "two", "three")))) == ""
    assert written(painted.changes(parts(text("one", "two", "three"), {(0, 0), (2, 1)}))) == ""


def test_only_the_cells_that_differ_are_written(painted: Painted) -> None:
    assert written(painted.changes(whole(text("one", "tao", "three")))) == "\x1b[2;2Ha"
    far = "x" + " " * (BRIDGE + 1)
    assert written(painted.changes(whole(text("one", "tao", "three" + far + "y")))) == "\x1b[3;6Hx\x1b[3;16Hy"


def test_where_the_terminal_may_show_anything_all_is_written(painted: Painted) -> None:
    painted.forget()
    for piece in ("one", "two", "three"):
        painted.forget()
        assert piece in written(painted.changes(whole(text("one", "two", "three"))))


def test_a_span_of_a_line_that_is_not_known_is_written_whole() -> None:
    painted = Painted()
    for _ in range(2):
        assert "two" in written(painted.changes(parts(text("one", "two", "three"), {(1, 0)})))[:20]
        assert len(written(painted.changes(parts(text("one", "two", "three"), {(1, 1)})))) > HALF


def test_an_update_of_another_kind_is_left_as_it_is_and_nothing_is_known_then(painted: Painted) -> None:
    other = CompositorUpdate()
    assert painted.changes(other) is other
    assert "three" in written(painted.changes(whole(text("one", "two", "three"))))
