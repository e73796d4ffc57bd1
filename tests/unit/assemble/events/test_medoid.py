"""An event is called what the report nearest to all others calls it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.events.medoid import best_told
from dossier.model.event import EventStatus, Report
from dossier.model.span import Span


def candidate(label, words, *, date="1911-01-12", start=0, long=40):
    report = Report("a", 0, Span(start, start + long), date, None, EventStatus.REPORTED, "rule", "basis")
    return Candidate(
        report=report, labelled=lambda: label, kind="k", participants=(), acts=frozenset(), senses=frozenset(),
        core=frozenset(), content=frozenset(words.split()), named=frozenset(), inferred=False, order=(0, start),
        head=start, sentence=start,
    )  # fmt: skip


NEAREST = candidate("An explosion tore through the mill", "explosion tear mill")
OTHERS = [
    candidate("The mill was an old one in the valley by the river", "explosion old valley river year"),
    candidate("Windows broke in the mill", "explosion mill window", start=100),
    candidate("The explosion woke the town", "explosion wake town", start=200),
]


def test_the_report_that_shares_most_with_the_others_gives_the_label():
    group = [*OTHERS, NEAREST]
    assert best_told(group, group, None) is not OTHERS[0]
    assert best_told([OTHERS[0], NEAREST], group, None) is NEAREST


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("It broke", "The dam broke"),
        ("The council rejected it", "The council rejected the plan"),
        ("The dam above the town broke during the long and heavy rains of…", "The dam broke"),
    ],
)
def test_of_equally_near_reports_the_one_whose_label_reads_well_gives_it(worse, better):
    pair = [candidate(worse, "dam break"), candidate(better, "dam break", start=50)]
    assert best_told(pair, pair, None).label == better
    assert best_told(pair[::-1], pair, None).label == better


@given(st.permutations([*OTHERS, NEAREST, replace(NEAREST, content=frozenset({"mill", "fire"}), order=(0, 9))]))
def test_the_order_of_the_reports_changes_nothing(group):
    expected = best_told(sorted(group, key=lambda c: c.order), group, None).label
    assert best_told(group, group, None).label == expected
