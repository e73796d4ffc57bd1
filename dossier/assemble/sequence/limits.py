"""The days that a document itself sets to what it tells: its publication, the works it cites, and its plans.

- What is told as having happened did not happen after the document was published, nor after the latest of the works
  that are cited for it.
- What is told as still to come did not happen before it.
- What a news report tells as new is of the week that ends with its publication. The figure is the one that weekdays
  are read by: a report that says `on Monday` means the last one, because what is older is told with its date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dossier.assemble.citations import citations
from dossier.assemble.reading import Reading
from dossier.assemble.sequence.network import Limit, Window
from dossier.assemble.sequence.told import Told, reports_news
from dossier.assemble.tense import Tense
from dossier.model.edtf import bounds
from dossier.model.event import EventStatus

REPORTING_DAYS = 7
"""The days up to publication, itself included, from which news is told without a date."""


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


def limits(reading: Reading, told: Sequence[Told]) -> Iterator[tuple[int, Window]]:
    """What one source sets to the events it reports: (index of the event, window)."""
    published = _publication(reading)
    cited = _Cited(reading)
    news = _news(told, published) if reports_news(reading) else None
    old = {one.event for one in told if one.looks_back}
    for one in told:
        if one.status is EventStatus.PLANNED:
            if one.tense in {Tense.PRESENT, Tense.FUTURE} and published.earliest:
                yield one.event, Window(earliest=published.earliest)
        elif one.is_past:
            yield one.event, Window(latest=published.latest)
            yield one.event, Window(latest=cited.limit(one))
            if news and _is_news(one) and one.event not in old:
                yield one.event, Window(earliest=news)


def _publication(reading: Reading) -> Window:
    value = reading.publication.value if reading.publication else None
    window = window_of(value, "")
    published = f"in {reading.document.source.path.rpartition('/')[2]}, published {value}"
    after, before = f"announced {published}", f"told as done {published}"
    return Window(
        window.earliest and replace(window.earliest, reason=after),
        window.latest and replace(window.latest, reason=before),
    )


def _news(told: Sequence[Told], published: Window) -> Limit | None:
    """The first day of what a news report tells as new: a week up to its publication, or from the first day in that
    week, else in the days it may have been published on, that it dates an event with."""
    if published.earliest is None:
        return None
    start = published.earliest.day
    first = start - timedelta(days=REPORTING_DAYS - 1) if start.toordinal() > REPORTING_DAYS else start
    last = published.latest.day if published.latest else start
    happened = (one.report.date for one in told if one.status is not EventStatus.PLANNED)
    days = [day for date in happened if (day := _single_day(date)) and first <= day <= last]
    reason = f"tells of {min(days)}" if days else f"was published from {start} on"
    day = min(days, default=first)
    return Limit(day, day.isoformat(), f"told as news in a document that {reason}", assumed=True)


def _is_news(told: Told) -> bool:
    """Whether a report tells what is new: somebody says or has done something, and nothing places it before."""
    if not told.main or told.looks_back:
        return False
    return told.tense is Tense.PERFECT or (told.says and told.tense in {Tense.PAST, Tense.PRESENT})


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
        after = [mark for mark in self._marks if told.report.span.end <= mark[0] < passage.end]
        cluster = after[:1]
        for mark in after[1:]:
            if mark[0] - cluster[-1][1] > 1:
                break
            cluster.append(mark)
        return cluster


def _day(iso: str | None) -> date | None:
    """The day of an ISO bound; None beyond the years that the calendar counts."""
    return date.fromisoformat(iso[:10]) if iso and iso[:4] >= "0001" and not iso.startswith("-") else None


def _single_day(value: str | None) -> date | None:
    earliest, latest = (_day(side) for side in bounds(value))
    return earliest if earliest == latest else None


def _end(edtf: str, day: date) -> str:
    """One end of a value as it was given, without qualifiers and time; the day where it is more than a plain date."""
    plain = edtf.strip("?~% ").partition("T")[0]
    parts = plain.split("-")
    is_plain = all(part.isdigit() for part in parts) and (len(parts) < 2 or 1 <= int(parts[1]) <= 12)
    return plain if is_plain and len(parts[0]) == 4 else day.isoformat()
