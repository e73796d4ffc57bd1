"""What a list is restricted to: pinned rows and narrowing letters, as SQL conditions with parameters."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple


class Noun(StrEnum):
    """What a pane lists; the value is the name of the table."""

    ENTITY = "entities"
    EVENT = "events"
    SOURCE = "sources"


class Pin(NamedTuple):
    """A row that is pinned as a filter on the other panes."""

    noun: Noun
    id: str
    kind: str
    """The entity's kind; empty for events and sources."""
    label: str


class Restriction(NamedTuple):
    """Everything that narrows one list; all of it must hold."""

    pins: tuple[Pin, ...] = ()
    letters: str = ""
    """Beginnings of words, in any order, case and accents ignored: `aun ser` finds Serena Auñón-Chancellor."""
    dated: bool = False
    """Of events: only those with a date."""
    since: str = ""
    """Of events: only those that may have happened on this ISO day or later; an event without a date may not."""
    until: str = ""
    """Likewise, on this ISO day or earlier."""


UNRESTRICTED = Restriction()

Condition = tuple[str, list[str]]

_BESIDE = "(SELECT b.entity, a.entity AS beside FROM participants a JOIN participants b USING (event))"
_TIES = {
    (Noun.ENTITY, Noun.ENTITY): (_BESIDE, "entity", "beside"),
    (Noun.ENTITY, Noun.EVENT): ("participants", "entity", "event"),
    (Noun.ENTITY, Noun.SOURCE): ("appearances", "entity", "source"),
    (Noun.EVENT, Noun.ENTITY): ("participants", "event", "entity"),
    (Noun.EVENT, Noun.SOURCE): ("reports", "event", "source"),
    (Noun.SOURCE, Noun.ENTITY): ("appearances", "source", "entity"),
    (Noun.SOURCE, Noun.EVENT): ("reports", "source", "event"),
}
"""Where it stands which rows of the first noun belong to one row of the second: a table, and its column for each."""


def conditions(noun: Noun, kind: str, restriction: Restriction) -> Condition:
    """The WHERE condition (always at least `1`) for a list of `noun`, and its parameters.

    A pin never filters the list it was pinned in, so that more rows of that list can be compared or pinned.
    """
    parts, values = ["1"], list[str]()
    if noun is Noun.ENTITY:
        parts, values = ["kind = ?"], [kind]
    for pin in restriction.pins:
        if (pin.noun, pin.kind) != (noun, kind):
            condition = belonging(noun, pin.noun)
            if condition is not None:
                parts.append(condition)
                values.append(pin.id)
    if noun is Noun.EVENT:
        for condition, value in _dating(restriction):
            parts.append(condition)
            values += value
    narrowed = _letters(restriction.letters)
    if narrowed is not None:
        parts.append("id IN (SELECT target FROM labels WHERE id IN "
                     "(SELECT rowid FROM labels_fts WHERE labels_fts MATCH ?))")
        values.append(narrowed)
    return " AND ".join(parts), values


def _dating(restriction: Restriction) -> Iterator[Condition]:
    """Days are the first ten characters of a bound that has a time; an open bound reaches everywhere."""
    if restriction.dated or restriction.since or restriction.until:
        yield "date IS NOT NULL", []
    if restriction.since:
        yield "(latest IS NULL OR substr(latest, 1, 10) >= ?)", [restriction.since]
    if restriction.until:
        yield "(earliest IS NULL OR substr(earliest, 1, 10) <= ?)", [restriction.until]


def _letters(letters: str) -> str | None:
    """The FTS5 expression for beginnings of words, None where the letters ask for nothing."""
    if not letters:
        return None
    from dossier.query.parse import parse  # noqa: PLC0415 (late: not needed for the browser's first frame)
    from dossier.store.expression import match_expression  # noqa: PLC0415 (as above)

    query = parse(letters.replace('"', " ").replace("-", " "), prefixes=True)
    return match_expression(query)


def belonging(noun: Noun, other: Noun, *, singly: bool = False) -> str | None:
    """The condition on rows of `noun` that belong to one row of `other` (one parameter: its id), if any.

    The database begins with all that belong to it; `singly` it looks at one row after another, which is for a few rows
    and until a first one is found.
    """
    if (noun, other) not in _TIES:
        return None
    table, row, to = _TIES[noun, other]
    if singly:
        return f"EXISTS (SELECT 1 FROM {table} WHERE {row} = {noun}.id AND {to} = ?)"
    return f"id IN (SELECT {row} FROM {table} WHERE {to} = ?)"


def placeholders(values: Sequence[object]) -> str:
    """As many `?` as there are values, for an IN list."""
    return ",".join("?" * len(values))


BEYOND = 1 << 60
"""A place behind the end of any source."""


class Reach(NamedTuple):
    """A part of a source: what begins in it, in code points of the source's text, half-open."""

    start: int = 0
    end: int = BEYOND


WHOLE = Reach()
