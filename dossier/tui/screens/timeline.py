"""The timeline: events on a scale, a lane a source; below, the event under the cursor in each source's own words."""

import sqlite3
from array import array
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual import on
from textual.binding import BindingType

from dossier.present.exports import Exportable, timeline_export
from dossier.present.page import Target
from dossier.present.timeline import (
    ROWS_ABOVE,
    Chart,
    Lanes,
    Line,
    Size,
    View,
    chart_of,
    in_view,
    lane_events,
    moved,
    nearest,
    read_lanes,
    zoomed,
)
from dossier.present.timeline_view import timeline_lines
from dossier.store.queries import events
from dossier.store.queries.filters import Noun, Restriction
from dossier.store.queries.ids import rowid
from dossier.tui.board_commands import BOARD_COMMANDS, TIMELINE
from dossier.tui.commands import bindings
from dossier.tui.keymap import Keymap
from dossier.tui.screens.board import BoardScreen
from dossier.tui.session import Session
from dossier.tui.widgets.board import Board


class Left(NamedTuple):
    """Where one was on a timeline that was left, to be found there again."""

    chart: Chart
    view: View


class _Asked(NamedTuple):
    """What a picture is to be made of."""

    chart: Chart | None
    """None where it is to be read first."""
    view: View
    size: Size
    lanes: Lanes | None
    """What was read for the last picture."""
    places: "array[int] | None"
    """The events that the lane of the cursor tells of; None where they are to be found."""
    event: str
    """Id of the event to go to, or nothing."""
    zoom: int
    """Scales closer."""


class _Drawn(NamedTuple):
    """A picture and what it was made of."""

    chart: Chart
    view: View
    lanes: Lanes
    lines: list[Line]
    places: "array[int]"
    event: str
    """Id of the event under the cursor; empty where there is none."""


