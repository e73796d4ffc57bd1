"""Lines of an infobox: the dated one makes the event, those that go with it add to it."""

import pytest

from dossier.assemble.events.infobox import infobox_reports

TEXT = """Lark
TypeAirship
ManufacturerHolm Yard
Crew size2
MembersAda Byrne
Tobias Renn
Start of voyage
Launch date6 June 1911 11:12
Launch siteLeith Common
End of voyage
Landing date8 June 1911
Landing siteOslo

Lark was an airship that crossed the North Sea in 1911. It carried two people.
"""


@pytest.fixture
def reports(read):
    reading = read(
        TEXT,
        people={"ada": "Ada Byrne", "renn": "Tobias Renn"},
        organizations={"lark": "Lark", "leith": "Leith Common"},
        dates={"6 June 1911 11:12": "1911-06-06T11:12", "8 June 1911": "1911-06-08"},
    )
    return [(c.report.span.of(TEXT), c.report.date, c) for c in infobox_reports(reading)]


def test_lines_of_one_act_are_of_one_occasion(reports):
    assert [(words, date) for words, date, _ in reports] == [
        ("Launch date6 June 1911 11:12", "1911-06-06T11:12"),
        ("Launch siteLeith Common", None),
        ("Landing date8 June 1911", "1911-06-08"),
        ("Landing siteOslo", None),
    ]
    launch, site, landing, _ = (candidate for *_, candidate in reports)
    assert launch.occasion == site.occasion != landing.occasion
    assert site.passing
    assert not launch.passing


def test_people_listed_under_a_plural_take_part_and_a_site_is_named(reports):
    launch, landing = reports[0][2], reports[2][2]
    assert {p.entity for p in launch.participants} >= {"ada", "renn", "leith"}
    assert {p.entity for p in landing.participants} >= {"ada", "renn"}
    assert "leith" not in {p.entity for p in landing.participants}
