"""What the lists and the reader share: scrolling by lines without animation, and repaints of no more than changed.

Textual's own widgets repaint the whole widget when the focus comes or goes, and the screen with it; here a widget
repaints its own few lines. Its scroll bars are widgets that are styled anew with each change of focus; here a bar of
one column is drawn with the lines.
"""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

WHEEL_LINES = 3


def joined(segments: list[Segment]) -> list[Segment]:
    """The segments of a line in as few as look the same: a change of style costs some 40 bytes to the terminal.

    Blank ones on the same background belong to the one before (at the beginning of a line, after).
    """
    kept: list[Segment] = []
    for segment in segments:
        last = kept[-1] if kept else None
        if last is not None and (last.style == segment.style or (_blank(segment) and _same_ground(last, segment))):
            kept[-1] = Segment(last.text + segment.text, last.style)
        elif last is not None and len(kept) == 1 and _blank(last) and _same_ground(last, segment):
            kept[-1] = Segment(last.text + segment.text, segment.style)
        else:
            kept.append(segment)
    return kept


def _blank(segment: Segment) -> bool:
    return not segment.text.strip(" ")


def _same_ground(one: Segment, other: Segment) -> bool:
    """Whether blanks look the same in both: same background, and nothing drawn on blanks."""
    styles = (one.style, other.style)
    if any(style is None or style.reverse or style.underline or style.strike for style in styles):
        return False
    return one.style.bgcolor == other.style.bgcolor  # type: ignore[union-attr]


class LineView(ScrollView, can_focus=True):
    """A scrolling widget on the line API."""

    DEFAULT_CSS = "LineView { height: 1fr; overflow: hidden hidden; }"

    @property
    def top(self) -> int:
        """The first line in view."""
        return self.scroll_offset.y

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        return self.virtual_size.height

    @property
    def line_width(self) -> int:
        """Cells of a line without the bar at the right."""
        return max(self.size.width - 1, 1)

    def set_lines(self, number: int) -> None:
        """Say how many lines there are; whoever does has drawn again what looks different then."""
        # As an attribute it would lay out the screen and draw every line again: its own height does not depend on it.
        self.set_reactive(LineView.virtual_size, Size(1, max(number, 1)))
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def refresh_bar(self) -> None:
        """Draw the bar again: there are more lines, or other ones are in view that look the same."""
        self.refresh(Region(self.line_width, 0, 1, self.size.height))

    def scroll_to_line(self, y: int) -> None:
        """Bring line `y` to the top of the view, as far as the text goes."""
        y = max(0, min(y, self.lines - self.size.height))
        if y != self.top:
            self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def with_bar(self, y: int, segments: list[Segment], style: Style) -> Strip:
        """A line of `line_width` cells and the bar beside it; `y` counts from the top of the view."""
        height, lines = self.size.height, self.lines
        mark = " "
        if lines > height > 0:
            thumb = max(1, height * height // lines)
            first = (height - thumb) * self.top // (lines - height)
            mark = "▐" if first <= y < first + thumb else " "
        return Strip(joined([*segments, Segment(mark, style)]), self.line_width + 1)

    def focus_changed(self) -> None:
        """Repaint what looks another with or without the focus."""

    def on_focus(self, event: events.Focus) -> None:
        """Take the focus without repainting everything."""
        event.prevent_default()
        self.has_focus = True
        self.focus_changed()
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Give the focus up without repainting everything."""
        event.prevent_default()
        self.has_focus = False
        self.focus_changed()
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def watch_has_focus(self, _focused: bool) -> None:
        """No style sheet asks for the focus, so none is applied again."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines down."""
        event.stop()
        self.scroll_to_line(self.top + WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines up."""
        event.stop()
        self.scroll_to_line(self.top - WHEEL_LINES)

    def bar_clicked(self, event: events.Click) -> bool:
        """Whether a click was on the bar; then the view has moved there."""
        if event.x < self.line_width or self.lines <= self.size.height:
            return False
        self.scroll_to_line((self.lines - self.size.height) * event.y // max(self.size.height - 1, 1))
        return True
