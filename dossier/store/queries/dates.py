"""Dates in the words of a source, and how each was worked out."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateRow:
    """A date expression; `date` is EDTF."""

    text: str
    date: str | None
    rule: str
    basis: str
    """What the rule rests on, in words; may be empty."""


def at(connection: sqlite3.Connection, source: str, start: int, end: int) -> DateRow | None:
    """The date that the words at a span of a source give, None where no date stands there."""
    row = connection.execute(
        "SELECT text, date, rule, basis FROM dates WHERE source = ? AND start = ? AND end = ?",
        [source, start, end]).fetchone()
    return DateRow(*row) if row else None
