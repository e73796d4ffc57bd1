"""When one thing happened, told differently."""

import pytest


def dates(matters):
    """What is said of dates and times, agreements left out."""
    found = [matter for matter in matters if matter.attribute in {"date", "time"}]
    return [matter for matter in found if matter.kind != "granularity"]


def test_neighbouring_days_are_told_apart_and_explained(compare):
    found = dates(compare(
        "On 29 August 2018 astronauts on the Larnos station discovered a leak.",
        "The leak on the Larnos station was discovered on 30 August 2018.",
    ))  # fmt: skip
    assert [(m.attribute, m.kind, set(m.sides)) for m in found] == [("date", "conflict", {"2018-08-29", "2018-08-30"})]
    assert "night" in found[0].matter.basis


def test_two_birthdays_of_one_person_differ_however_far_apart(compare):
    found = dates(compare(
        "Harald Ness (born 14 May 1868 in Bergen) was a Norwegian explorer.",
        "Harald Ness was born on 2 June 1869, the son of a shipbuilder.",
    ))  # fmt: skip
    assert [set(m.sides) for m in found] == [{"1868-05-14", "1869-06-02"}]
    assert found[0].question == "When was Harald Ness born?"


def test_two_times_in_one_source_are_a_contradiction(compare):
    found = dates(compare(
        "The capsule Aurora landed on 20 December 2018 at 05:02 UTC. Nobody was hurt.\n\n"
        "The flight was long. The Aurora landed on 20 December 2018 at 05:09 UTC in the steppe.",
    ))  # fmt: skip
    assert [(m.attribute, m.kind) for m in found] == [("time", "contradiction")]


def test_two_times_in_two_sources_are_a_conflict(compare):
    found = dates(compare(
        "The pilot, Ada Byrne, landed at Larnos on 20 December 2018 at 05:02 UTC.",
        "Ada Byrne landed at Larnos on 20 December 2018 at 05:09 UTC.",
    ))  # fmt: skip
    assert [(m.attribute, m.kind) for m in found] == [("time", "conflict")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Softened, and what another zone explains.
        ("on 20 December 2018 at about 05:05 UTC", "on 20 December 2018 at 05:02 UTC"),
        ("on 20 December 2018 at 08:02", "on 20 December 2018 at 05:02 UTC"),
    ],
)
def test_a_rounded_time_or_one_of_another_zone_is_no_conflict(compare, one, other):
    assert not dates(compare(f"Ada Byrne landed at Larnos {one}.", f"Ada Byrne landed at Larnos {other}."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ship sank in August 1911.", "The ship sank on 12 August 1911."),
        ("Maria Lund met Peter Holm on 3 May 1990 in Oslo.", "Maria Lund met Peter Holm on 5 May 1990 in Bergen."),
        ("The army attacked the town on 3 May 1915.", "The army attacked the town on 9 July 1916."),
        ("Maria Lund said on 3 May 1990 that she would go.", "Maria Lund said on 4 May 1990 that she had gone."),
        ("Maria Lund opened a school on 3 May 1990.", "Maria Lund opened a hospital on 4 May 1990."),
        (
            "The police searched the house on 3 May 1990. The police searched the house again on 4 May 1990.",
            "The police searched the house on 4 May 1990.",
        ),
    ],
)
def test_vaguer_dates_and_what_happened_twice_are_no_conflict(compare, one, other):
    assert not dates(compare(one, other))


def test_a_vaguer_date_is_kept_among_what_agrees(compare):
    found = compare("The steamer Lorne sank in August 1911.", "The steamer Lorne sank on 12 August 1911.")
    assert [(m.kind, set(m.sides)) for m in found] == [("granularity", {"1911-08", "1911-08-12"})]
