"""What somebody said, and what others said of them: each with its chain, its date and who holds against it."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from dossier.present.cells import short
from dossier.present.dates import date_words
from dossier.present.fields import followed, placed
from dossier.present.marks import DIFFERS
from dossier.present.page import Block, Target, section, subheading
from dossier.present.speech import said_words, speaker_words
from dossier.store.queries import statements, tellers
from dossier.store.queries.entities import EntityRow
from dossier.store.queries.statements import StatementRow

SHOWN = 100
"""The most statements of either sort on a page."""
ARROW = " → "


class _Known(NamedTuple):
    """What is to be said of several statements."""

    relays: dict[str, list[str]]
    against: dict[str, list[str]]


def spoken_blocks(connection: sqlite3.Connection, entity: EntityRow, width: int) -> Iterator[Block]:
    """What others said with its name in it, then what it said itself."""
    naming = statements.naming(connection, entity.id, SHOWN)
    said = statements.said_by(connection, entity.id, SHOWN)
    ids = [statement.id for statement in (*naming, *said)]
    known = _Known(tellers.relays_of(connection, ids), tellers.against_each(connection, ids)) if ids else _Known({}, {})
    if naming:
        yield _heading("spoken of by others", naming)
    for statement in naming:
        yield from _by_others(statement, known, width)
    if said:
        yield _heading("said", said)
    for source, group in groupby(said, key=lambda statement: statement.source):
        in_source = list(group)
        yield subheading(in_source[0].source_label, len(in_source), Target("source", source), width)
        yield from (_own(statement, known, width) for statement in in_source)


def _heading(title: str, found: Sequence[StatementRow]) -> Block:
    if len(found) < SHOWN:
        return section(title, len(found))
    return section(f"{title} (the first {SHOWN}: dossier statements has all)")


def _by_others(statement: StatementRow, known: _Known, width: int) -> Iterator[Block]:
    """The words, and under them who said so, through whom, when, who holds against it, and in which source."""
    yield Block(said_words(statement), "text", (), _place(statement), indent=2, hang=2,
                about=Target("statement", statement.id))  # fmt: skip
    who = ARROW.join(short(name, 40) for name in (speaker_words(statement), *known.relays.get(statement.id, ())))
    when = f" · {date_words(statement.said)}" if statement.said else ""
    yield placed((who + when, "secondary"), (_disputed(statement, known, "  "), "fault"), origin=statement.source_label,
                 width=width, target=Target("statement", statement.id), indent=4)  # fmt: skip


def _own(statement: StatementRow, known: _Known, width: int) -> Block:
    relays = known.relays.get(statement.id, ())
    through = f"through {ARROW.join(short(name) for name in relays)}  " if relays else ""
    when = f"{date_words(statement.said)}  " if statement.said else ""
    line = followed((said_words(statement), ""), by=(
        (through, "secondary"), (when, "date"), (_disputed(statement, known), "fault")), width=width,
        target=_place(statement), indent=4, role="said" if statement.kind == "direct" else "text")  # fmt: skip
    return replace(line, about=Target("statement", statement.id))


def _place(statement: StatementRow) -> Target:
    return Target("source", statement.source, statement.start, statement.end)


def _disputed(statement: StatementRow, known: _Known, before: str = "") -> str:
    """Who holds another thing against what is told: it never stands on a page without its denials."""
    names = known.against.get(statement.id, [])
    return f"{before}{DIFFERS} {', '.join(short(name) for name in names)}" if names else ""
