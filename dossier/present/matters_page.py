"""All matters on which the sources differ, the weightiest first, and what was compared and agrees."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby, islice

from dossier.present.cells import clean, short
from dossier.present.matter_page import kind_words, value_words
from dossier.present.page import DISAGREEMENTS, Block, Page, Target, joined, section
from dossier.store.queries import disagreements
from dossier.store.queries.disagreements import Asked, MatterRow, ValueRow

LISTED = 200
"""Matters on the page; `dossier disagreements` has no limit."""


def matters_page(connection: sqlite3.Connection, target: Target = DISAGREEMENTS) -> Page:
    """The page of disagreements and agreements."""
    differ = list(islice(disagreements.select(connection, Asked()), LISTED))
    agree = list(islice(disagreements.select(connection, Asked(agrees=True)), LISTED))
    blocks = [Block("Where the sources differ", "title")]
    if not differ:
        blocks.append(Block("Nothing was found on which they differ.", "secondary", space=1))
    for matter in differ:
        blocks += matter_blocks(connection, matter)
    if agree:
        blocks.append(section("compared, and agrees", len(agree)))
    for matter in agree:
        blocks += matter_blocks(connection, matter)
    if LISTED in (len(differ), len(agree)):
        blocks.append(Block(f"No more than {LISTED} are shown: dossier disagreements has all.", "secondary", space=1))
    return Page(target, "Where the sources differ", blocks, at=1 if differ else 0)


def matter_blocks(connection: sqlite3.Connection, matter: MatterRow) -> Iterator[Block]:
    """A matter in a list: its question, and each answer with the first words that give it."""
    text, runs = joined((clean(matter.question), "dim" if matter.settled else "answer"),
                        (f"  {kind_words(matter)}", "secondary"))  # fmt: skip
    yield Block(text, "text", runs, Target("disagreement", matter.id), space=1, hang=2)
    for _, group in groupby(disagreements.values(connection, matter.id), key=lambda row: row.side):
        yield from _answer(matter, list(group))


def _answer(matter: MatterRow, rows: list[ValueRow]) -> Iterator[Block]:
    """An answer, and under it the first words that give it."""
    first = rows[0]
    others = f"  +{len(rows) - 1}" if len(rows) > 1 else ""
    source = f"  {short(first.source_label)}{others}"
    answer, runs = joined((value_words(matter, first.value), "date"), (source, "secondary"))
    yield Block(answer, "text", runs, indent=2, hang=2)
    yield Block(f"“{clean(first.words)}”", "text", (), Target("source", first.source, first.start, first.end), indent=4,
                hang=1)  # fmt: skip
