"""What a document does among the others: what it cites and passes on, what only it tells, what it does not tell."""

import sqlite3
from typing import NamedTuple

LOOKED_AT = 2_000
COULD_TELL = "coalesce(coalesce({event}.latest, {event}.earliest) <= {source}.published_latest || 'T~', 1)"
"""SQL: whether a document can tell of an event: not where it may have happened after that was published."""


class CitationRow(NamedTuple):
    """A work that a source cites; offsets are code points of the source's text."""

    start: int
    end: int
    author: str | None
    title: str | None
    publisher: str | None
    published: str | None
    """EDTF."""
    words: str
    """The citation as it stands."""


class Relayed(NamedTuple):
    """Through whom words came to a source, and how often."""

    name: str
    entity: str | None
    statements: int


def citations(connection: sqlite3.Connection, source: str, limit: int) -> list[CitationRow]:
    """The works a source cites, in order of place."""
    return [CitationRow(*row) for row in connection.execute(
        """SELECT c.start, c.end, c.author, c.title, c.publisher, c.published,
                  substr(t.text, c.start + 1, c.end - c.start)
           FROM citations c JOIN texts t ON t.source = c.source WHERE c.source = ? ORDER BY c.start LIMIT ?""",
        [source, limit])]


def relayed(connection: sqlite3.Connection, source: str, limit: int) -> list[Relayed]:
    """From whom a source has what others said, those through whom most came first."""
    return [Relayed(*row) for row in connection.execute(
        """SELECT coalesce(e.name, substr(x.text, r.start + 1, r.end - r.start)) AS name, min(r.entity), count(*) AS n
           FROM statements t JOIN relays r ON r.statement = t.id JOIN texts x ON x.source = t.source
           LEFT JOIN entities e ON e.id = r.entity WHERE t.source = ? GROUP BY name ORDER BY n DESC, name LIMIT ?""",
        [source, limit])]


def told_alone(connection: sqlite3.Connection, source: str, limit: int) -> list[int]:
    """The rowids of the events that no other source reports, by date, the dated first."""
    return _rowids(connection, """SELECT rowid FROM events WHERE sources = 1
        AND id IN (SELECT event FROM reports WHERE source = ?)
        ORDER BY sort_date IS NULL, sort_date, rowid LIMIT ?""", source, limit)


def not_told(connection: sqlite3.Connection, source: str, limit: int) -> list[int]:
    """The rowids of the events that at least two others report and this source does not, the most reported first;
    looked for among the `LOOKED_AT` most reported ones. What happened after it was published it could not tell."""
    return _rowids(connection, f"""SELECT e.rowid FROM (
            SELECT rowid, id, sources, reports, earliest, latest FROM events
            ORDER BY reports DESC, earliest LIMIT {LOOKED_AT}) e JOIN sources s ON s.id = ?
        WHERE sources > 1 AND NOT EXISTS (SELECT 1 FROM reports r WHERE r.event = e.id AND r.source = s.id)
        AND {COULD_TELL.format(event="e", source="s")}
        ORDER BY reports DESC, earliest LIMIT ?""", source, limit)


def silent_on(connection: sqlite3.Connection, source: str, limit: int) -> list[tuple[str, str]]:
    """Id and question of the matters of which a source tells the event and not the answer, the weightiest first."""
    return [(matter, question) for matter, question in connection.execute(
        """SELECT d.id, d.question FROM silences i JOIN disagreements d ON d.id = i.disagreement
           WHERE i.source = ? AND NOT d.agrees AND d.settled IS NOT 'dismissed' ORDER BY d.position LIMIT ?""",
        [source, limit])]


def _rowids(connection: sqlite3.Connection, sql: str, source: str, limit: int) -> list[int]:
    return [rowid for (rowid,) in connection.execute(sql, [source, limit])]
