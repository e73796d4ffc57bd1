"""What a news report tells as new, and what it tells as background.

New is, where nothing places it earlier: what somebody says or has done, and what is told in the simple past without a
date. It is of the week that ends with publication; the figure is the one that weekdays are read by (`on Monday` means
the last one), because what is older is told with its date. What is said answers what is told, and is not before the
first day of that week that the report dates an event with. What is told in the simple past is a part of the happening
that the report is about, or came of it, and is not before it: of the events of that week, the one that most sources of
the case report. Background is what follows an older date: it goes on from there, until something new is told, and in
another paragraph only where that tells of the same. All this is custom only, and that what is told in the simple past
is new no more than a guess.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dossier.assemble.clauses import subjects_of
from dossier.assemble.events.sequence.network import Limit, Window
from dossier.assemble.events.sequence.order import BEFORE, Link
from dossier.assemble.events.sequence.told import Told
from dossier.assemble.reading import Reading
from dossier.assemble.tense import Tense
from dossier.model.annotation import PassageKind
from dossier.model.event import Event, EventStatus

REPORTING_DAYS = 7
"""The days up to publication, itself included, from which news is told without a date."""
PASSAGES_ON = 1
"""How many passages further on background still goes on."""


class News:
    """The reports of a source of news, taken apart into new and background. `published` is the window of its
    publication, `dated` those of the events that have a date."""

    def __init__(
        self,
        reading: Reading,
        told: Sequence[Told],
        published: Window,
        dated: Mapping[int, Window],
        events: Sequence[Event],
    ) -> None:
        self._reading = reading
        self._events = events
        self._told = told
        self._dated = dated
        self._week = _week(published)
        self._first = _first_told(self._week, told, published, dated)
        self._subject = _subject(self._week, told, published, dated, events)

    def new(self) -> Iterator[tuple[int, Window]]:
        """The events told as new, each with the first day that it can be of."""
        old = {one.event for one in self._told if one.looks_back}
        for one, background in self._settings():
            if background is None and one.event not in old:
                yield one.event, Window(earliest=self._beginning(one))

    def _beginning(self, one: Told) -> Limit | None:
        """The first day that something told as new can be of."""
        if one.says and one.tense is not Tense.PERFECT:
            return self._first
        if one.tense is Tense.PAST and self._subject and not _stands_before(one):
            return self._subject
        return self._week and replace(self._week, guessed=one.tense is Tense.PAST)

    def background(self) -> Iterator[Link]:
        """The orders between an older date and what is told after it."""
        for one, background in self._settings():
            if background is not None:
                yield background, one, "told after", True

    def _settings(self) -> Iterator[tuple[Told, Told | None]]:
        """Undated reports that nothing places earlier, each with the dated one that it is background after."""
        behind: Told | None = None
        for one in self._told if self._week else ():
            if self._reading.passages[one.report.passage].kind is PassageKind.CAPTION and one.dated:
                continue
            if one.dated and one.advances:
                behind = one if self._is_older(one) else None
            elif behind and not self._goes_on(behind, one):
                behind = None
            if one.dated or not one.main or one.looks_back or one.report.status is not EventStatus.REPORTED:
                continue
            if one.tense is Tense.PERFECT or (one.says and one.tense in {Tense.PAST, Tense.PRESENT}):
                behind = None
                yield one, None
            elif one.tense is Tense.PAST:
                yield one, behind

    def _goes_on(self, behind: Told, one: Told) -> bool:
        """Whether a report still belongs to the background that another opened: in its paragraph, or in the next one
        where that tells of somebody or something in it, or begins with a pronoun for it."""
        away = one.report.passage - behind.report.passage
        if away == 0 or away > PASSAGES_ON:
            return away == 0
        tokens = one.sentence.tokens
        pronoun = any(tokens[i].pos == "PRON" for i in subjects_of(one.sentence, one.head))
        named = ({p.entity for p in self._events[told.event].participants} for told in (behind, one))
        return pronoun or bool(set.intersection(*named))

    def _is_older(self, one: Told) -> bool:
        latest = self._dated[one.event].latest if one.event in self._dated else None
        return latest is not None and self._week is not None and latest.day < self._week.day


def _week(published: Window) -> Limit | None:
    """The first day of the week that ends with publication, at the earliest."""
    if published.earliest is None:
        return None
    start = published.earliest.day
    first = start - timedelta(days=REPORTING_DAYS - 1) if start.toordinal() > REPORTING_DAYS else start
    return Limit(
        first, first.isoformat(), f"told as news in a document that was published from {start} on", assumed=True
    )


def _first_told(
    week: Limit | None, told: Sequence[Told], published: Window, dated: Mapping[int, Window]
) -> Limit | None:
    """The first day from the beginning of that week on that the source dates an event with; the beginning of the week
    where there is none."""
    if week is None or published.earliest is None:
        return None
    last = published.latest.day if published.latest else published.earliest.day
    own = (one for one in told if one.report.date and one.status is not EventStatus.PLANNED)
    sides = [dated[one.event] for one in own if one.event in dated]
    days = [w.earliest.day for w in sides if w.earliest and w.latest and w.earliest.day == w.latest.day]
    first = min((day for day in days if week.day <= day <= last), default=None)
    if first is None:
        return week
    return Limit(first, first.isoformat(), f"told as news in a document that tells of {first}", assumed=True)


def _stands_before(one: Told) -> bool:
    """Whether a report says that it was before something else: `ignored warnings before the fire`."""
    return any(token.head == one.head and token.lemma.lower() in BEFORE for token in one.sentence.tokens)


def _subject(
    week: Limit | None,
    told: Sequence[Told],
    published: Window,
    dated: Mapping[int, Window],
    events: Sequence[Event],
) -> Limit | None:
    """The day of the happening that a report of news is about: of the events of one day in the week up to its
    publication that it tells, the one that most sources report; where it tells none that another source reports, the
    one that most sources of the whole case do, if it is of that week. None where there is none, or several of
    different days are told as often."""
    if week is None or published.earliest is None:
        return None
    last = published.latest.day if published.latest else published.earliest.day
    days = {
        index: window.earliest.day
        for index, window in dated.items()
        if window.earliest and window.latest and window.earliest.day == window.latest.day
    }
    own = {one.event for one in told if one.is_past and one.event in days and week.day <= days[one.event] <= last}
    index = _most_told(own, events, days)
    if index is None:
        index = _most_told({i for i in days if events[i].status is EventStatus.REPORTED}, events, days)
    if index is None or not week.day <= days[index] <= last:
        return None
    reason = f"told as news in a document about “{events[index].label}”"
    return Limit(days[index], days[index].isoformat(), reason, assumed=True, guessed=True)


def _most_told(among: Collection[int], events: Sequence[Event], days: Mapping[int, date]) -> int | None:
    """The event that the most sources report, two or more; None where others of another day are told by as many."""
    counted = {index: len({report.source for report in events[index].reports}) for index in among}
    most = max(counted.values(), default=0)
    first = sorted(index for index, count in counted.items() if count == most)
    return first[0] if most > 1 and len({days[index] for index in first}) == 1 else None
