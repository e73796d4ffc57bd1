"""Dates in the words of a source, and how each was worked out."""

import sqlite3
from dataclasses import dataclass

_SELECT = "SELECT text, date, rule, basis, start, end FROM dates"


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date expression; `date` is EDTF."""

    text: str
    date: str | None
    rule: str
    basis: str
    """What the rule rests on, in words; may be empty."""
    start: int
    end: int
    """Code points of the source's text."""


def at(connection: sqlite3.Connection, source: str, start: int, end: int) -> DateRow | None:
    """The date that the words at a span of a source give, None where no date stands there."""
    row = connection.execute(
        f"{_SELECT} WHERE source = ? AND start = ? AND end = ?", [source, start, end]).fetchone()
    return DateRow(*row) if row else None


def within(connection: sqlite3.Connection, source: str, start: int, end: int) -> list[DateRow]:
    """The dates that stand within a span of a source, in order."""
    return [DateRow(*row) for row in connection.execute(
        f"{_SELECT} WHERE source = ? AND start >= ? AND end <= ? ORDER BY start", [source, start, end])]
