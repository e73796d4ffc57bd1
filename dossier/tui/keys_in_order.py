"""Keys one at a time: each does all it does before the next one is looked at, so that what is typed ahead goes to the
screen, the line or the page that the keys before it lead to, and never to what lies below.

Textual hands keys to what has the focus when they are read. What a key leads to comes later, by messages: of keys
that arrive at once, as on a slow machine or line, the second would find the screen of the first.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from dossier.tui.timing import after

ROUNDS = 2
"""Where keys can be used up on their way: one behind the key, one behind what it made a widget say."""
STEP = 0.02
"""Seconds between two looks whether what the next key is for has been read."""
LOOK_SECONDS = 1.0
"""Between two looks whether a message was lost."""
PATIENCE = 2.0
"""Seconds that a key waits for that, at most: no slow query blocks the keys."""


class KeysInOrder(App[None]):
    """Sends a message behind each key that did something, through the same widgets; once it is back, all that the key
    caused is done."""

    @dataclass(eq=False)
    class Passed(Message):
        """Everything before this was dealt with."""

        number: int
        rounds: int
        """How often it is to go round again."""
        screen: Screen[Any]
        """The one it went through; a new screen is ready when it came through that one, too."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._under_way = False
        self._expected: events.Event | None = None
        """The key that is under way, where it will come back."""
        self._waits = False
        """Whether it is looked again soon whether what the next key is for has been read."""
        self._acted = False
        """Whether anything was done since it was handed on."""
        self._number = 0
        """Of the last message that was sent round."""
        self._seen = 0
        """The number at the last look."""
        self._handed_on = 0.0
        """When the last key was."""

    @property
    def held(self) -> bool:
        """Whether keys have to wait, however long that takes."""
        return False

    @property
    def awaited(self) -> bool:
        """Whether what the next key is for is still being read."""
        return bool(getattr(self.screen, "awaited", False))

    async def on_event(self, event: events.Event) -> None:
        """Keys and what is pasted wait for their turn. A key that comes back was of no use on its way, and does here
        what it is bound to; where it is bound to nothing, that was all."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if not self._under_way:
                await self._hand_on()
            return
        await super().on_event(event)
        if event is self._expected:
            self._expected = None
            if self._acted:
                self._send_round(0)
            else:
                await self._hand_on()

    async def run_action(
        self, action: str | tuple[str, str, tuple[Any, ...]], default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:  # fmt: skip
        """As in Textual; noted, for what it causes has to be waited for."""
        self._acted = True
        return await super().run_action(action, default_namespace, namespaces)

    async def _hand_on(self) -> None:
        """The next key, where there is one."""
        self._under_way = bool(self._typed and self.screen_stack)
        if not self._under_way:
            return
        self._waits = self.held or (self.awaited and monotonic() - self._handed_on < PATIENCE)
        if self._waits:
            after(self, STEP, self._hand_on)
            return
        event, through = self._typed.popleft(), self.focused or self.screen
        comes_back = not (self.screen.is_modal or isinstance(through, Input))
        self._acted = False
        await super().on_event(event)
        self._handed_on = monotonic()
        if comes_back and isinstance(event, events.Key) and event.is_forwarded:
            if self._is_bound(event.key):
                self._expected = event
            else:
                # Nothing comes of it, so nothing has to wait: thousands of such keys may be stray bytes.
                self.call_next(self._hand_on)
        else:
            self._number += 1
            through.post_message(self.Passed(self._number, ROUNDS - 1, self.screen))

    def _is_bound(self, key: str) -> bool:
        """Whether a key does anything where one is. (Textual has no cheaper way to ask.)"""
        return any(key in bindings.key_to_bindings for _, bindings in self.screen._modal_binding_chain)

    async def on_keys_in_order_passed(self, message: Passed) -> None:
        """Once more, or the next key."""
        if message.number != self._number or not self.screen_stack:
            # The last of several; or the program ends.
            return
        if message.rounds or message.screen is not self.screen:
            self._send_round(max(message.rounds - 1, 0))
        else:
            await self._hand_on()

    def _send_round(self, rounds: int) -> None:
        self._number += 1
        (self.focused or self.screen).post_message(self.Passed(self._number, rounds, self.screen))

    def look_after_keys(self) -> None:
        """Now and then: a message can end with the widget that it went through; then another one is sent."""
        lost = self._under_way and not self._waits and self._number == self._seen
        if lost and self.screen_stack and monotonic() - self._handed_on > LOOK_SECONDS:
            self._expected = None
            self._send_round(0)
        self._seen = self._number
