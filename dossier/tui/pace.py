"""How long a build will take, told from how fast it has gone."""

import time
from collections.abc import Callable

SETTLED_SECONDS = 2.0
"""Before that, starting processes and the first document say nothing of the pace."""


class Pace:
    """Watches one build after another."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._stage = ""
        self._since = 0.0
        self._first = 0

    def left(self, stage: str, done: int, total: int) -> float | None:
        """Seconds until the stage is done, when `done` of `total` are; None where that cannot be told yet."""
        if stage != self._stage or done < self._first:
            self._stage, self._since, self._first = stage, self._now(), done
        gone, taken = done - self._first, self._now() - self._since
        if gone <= 0 or done >= total or taken < SETTLED_SECONDS:
            return None
        return taken / gone * (total - done)


def wording(seconds: float | None) -> str:
    """A duration as nobody would take it for exact: `about 20 s`, `about 3 min`; empty where it is not known."""
    if seconds is None:
        return ""
    if seconds < 55:
        return f"about {max(5, round(seconds / 5) * 5)} s left"
    return f"about {max(1, round(seconds / 60))} min left"
