"""What holds for dates in any text at all."""

from itertools import pairwise

import edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.annotate.dates import find_dates
from dossier.model.annotation import Annotated, Annotations, Passage, PassageKind
from dossier.model.source import Source
from dossier.model.span import Span
from dossier.resolve.dates import document_dates

_WORDS = """
    1 5 31 0 99 420 1999 2018 9999 0000 Monday Fri. may May March Sept. august last next this that the a of in on to
    until since between from and or about circa c. early mid late night overnight eve yesterday today two hundred
    half years weeks ago later earlier from now first third century quarter 1990s '72 ’90s , . - – / ( ) [ ] ? ~
    05:02 24:61 25 pm 3 p.m. UTC EST AD BC Q3 2018-08-30 2018-13-45 30/08/2018 99/99/9999 2018-051A winter fall
    weekend * # ٣ ² Ⅷ é 𝟐𝟎𝟏𝟖 date6 years' 's
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\n\n", "\u00a0"])
_TEXTS = (
    st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=20).map("".join) | st.text(max_size=200)
)
_PUBLISHED = st.sampled_from(
    [
        None,
        "2018-09-05",
        "2018-09-03/2018-10-10",
        "2021-12-01/..",
        "../2000",
        "0001-01-01",
        "9999-12-31",
        "2018",
        "192X",
    ]
)


def _passages(text: str, cuts: list[int]) -> list[Passage]:
    ends = sorted({min(cut, len(text)) for cut in cuts} | {len(text)})
    kinds = list(PassageKind)
    starts = [0, *ends[:-1]]
    return [
        Passage(kinds[place % len(kinds)], Span(start, end))
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        if start < end
    ]


@example("Monday next", [], "9999-12-31")
@given(_TEXTS, st.lists(st.integers(0, 200), max_size=4), _PUBLISHED)
@settings(max_examples=400, deadline=None)
def test_spans_lie_in_their_passage_apart_and_in_order_and_values_are_edtf(
    text: str, cuts: list[int], published: str | None
) -> None:
    passages = _passages(text, cuts)
    found = find_dates(text, passages)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    for expression in found:
        assert len(expression.span) > 0
        assert passages[expression.passage].span.contains(expression.span)
    source = Source("s", "s.txt", "0", "text", text, ())
    annotated = Annotated(source, Annotations("0", tuple(passages), (), (), found, (), (), (), ()))
    for mention in document_dates(annotated, published):
        assert mention.text == text[mention.span.start : mention.span.end]
        for value in (mention.value, mention.extent):
            if value is not None:
                edtf.parse_edtf(value)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_passage_is_read_alike_wherever_it_stands(text: str) -> None:
    alone = find_dates(text, [Passage(PassageKind.PARAGRAPH, Span(0, len(text)))] if text else [])
    moved = f"# Title #\n\n{text}"
    later = find_dates(moved, [Passage(PassageKind.PARAGRAPH, Span(11, len(moved)))] if text else [])
    assert [(e.span.start + 11, e.term) for e in alone] == [(e.span.start, e.term) for e in later]
