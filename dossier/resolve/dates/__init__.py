"""The EDTF value of every date expression of a case, and how it was reached.

A document that reports (news, a letter, a speech) counts from its day of publication; a narrative (an
encyclopedia page, a history) from the last date it told. The value of an expression hangs on its own document and
that document's publication date; only in one written long after what the documents of the case tell of, `the Monday`
and `on the 22nd` are of that time (`period`) where the document itself does not tell.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dossier.model.annotation import Annotated
from dossier.model.date import DateExpression, DateMeaning, DateMention, Publication
from dossier.model.manifest import Manifest
from dossier.resolve.dates.anchors import Anchors, kind_of, reports
from dossier.resolve.dates.arithmetic import Day, day_bounds, hull
from dossier.resolve.dates.edges import Edges
from dossier.resolve.dates.entries import Written, datelines, days_of_papers, entries, headings
from dossier.resolve.dates.period import Period, period_of
from dossier.resolve.dates.whole import read_value

__all__ = ["resolve_dates"]

ORAL = ("letter", "interview", "transcript")
"""Kinds in which one person tells another what was long ago, going on from day to day."""


def resolve_dates(
    case: Sequence[Annotated], manifest: Manifest, publications: Sequence[Publication]
) -> tuple[DateMention, ...]:
    """The date mentions of all documents, in order of document and offset."""
    published: Mapping[str, Publication] = {publication.source: publication for publication in publications}
    given = [(document, published[document.source.id].value, kind_of(document, manifest)) for document in case]
    found = [document_dates(*one) for one in given]
    period = period_of(map(_days, found))
    if period is not None:
        found = [
            document_dates(*one, period.without(_days(mentions))) if period.is_over(day_bounds(one[1])[0]) else mentions
            for one, mentions in zip(given, found, strict=True)
        ]
    return tuple(mention for mentions in found for mention in mentions)


def _days(mentions: Sequence[DateMention]) -> Iterator[Day]:
    """The days that a document tells something of."""
    for mention in mentions:
        first, last = day_bounds(mention.value)
        if first is not None and first == last and mention.meaning is DateMeaning.HAPPENED:
            yield first


def document_dates(
    document: Annotated, published: str | None, kind: str = "", period: Period | None = None
) -> list[DateMention]:
    """The date mentions of one document that was published at an EDTF date, interval or unknown time; `period`: the
    time that the documents of its case tell of, where it was over by then."""
    expressions = document.annotations.dates
    edges = Edges(document.annotations.sentences, document.source.text)
    anchors = Anchors(
        published,
        reports(expressions, kind),
        expressions,
        edges,
        period,
        oral=kind in ORAL,
        papers=days_of_papers(document),
    )
    opening, lines, written = entries(document), datelines(document), Written(document.source.text)
    lines |= headings(document) if opening else frozenset()
    mentions: list[DateMention] = []
    for place, expression in enumerate(expressions):
        if written.several:
            anchors.enter(written.day(expression))
        value, rule, basis, extent = read_value(expression, anchors, opens=place in opening)
        written.told(expression, value)
        anchors.told(expression, value)
        if (place in opening or place in lines) and not written.several:
            anchors.enter(value)
        mentions.append(
            DateMention(
                document.source.id, expression.span, expression.passage, expression.span.of(document.source.text),
                value, expression.meaning, rule, basis, extent,
            )
        )  # fmt: skip
    return _ranged(expressions, mentions)


def _ranged(expressions: Sequence[DateExpression], mentions: list[DateMention]) -> list[DateMention]:
    """Mentions with the period that two of them, the ends of a range, make together."""
    result = list(mentions)
    for place, expression in enumerate(expressions[:-1]):
        first, last = mentions[place].value, mentions[place + 1].value
        if expression.bound == "from" and expressions[place + 1].bound == "to" and first and last:
            period = hull(first, last)
            result[place : place + 2] = (replace(mention, extent=period) for mention in result[place : place + 2])
    return result
