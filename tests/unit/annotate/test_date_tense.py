"""Whether a date lies ahead, by the verb that it hangs on: with the language model's parse."""

import pytest
from annotating import default_pipeline

from dossier.annotate.dates import find_dates
from dossier.annotate.reading import read_passages
from dossier.model.annotation import Annotated, Annotations, Passage, PassageKind
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.resolve.dates import document_dates

WEDNESDAY = "2018-09-05"


def values(text: str, kind: PassageKind = PassageKind.PARAGRAPH) -> list[str | None]:
    """The values of the dates of a parsed sentence of a news article published on a Wednesday."""
    passages = (Passage(kind, Span(0, len(text))),)
    sentences, _ = read_passages(text, passages, (), default_pipeline())
    dates = find_dates(text, passages, sentences)
    source = Source("s", "s.txt", "0", "text", text, ())
    annotated = Annotated(source, Annotations("0", passages, sentences, (), dates, (), (), (), ()))
    return [mention.value for mention in document_dates(annotated, WEDNESDAY, "news article")]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Ferry service to the island resumes Friday.", "2018-09-07"),
        ("The owner could not be reached for comment Tuesday.", "2018-09-04"),
        ("Let's talk about it Monday.", "2018-09-10"),
        ("It began on the day we left, that is the 3rd of August.", "2018-08-03"),
        ("She was to have been married in October to a judge.", "2018-10"),
        ("The king, who met the envoy, flies home on Saturday.", "2018-09-08"),
        ("She turns 40 in November.", "2018-11"),
        ("The board is meeting on Friday.", "2018-09-07"),
        ("The two sides agreed to resume talks on Friday.", "2018-09-07"),
        ("The minister was due to return on Friday.", "2018-09-07"),
        ("The minister was to visit the site on Friday.", "2018-09-07"),
        ("The two captains, Ada Byrne and Jon Hale, were to meet on Friday.", "2018-09-07"),
        ("The bank would open on Friday, he said.", "2018-09-07"),
        ("The talks were adjourned until Monday.", "2018-09-10"),
        ("The road was closed until Monday.", "2018-09-10"),
        ("His brother is in Cyprus, or was until Tuesday.", "2018-09-04"),
        ("Following reports over the weekend the bank will answer.", "2018-09-01/2018-09-02"),
        ("She called on him to resign by the weekend.", "2018-09-08/2018-09-09"),
        ("Gatherings are banned until October.", "2018-10"),
        ("Please telephone Mr Lyle on Friday.", "2018-09-07"),
        ("Meet me at the pier on Friday.", "2018-09-07"),
        ("The mill closed on Friday.", "2018-08-31"),
        ("The mill has been closed since Friday.", "2018-08-31"),
        ("The letter, signed on Friday, was found.", "2018-08-31"),
        ("The road is closed since November.", "2017-11"),
        ("The cabin lost pressure due to a leak on Friday.", "2018-08-31"),
        ("The bank, which said on Friday it would go on buying, is solid.", "2018-08-31"),
        ("He could have left on Friday.", "2018-08-31"),
        ("They managed to leave on Friday.", "2018-08-31"),
        ("The police say he left the house on Friday.", "2018-08-31"),
    ],
)
def test_the_verb_tells_on_which_side_a_date_lies(sentence: str, value: str) -> None:
    assert values(sentence) == [value]


def test_a_headline_uses_the_present_of_what_is_past() -> None:
    assert values("Bomb kills twelve in capital on Friday", PassageKind.HEADING) == ["2018-08-31"]


def test_without_a_parse_the_words_near_tell() -> None:
    text = "The board will meet on Friday."
    passages = (Passage(PassageKind.PARAGRAPH, Span(0, len(text))),)
    (date,) = find_dates(text, passages)
    assert date.term.direction == 1
