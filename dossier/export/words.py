"""What stands at a span of a source."""

import sqlite3
from functools import lru_cache, partial

from dossier.store.queries import whole


class Words:
    """Looks up what stands at a span; keeps the texts of the last few sources."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._text = lru_cache(maxsize=64)(partial(whole.text, connection))

    def at(self, source: str, start: int | None, end: int | None) -> str | None:
        """The words at a span, in code points; None where there is no span."""
        return None if start is None else self._text(source)[start:end]
