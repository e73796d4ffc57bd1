"""Reports of one event are joined, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.candidate import Candidate
from dossier.assemble.joining import groups
from dossier.model.entity import EntityKind
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span


def told(source, start, date, words, entities=(), kind=""):
    """A report of an invented affair."""
    return Candidate(
        report=Report(source, 0, Span(start, start + 10), date, None, EventStatus.REPORTED, "dated clause"),
        labelled=lambda: words,
        kind=kind or words.split()[0],
        participants=tuple(Participant(entity, "agent") for entity in entities),
        acts=frozenset({kind or words.split()[0]}),
        content=frozenset(words.split()),
        named=frozenset((EntityKind.ORGANIZATION, entity) for entity in entities),
        senses=frozenset(),
        core=frozenset(),
        head=start,
        sentence=start,
        inferred=False,
        order=(int(source[1:]), start),
    )


# Reports of other things, so that rare words can be told from common ones.
NOISE = [
    told("s9", 900, "1956-02-01", "inquiry open hearing court", ["court"]),
    told("s9", 950, "1956-03-05", "owner insure cargo value", ["owner"]),
    told("s9", 990, "1955-12-24", "crew sign contract port", ["crew"]),
]


def grouped(*candidates):
    joined = groups([*candidates, *NOISE])
    return [
        {(c.report.source, c.report.span.start) for c in group} for group in joined if group[0].report.source != "s9"
    ]


def test_two_sources_that_tell_of_one_sinking_are_joined():
    a = told("s1", 0, "1956-01-11", "ship sink storm", ["ship"])
    b = told("s2", 0, "1956-01", "ship sink reef", ["ship"])
    assert grouped(a, b) == [{("s1", 0), ("s2", 0)}]


def test_a_date_alone_joins_nothing():
    a = told("s1", 0, "1956-01-11", "ship sink storm", ["ship"])
    b = told("s2", 0, "1956-01-11", "minister resign cabinet", ["minister"])
    assert len(grouped(a, b)) == 2


def test_the_same_words_at_another_time_are_another_event():
    a = told("s1", 0, "1956-01-11", "ship sink storm", ["ship"])
    b = told("s2", 0, "1956-01-13", "ship sink storm", ["ship"])
    assert len(grouped(a, b)) == 2


def test_a_loose_date_does_not_chain_two_exact_ones_together():
    a = told("s1", 0, "1956-01-11", "ship sink storm", ["ship"])
    b = told("s2", 0, "1956-01-13", "ship sink storm", ["ship"])
    loose = told("s3", 0, "1956-01", "ship sink storm", ["ship"])
    assert sorted(map(len, grouped(a, b, loose))) == [1, 2]


reports = st.builds(
    told,
    source=st.sampled_from(["s1", "s2", "s3"]),
    start=st.integers(0, 10_000),
    date=st.sampled_from(
        ["1956-01-11", "1956-01-12", "1956-01", "1956", None, "1956-01-11/1956-01-12", "195X", "nonsense"]
    ),
    words=st.lists(st.sampled_from(["ship", "sink", "storm", "crew", "reef", "inquiry"]), min_size=1, max_size=4).map(
        " ".join
    ),
    entities=st.lists(st.sampled_from(["e1", "e2"]), max_size=2, unique=True),
)
cases = st.lists(reports, max_size=12, unique_by=lambda c: (c.report.source, c.report.span.start))


@given(cases, st.randoms())
def test_no_report_is_lost_and_the_order_changes_nothing(case, random):
    shuffled = list(case)
    random.shuffle(shuffled)
    as_sets = [
        {frozenset((c.report.source, c.report.span.start) for c in g) for g in groups(c)} for c in (case, shuffled)
    ]
    assert as_sets[0] == as_sets[1]
    assert sorted(len(g) for g in groups(case)) == sorted(map(len, as_sets[0]))
    assert sum(map(len, groups(case))) == len(case)
