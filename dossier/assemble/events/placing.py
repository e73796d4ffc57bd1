"""Dates for reports that state none, from where they are told: right after a dated report in the same passage.

Such a date is a guess from the order of telling. It carries EDTF's `?`, is marked as inferred, and says in its
basis what it follows; reports that look back, or in which time has passed, are left as they are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.assemble.events.candidate import Candidate
from dossier.assemble.reading import Reading
from dossier.assemble.when import interval
from dossier.assemble.words import speaking_verbs
from dossier.model.annotation import Sentence
from dossier.model.event import EventStatus
from dossier.model.span import Span

LONGEST_ANCHOR_DAYS = 2
"""An event told after one dated to a month may be anywhere near it; after one dated to a day it is mostly of that
day or the next."""
_LOOKING_ELSEWHERE = frozenset(
    {
        "previously", "earlier", "before", "once", "originally", "initially", "formerly", "already", "ago",
        "later", "afterwards", "afterward", "eventually", "subsequently", "thereafter", "since", "finally", "now",
    }
)  # fmt: skip
"""Adverbs that tell of another time than the one before."""


def placed(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates of one source in order, undated ones dated like the report they follow where that is fair."""
    anchor: Candidate | None = None
    last: Candidate | None = None
    for candidate in candidates:
        if candidate.report.date is not None:
            anchor = last = candidate if _is_exact(candidate) else None
        elif anchor is not None and last is not None and _follows(reading, last, candidate):
            last = candidate
            yield _like(reading, anchor, candidate)
            continue
        yield candidate


def _is_exact(candidate: Candidate) -> bool:
    within = interval(candidate.report.date)
    return within is not None and (within[1].date() - within[0].date()).days < LONGEST_ANCHOR_DAYS


def _follows(reading: Reading, last: Candidate, candidate: Candidate) -> bool:
    """Whether the candidate is told in the sentence after `last`, goes on about the same thing, and neither tells
    what others think nor looks to another time."""
    if last.report.passage != candidate.report.passage or candidate.report.status is not EventStatus.REPORTED:
        return False
    if candidate.kind in speaking_verbs():
        return False
    if not (last.content & candidate.content or set(last.participants) & set(candidate.participants)):
        return False
    sentences = reading.sentences_of(candidate.report.passage)
    first, own = (_sentence_of(sentences, c.report.span.start) for c in (last, candidate))
    words = {t.lemma.lower() for t in sentences[own].tokens}
    between = Span(last.report.span.end, candidate.report.span.end)
    return own - first <= 1 and not words & _LOOKING_ELSEWHERE and not reading.dates_in(between)


def _sentence_of(sentences: Sequence[Sentence], offset: int) -> int:
    return max(bisect_right(sentences, offset, key=lambda s: s.span.start) - 1, 0)


def _like(reading: Reading, anchor: Candidate, candidate: Candidate) -> Candidate:
    date = str(anchor.report.date)
    day = date.partition("T")[0].rstrip("~?%")
    basis = f"told right after “{anchor.report.span.of(reading.text)[:80]}” ({date})"
    report = replace(candidate.report, date=f"{day}?", rule="told after a dated report", basis=basis)
    return replace(candidate, report=report, inferred=True)
