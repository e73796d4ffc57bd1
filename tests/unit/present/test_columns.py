"""Texts side by side: nothing is lost, nothing overlaps, every word leads where its paragraph does."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.present.cells import width_of
from dossier.present.columns import GAP, Paragraph, columns_in, side_by_side
from dossier.present.fields import ORIGIN_CELLS, followed, placed
from dossier.present.flow import Flow
from dossier.present.page import Block, Target

words = st.text(alphabet="abc 日é", min_size=1, max_size=60).filter(lambda text: text == text.strip() != "")


def paragraph(text: str, number: int) -> Paragraph:
    return Paragraph(((text, "text"),), Target("source", "s", number, number + 1))


def lines(block: Block, width: int) -> list[str]:
    flow = Flow([block], width)
    found = [flow.line(y) for y in range(flow.height)]
    return [block.text[line.start : line.end] for line in found if line is not None and line.number >= 0]


@given(texts=st.lists(st.lists(words, min_size=1, max_size=3), min_size=1, max_size=5), width=st.integers(30, 90))
def test_every_word_stands_once_and_leads_where_it_should(texts: list[list[str]], width: int) -> None:
    columns = [[paragraph(text, number * 10 + place) for place, text in enumerate(column)]
               for number, column in enumerate(texts)]
    told: dict[Target, str] = {}
    for block in side_by_side(columns, width, columns_in(width, 12)):
        assert width_of(block.text) + block.indent <= width
        for run in block.runs:
            assert run.target is not None
            told[run.target] = told.get(run.target, "") + block.text[run.start : run.end]
        assert all(one.end <= other.start for one, other in zip(block.runs, block.runs[1:], strict=False))
        assert block.target is None or block.target in told
    said = {one.target: "".join(words for words, _ in one.pieces) for column in columns for one in column}
    assert {target: text.replace(" ", "") for target, text in told.items()} == {
        target: text.replace(" ", "") for target, text in said.items()}


def test_columns_begin_in_the_same_cell_on_every_line() -> None:
    columns = [[paragraph("a bb ccc dddd " * 4, 1)], [paragraph("日本 語 " * 9, 2)]]
    cells = (60 - 2 - GAP) // 2
    for block in side_by_side(columns, 60, 2):
        second = [run for run in block.runs if run.target == columns[1][0].target]
        assert all(width_of(block.text[: run.start]) == cells + GAP for run in second)


@given(text=words, origin=words, width=st.integers(24, 100), hang=st.integers(0, 4))
def test_the_source_of_a_line_stands_whole_on_one_line(text: str, origin: str, width: int, hang: int) -> None:
    block = placed((text, ""), origin=origin, more=" +1", width=width, hang=hang)
    shown = lines(block, width)
    assert shown[-1].endswith(" +1")
    assert all(width_of(line.rstrip()) <= width - 2 for line in shown)
    named = next(block.text[run.start : run.end] for run in block.runs if run.role == "origin")
    assert named in shown[-1]
    if len(shown) == 1 and width_of(text) + 2 <= width - 2 - ORIGIN_CELLS:
        assert width_of(shown[0][: shown[0].rindex(named)]) == width - 2 - ORIGIN_CELLS


@given(text=words, remark=words, width=st.integers(24, 100))
def test_a_remark_is_not_broken_where_a_line_has_room_for_it(text: str, remark: str, width: int) -> None:
    block = followed((text, ""), by=[(f"≠ {remark}", "mark")], width=width)
    shown = lines(block, width)
    if width_of(remark) + 2 <= width - 4:
        assert f"≠ {remark}" in shown[-1]
    assert block.text.split() == [*text.split(), "≠", *remark.split()]
