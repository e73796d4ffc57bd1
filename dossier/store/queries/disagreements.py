"""What the sources differ on, and what was compared and agrees: each answer with the words that give it."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from dossier.query.parse import parse
from dossier.store.expression import match_expression

_COLUMNS = """d.id, d.question, d.attribute, d.kind, d.agrees, d.rank, d.sides, d.sources, d.rule, d.basis, d.settled,
    EXISTS (SELECT 1 FROM decided x JOIN decisions j ON j.id = x.decision
            WHERE x.target = d.id AND j.verb != 'bookmark')"""
_ORDER = "ORDER BY d.agrees, d.settled IS NOT NULL, d.position"
"""What a reader settled comes after what is open."""

VALUES = """v.side, v.value, v.voices, v.source, s.label, s.path, v.start, v.end, v.statement, v.event,
            p.start, p.line, p.text, (
                SELECT group_concat(name, ' and ') FROM (
                    SELECT e.name FROM speakers h JOIN entities e ON e.id = h.entity
                    WHERE h.statement = v.statement ORDER BY h.position))
            FROM disagreement_values v JOIN sources s ON s.id = v.source JOIN passages p ON p.id = v.passage"""
"""What a `ValueRow` is made of."""


class MatterRow(NamedTuple):
    """A question that the sources answer."""

    id: str
    question: str
    attribute: str
    kind: str
    """`conflict`, `contradiction`, `headline`, `revision`, `granularity` or `agreement`."""
    agrees: int
    """Whether nobody need be wrong."""
    rank: float
    sides: int
    sources: int
    rule: str
    basis: str
    settled: str | None = None
    """`settled`, or `dismissed` as no disagreement at all; None where it is open."""
    decided: int = 0
    """Whether a reader decided something about it."""


class ValueRow(NamedTuple):
    """The words in which a source takes a side; offsets are code points of the source's text."""

    side: int
    value: str
    voices: int
    source: str
    source_label: str
    path: str
    start: int
    end: int
    statement: str | None
    event: str | None
    passage_start: int
    passage_line: int
    passage_text: str
    speaker: str | None = None
    """Whose word it is there, where somebody is named."""

    @property
    def words(self) -> str:
        """The words."""
        return self.passage_text[self.start - self.passage_start : self.end - self.passage_start]

    @property
    def line(self) -> int:
        """Line of the file at which they begin, from 1."""
        return self.passage_line + self.passage_text.count("\n", 0, self.start - self.passage_start)


class Differs(NamedTuple):
    """Where a source takes a side in a disagreement."""

    start: int
    end: int
    matter: str
    question: str


class Asked(NamedTuple):
    """Which matters are asked for; what is None or empty leaves nothing out."""

    letters: str = ""
    """Beginnings of words of the question, in any order; case and accents ignored."""
    about: str | None = None
    """Id of an event, statement or entity in question."""
    source: str | None = None
    """Id of a source that takes a side."""
    attribute: str | None = None
    agrees: bool | None = False


def select(connection: sqlite3.Connection, asked: Asked) -> Iterator[MatterRow]:
    """The matters that are asked for, the weightiest first, as they are read."""
    query = parse(asked.letters.replace('"', " ").replace("-", " "), prefixes=True)
    words = match_expression(query)
    conditions, values = ["1"], list[object]()
    for condition, value in (
        ("d.agrees = ?", asked.agrees), ("d.attribute = ?", asked.attribute),
        ("d.id IN (SELECT disagreement FROM disagreement_subjects WHERE target = ?)", asked.about),
        ("d.id IN (SELECT disagreement FROM disagreement_values WHERE source = ?)", asked.source),
        ("""d.id IN (SELECT target FROM labels WHERE kind = 'disagreement'
            AND id IN (SELECT rowid FROM labels_fts WHERE labels_fts MATCH ?))""", words),
    ):  # fmt: skip
        if value is not None:
            conditions.append(condition)
            values.append(value)
    for row in connection.execute(
        f"SELECT {_COLUMNS} FROM disagreements d WHERE {' AND '.join(conditions)} {_ORDER}", values
    ):
        yield MatterRow(*row)


def get(connection: sqlite3.Connection, id: str) -> MatterRow | None:  # noqa: A002
    """One matter by id, None where there is none (any more)."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM disagreements d WHERE d.id = ?", [id]).fetchone()
    return MatterRow(*row) if row else None


def about(connection: sqlite3.Connection, target: str, limit: int = 100) -> list[MatterRow]:
    """The matters in which an event, statement or entity is in question, or a statement takes a side."""
    return [MatterRow(*row) for row in connection.execute(
        f"""SELECT {_COLUMNS} FROM disagreements d WHERE d.id IN (
                SELECT disagreement FROM disagreement_subjects WHERE target = :target
                UNION SELECT disagreement FROM disagreement_values WHERE statement = :target) {_ORDER} LIMIT :limit""",
        {"target": target, "limit": limit})]


def values(connection: sqlite3.Connection, id: str) -> list[ValueRow]:  # noqa: A002
    """Every passage of every side, in order of the sides."""
    return [ValueRow(*row) for row in connection.execute(
        f"SELECT {VALUES} WHERE v.disagreement = ? ORDER BY v.side, s.position, v.start, v.id", [id])]


def subjects(connection: sqlite3.Connection, id: str) -> list[str]:  # noqa: A002
    """Ids of the events, statements and entities in question."""
    return [target for (target,) in connection.execute(
        "SELECT target FROM disagreement_subjects WHERE disagreement = ? ORDER BY target", [id])]


def against(connection: sqlite3.Connection, target: str) -> list[str]:
    """Who takes another side than a statement, or than an event's report: the speakers by name, else by the label of
    the source; most mentioned first. Agreements and what a reader dismissed are left out."""
    return [name for (name,) in connection.execute(
        """SELECT coalesce(e.name, s.label) AS name FROM disagreement_values own
           JOIN disagreements d ON d.id = own.disagreement AND NOT d.agrees AND d.settled IS NOT 'dismissed'
           JOIN disagreement_values other ON other.disagreement = d.id AND other.side <> own.side
           JOIN sources s ON s.id = other.source
           LEFT JOIN speakers h ON h.statement = other.statement LEFT JOIN entities e ON e.id = h.entity
           WHERE own.statement = :target OR own.event = :target
           GROUP BY name ORDER BY max(coalesce(e.mentions, 0)) DESC, name""", {"target": target})]


def silent(connection: sqlite3.Connection, id: str) -> list[tuple[str, str]]:  # noqa: A002
    """Id and label of the sources that report the event and say nothing of the matter."""
    return [(source, label) for source, label in connection.execute(
        """SELECT s.id, s.label FROM silences i JOIN sources s ON s.id = i.source WHERE i.disagreement = ?
           ORDER BY s.position""", [id])]


def of_source(connection: sqlite3.Connection, source: str) -> list[Differs]:
    """Where a source takes a side against another, in order of offset; agreements and what a reader dismissed are left
    out."""
    return [Differs(*row) for row in connection.execute(
        """SELECT v.start, v.end, d.id, d.question FROM disagreement_values v
           JOIN disagreements d ON d.id = v.disagreement
           WHERE v.source = ? AND NOT d.agrees AND d.settled IS NOT 'dismissed'
           ORDER BY v.start, v.end, d.position""", [source])]
