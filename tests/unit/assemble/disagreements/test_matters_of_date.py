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
        "Mission\n\nLanding date: 20 December 2018 05:02 UTC\n\nThe capsule Aurora landed on 20 December 2018 at "
        "05:09 UTC. The Aurora landed on 20 December 2018 at 05:02 UTC in the steppe.",
    ))  # fmt: skip
    assert [(m.attribute, m.kind) for m in found] in ([("time", "contradiction")], [])


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
    assert [(m.kind, set(m.sides)) for m in found if m.attribute == "date"] in (
        [("granularity", {"1911-08", "1911-08-12"})],
        [],
    )
