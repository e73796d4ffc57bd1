"""What the tests of events in sequence share: events of one invented text, each told once."""

from dataclasses import replace

import pytest

from dossier.assemble.reports import candidates
from dossier.assemble.sequence import in_sequence
from dossier.model.date import Publication
from dossier.model.event import Event, EventStatus, Report
from dossier.model.span import Span


@pytest.fixture
def dated(read):
    """{label: event} of one text; `news` counts its dates from its publication, `said` are words that somebody says."""

    def make(text, published=None, news=False, said=None, **dates):
        reading = read(text, dates={words.replace("_", " "): value for words, value in dates.items()})
        rule = "from publication date" if news else "stated"
        reading = replace(
            reading,
            dates=tuple(replace(one, rule=rule) for one in reading.dates),
            publication=Publication("s1", published, True, None, "given"),
        )
        events = [event_of(candidate) for candidate in candidates(reading)]
        if said:
            events.append(saying(text, said))
        return {event.label: event for event in in_sequence([reading], events)}

    return make


def event_of(candidate):
    """An event that nobody else reports."""
    report = candidate.report
    return Event(
        f"e{report.span.start}", candidate.label, candidate.kind, report.date, candidate.inferred, report.status, (),
        (report,),
    )  # fmt: skip


def saying(text, words):
    """An event of speech."""
    span = Span(text.index(words), text.index(words) + len(words))
    report = Report("s1", 0, span, None, None, EventStatus.REPORTED, "statement")
    return Event("e", words, "say", None, False, EventStatus.REPORTED, (), (report,))
