"""Wrapping by offsets: no text lost, no line too long, and lines found again by their place."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.present.cells import width_of
from dossier.present.flow import Flow
from dossier.present.page import Block
from dossier.present.wrap import line_starts

words = st.text(alphabet="ab cdé日 ", max_size=200)
widths = st.integers(2, 60)


@given(text=words, width=widths, hang=st.integers(0, 10))
def test_lines_begin_in_order_and_fit(text: str, width: int, hang: int) -> None:
    starts = line_starts(text, width, hang=hang)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        room = max(width - (hang if number else 0), 1)
        line = text[start:end].rstrip(" ")
        assert width_of(line) <= room or len(line) == 1


@given(text=words, width=widths)
def test_a_word_that_fits_is_never_cut(text: str, width: int) -> None:
    for start in line_starts(text, width)[1:]:
        if text[start - 1] != " ":
            first = text.rfind(" ", 0, start) + 1
            last = text.find(" ", start)
            assert width_of(text[first : last if last >= 0 else len(text)]) > width


@given(texts=st.lists(words, max_size=8), width=widths, spaces=st.integers(0, 2))
def test_every_line_is_found_again(texts: list[str], width: int, spaces: int) -> None:
    flow = Flow([Block(text, space=spaces, hang=1) for text in texts], width)
    for y in range(flow.height):
        line = flow.line(y)
        assert line is not None
        if line.number >= 0:
            assert flow.line_of(line.block, line.start) == y
    assert flow.line(flow.height) is None
