"""The days that a document itself sets to what it tells: its publication, the works it cites, and its plans.

- What is told as having happened did not happen after the document was published, nor after the latest of the works
  that are cited for it.
- What is told as still to come did not happen before it.
"""

import calendar
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dossier.assemble.events.sequence.manner import Manner
from dossier.assemble.events.sequence.network import Limit, Window
from dossier.assemble.events.sequence.told import Told
from dossier.assemble.reading import Reading
from dossier.assemble.speech.citations import citations
from dossier.assemble.tense import Tense
from dossier.model.edtf import bounds
from dossier.model.event import EventStatus

RECENT_DAYS = 5 * 365
"""Five years: inquiries, trials and their appeals are mostly over and told of by then."""


def window_of(value: str | None, reason: str, root: str = "") -> Window:
    """The window that an EDTF value sets, each side at the precision it is given with; open where it is none. A side
    that the value marks as uncertain is assumed."""
    earliest, latest = (_day(side) for side in bounds(value))
    first, _, last = (value or "").partition("/")
    last = last or first
    return Window(
        Limit(earliest, _end(first, earliest), reason, "?" in first, root) if earliest else None,
        Limit(latest, _end(last, latest), reason, "?" in last, root) if latest else None,
    )


def limits(
    reading: Reading, told: Sequence[Told], dated: Mapping[int, Window], manner: Manner
) -> Iterator[tuple[int, Window]]:
    """What one source sets to the events it reports: (index of the event, window). That an old story was over when
    it was told says nothing, and is left out."""
    published = publication(reading)
    if manner is Manner.NARRATIVE and not _is_recent(told, published, dated):
        published = Window(earliest=published.earliest)
    cited = _Cited(reading)
    for one in told:
        if one.status is EventStatus.PLANNED:
            if one.tense in {Tense.PRESENT, Tense.FUTURE} and published.earliest:
                yield one.event, Window(earliest=published.earliest)
        elif one.is_past:
            yield one.event, Window(latest=published.latest)
            yield one.event, Window(latest=cited.limit(one))


def _is_recent(told: Sequence[Told], published: Window, dated: Mapping[int, Window]) -> bool:
    """Whether a source tells of its own time: half or more of its dated events are of the last years before it."""
    if published.latest is None:
        return False
    ends = [end for one in told if one.event in dated and (end := dated[one.event].latest)]
    recent = sum((published.latest.day - end.day).days <= RECENT_DAYS for end in ends)
    return 2 * recent >= len(ends)


def publication(reading: Reading) -> Window:
    """The days on which a source can have been published, each side with what it means for what is told."""
    value = reading.publication.value if reading.publication else None
    window = window_of(value, "")
    published = f"in {reading.document.source.path.rpartition('/')[2]}, published {value}"
    after, before = f"announced {published}", f"told as done {published}"
    return Window(
        window.earliest and replace(window.earliest, reason=after),
        window.latest and replace(window.latest, reason=before, distant=True),
    )


class _Cited:
    """The works that one source cites, by where its markers stand."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        found = (
            (mark.start, mark.end, work.published or work.accessed, work.number)
            for work in citations(reading)
            for mark in work.marks
        )
        self._marks = sorted(found, key=lambda mark: mark[:2])

    def limit(self, told: Told) -> Limit | None:
        """The latest day that the works cited for a report can be of: those of the first markers that follow it in
        its paragraph. Words that end a sentence without a marker are taken as cited with the next, which is custom
        only. None where nothing follows, or one of the works has no date."""
        marks = self._following(told)
        days = [(day, value) for *_, value, _ in marks if value and (day := _day(bounds(value)[1]))]
        if not marks or len(days) < len(marks):
            return None
        day, value = max(days)
        numbers = "".join(f"[{number}]" for *_, number in marks)
        last = value.rpartition("/")[2]
        beyond = marks[0][0] > told.sentence.span.end + 1
        return Limit(day, _end(last, day), f"told with {numbers}, a work of {last}", "?" in last or beyond)

    def _following(self, told: Told) -> list[tuple[int, int, str | None, int | None]]:
        passage = self._reading.passages[told.report.passage].span
        first = bisect_left(self._marks, told.report.span.end, key=lambda mark: mark[0])
        cluster: list[tuple[int, int, str | None, int | None]] = []
        for mark in (self._marks[index] for index in range(first, len(self._marks))):
            if mark[0] >= passage.end or (cluster and mark[0] - cluster[-1][1] > 1):
                break
            cluster.append(mark)
        return cluster


def _day(iso: str | None) -> date | None:
    """The day of an ISO bound; None beyond the years that the calendar counts."""
    return date.fromisoformat(iso[:10]) if iso and iso[:4] >= "0001" and not iso.startswith("-") else None


def _end(edtf: str, day: date) -> str:
    """One end of a value at the precision it was given with, without qualifiers and time: the year of `184X`, the
    month of a season; the day where it is more than a plain date."""
    parts = edtf.strip("?~% ").partition("T")[0].split("-")
    known = next((i for i, part in enumerate(parts) if "X" in part), len(parts))
    if known > 1 and parts[1].isdigit() and int(parts[1]) > len(calendar.month_name) - 1:
        return day.isoformat()[: len("2018-08")]
    if len(parts[0]) != len("2018") or not all(part.isdigit() for part in parts[:known]):
        return day.isoformat()
    return "-".join(day.isoformat().split("-")[: max(known, 1)])
