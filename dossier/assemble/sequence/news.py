"""What a news report tells as new, and what it tells as background.

New is, where nothing places it earlier: what somebody says or has done, and what is told in the simple past without a
date. It is of the week that ends with publication; the figure is the one that weekdays are read by (`on Monday` means
the last one), because what is older is told with its date. What is said answers what is told, and is not before the
first day of that week that the report dates an event with. Background is what follows an older date: it goes on from
there, until something new is told. All this is custom only, and that what is told in the simple past is new no more
than a guess.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from dossier.assemble.reading import Reading
from dossier.assemble.sequence.network import Limit, Window
from dossier.assemble.sequence.order import Link
from dossier.assemble.sequence.told import Told
from dossier.assemble.tense import Tense
from dossier.model.annotation import PassageKind
from dossier.model.event import EventStatus

REPORTING_DAYS = 7
"""The days up to publication, itself included, from which news is told without a date."""
PASSAGES_ON = 1
"""How many passages further on background still goes on."""


class News:
    """The reports of a source of news, taken apart into new and background. `published` is the window of its
    publication, `dated` those of the events that have a date."""

    def __init__(self, reading: Reading, told: Sequence[Told], published: Window, dated: Mapping[int, Window]) -> None:
        self._reading = reading
        self._told = told
        self._dated = dated
        self._week = _week(published)
        self._first = _first_told(self._week, told, published, dated)

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
            elif behind and one.report.passage - behind.report.passage > PASSAGES_ON:
                behind = None
            if one.dated or not one.main or one.looks_back or one.report.status is not EventStatus.REPORTED:
                continue
            if one.tense is Tense.PERFECT or (one.says and one.tense in {Tense.PAST, Tense.PRESENT}):
                behind = None
                yield one, None
            elif one.tense is Tense.PAST:
                yield one, behind

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
