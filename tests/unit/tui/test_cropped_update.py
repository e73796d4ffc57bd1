"""An update written from its first changed cell leaves the same screen as Textual's, in no more bytes."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from dossier.tui.cropped_update import CroppedUpdate, cropped

WIDTH, HEIGHT = 24, 3
CONSOLE = Console(force_terminal=True, color_system="truecolor", width=WIDTH, legacy_windows=False)
STYLES = (Style(), Style(color="#ff0000"), Style(bold=True, bgcolor="#00ff00"))

piece = st.tuples(st.text(alphabet="ab 日", min_size=1, max_size=6), st.sampled_from(STYLES)).map(
    lambda one: Segment(*one))
strips = st.lists(piece, max_size=6).map(lambda segments: Strip(segments).adjust_cell_length(WIDTH // 2))
lines = st.lists(st.tuples(strips, strips), min_size=HEIGHT, max_size=HEIGHT)
span = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1), st.integers(1, WIDTH)).filter(
    lambda one: one[1] < one[2])


def written(update: ChopsUpdate) -> str:
    return update.render_segments(CONSOLE)


def cells(*data: str) -> list[list[object]]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(screen)
    for one in data:
        stream.feed(one)
    return [[screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]


@given(old=lines, new=lines, spans=st.lists(span, min_size=1, max_size=4).map(sorted))
def test_the_screen_is_the_same_as_with_all_written(
    old: list[tuple[Strip, Strip]], new: list[tuple[Strip, Strip]], spans: list[tuple[int, int, int]]
) -> None:
    ends = [[WIDTH // 2, WIDTH]] * HEIGHT
    before, after = ([{0: left, WIDTH // 2: right} for left, right in picture] for picture in (old, new))
    everything = [(y, 0, WIDTH) for y in range(HEIGHT)]
    first = written(ChopsUpdate(before, everything, ends)).replace("\n", "")
    ours = CroppedUpdate(after, spans, ends)
    changed = {(y, x) for y, start, end in spans for x in range(start, end)}
    was, shown, wanted = cells(first), cells(first, written(ours)), cells(
        written(ChopsUpdate(after, everything, ends)).replace("\n", ""))
    wide = any(strip.cell_length != sum(len(one.text) for one in strip) for pair in (*old, *new) for strip in pair)
    for y in range(HEIGHT):
        for x in range(WIDTH):
            if (y, x) in changed and not wide:
                assert shown[y][x] == wanted[y][x]
            elif not wide:
                assert shown[y][x] == was[y][x]
    assert len(written(ours)) <= len(written(ChopsUpdate(after, spans, ends)))


def test_wide_characters_are_not_cut_in_half() -> None:
    strip = Strip([Segment("日日日日日日")])
    update = CroppedUpdate([{0: strip}], [(0, 3, 8)], [[12]])
    assert "日日日日" in written(update)


def test_what_is_no_update_of_spans_is_left_as_it_is() -> None:
    whole = LayoutUpdate([], Region(0, 0, 1, 1))
    assert cropped(whole) is whole
    assert isinstance(cropped(ChopsUpdate([], [], [])), CroppedUpdate)
