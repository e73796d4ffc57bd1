"""What a case tells of the time of its events does not hang on the order of its documents."""

from dataclasses import replace

import pytest

from dossier.assemble.events.reports import candidates
from dossier.assemble.events.sequence import in_sequence
from dossier.model.date import Publication

TEXTS = (
    ("The ferry struck a tug on 3 May 1911. The owners sold the ferry. A court later fined the mate.", "1911-06"),
    ("After the collision the crew repaired the ferry. The minister opened an inquiry on 9 May 1911.", "1911-05-20"),
    ("The police have arrested a clerk. The bank dismissed the guard.", "1911-05-30?"),
)


@pytest.fixture
def case(read):
    """Three documents of one affair."""
    return [_named(read(text, dates=_days(text)), f"s{i}", published) for i, (text, published) in enumerate(TEXTS)]


def _days(text):
    return {words: f"1911-05-0{words[0]}" for words in ("3 May 1911", "9 May 1911") if words in text}


def _named(reading, name, published):
    source = replace(reading.document.source, id=name)
    dates = tuple(replace(date, source=name) for date in reading.dates)
    document = replace(reading.document, source=source)
    return replace(reading, document=document, dates=dates, publication=Publication(name, published, True, None, ""))


def test_the_order_of_documents_and_events_changes_nothing(case, alone):
    events = [alone(candidate) for reading in case for candidate in candidates(reading)]
    assert len(events) >= 7
    expected = {event.reports: (event.date, event.date_basis) for event in in_sequence(case, events)}
    assert sum(date is not None for date, _ in expected.values()) == len(events)
    for turned in (case[::-1], [case[1], case[2], case[0]]):
        found = in_sequence(turned, events[::-1])
        assert {event.reports: (event.date, event.date_basis) for event in found} == expected


def test_events_stand_in_order_of_time(case, alone):
    events = [alone(candidate) for reading in case for candidate in candidates(reading)]
    dates = [event.date.strip("./").partition("/")[0].strip("?") for event in in_sequence(case, events)]
    assert dates == sorted(dates)
