"""What of a document was really before the reader's eyes: each of its lines on the screen, and for a while.

A jump to the end, a fact or a search hit shows a part of it; paging through in haste shows all and lets nobody read.
"""

from dossier.present.flow import Flow

STOOD_SECONDS = 3.0
"""So long a line stands on the screen before it counts as seen: less than it takes to read a screenful, which is a
minute and more, but longer than one passes over it on the way to another place."""


class Seen:
    """The lines of one document that stood on the screen long enough; kept by passages where they are wrapped anew."""

    def __init__(self) -> None:
        self._flow = Flow((), 1)
        self._lines: set[int] = set()
        """Of the present flow."""
        self._since: dict[int, float] = {}
        """Of the lines in view: when each came there, in seconds."""
        self.told = False
        """Whether it was told that all of it was seen, which is news once."""

    def look(self, flow: Flow, top: int, bottom: int, now: float) -> None:
        """From `now` on these lines are in view (half-open); of those that go, some stood long enough."""
        self.count(now)
        if flow is not self._flow:
            self._rewrap(flow)
        view = range(max(top, 0), min(bottom, flow.height))
        self._since = {line: self._since.get(line, now) for line in view}

    def count(self, now: float) -> None:
        """Count what stood long enough."""
        self._lines.update(line for line, since in self._since.items() if now - since >= STOOD_SECONDS)

    @property
    def whole(self) -> bool:
        """Whether every line was seen."""
        return 0 < self._flow.height <= len(self._lines)

    def due(self, now: float) -> float | None:
        """In how many seconds every line was seen, if the view stays as it is; None where more is needed."""
        fresh = [since for line, since in self._since.items() if line not in self._lines]
        if not fresh or len(self._lines) + len(fresh) < self._flow.height:
            return None
        return max(max(fresh) + STOOD_SECONDS - now, 0)

    def _rewrap(self, flow: Flow) -> None:
        """The same document in lines of another width, or with other parts folded away."""
        before, self._flow, self._since = self._flow, flow, {}
        lines, self._lines = self._lines, set()
        if lines and len(before.blocks) == len(flow.blocks):
            for block in range(len(flow.blocks)):
                if before.shown(block) and lines.issuperset(before.lines_of(block)):
                    self._lines.update(flow.lines_of(block))
