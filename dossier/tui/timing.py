"""What happens after a while, and surely.

Textual's timers (8.2.8, `Timer._run`) leave a tick out where its time is over before they come to wait for it. Of a
timer that goes off once this is the only tick: where the processor is away for so long just then, nothing ever happens.
"""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer


def after(pump: MessagePump, seconds: float, callback: Callable[[], Any]) -> Timer:
    """Call back once, `seconds` from now or later; the timer, to be stopped where that is not wanted any more."""
    timer = pump.set_timer(seconds, callback)
    # Its task has not begun yet.
    timer._skip = False
    return timer


class PromptlySized(App[None]):
    """Goes by a new size of the terminal at once. Textual waits 8 ms for another one, by such a timer; were that lost,
    no size that comes later would ever be taken up. There is no need to wait: of those in the queue the last counts."""

    async def on_event(self, event: events.Event) -> None:
        """A new size goes to the screens as soon as nothing else waits."""
        if isinstance(event, events.Resize):
            self._size, self._resize_event = event.size, event
        else:
            await super().on_event(event)