class TimelineScreen(BoardScreen):
    """Moves over a chart; `left` tells where one was when it was left."""

    where: ClassVar[str] = TIMELINE
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        tuple(command for command in BOARD_COMMANDS if TIMELINE in command.where))

    def __init__(
        self, session: Session, keymap: Keymap, title: str, restriction: Restriction, *, event: str = "",
        left: Left | None = None,
    ) -> None:  # fmt: skip
        """`event` is the id of the event to begin at; `left` where one was before, under the same restriction."""
        super().__init__(session, keymap, title, restriction.pins)
        self._restriction, self._event = restriction, event
        self._chart = left.chart if left is not None and left.chart.restriction == restriction else None
        self._view = left.view if left is not None and self._chart is not None else View()
        self._lanes: Lanes | None = None
        self._places: array[int] | None = None
        self._zoom = 0
        self._shown = event
        """Id of the event that the last picture was of."""

    @property
    def left(self) -> Left | None:
        """Where one is, None before anything was read."""
        return None if self._chart is None else Left(self._chart, self._view)

    @property
    def place(self) -> Target:
        """At the event where one is."""
        return Target("timeline", self.event_id)

    @property
    def exportable(self) -> Exportable:
        """All events of the chart."""
        return timeline_export(f"{self.case_title}, timeline", self._restriction)

    @property
    def event(self) -> int | None:
        """The rowid of the event under the cursor."""
        if self._chart is None or not self._chart.moments.rowids:
            return None
        return self._chart.moments.rowids[min(self._view.at, len(self._chart.moments.rowids) - 1)]

    @property
    def event_id(self) -> str:
        """The id of that event, or nothing."""
        row = None if self.event is None else self.session.rows(Noun.EVENT, [self.event]).get(self.event)
        return row.id if row is not None else self._event

    def renew(self) -> None:
        """Read the chart again, at the event where one is."""
        self._event, self._chart, self._lanes = self._shown, None, None
        self._draw()

    @property
    def _room(self) -> Size:
        return Size(max(self.board.size.width - 1, 20), self.board.size.height)

    @on(Board.Resized)
    def _draw(self) -> None:
        """Have a picture made of where one is."""
        asked = _Asked(self._chart, self._view, self._room, self._lanes, self._places, self._event, self._zoom)
        restriction = self._restriction
        self.session.pages.submit(lambda connection: _drawn(connection, asked, restriction), self._show)

    def _show(self, drawn: _Drawn) -> None:
        self._chart, self._view, self._lanes, self._places = drawn.chart, drawn.view, drawn.lanes, drawn.places
        self._event, self._zoom, self._shown = "", 0, drawn.event
        self.board.show(drawn.lines)
        number = len(drawn.chart.moments.rowids)
        self.show_head(f"Timeline · {drawn.chart.axis.scale.name}", f"{number:,} event{'s' * (number != 1)}")
        self.show_keys(open="its words" if drawn.view.lane else "the event")

    def action_across(self, step: int) -> None:
        """To the next event of the lane, or the one before."""
        if self._chart is not None:
            places = self._places or array("q", range(len(self._chart.moments.rowids)))
            self._view = moved(self._view, step, places)
            self._draw()

    def action_page(self, step: int) -> None:
        """Ten events on, or back."""
        self.action_across(step * 10)

    def action_jump(self, place: int) -> None:
        """To the first event (0) or the last (-1) of the lane."""
        if self._places:
            self._view = replace(self._view, at=self._places[place])
            self._draw()

    def action_along(self, step: int) -> None:
        """To the lane below, or above; its events are the next ones then."""
        if self._chart is not None:
            lane = max(0, min(self._view.lane + step, len(self._chart.sources)))
            if lane != self._view.lane:
                self._view, self._places = replace(self._view, lane=lane), None
                self._draw()

    def action_zoom(self, step: int) -> None:
        """Closer, or wider."""
        if self._chart is not None:
            self._zoom += step
            self._draw()

    def action_whole(self) -> None:
        """All of it, at the event where one is."""
        self._event, self._chart, self._lanes = self.event_id, None, None
        self._draw()

    def action_open(self) -> None:
        """The event; in the lane of a source, the words in which that source tells of it."""
        event = self.event_id
        if self._chart is None or not event:
            return
        target = Target("event", event)
        if self._view.lane:
            number = self._chart.sources[self._view.lane - 1]
            source = self.session.rows(Noun.SOURCE, [number]).get(number)
            reports = self.session.ask(lambda connection: events.reports(connection, event), [])
            first = next((report for report in reports if source and report.source == source.id), None)
            if first is not None:
                target = Target("source", first.source, first.start, first.end)
        self.dismiss(target)

    def action_why(self) -> None:
        """How the event's date was arrived at."""
        if self.event_id:
            self.dismiss(Target("why", self.event_id, focus="event"))

    @on(Board.Clicked)
    def _clicked(self, message: Board.Clicked) -> None:
        """A click goes to a lane and to the event nearest to it; a second one opens."""
        chart, size = self._chart, self._room
        lane = self._view.top + message.y - ROWS_ABOVE + 1 if message.y >= ROWS_ABOVE else 0
        if chart is None or message.y >= ROWS_ABOVE + size.lanes(len(chart.sources)) or not chart.moments.rowids:
            return
        at = self._view.at
        if message.x >= size.label + 3:
            at = nearest(chart, self._view.left + message.x - size.label - 3)
        if lane != self._view.lane:
            self._places = None
        self._view = replace(self._view, at=at, lane=lane)
        self._draw()
        if message.twice:
            self.action_open()


def _drawn(connection: sqlite3.Connection, asked: _Asked, restriction: Restriction) -> _Drawn:
    """In a thread: read what is missing, and draw."""
    chart, view, size, lanes, places, event, zoom = asked
    if chart is None:
        chart, places = chart_of(connection, restriction, size.axis), None
    if event:
        number = rowid(connection, Noun.EVENT, event)
        if number is not None and number in chart.moments.rowids:
            view = replace(view, at=chart.moments.rowids.index(number))
    if zoom:
        chart, view = zoomed(chart, view, zoom, size)
    view = in_view(chart, view, size)
    lanes = read_lanes(connection, chart, view, size, lanes)
    if places is None:
        places = lane_events(connection, chart, view.lane)
    at = chart.moments.rowids[view.at] if chart.moments.rowids else 0
    row = events.rows(connection, [at]).get(at)
    lines = timeline_lines(connection, chart, view, size, lanes)
    return _Drawn(chart, view, lanes, lines, places, row.id if row is not None else "")
