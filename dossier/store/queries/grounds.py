"""Everything that words of a source support, each with the rule that concluded it and what that rests on."""

import sqlite3
from typing import NamedTuple

_WITHIN = "source = :source AND start >= :low AND start < :end AND end > :start"
LONGEST = 10_000
"""Code points that anything concluded from is long at most; without a limit the index would be read from its start."""


class GroundRow(NamedTuple):
    """A conclusion from words; offsets are code points of the source's text."""

    start: int
    end: int
    words: str
    kind: str
    """The entity's kind, or `date`, `statement`, `event` or `disagreement`."""
    target: str
    """Id of what is concluded; the EDTF value of a date, or nothing."""
    name: str
    """What to call it: a name, who said it, a label, a question; the EDTF value of a date, or nothing."""
    rule: str
    basis: str


def of_span(connection: sqlite3.Connection, source: str, start: int, end: int) -> list[GroundRow]:
    """What words between `start` and `end` of a source support, in order of place, the longer spans first."""
    return [GroundRow(*row) for row in connection.execute(
        f"""SELECT found.start, found.end, substr(t.text, found.start + 1, found.end - found.start), found.kind,
                   found.target, found.name, found.rule, found.basis
            FROM (SELECT m.source, m.start, m.end, e.kind, e.id AS target, e.name, m.rule, m.basis FROM mentions m
                      JOIN entities e ON e.id = m.entity WHERE m.{_WITHIN.replace(" AND ", " AND m.")}
                  UNION ALL SELECT source, start, end, 'date', coalesce(date, ''), coalesce(date, ''), rule, basis
                      FROM dates WHERE {_WITHIN}
                  UNION ALL SELECT source, start, end, 'statement', id, coalesce((
                          SELECT group_concat(e.name, ' and ') FROM speakers h JOIN entities e ON e.id = h.entity
                          WHERE h.statement = s.id), ''), rule, basis
                      FROM statements s WHERE {_WITHIN}
                  UNION ALL SELECT r.source, r.start, r.end, 'event', v.id, v.label, r.rule, r.basis FROM reports r
                      JOIN events v ON v.id = r.event WHERE r.{_WITHIN.replace(" AND ", " AND r.")}
                  UNION ALL SELECT w.source, w.start, w.end, 'disagreement', d.id, d.question, d.rule, d.basis
                      FROM disagreement_values w JOIN disagreements d ON d.id = w.disagreement
                      WHERE w.{_WITHIN.replace(" AND ", " AND w.")}) found
            JOIN texts t ON t.source = found.source
            ORDER BY found.start, found.end DESC, found.kind""",
        {"source": source, "low": start - LONGEST, "start": start, "end": end})]
