"""A widget of drawn lines: of a new picture, only the cells that differ from the last one go to the terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from dossier.present.cells import width_of
from dossier.present.rows import Cell
from dossier.tui.widgets.role_styles import RoleStyles

Line = tuple[Cell, ...]


class Board(Widget, can_focus=True):
    """Shows lines of cells; the role of a cell may be several, separated by blanks."""

    DEFAULT_CSS = "Board { height: 1fr; width: 1fr; }"

    @dataclass(eq=False)
    class Clicked(Message):
        """A cell was clicked, once or twice."""

        x: int
        y: int
        twice: bool

    @dataclass(eq=False)
    class Wheeled(Message):
        """The wheel was turned down (1) or up (-1)."""

        step: int

    @dataclass(eq=False)
    class Resized(Message):
        """There is more or less room."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._style = RoleStyles(self)

    def show(self, lines: Sequence[Line]) -> None:
        """Draw these lines from now on."""
        before, self._lines = self._lines, lines
        regions = []
        for y in range(max(len(before), len(lines))):
            old, new = (chart[y] if y < len(chart) else () for chart in (before, lines))
            if old != new:
                regions.append(self._difference(old, new, y))
        if regions:
            self.refresh(*regions)

    def _difference(self, old: Line, new: Line, y: int) -> Region:
        """The cells of a line from the first to the last one that differs."""
        one, other = ([(char, cell.role) for cell in line for char in cell.text] for line in (old, new))
        width = self.size.width
        if any(width_of(cell.text) != len(cell.text) for cell in (*old, *new)):
            return Region(0, y, width, 1)
        blank = (" ", "")
        one += [blank] * (width - len(one))
        other += [blank] * (width - len(other))
        differing = [x for x, (was, now) in enumerate(zip(one, other, strict=False)) if was != now] or [0]
        return Region(differing[0], y, differing[-1] - differing[0] + 1, 1)

    def render_line(self, y: int) -> Strip:
        """A line of the picture."""
        line = self._lines[y] if y < len(self._lines) else ()
        segments = [Segment(cell.text, self._style(*cell.role.split())) for cell in line if cell.text]
        strip = Strip(segments)
        return strip.adjust_cell_length(self.size.width, self._style("text"))

    @property
    def plain(self) -> list[str]:
        """What it shows, as text."""
        return ["".join(cell.text for cell in line) for line in self._lines]

    def on_click(self, event: events.Click) -> None:
        """Tell where."""
        self.post_message(self.Clicked(event.x, event.y, event.chain > 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell so."""
        event.stop()
        self.post_message(self.Wheeled(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell so."""
        event.stop()
        self.post_message(self.Wheeled(-1))

    def on_resize(self) -> None:
        """Ask for a picture of this size."""
        self.post_message(self.Resized())

    def notify_style_update(self) -> None:
        """Colours changed."""
        super().notify_style_update()
        self._style.clear()
