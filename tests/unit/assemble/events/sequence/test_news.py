"""What news tells as new is not before the happening that it is about; background ends where another story begins."""

from dataclasses import replace

import pytest

from dossier.assemble.events.reports import candidates
from dossier.assemble.events.sequence import in_sequence
from dossier.model.date import Publication


@pytest.fixture
def told(read, alone):
    """The dates, by label, of the events of one news text of 16 May 1911; other sources tell of those with `shared`."""

    def make(text, shared, **dates):
        reading = read(text, dates={words.replace("_", " "): value for words, value in dates.items()})
        own = tuple(replace(one, rule="from publication date") for one in reading.dates)
        reading = replace(reading, dates=own, publication=Publication("s1", "1911-05-16", True, None, "given"))
        events = [_told_elsewhere(alone(c), shared) for c in candidates(reading)]
        document = replace(reading.document, source=replace(reading.document.source, id="s2"))
        other = replace(reading, document=document, dates=())
        return {event.label: event.date for event in in_sequence([reading, other], events)}

    return make


def _told_elsewhere(event, shared):
    if shared not in event.label:
        return event
    return replace(event, reports=(*event.reports, replace(event.reports[0], source="s2")))


FERRY = "The ferry sank on Sunday. The harbour master closed the port. The guards searched a cellar before the trial."


def test_what_is_told_beside_the_happening_that_a_report_is_about_is_not_before_it(told):
    found = told(FERRY, "ferry sank", Sunday="1911-05-14")
    assert found["The harbour master closed the port"] == "1911-05-14?/1911-05-16"
    assert found["The guards searched a cellar before the trial"] == "1911-05-10?/1911-05-16"


def test_what_one_source_alone_tells_is_not_what_a_report_is_about(told):
    assert told(FERRY, "no such", Sunday="1911-05-14")["The harbour master closed the port"] == "1911-05-10?/1911-05-16"


def test_background_does_not_go_on_to_another_story_in_the_next_paragraph(told):
    text = "The ferry sank on Sunday. The pilot left the navy in 1903.\n\nA farmer repaired the fence."
    found = told(text, "ferry sank", **{"Sunday": "1911-05-14", "1903": "1903"})
    assert found["A farmer repaired the fence"] == "1911-05-14?/1911-05-16"
