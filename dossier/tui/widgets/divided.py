"""A column whose left border can be dragged with the mouse."""

from dataclasses import dataclass

from textual import events
from textual.containers import Vertical
from textual.message import Message


class Divided(Vertical):
    """Tells where its border is dragged to; whoever laid it out moves it."""

    @dataclass(eq=False)
    class Dragged(Message):
        """The border is wanted in another column."""

        by: "Divided"
        x: int
        """Column of the screen."""
        dropped: bool
        """Whether the button came up there."""

    _dragging = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The border is taken hold of."""
        # What goes down on a widget inside comes here, too; where the column has no border, it begins with that.
        if event.button == 1 and self.region.x <= event.screen_x < self.content_region.x:
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """It is dragged."""
        if self._dragging:
            self.post_message(self.Dragged(self, event.screen_x, dropped=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """It is let go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()
            self.post_message(self.Dragged(self, event.screen_x, dropped=True))
