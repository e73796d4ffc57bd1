"""A document is seen when each of its lines stood on the screen for a while."""

import pytest

from dossier.present.flow import Flow
from dossier.present.page import Block
from dossier.tui.widgets.seen import STOOD_SECONDS, Seen


def lines(number: int) -> Flow:
    return Flow([Block(f"word {line}") for line in range(number)], 80)


def test_a_document_that_fits_is_seen_when_it_stood_there() -> None:
    flow, seen = lines(5), Seen()
    seen.look(flow, 0, 20, 100.0)
    assert not seen.whole
    assert seen.due(101.0) == pytest.approx(STOOD_SECONDS - 1)
    seen.count(100.0 + STOOD_SECONDS)
    assert seen.whole


def test_passing_over_is_not_seeing() -> None:
    flow, seen = lines(100), Seen()
    for step, top in enumerate(range(0, 100, 20)):
        seen.look(flow, top, top + 20, step * STOOD_SECONDS / 3)
    seen.look(flow, 0, 0, 1000.0)
    assert not seen.whole


def test_after_a_jump_to_the_end_the_lines_before_it_are_not_seen() -> None:
    flow, seen = lines(100), Seen()
    seen.look(flow, 0, 20, 0.0)
    seen.look(flow, 80, 100, 50.0)
    seen.count(100.0)
    assert not seen.whole
    assert seen.due(100.0) is None
    for step, top in enumerate((20, 40, 60)):
        seen.look(flow, top, top + 20, 100.0 * (step + 2))
    assert seen.due(401.0) == pytest.approx(STOOD_SECONDS - 1)
    seen.look(flow, 0, 0, 500.0)
    assert seen.whole


def test_a_line_that_stays_while_the_view_moves_on_keeps_its_time() -> None:
    flow, seen, now = lines(60), Seen(), STOOD_SECONDS
    seen.look(flow, 0, 20, 0.0)
    for top in range(41):
        seen.look(flow, top, top + 20, now)
        now += STOOD_SECONDS / 10
    seen.look(flow, 0, 0, now + STOOD_SECONDS)
    assert seen.whole


def test_the_passages_that_were_seen_stay_so_in_lines_of_another_width() -> None:
    blocks = [Block("some words that go over more than one line of a narrow terminal " * 3) for _ in range(10)]
    wide, narrow = Flow(blocks, 70), Flow(blocks, 30)
    seen = Seen()
    seen.look(wide, 0, wide.bottom(4), 0.0)
    seen.look(narrow, 0, 5, 10.0)
    seen.look(narrow, narrow.bottom(4) - 1, narrow.height - 1, 20.0)
    seen.count(30.0)
    assert not seen.whole
    seen.look(narrow, narrow.height - 5, narrow.height, 40.0)
    seen.count(50.0)
    assert seen.whole


def test_nothing_is_not_seen() -> None:
    seen = Seen()
    seen.look(lines(0), 0, 20, 0.0)
    seen.count(100.0)
    assert not seen.whole
    assert seen.due(100.0) is None
