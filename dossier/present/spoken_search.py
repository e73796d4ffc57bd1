"""What a search for a speaker finds: who speaks, or what somebody said, with the words asked for marked in it."""

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from dossier.present.cells import clean, short
from dossier.present.fields import beside
from dossier.present.page import Block, Run, Target, section, subheading
from dossier.present.speech import said_words
from dossier.query.matches import find_matches
from dossier.query.operators import Search
from dossier.query.parse import parse
from dossier.store.queries import naming, statements
from dossier.store.queries.filters import Noun, Pin
from dossier.store.queries.naming import Named
from dossier.store.queries.statements import Asked, StatementRow

SHOWN = 60
"""Statements of a speaker on the page; `dossier statements` has no limit."""
SPEAKERS, NAME_CELLS = 40, 30


def spoken_search(connection: sqlite3.Connection, search: Search, pins: Sequence[Pin], width: int) -> Iterator[Block]:
    """The page's blocks; of pins, those of sources narrow it."""
    found = naming.find(connection, search.speaker, ("person", "organization")) if search.speaker else []
    if not found:
        if search.speaker:
            yield section("nobody of that name")
        yield from _speakers(connection, width)
        return
    sources = {pin.id for pin in pins if pin.noun is Noun.SOURCE}
    spoke = False
    for one in sorted(found, key=lambda one: -one.weight)[:SPEAKERS]:
        rows = (row for row in statements.select(connection, Asked(search.words, one.id))
                if not sources or row.source in sources)  # fmt: skip
        if first := list(islice(rows, SHOWN + 1)):
            spoke = True
            yield from _said(one, first, search.words, width)
    if not spoke:
        yield section("nothing said")
        names = " · ".join(clean(one.name) for one in found[:SPEAKERS])
        yield Block(f"No statement of {names}" + (f" holds {clean(search.words)}." if search.words else "."),
                    "secondary", indent=2)  # fmt: skip


def _speakers(connection: sqlite3.Connection, width: int) -> Iterator[Block]:
    """Who said anything, the most often first."""
    found = statements.speakers(connection, SPEAKERS)
    yield section("who speaks", len(found) if len(found) < SPEAKERS else None)
    for speaker, number in found:
        much = f"{number} statement{'s' * (number != 1)}"
        yield beside((speaker.name, speaker.kind), NAME_CELLS, (much, "secondary"), width=width,
                     target=Target("entity", speaker.id))  # fmt: skip


def _said(speaker: Named, rows: Sequence[StatementRow], words: str, width: int) -> Iterator[Block]:
    """What one speaker said, by source."""
    name = short(speaker.name, max(width - len("SAID BY  000"), NAME_CELLS))
    heading = section(f"said by {name}", len(rows) if len(rows) <= SHOWN else None)
    yield Block(heading.text, heading.role, heading.runs, Target("entity", speaker.id), space=1)
    for source, group in groupby(rows[:SHOWN], key=lambda row: row.source):
        in_source = list(group)
        yield subheading(in_source[0].source_label, len(in_source), Target("source", source), width)
        yield from (_line(row, words) for row in in_source)
    if len(rows) > SHOWN:
        yield Block(f"The first {SHOWN}: dossier statements --speaker has all.", "secondary", indent=2)


def _line(row: StatementRow, words: str) -> Block:
    """Words of a statement, which lead to their place; what is decided here is about the statement."""
    shift = int(row.kind == "direct")
    runs = tuple(Run(start + shift, end + shift, "hit")
                 for start, end in find_matches(row.words, parse(words, prefixes=True)))  # fmt: skip
    return Block(said_words(row), "said" if shift else "text", runs, Target("source", row.source, row.start, row.end),
                 indent=4, hang=2, about=Target("statement", row.id))  # fmt: skip
