"""Reports of one event are joined, and nothing else is."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dossier.assemble.events.candidate import NOTHING, SPEECH, Acts, Candidate
from dossier.assemble.events.joining import groups
from dossier.model.entity import EntityKind
from dossier.model.event import EventStatus, Participant, Report
from dossier.model.span import Span


def told(  # noqa: PLR0913, PLR0917
    source,
    start,
    date,
    words,
    entities=(),
    kind="",
    passing=False,
    occasion=None,
    core=(),
    speaker=None,
    is_news=False,
    known="",
):
    """A report of an invented affair."""
    return Candidate(
        report=Report(source, 0, Span(start, start + 10), date, None, EventStatus.REPORTED, "dated clause"),
        labelled=lambda: words,
        kind=kind or words.split()[0],
        participants=tuple(Participant(entity, "agent") for entity in entities),
        acts=SPEECH if speaker else frozenset({kind or words.split()[0]}),
        content=frozenset(words.split()),
        named=frozenset((EntityKind.ORGANIZATION, entity) for entity in entities),
        is_of_somebody=bool(entities),
        senses=frozenset(),
        core=frozenset(core),
        speakers=frozenset({speaker}) if speaker else frozenset(),
        is_news=is_news,
        speaks_of=Acts(frozenset({known}), frozenset()) if known else NOTHING,
        head=start,
        sentence=start,
        inferred=False,
        order=(int(source[1:]), start),
        passing=passing,
        occasion=occasion,
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
    passing=st.booleans(),
    occasion=st.sampled_from([None, None, None, -1]),
    known=st.sampled_from(["", "", "sink", "storm"]),
)
cases = st.lists(reports, max_size=12, unique_by=lambda c: (c.report.source, c.report.span.start))


def places(group):
    return frozenset((c.report.source, c.report.span.start) for c in group)


@given(cases, st.randoms())
def test_the_order_in_which_reports_come_changes_nothing(case, random):
    shuffled = list(case)
    random.shuffle(shuffled)
    assert {places(group) for group in groups(case)} == {places(group) for group in groups(shuffled)}


@given(cases)
def test_every_dated_report_is_in_one_event_and_any_other_in_one_or_none(case):
    found = [place for group in groups(case) for place in places(group)]
    makers = places(c for c in case if c.report.date and not c.passing)
    assert len(found) == len(set(found))
    assert makers <= set(found) <= places(case)
    assert all(any(not c.passing for c in group) for group in groups(case))


@given(cases)
def test_no_source_has_two_days_in_one_event(case):
    for group in groups(case):
        exact = {(c.report.source, c.days) for c in group if c.days[0] == c.days[1] and c.occasion is None}
        assert len(exact) == len({source for source, _ in exact})


def test_a_crowded_day_loses_no_report():
    crowd = [told(f"s{n}", 0, "1956-01-11", f"person{n} testify hearing court", [f"p{n}"]) for n in range(300)]
    again = [told(f"s{n + 300}", 0, "1956-01-11", f"person{n} testify hearing court", [f"p{n}"]) for n in range(300)]
    found = {places(group) for group in groups([*crowd, *again])}
    assert found == {frozenset({(f"s{n}", 0), (f"s{n + 300}", 0)}) for n in range(300)}


def test_what_one_source_tells_apart_no_other_draws_together():
    struck = told("s1", 0, "1956-01-11", "ship strike reef lamp", ["ship"])
    sank = told("s1", 50, "1956-01-11", "ship sink boat crew", ["ship"])
    both = told("s2", 0, "1956-01-11", "ship strike reef sink boat", ["ship"])
    assert not any({("s1", 0), ("s1", 50)} <= group for group in grouped(struck, sank, both))


def test_days_side_by_side_are_one_night_only_in_nearly_the_same_words():
    one = told("s1", 0, "1956-01-11", "ship sink storm reef", ["ship"])
    alike = told("s2", 0, "1956-01-12", "ship sink storm reef", ["ship"])
    other = told("s3", 0, "1956-01-12", "ship sink harbour tug", ["ship"])
    assert {("s1", 0), ("s2", 0)} in grouped(one, alike)
    assert len(grouped(one, other)) == 2


def test_an_undated_saying_is_an_event_where_two_sources_tell_it_or_it_is_the_news():
    one = told("s1", 0, None, "pump warn owner leak", speaker="reid")
    again = told("s2", 0, None, "pump warn owner leak", speaker="reid")
    assert grouped(one) == []
    assert grouped(one, again) == [{("s1", 0), ("s2", 0)}]
    assert grouped(told("s1", 0, None, "pump warn owner leak", speaker="reid", is_news=True)) == [{("s1", 0)}]
    assert grouped(told("s1", 0, "1956-01-11", "pump warn owner leak", speaker="reid")) == [{("s1", 0)}]


def test_an_undated_saying_still_adds_to_the_occasion_that_is_told():
    dated = told("s1", 0, "1956-01-11", "pump warn owner leak", ["reid"], speaker="reid")
    aside = told("s2", 0, None, "pump warn owner leak", ["reid"], speaker="reid")
    assert grouped(dated, aside) == [{("s1", 0), ("s2", 0)}]


def test_an_undated_deed_is_an_event_where_it_is_anchored_in_the_affair():
    dated = told("s1", 0, "1956-01-11", "hull crack frost", ["ship"], core=["hull"])
    of_it = told("s2", 0, None, "weld welder", core=["hull"])
    of_somebody = told("s2", 50, None, "resign minister", ["minister"])
    of_nothing = told("s2", 90, None, "notice passenger draught", core=["draught"])
    of_its_own_story = told("s1", 70, None, "weld welder", core=["hull"])
    assert {("s2", 0)} in grouped(dated, of_it)
    assert {("s2", 50)} in grouped(dated, of_somebody)
    assert grouped(dated, of_nothing) == [{("s1", 0)}]
    assert grouped(dated, of_its_own_story) == [{("s1", 0)}]


def test_one_act_of_one_day_told_once_by_each_source_is_one_event():
    first = told("s1", 0, "1956-01-11", "explode boiler street window", ["yard"])
    other = told("s2", 0, "1956-01-11", "explode plate rivet engineer deck", ["yard"])
    assert grouped(first, other) == [{("s1", 0), ("s2", 0)}]


def test_an_act_that_a_source_tells_twice_of_a_day_or_of_others_stays_apart():
    first = told("s1", 0, "1956-01-11", "explode boiler street window", ["yard"])
    again = told("s1", 200, "1956-01-11", "explode drum quay crane", ["yard"])
    other = told("s2", 0, "1956-01-11", "explode plate rivet engineer deck", ["yard"])
    elsewhere = told("s2", 0, "1956-01-11", "explode plate rivet engineer deck", ["mill"])
    next_day = told("s2", 0, "1956-01-12", "explode plate rivet engineer deck", ["yard"])
    assert len(grouped(first, again, other)) == 3
    assert len(grouped(first, elsewhere)) == 2
    assert len(grouped(first, next_day)) == 2


def in_leeds(candidate):
    return replace(candidate, named=candidate.named | {(EntityKind.PLACE, "leeds")})


def test_a_place_in_common_is_no_common_happening():
    bank = in_leeds(told("s1", 0, "1956-01-11", "rob youth bank vault noon", core=["bank"]))
    clerk = in_leeds(told("s2", 0, "1956-01-11", "rob purse lane dusk lamp", core=["clerk"]))
    of_whom = in_leeds(told("s2", 0, "1956-01-11", "rob purse lane dusk lamp"))
    assert len(grouped(bank, clerk)) == 2
    assert len(grouped(bank, of_whom)) == 2


def test_one_act_done_to_different_things_is_not_one_happening():
    reid = told("s1", 0, "1956-01-11", "arrest dock wharf crowd noon", ["watch"], core=["reid"])
    sailor = told("s2", 0, "1956-01-11", "arrest brawl tavern mug dusk", ["watch"], core=["sailor"])
    again = replace(sailor, core=frozenset({"reid"}))
    assert len(grouped(reid, sailor)) == 2
    assert len(grouped(reid, again)) == 1


def test_what_two_did_together_at_one_time_told_once_by_each_source_is_one_event():
    first = told("s1", 0, "1956-01-11", "ram pier fog", ["lark", "holm"])
    other = told("s2", 0, "1956-01-11", "plough quay dusk", ["lark", "holm"])
    again = told("s2", 50, "1956-01-11", "tow dock tug", ["lark", "holm"])
    of_one = told("s2", 0, "1956-01-11", "plough quay dusk", ["lark"])
    later = told("s2", 0, "1956-01-12", "plough quay dusk", ["lark", "holm"])
    assert grouped(first, other) == [{("s1", 0), ("s2", 0)}]
    assert len(grouped(first, other, again)) == 3
    assert len(grouped(first, of_one)) == 2
    assert len(grouped(first, later)) == 2


def test_two_words_of_one_time_make_one_event_where_nothing_differs():
    first = told("s1", 0, "1956-01-11", "ring emergency line dusk supper lamp yard", core=["line"])
    other = told("s2", 0, "1956-01-11", "log emergency line call caller public desk", core=["line"])
    on_another = replace(other, core=frozenset({"bell"}))
    assert grouped(first, other) == [{("s1", 0), ("s2", 0)}]
    assert len(grouped(first, on_another)) == 2
    in_hull = replace(other, named=frozenset({(EntityKind.PLACE, "hull")}))
    assert len(grouped(in_leeds(first), in_hull)) == 2


def test_a_saying_whose_speaker_is_left_open_is_that_of_who_names_the_same_that_day():
    known = told("s1", 0, "1956-01-11", "announce sell forty million", ["lark", "holm"], speaker="reid")
    left_open = replace(told("s2", 0, "1956-01-11", "announce sale creamery", ["lark", "holm"]), acts=SPEECH)
    other = told("s2", 0, "1956-01-11", "announce sale creamery", ["lark", "holm"], speaker="byrne")
    assert grouped(known, left_open) == [{("s1", 0), ("s2", 0)}]
    assert len(grouped(known, other)) == 2


def test_what_goes_on_about_a_happening_as_known_is_of_the_one_its_source_told_before():
    happened = told("s1", 0, "1956-01-11", "explode boiler", ["yard"], kind="explode")
    goes_on = told("s1", 50, None, "blow window street", ["crescent"], known="explode")
    ahead = replace(goes_on, order=(1, -1))
    elsewhere = told("s1", 20, "1955-05-02", "explode drum", ["mill"], kind="explode")
    assert grouped(happened, goes_on) == [{("s1", 0), ("s1", 50)}]
    assert len(grouped(happened, elsewhere, goes_on)) == 3
    assert len(grouped(happened, ahead)) == 2


def test_what_goes_on_about_a_happening_of_which_its_source_told_nothing_is_of_the_one_that_most_tell():
    one = told("s1", 0, "1956-01-11", "explode boiler", ["yard"], kind="explode")
    two = told("s2", 0, "1956-01-11", "explode boiler", ["yard"], kind="explode")
    lesser = told("s3", 0, "1955-05-02", "explode drum", ["mill"], kind="explode")
    goes_on = told("s4", 0, None, "rip boiler noon", known="explode", is_news=True)
    of_nothing_told = told("s4", 0, None, "rip curtain noon", known="explode", is_news=True)
    assert {("s1", 0), ("s2", 0), ("s4", 0)} in grouped(one, two, lesser, goes_on)
    assert {("s4", 0)} in grouped(one, two, lesser, of_nothing_told)
    assert {("s4", 0)} in grouped(one, lesser, goes_on)


def test_one_act_of_one_day_is_one_happening_where_the_sources_tell_of_one_affair():
    first = told("s1", 0, "1956-01-11", "meet hotel copenhagen", ["reid"], core=["defendant"])
    other = told("s2", 0, "1956-01-11", "meet london", core=["man"])
    of_the_affair = told("s2", 50, "1956-03-01", "buy yard", ["reid"])
    assert {("s1", 0), ("s2", 0)} in grouped(first, other, of_the_affair)
    assert len(grouped(first, other)) == 2


def test_what_is_told_in_passing_is_of_the_one_event_in_which_such_a_thing_is_done():
    rejected = told("s1", 0, "1956-01-11", "reject board bid cork hour meeting", ["holm"], core=["bid"])
    aside = told("s2", 0, None, "reject board vote six two fee", passing=True)
    of_the_affair = told("s2", 50, "1956-03-01", "buy yard", ["holm"])
    again = told("s3", 0, "1956-02-07", "reject board pension plan clerk", ["lark"], core=["plan"])
    assert {("s1", 0), ("s2", 0)} in grouped(rejected, aside, of_the_affair)
    for there, here in (
        ((rejected, again), aside),  # A board rejects something twice.
        ((rejected,), replace(aside, is_past=False)),
        ((rejected,), replace(aside, core=frozenset({"plan"}))),
        ((rejected,), replace(aside, named=frozenset({(EntityKind.ORGANIZATION, "lark")}))),
        ((rejected,), replace(aside, content=frozenset({"reject", "vote", "fee"}))),
    ):
        found = grouped(*there, here, of_the_affair)
        assert not any(("s2", 0) in group for group in found)
    assert grouped(rejected, aside) == [{("s1", 0)}]  # Nobody is in both sources.
