"""The line at the top where a search or the letters of a pane are typed."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

MAX_CHARS = 1_000
"""More is not a search but an accident; a paste of 1 MB would freeze the line for seconds."""


class SearchInput(Input):
    """An input of one line that says when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", "to the results", show=False),
        Binding("escape", "cancel", "close", show=False),
    ]

    class Left(Message):
        """Down was pressed: on to the results."""

    class Cancelled(Message):
        """Escape was pressed."""

    def __init__(self, id: str) -> None:  # noqa: A002
        super().__init__(id=id, compact=True, max_length=MAX_CHARS, select_on_focus=False)
        self.cursor_blink = False

    def action_leave(self) -> None:
        """On to the results."""
        self.post_message(self.Left())

    def action_cancel(self) -> None:
        """Back to where it was opened from."""
        self.post_message(self.Cancelled())

    def _on_paste(self, event: events.Paste) -> None:
        """Only the first line of what is pasted, and not more than fits."""
        event.text = (event.text.splitlines() or [""])[0][:MAX_CHARS]
        super()._on_paste(event)
