"""What readers decided, for the export: every decision with how it stands, and on each thing those that made it so."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from dossier.model.decision import KEEPING
from dossier.store.queries import whole
from dossier.store.queries.decisions import DecisionRow, rows, touched


def decisions(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Every decision, the first one first. `state` is `holds`, `undone`, `orphan` (it waits for what is gone),
    `contradicted` (by the decision `against`) or `invalid`; `targets` are the ids of what it is in effect on."""
    for row in reversed(rows(connection)):
        yield {**DecisionRow._asdict(row), "targets": touched(connection, row.id)}


class Marks:
    """Which things a reader decided about."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._decided: dict[str, list[str]] = {}
        self._tags: dict[str, list[str]] = {}
        for target, decision, verb in whole.decided(connection):
            if verb not in KEEPING:
                self._decided.setdefault(target, []).append(decision)
        for target, tag in whole.tags(connection):
            self._tags.setdefault(target, []).append(tag)

    def on(self, record: dict[str, Any]) -> dict[str, Any]:
        """The record of a thing with `decided`, the ids of the decisions that made it as it is, and its `tags`."""
        return {**record, "decided": self._decided.get(record["id"], []), "tags": self._tags.get(record["id"], [])}
