"""What the tests of events in sequence share: events of one invented text, each told once."""

from dataclasses import replace

import pytest

from dossier.assemble.events.reports import candidates
from dossier.assemble.events.sequence import in_sequence
from dossier.model.date import Publication
from dossier.model.event import Event, EventStatus, Report
from dossier.model.span import Span


@pytest.fixture
def dated(read):
    """{label: event} of one text; `news` counts its dates from its publication, `said` are words that somebody says,
    `planned` words of something to come."""

    def make(text, published=None, news=False, said=None, planned=None, **dates):
        reading = read(text, dates={words.replace("_", " "): value for words, value in dates.items()})
        rule = "from publication date" if news else "stated"
        reading = replace(
            reading,
            dates=tuple(replace(one, rule=rule) for one in reading.dates),
            publication=Publication("s1", published, True, None, "given"),
        )
        events = [event_of(candidate) for candidate in candidates(reading)]
        if said:
            events.append(event_at(text, said, "statement", EventStatus.REPORTED))
        if planned:
            events.append(event_at(text, planned, "main clause", EventStatus.PLANNED))
        return {event.label: event for event in in_sequence([reading], events)}

    return make


@pytest.fixture
def alone():
    """What makes an event of a report that nobody else gives."""
    return event_of


def event_of(candidate):
    """An event that nobody else reports."""
    report = candidate.report
    return Event(
        f"e{report.span.start}", candidate.label, candidate.kind, report.date, candidate.inferred, report.status, (),
        (report,),
    )  # fmt: skip


def event_at(text, words, rule, status):
    """An undated event that some words report."""
    span = Span(text.index(words), text.index(words) + len(words))
    return Event(
        f"x{span.start}", words, "say", None, False, status, (), (Report("s1", 0, span, None, None, status, rule),)
    )
